"""Making one line durable, and opening a long meeting again."""

from __future__ import annotations

import gc
import json
import os
import tempfile
import time
from pathlib import Path

from benchmarks.figures import Figure, medians
from benchmarks.meetings import meeting_of
from facilitator.meeting.clock import SystemClock
from facilitator.meeting.opening import resume
from facilitator.session import intents as it
from facilitator.store.eventlog import LogWriter
from facilitator.store.lines import seal

EVENTS = 10_000
PAYLOAD = (
    b'{"type":"note_captured","id":"capture-0123456789ab.1","at":"2026-11-21T19:00:00.000Z","t":61.25,'
    b'"by":"desk","cause":"capture-0123456789ab","number":14,"kind":"note","text":"'
    + b"what was said, " * 8
    + b'","speakers":["Awa Sarr"]}'
)


def figures(folder: Path) -> list[Figure]:
    """Appending and opening; both on the disk on which `folder` lies."""
    return [*_append(folder), _reopen(folder)]


def _append(folder: Path) -> list[Figure]:
    place = Path(tempfile.mkdtemp(dir=folder))
    line = seal(PAYLOAD)
    raw = os.open(place / "raw", os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    meeting = meeting_of(place, 20)
    with LogWriter(place) as log:

        def ours() -> float:
            began = time.perf_counter()
            log.append([line])
            return time.perf_counter() - began

        def written() -> float:
            began = time.perf_counter()
            os.write(raw, line)
            os.fsync(raw)
            return time.perf_counter() - began

        def kept() -> float:
            began = time.perf_counter()
            meeting.wait_kept(meeting.submit(it.Capture(kind="note", text="what was said, " * 8)).mark)
            return time.perf_counter() - began

        append, write = medians(ours, written, rounds=400)
        submit, beside = medians(kept, written, rounds=100)
    os.close(raw)
    meeting.leave()
    return [
        Figure("durable append to the log", append * 1e6, "us", write * 1e6, 2, "a raw write and fsync"),
        Figure("from the wish to keep a line to kept", submit * 1e6, "us", beside * 1e6),
    ]


def _reopen(folder: Path) -> Figure:
    meeting = meeting_of(Path(tempfile.mkdtemp(dir=folder)), EVENTS)
    meeting.settle(120)
    meeting.leave()
    log = meeting.folder / "events.jsonl"

    def ours() -> float:
        gc.collect()
        began = time.perf_counter()
        again = resume(meeting.folder, SystemClock())
        took = time.perf_counter() - began
        again.leave()
        return took

    def decoded() -> float:
        gc.collect()
        began = time.perf_counter()
        for line in log.read_bytes().splitlines():
            json.loads(line)
        return time.perf_counter() - began

    opened, loads = medians(ours, decoded, rounds=7)
    return Figure(
        f"reopening {EVENTS:,} events", opened * 1e3, "ms", loads * 1e3, 3, "json.loads of every line"
    )
