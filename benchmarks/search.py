"""Finding a word in a thousand meetings, and making the index that it is found by."""

from __future__ import annotations

import gc
import json
import re
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

from benchmarks.figures import Figure, medians
from benchmarks.meetings import PEOPLE
from benchmarks.sessions import SELDOM, home_of
from benchmarks.terminal import facilitator
from facilitator.meeting.opening import look
from facilitator.search.finder import Finder
from facilitator.search.wish import Wish, phrases_of
from facilitator.store.search_file import index_of, remove

SESSIONS, NOTES = 1000, 100


def figures(folder: Path) -> list[Figure]:
    """Warm searches as the program tells them itself, and the index from nothing."""
    home = Path(tempfile.mkdtemp(dir=folder))
    home_of(home, SESSIONS, NOTES)
    built = _built(home)
    return [
        _query(home, f"search: a word in one line of {round(1 / 0.002)}", SELDOM, 1),
        _query(home, "search: a name in every fifth line", PEOPLE[4], None),
        *built,
    ]


def _query(home: Path, name: str, word: str, goal: float | None) -> Figure:
    ripgrep = shutil.which("rg")
    command = [ripgrep, "--no-messages", word] if ripgrep else ["grep", "-r", word]
    if ripgrep:
        command += ["-g", "minutes.md", str(home)]
    else:
        command += ["--include=minutes.md", str(home)]

    def ours() -> float:
        done = subprocess.run(
            [*facilitator("search", word), "--timing", "--home", str(home)],
            check=True,
            capture_output=True,
            encoding="utf-8",
        )
        told = re.match(r"([\d.]+) ms", done.stderr)
        if told is None:
            raise ValueError(f"The search did not say how long it took: {done.stderr[-300:]}")
        return float(told[1])

    def theirs() -> float:
        began = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        return (time.perf_counter() - began) * 1e3

    took, reference = medians(ours, theirs, rounds=9)
    return Figure(
        name, took, "ms", reference, goal, f"{'ripgrep' if ripgrep else 'grep -r'} over the minutes"
    )


def _built(home: Path) -> list[Figure]:
    folders = sorted((home / "sessions").iterdir())

    def ours() -> float:
        remove(index_of(home))
        gc.collect()
        began = time.perf_counter()
        finder = Finder(home)
        finder.find(Wish(phrases=phrases_of(SELDOM)))
        finder.close()
        return time.perf_counter() - began

    def decoded() -> float:
        gc.collect()
        began = time.perf_counter()
        for folder in folders:
            for line in (folder / "events.jsonl").read_bytes().splitlines():
                json.loads(line)
        return time.perf_counter() - began

    def folded() -> float:
        gc.collect()
        began = time.perf_counter()
        for folder in folders:
            look(folder)
        return time.perf_counter() - began

    index, files = medians(ours, decoded, rounds=3)
    again, states = medians(ours, folded, rounds=1)
    name = f"index of {SESSIONS:,} meetings of {NOTES} notes"
    return [
        Figure(name, index, "s", files, 3, "reading the logs and json.loads of every line"),
        Figure("the same", again, "s", states, None, "reading the logs and folding them"),
    ]
