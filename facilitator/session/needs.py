"""What decisions ask first: that the meeting runs, that the person is in it. They refuse with a sentence."""

from __future__ import annotations

import difflib

from facilitator.session import events as ev
from facilitator.session.refused import Refused
from facilitator.session.state import State
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
