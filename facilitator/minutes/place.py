"""Where in the minutes a line stands, so that a reader can be taken there."""

from __future__ import annotations

from msgspec.structs import replace

from facilitator.minutes.render import render
from facilitator.session.state import Final, Note, State

_MARK = "x"


def line_of(state: State, number: int) -> int | None:
    """The line (from 0) of the Markdown minutes in which a note stands first; None where it does not.

    It is the line that would be another if the words were others. So this holds in whatever order and form
    the minutes are.
    """
    note = state.notes.get(number)
    if note is None:
        return None
    changed = replace(note, text=note.text + _MARK)
    other = replace(state, notes=state.notes.set(number, changed), finals=_finals(state, note, changed))
    lines = zip(render(state).split("\n"), render(other).split("\n"), strict=False)
    return next((place for place, (one, another) in enumerate(lines) if one != another), None)


def _finals(state: State, note: Note, changed: Note) -> tuple[Final, ...]:
    """The final versions with the same change, so that it is no correction that the minutes would tell."""
    return tuple(
        replace(final, notes=final.notes.set(note.number, changed))
        if final.notes.get(note.number) == note
        else final
        for final in state.finals
    )
