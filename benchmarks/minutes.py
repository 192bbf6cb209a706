"""Making minutes of a long meeting, against putting the same words one after the other."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.figures import Figure, medians
from benchmarks.meetings import PEOPLE, meeting_of
from facilitator.meeting.meeting import Meeting
from facilitator.minutes.render import render
from facilitator.session import intents as it
from facilitator.session.state import State

NOTES = 2_000
HARBOUR = Path(__file__).parents[1] / "tests" / "data" / "harbour-intervision.txt"
"""A meeting as it was typed: its lines come again and again, with a number so that no two are alike."""


def figures(folder: Path) -> list[Figure]:
    """Rendering the minutes of a meeting as Markdown, all in memory."""
    meeting = _meeting(folder)
    state = meeting.state
    rendered, joined = medians(_timed(lambda: render(state)), _timed(lambda: _joined(state)), rounds=100)
    _rendered, bare = medians(_timed(lambda: render(state)), _timed(lambda: _bare(state)), rounds=100)
    meeting.leave()
    name = f"minutes of {NOTES:,} notes"
    return [
        Figure(name, rendered * 1e3, "ms", joined * 1e3, 5, "joining the lines, nothing made safe"),
        Figure(f"{name}, again", _rendered * 1e3, "ms", bare * 1e3, None, "joining bare texts"),
    ]


def _meeting(folder: Path) -> Meeting:
    meeting = meeting_of(folder, 0)
    said = [line for line in HARBOUR.read_text(encoding="utf-8").splitlines() if line[:1] not in "#/?!=>~"]
    for number in range(NOTES):
        if number % (NOTES // 6) == NOTES // 6 - 1:
            meeting.submit(it.Next())
        speakers = (PEOPLE[number % len(PEOPLE)],) if number % 4 else ()
        text = f"{said[number % len(said)]} {number}"
        meeting.submit(it.Capture(kind="note", text=text, speakers=speakers))
    return meeting


def _joined(state: State) -> str:
    """The notes in order, each with who said it, as somebody would do it who trusts every text."""
    lines = (
        f"- **{', '.join(note.speakers)}:** {note.text}" if note.speakers else f"- {note.text}"
        for note in sorted(state.notes.values(), key=lambda note: (note.at, note.number))
    )
    return "\n".join(lines)


def _bare(state: State) -> str:
    return "\n".join([note.text for note in state.notes.values()])


def _timed(work: Callable[[], object]) -> Callable[[], float]:
    def timed() -> float:
        gc.collect()
        began = time.process_time()
        work()
        return time.process_time() - began

    return timed
