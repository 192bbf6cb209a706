"""Rounds: who speaks in which order, who has been heard, who is next. The chair is last; anyone may pass."""

from __future__ import annotations

from facilitator.session.repeats import person_of, speaking_order
from facilitator.session.state import State


def is_round(state: State) -> bool:
    """Whether the running stage goes from person to person."""
    return bool(state.stage) and state.find_stage(state.stage).kind == "round"


def round_order(state: State) -> tuple[str, ...]:
    """Those present who speak in the running round, the chair last; without the one who only listens."""
    if not is_round(state):
        return ()
    listening = listener(state)
    return tuple(name for name in speaking_order(state) if name != listening)


def listener(state: State) -> str:
    """Who only listens in the running round; empty where everyone speaks.

    Where the stage is for the others (`per_other`) it is the case giver, and in a block repeated for each
    person, if it is not for everyone (`per_person`), the one whose time it is.
    """
    stage = state.find_stage(state.stage)
    if stage.repeat == "person":
        return "" if stage.per_person is not None else person_of(state, state.stage)
    return state.giver if stage.per_other is not None else ""


def unheard(state: State) -> tuple[str, ...]:
    """Who in the running round has had no turn yet, in order."""
    return tuple(name for name in round_order(state) if name not in state.heard)


def next_person(state: State) -> str:
    """Who has the next turn of the running round; empty when everyone has been heard."""
    waiting = unheard(state)
    return waiting[0] if waiting else ""
