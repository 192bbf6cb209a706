"""What a running stage costs while nobody types: processor, bytes painted, memory."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

from benchmarks.figures import Figure
from benchmarks.meetings import LIVE, RUN
from benchmarks.reference_app import READY
from benchmarks.terminal import Terminal, facilitator, reference

SECONDS = 30
SETTLED = 3.0
"""Seconds after which what belongs to the start is over."""


def figures(folder: Path) -> list[Figure]:
    """The bare app updates its Digits once a second, beside the meeting and at the same time."""
    home = Path(tempfile.mkdtemp(dir=folder))
    ours = Terminal(facilitator(*RUN), home)
    bare = Terminal(reference("--tick"), home)
    try:
        ours.ready(LIVE)
        bare.ready(READY)
        ours.read_for(SETTLED)
        bare.read_for(0.01)
        began = _processor(ours.pid), _processor(bare.pid)
        painted = painted_bare = 0
        end = time.perf_counter() + SECONDS
        while time.perf_counter() < end:
            painted += ours.read_for(0.25)
            painted_bare += bare.read_for(0.25)
        used = _processor(ours.pid) - began[0]
        used_bare = _processor(bare.pid) - began[1]
        peak, peak_bare = _peak(ours.pid), _peak(bare.pid)
    finally:
        ours.close()
        bare.close()
    return [
        Figure(
            "processor while a stage runs, each second",
            used / SECONDS * 1e3,
            "ms",
            used_bare / SECONDS * 1e3,
            1.5,
            "a bare app that updates Digits once a second",
        ),
        Figure("painted while a stage runs, each second", painted / SECONDS, "bytes", None, 1000),
        Figure("painted by the bare app, each second", painted_bare / SECONDS, "bytes"),
        Figure("peak memory", peak / 2**20, "MiB", peak_bare / 2**20, 1.4, "the bare app"),
    ]


def _processor(pid: int) -> float:
    """Seconds of processor that all threads of a process have used, to the nanosecond."""
    tasks = Path(f"/proc/{pid}/task")
    return sum(int((task / "schedstat").read_text().split()[0]) for task in tasks.iterdir()) / 1e9


def _peak(pid: int) -> float:
    """The most memory (bytes) that a process had at once."""
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) * 1024.0
    return 0.0
