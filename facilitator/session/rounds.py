"""Rounds: who speaks in which order, who has been heard, who is next. The chair is last; anyone may pass."""

from __future__ import annotations

from facilitator.session.state import State


def is_round(state: State) -> bool:
    """Whether the running stage goes from person to person."""
    return bool(state.stage) and state.find_stage(state.stage).kind == "round"


def round_order(state: State) -> tuple[str, ...]:
    """Those present who speak in the running round, the chair last; the case giver is left out where the
    stage is for the others (`per_other`)."""
    if not is_round(state):
        return ()
    stage = state.find_stage(state.stage)
    names = [name for name in state.here() if not (stage.per_other is not None and name == state.giver)]
    ordered = state.order_in.get(state.stage, ())
    if ordered:
        return tuple(sorted(names, key=lambda name: ordered.index(name) if name in ordered else len(ordered)))
    if state.chair in names:
        names.remove(state.chair)
        names.append(state.chair)
    return tuple(names)


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
            key=lambda name: (name == state.chair, turns.count(name), lines.count(name), order.index(name)),
        )
    )
