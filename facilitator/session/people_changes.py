"""What people change: turns, who is here, roles."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from msgspec.structs import replace

from facilitator.session import events as ev
from facilitator.session.repeats import given_to, with_giver
from facilitator.session.stage_changes import Changes
from facilitator.session.state import Person, State


def _with(names: tuple[str, ...], name: str) -> tuple[str, ...]:
    return names if name in names else (*names, name)


def _round_ordered(state: State, event: ev.RoundOrdered) -> Changes:
    return {"order_in": state.order_in.set(state.stage, event.names)}


def _asked_again(state: State, name: str) -> Changes:
    """A turn of somebody who passed before is the second asking."""
    if name not in state.passed:
        return {}
    asked = state.asked_again_in.get(state.stage, ())
    return {"asked_again_in": state.asked_again_in.set(state.stage, _with(asked, name))}


def _turn_taken(state: State, event: ev.TurnTaken) -> Changes:
    if not event.name:
        return {}
    heard = state.heard_in.set(state.stage, _with(state.heard, event.name))
    turn: Changes = {"turn": event.name, "turn_t": event.t, "heard_in": heard}
    return turn | _asked_again(state, event.name) | given_to(state, event.name)


def _turn_passed(state: State, event: ev.TurnPassed) -> Changes:
    if not event.name:
        return {}
    return {
        "turn": "",
        "heard_in": state.heard_in.set(state.stage, _with(state.heard, event.name)),
        "passed_in": state.passed_in.set(state.stage, _with(state.passed, event.name)),
    }


def _people_with(state: State, name: str, here: bool) -> tuple[Person, ...]:
    return tuple(replace(person, here=here) if person.name == name else person for person in state.people)


def _arrived(state: State, event: ev.PersonArrived) -> Changes:
    return {"people": _people_with(state, event.name, True)}


def _person_left(state: State, event: ev.PersonLeft) -> Changes:
    changes: Changes = {"people": _people_with(state, event.name, False)}
    if state.turn == event.name:
        changes["turn"] = ""
    return changes


def _joined(state: State, event: ev.GuestJoined) -> Changes:
    if event.name in state.names():
        return {"people": _people_with(state, event.name, True)}
    return {"people": (*state.people, Person(event.name, guest=True))}


def _role_given(state: State, event: ev.RoleGiven) -> Changes:
    if event.role == "giver":
        return with_giver(state, event.name, event.case)
    if event.role == "chair" and event.name == state.lead:
        return {"chair": event.name, "lead": ""}
    return {event.role: event.name}


def _lead_given(state: State, event: ev.LeadGiven) -> Changes:
    return {"lead": event.name, "led": _with(state.led, event.name) if event.name else state.led}


def _roll_called(state: State, event: ev.RollCalled) -> Changes:
    return {"roll_called": True}


HANDLERS: dict[type, Callable[[State, Any], Changes]] = {
    ev.RoundOrdered: _round_ordered,
    ev.TurnTaken: _turn_taken,
    ev.TurnPassed: _turn_passed,
    ev.PersonArrived: _arrived,
    ev.PersonLeft: _person_left,
    ev.GuestJoined: _joined,
    ev.RoleGiven: _role_given,
    ev.LeadGiven: _lead_given,
    ev.RollCalled: _roll_called,
}
