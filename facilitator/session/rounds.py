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
    names = [name for name in speaking_order(state) if name != listening]
    ordered = state.order_in.get(state.stage, ())
    if ordered:
        names.sort(key=lambda name: ordered.index(name) if name in ordered else len(ordered))
    return tuple(names)


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


def to_ask_again(state: State) -> tuple[str, ...]:
    """Who passed in the running round and is asked once more at its end."""
    asked = state.asked_again_in.get(state.stage, ())
    return tuple(name for name in round_order(state) if name in state.passed and name not in asked)


def next_person(state: State) -> str:
    """Who has the next turn of the running round: those not heard, then those who passed, once more.

    Empty when everyone has been heard.
    """
    waiting = unheard(state) or to_ask_again(state)
    return waiting[0] if waiting else ""


def quiet_first(state: State) -> tuple[str, ...]:
    """The people of the running round, those heard least so far first, the chair last all the same."""
    turns = [name for stage, names in state.heard_in.items() if stage != state.stage for name in names]
    lines = [name for note in state.notes.values() for name in note.speakers]
    order = round_order(state)
    return tuple(
        sorted(
            order,
            key=lambda name: (name == state.leader, turns.count(name), lines.count(name), order.index(name)),
        )
    )
