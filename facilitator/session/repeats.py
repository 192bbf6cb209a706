"""Blocks run again for each person or each case: which time it is, whose it is, who gives the case. Pure.

For blocks run for each member of a small group see `members`.
"""

from __future__ import annotations

from typing import Any

from facilitator.agenda.blocks import MARK, Placed, find_planned
from facilitator.session.members import begun_for_members, served_in
from facilitator.session.state import State


def placed(state: State, stage_id: str) -> Placed | None:
    """The stage of the agenda that is planned under this id; None for an inserted one."""
    try:
        return find_planned(state.agenda, stage_id)
    except KeyError:
        return None


def speaking_order(state: State) -> tuple[str, ...]:
    """Those present, whoever leads last: the order of rounds, and of blocks for each person."""
    names = list(state.here())
    if state.leader in names:
        names.remove(state.leader)
        names.append(state.leader)
    return tuple(names)


def person_of(state: State, stage_id: str) -> str:
    """Whose time it is in a block repeated for each person: of one that has begun, the person it began with.

    The times to come go to those present who have not had theirs, in speaking order; so nobody is missed
    when somebody comes or goes. Empty elsewhere, and where more times are left than people.
    """
    here = placed(state, stage_id)
    if here is None or here.stage.repeat != "person":
        return ""
    begun = state.whose.get(_key(here))
    if begun is not None:
        return begun
    block = here.stage.block + MARK
    had = {name for key, name in state.whose.items() if key.rpartition(MARK)[0] + MARK == block}
    waiting = [name for name in speaking_order(state) if name not in had]
    place = sum(block + str(number) not in state.whose for number in range(1, here.number))
    return waiting[place] if place < len(waiting) else ""


def whose_time(state: State, stage_id: str) -> tuple[str, ...]:
    """Whose time it is in a block repeated for each person, or one of each small group; empty elsewhere."""
    here = placed(state, stage_id)
    if here is not None and here.stage.repeat == "member":
        return served_in(state, here)
    name = person_of(state, stage_id)
    return (name,) if name else ()


def begun_by(state: State, stage_id: str) -> dict[str, Any]:
    """What entering this stage changes: whose time begins, who gives the case, who is in small groups."""
    here = placed(state, stage_id)
    if here is None:
        return {}
    changes = begun_for_members(state, here)
    if here.stage.breakouts is not None:
        changes["gathered"] = state.here()
    if here.stage.repeat == "person" and _key(here) not in state.whose:
        name = person_of(state, stage_id)
        if name:
            changes["whose"] = state.whose.set(_key(here), name)
    if here.stage.repeat == "case":
        changes["giver"] = giver_of(state, here.number)
    return changes


def given_to(state: State, name: str) -> dict[str, Any]:
    """What a turn given by name changes in a block: in its first stage the time can still change hands."""
    here = placed(state, state.stage)
    if here is None or here.stage.repeat != "person" or here.stage.kind == "round":
        return {}
    ids = [item.id for item in state.plan]
    at = ids.index(state.stage) if state.stage in ids else 0
    before = placed(state, ids[at - 1]) if at else None
    if before is not None and _key(before) == _key(here):
        return {}
    had = {
        key for key, whose in state.whose.items() if whose == name and key.startswith(here.stage.block + MARK)
    }
    return {} if had else {"whose": state.whose.set(_key(here), name)}


def giver_of(state: State, case: int) -> str:
    """Who gives the case of that number (from 1); empty where nobody is named for it."""
    return state.givers[case - 1] if 0 < case <= len(state.givers) else ""


def is_told_in(state: State, stage_id: str) -> bool:
    """Whether a case is told in this stage: the first in which the case giver talks alone, for each case."""
    held = (one for one in state.agenda.stages if one.id not in state.dropped)
    first = next((one.id for one in held if one.kind == "talk" and "{giver}" in one.speaker), None)
    here = placed(state, stage_id)
    return here is not None and here.stage.id == first


def case_meant(state: State) -> int:
    """The case that is meant when a case giver is named now: the running one, the next, else the last."""
    ids = [item.id for item in state.plan]
    at = state.place
    coming = ids[ids.index(at) :] if at in ids else ids
    for stage_id in (*coming, *reversed(ids)):
        here = placed(state, stage_id)
        if here is not None and here.stage.repeat == "case":
            return here.number
    return 1


def last_case(state: State) -> tuple[Placed, ...]:
    """The stages of the last case or topic that is planned, in order; none where nothing is run for each."""
    found = [here for here in (placed(state, item.id) for item in state.plan) if here is not None]
    cases = [here for here in found if here.stage.repeat == "case"]
    highest = max((here.number for here in cases), default=0)
    return tuple(here for here in cases if here.number == highest)


def with_giver(state: State, name: str, case: int) -> dict[str, Any]:
    """What naming the giver of a case changes (0: the case that is meant now)."""
    meant = case_meant(state)
    number = case or meant
    givers = [*state.givers, *[""] * (number - len(state.givers))]
    givers[number - 1] = name
    changes: dict[str, Any] = {"givers": tuple(givers)}
    if number == meant:
        changes["giver"] = name
    return changes


def _key(here: Placed) -> str:
    return f"{here.stage.block}{MARK}{here.number}"
