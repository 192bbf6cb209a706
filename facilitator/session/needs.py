"""What decisions ask first: that the meeting runs, that person and line are in it. Else a sentence."""

from __future__ import annotations

import difflib

from facilitator.session import events as ev
from facilitator.session.refused import Refused
from facilitator.session.state import Note, State
from facilitator.words.language import gettext as _

Events = list[ev.AnyEvent]


def need_running(state: State) -> None:
    """Refuse unless the meeting is running."""
    if state.phase == "lobby":
        raise Refused(_("The meeting has not begun. /go begins it."))
    if state.phase == "closed":
        raise Refused(_("The meeting is closed. Its notes and minutes can still be mended."))


def stage_name(state: State) -> str:
    """The name of the running stage."""
    return state.find_stage(state.stage).name


def person(state: State, name: str) -> str:
    """The person, refusing one who is not in the session."""
    if name not in state.names():
        near = difflib.get_close_matches(name, state.names(), n=1, cutoff=0.0)
        hint = _(" Did you mean {nearest}?").format(nearest=near[0]) if near else ""
        raise Refused(_("Nobody here is called {name}.").format(name=name) + hint)
    return name


def present(state: State, name: str) -> str:
    """The person, refusing one who is away."""
    if person(state, name) not in state.here():
        raise Refused(_("{name} is away. /here {name} says who is back.").format(name=name))
    return name


def note_of(state: State, number: int) -> Note:
    """The captured line of that number, or Refused with a sentence."""
    note = state.notes.get(number)
    if note is not None:
        return note
    if number in state.merged:
        raise Refused(
            _("Line {number} is part of line {other} now.").format(
                number=number, other=part_of(state, number)
            )
        )
    if number in state.struck:
        raise Refused(_("Line {number} was struck; its words are gone.").format(number=number))
    if number in state.forgotten:
        raise Refused(_("Line {number} was forgotten with its case.").format(number=number))
    raise Refused(_("There is no line {number}.").format(number=number))


def part_of(state: State, number: int) -> int:
    """The line that a merged line is part of, whatever that one was merged into since."""
    # Older programs gave a number once more after an undo, so the way is not followed twice.
    seen: set[int] = set()
    while number in state.merged and number not in seen:
        seen.add(number)
        number = state.merged[number]
    return number
