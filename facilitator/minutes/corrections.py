"""What was corrected since the minutes were final before: in the words of now, never in those of then. Pure.

A line that was struck is only counted: its words are gone from everywhere, and stay so.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from facilitator.session.state import Final, Note, State

What = Literal["added", "changed"]


class Corrections(Struct, frozen=True, kw_only=True):
    """What differs from the version before. `lines` are notes as they stand now, in the order of numbers."""

    since: int
    """The version it is told against."""
    lines: tuple[tuple[What, Note], ...] = ()
    taken_out: int = 0
    people: bool = False
    """Who was there is told differently."""
    next_meeting: bool = False


def corrections(state: State) -> Corrections | None:
    """What was corrected since the last final version or, where nothing was, since the one before that.

    None where there is nothing to tell.
    """
    before = _before(state)
    if before is None:
        return None
    lines: list[tuple[What, Note]] = []
    for note in state.ordered_notes():
        then = before.notes.get(note.number)
        if then is None:
            lines.append(("added", note))
        elif _told(then) != _told(note):
            lines.append(("changed", note))
    gone = (set(before.notes) | set(state.struck)) - set(before.struck) - set(state.notes)
    return Corrections(
        since=before.version,
        lines=tuple(lines),
        taken_out=len(gone - set(state.forgotten)),
        people=before.people != state.people,
        next_meeting=before.next_meeting != state.next_meeting,
    )


def _before(state: State) -> Final | None:
    if state.corrected:
        return state.finals[-1]
    return state.finals[-2] if len(state.finals) > 1 else None


def _told(note: Note) -> Note:
    """The note without what the minutes do not say of it."""
    return replace(note, at="", t=0.0)
