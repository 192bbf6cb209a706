"""From a key to its letter on the terminal, in a meeting with 2,000 notes."""

from __future__ import annotations

import random
import tempfile
import time
from pathlib import Path

from benchmarks.figures import Figure, percentile
from benchmarks.meetings import meeting_of
from benchmarks.reference_app import READY
from benchmarks.terminal import NoScreen, Terminal, facilitator, reference

NOTES = 2000
LINES = 14
LETTERS = "āăąćĉċčďđēĕėęěĝğġģĥħĩīĭįıĵķĺļľńņňŉōŏőœŕŗřśŝşšţťŧ"
"""One line of letters, each of which stands nowhere else on either screen: its bytes are its echo."""

CLEAR = b"\x15"
"""Ctrl+U empties the line up to the cursor, in both."""


def figures(folder: Path) -> list[Figure]:
    """The 95th percentile, and the median to explain it."""
    home = Path(tempfile.mkdtemp(dir=folder))
    meeting = meeting_of(home, NOTES)
    meeting.settle(60)
    meeting.leave()
    ours = Terminal(facilitator("resume", "last"), home)
    bare = Terminal(reference(), home)
    try:
        # How much of a resumed screen stands there depends on its size; the keys come last.
        ours.ready(("^N", "We end at"))
        bare.ready(READY)
        ours_seconds: list[float] = []
        bare_seconds: list[float] = []
        chance = random.Random(1)
        for line in range(LINES):
            # The first line warms both up.
            for terminal, seconds in ((ours, ours_seconds), (bare, bare_seconds)):
                found = _type_line(terminal, chance)
                if line:
                    seconds += found
    finally:
        ours.close()
        bare.close()
    name = f"key to echo with {NOTES:,} notes"
    return [
        Figure(
            f"{name}, 95th percentile",
            percentile(ours_seconds, 95) * 1e3,
            "ms",
            percentile(bare_seconds, 95) * 1e3,
            1.3,
            "the bare app's Input",
        ),
        Figure(
            f"{name}, median",
            percentile(ours_seconds, 50) * 1e3,
            "ms",
            percentile(bare_seconds, 50) * 1e3,
        ),
    ]


def _type_line(terminal: Terminal, chance: random.Random) -> list[float]:
    found = []
    for letter in LETTERS:
        # Keys come when a person presses them: at no fixed place in anybody's frame.
        terminal.read_for(0.03 + 0.04 * chance.random())
        wanted = letter.encode()
        began = time.perf_counter()
        terminal.write(wanted)
        seen = b""
        while wanted not in seen:
            data = terminal.read(5.0)
            if not data:
                raise NoScreen(f"The key {letter} was never echoed.")
            seen += data
        found.append(time.perf_counter() - began)
    terminal.write(CLEAR)
    terminal.settle()
    return found
