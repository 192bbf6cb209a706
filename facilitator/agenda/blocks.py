"""Blocks: stages that stand together and are run together, once for each person or once for each case.

What is planned for them goes by ids of its own: `share#1`, `share#2` … Everything after fitting (the plan,
what was spent, the stage of a note) uses these. Pure.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from facilitator.agenda.breakouts import largest
from facilitator.agenda.model import Agenda, Stage
from facilitator.words.language import gettext as _

MARK = "#"
"""Between the id of a stage and the number of the time that it is run."""

MOST_CASES = 20
"""No meeting has more cases, or topics."""


class Placed(Struct, frozen=True):
    """A stage in the running order: its planned id, and the how-manyeth time it is run (0: only once)."""

    stage: Stage
    id: str
    number: int = 0


def times_of(stage: Stage, present: int, cases: int) -> int:
    """How many times a stage is run with so many people and so many cases."""
    if stage.repeat == "person":
        return max(present, 1)
    if stage.repeat == "member" and stage.breakouts is not None:
        return max(largest(present, stage.breakouts), 1)
    return cases if stage.repeat == "case" else 1


def laid_out(stages: Sequence[Stage], present: int, cases: int) -> list[Placed]:
    """The stages in the order they are run: a block from its first stage to its last, then again."""
    order: list[Placed] = []
    for block, members in blocks_of(stages):
        if not block:
            order += [Placed(stage, stage.id) for stage in members]
            continue
        for number in range(1, times_of(members[0], present, cases) + 1):
            order += [Placed(stage, planned_id(stage, number), number) for stage in members]
    return order


def blocks_of(stages: Iterable[Stage]) -> list[tuple[str, list[Stage]]]:
    """The stages cut into blocks by name; those between blocks together, under an empty name."""
    return [(block, list(members)) for block, members in groupby(stages, key=lambda stage: stage.block)]


def planned_id(stage: Stage, number: int) -> str:
    """The id under which a stage of a block is planned for the time of that number (from 1)."""
    return f"{stage.id}{MARK}{number}"


def times_planned(stage: Stage, ids: Iterable[str]) -> int:
    """How many times a stage of a block is run in a plan with these ids: the highest number it has there.

    One that was left out on the way keeps its number, so that the others keep theirs.
    """
    parts = (one.rpartition(MARK) for one in ids)
    return max((int(number) for base, _mark, number in parts if base == stage.id), default=0)


def find_planned(agenda: Agenda, wanted: str) -> Placed:
    """The stage that is planned under this id. Raises KeyError where there is none."""
    base, mark, number = wanted.rpartition(MARK)
    for stage in agenda.stages:
        if stage.id == wanted:
            return Placed(stage, wanted)
        if mark and stage.id == base and stage.block and number.isascii() and number.isdecimal():
            return Placed(stage, wanted, int(number))
    raise KeyError(wanted)


def planned_names(agenda: Agenda, ids: Sequence[str]) -> dict[str, str]:
    """What the stages planned under these ids are called, by id. Raises KeyError where one is not planned."""
    found = {one: find_planned(agenda, one) for one in ids}
    return {one: named(placed, times_planned(placed.stage, ids)).name for one, placed in found.items()}


def named(placed: Placed, count: int) -> Stage:
    """The stage as it is called the one time it is run, of `count` times: `Client shares · 2 of 3`."""
    if not placed.number:
        return placed.stage
    name = placed.stage.name
    if count > 1:
        name = _("{stage} · {number} of {count}").format(stage=name, number=placed.number, count=count)
    return replace(placed.stage, id=placed.id, name=name)
