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
    if state.chair in names:
        names.remove(state.chair)
        names.append(state.chair)
    return tuple(names)


def unheard(state: State) -> tuple[str, ...]:
    """Who in the running round has had no turn yet, in order."""
    return tuple(name for name in round_order(state) if name not in state.heard)


def next_person(state: State) -> str:
    """Who has the next turn of the running round; empty when everyone has been heard."""
    waiting = unheard(state)
    return waiting[0] if waiting else ""
