"""Blocks repeated for each member of a small group: all groups at once, one clock for all. Pure.

The groups are made when the block begins and stay together to its end. Each time that it is run, one person
of each group has the time: the first of the group who has not had it, the chair last.
"""

from __future__ import annotations

import zlib
from typing import Any

from facilitator.agenda.blocks import MARK, Placed
from facilitator.agenda.breakouts import Groups, adjusted, groups
from facilitator.session.state import State


def seed(state: State) -> int:
    """A number that is the session's own and stays the same whenever its log is read."""
    return zlib.crc32(state.opened_at.encode())


def groups_of(state: State, here: Placed) -> Groups:
    """The small groups of that block with those who are here now; empty elsewhere."""
    if here.stage.repeat != "member" or here.stage.breakouts is None:
        return ()
    begun = state.grouped.get(here.stage.block)
    if begun is None:
        begun = groups(state.here(), here.stage.breakouts, seed(state))
    return adjusted(begun, state.here())


def served_in(state: State, here: Placed) -> tuple[str, ...]:
    """Whose time it is, one of each group: those it began with, or else those it would begin with now."""
    key = _key(here)
    begun = state.served.get(key)
    if begun is not None:
        return tuple(name for name in begun if name in state.here())
    block = here.stage.block + MARK
    had = {name for one, names in state.served.items() if one.startswith(block) for name in names}
    waiting = (
        sorted((name for name in group if name not in had), key=lambda name: name == state.leader)
        for group in groups_of(state, here)
    )
    return tuple(group[0] for group in waiting if group)


def begun_for_members(state: State, here: Placed) -> dict[str, Any]:
    """What entering a stage of such a block changes: the groups, and whose time begins."""
    if here.stage.repeat != "member":
        return {}
    changes: dict[str, Any] = {}
    if here.stage.block not in state.grouped:
        changes["grouped"] = state.grouped.set(here.stage.block, groups_of(state, here))
    if _key(here) not in state.served:
        changes["served"] = state.served.set(_key(here), served_in(state, here))
    return changes


def _key(here: Placed) -> str:
    return f"{here.stage.block}{MARK}{here.number}"
