"""Who was there, as far as the session knows. Pure.

Nobody signs a list: everybody named at the opening counts as here until somebody says otherwise. What shows
that a person really was there: a line in their name, an arrival, or leaving once the meeting was under way.
Turns are no such sign, since their names are let go at close and minutes must not change by that.
"""

from __future__ import annotations

from facilitator.session import events as ev
from facilitator.session.state import State

ROLL_CALL = 300.0
"""Seconds. Somebody marked away within this time after the start was never there: that is the roll call."""


_TELLING = frozenset({ev.PersonArrived, ev.GuestJoined, ev.PersonLeft})


def seen(state: State) -> frozenset[str]:
    """The names of those whom something in the session shows to have been there."""
    names = {name for note in state.notes.values() for name in note.speakers}
    node = state.past
    while node is not None:
        event, before = node.event, node.before
        # A long meeting has thousands of events, and hardly any of them tells of somebody.
        if type(event) in _TELLING and (
            isinstance(event, ev.PersonArrived | ev.GuestJoined)
            or (isinstance(event, ev.PersonLeft) and _had_come(event, before))
        ):
            names.add(event.name)
        node = before.past
    return frozenset(names & set(state.names()))


def _had_come(event: ev.PersonLeft, before: State) -> bool:
    return before.phase == "running" and event.t - before.started_t > ROLL_CALL


def roll_called(state: State) -> bool:
    """Whether somebody looked at who is there: anybody was ever marked away."""
    if state.roll_called or any(not person.here for person in state.people):
        return True
    node = state.past
    while node is not None:
        if isinstance(node.event, ev.PersonLeft):
            return True
        node = node.before.past
    return False
