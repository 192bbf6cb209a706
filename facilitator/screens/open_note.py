"""What keys make of the note that stands opened in the line: one with the note before it, or two. Pure."""

from __future__ import annotations

from facilitator.session import intents as it
from facilitator.session.refused import Refused
from facilitator.session.state import State
from facilitator.words.language import gettext as _


def joined(state: State, number: int) -> it.Merge:
    """The open note joined to the one before it, which keeps its number. Raises Refused for the first."""
    numbers = [note.number for note in state.ordered_notes()]
    place = numbers.index(number) if number in numbers else 0
    if place == 0:
        raise Refused(_("This is the first line."))
    return it.Merge((numbers[place - 1], number))


def divided(state: State, number: int, line: str, cursor: int) -> it.Split:
    """The open note made two where the cursor stands in the line that was opened.

    Raises Refused where the cursor is not between two of its words: names, marks and days stay with both.
    """
    note = state.notes.get(number)
    start = line.rfind(note.text) if note is not None else -1
    at = cursor - start
    if note is None or start < 0 or not note.text[: max(at, 0)].strip() or not note.text[at:].strip():
        raise Refused(_("Put the cursor where the second line begins."))
    return it.Split(number, at)
