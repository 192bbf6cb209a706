"""How long a stage is, and how it grows and shrinks: in grid steps, and in proportion to its own length.

All times are seconds. Pure.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from msgspec import Struct

from facilitator.agenda.blocks import times_of
from facilitator.agenda.model import Agenda, Stage

STAGE_STEP = 30.0
PERSON_STEP = 15.0
STAGE_LEAST = 60.0
PERSON_LEAST = 30.0
MOST = 1.5
"""A stage grows to at most so many times its own length."""

_CLOSE = 1e-6


class Size(Struct, frozen=True):
    """The natural length of a stage: `count` people with so many seconds each, or one share for all.

    A stage of a block is run so many `times`, each time as long.
    """

    stage: Stage
    share: float
    count: int = 1
    each: bool = False
    times: int = 1

    @property
    def seconds(self) -> float:
        """The natural length in all."""
        return self.share * self.weight

    @property
    def weight(self) -> int:
        """How many shares there are in all."""
        return self.count * self.times

    @property
    def step(self) -> float:
        """By how much a share changes at a time."""
        return PERSON_STEP if self.each else STAGE_STEP

    def least(self, ratio: float) -> float:
        """The smallest share when shrinking to `ratio`: never below the least that is of use."""
        floor = max(PERSON_LEAST, STAGE_LEAST / self.count) if self.each else STAGE_LEAST
        return min(self.share, _up(max(ratio * self.share, floor), self.step))

    def at(self, factor: float, ratio: float) -> float:
        """The share at a factor of the natural one, on the grid."""
        wanted = _down(factor * self.share, self.step)
        if factor >= 1:
            return max(self.share, wanted)
        return max(self.least(ratio), min(self.share, wanted))

    def larger(self, share: float, factor: float) -> float:
        """The share one step up, to at most the natural one when shrinking, to `MOST` of it when growing."""
        most = self.share if factor < 1 else MOST * self.share
        stepped = _down(share, self.step) + self.step
        if factor < 1:
            return min(stepped, most)
        return stepped if stepped <= most + _CLOSE else share


def size_of(stage: Stage, present: int, others: int, cases: int = 1) -> Size:
    """The natural length of a stage for so many people, so many without the case giver, so many cases."""
    times = times_of(stage, present, cases)
    if stage.per_person is not None:
        return Size(stage, stage.per_person * 60, present, True, times)
    if stage.per_other is not None:
        count = max(present - 1, 1) if stage.repeat == "person" else others
        return Size(stage, stage.per_other * 60, count, True, times)
    return Size(stage, (stage.minutes or 0.0) * 60, times=times)


def group_size(agenda: Agenda, present: int, others: int) -> tuple[int, int]:
    """How many people to plan for: those given; with nobody given, the group the agenda is best for."""
    if present < 1:
        group = agenda.group
        present = group.best or group.min or group.max or 1
        others = present - 1
    return present, max(others, 1)


def natural_length(agenda: Agenda, present: int, others: int) -> float:
    """What the whole agenda takes by itself, for so many people and so many without the case giver."""
    others = max(others, 1)
    return math.fsum(size_of(stage, present, others, agenda.cases).seconds for stage in agenda.stages)


def fit_shares(sizes: Sequence[Size], budget: float, ratio: float, most: float) -> list[float] | None:
    """A share for each stage, so that all together take at most `budget`.

    The largest common factor of the natural shares, from `ratio` to `most`, that does it; None where they do
    not fit even at `ratio`. What rounding leaves over goes, step by step, to those who lost most by it.
    """
    if not sizes:
        return [] if budget >= -_CLOSE else None
    if _sum(sizes, _at(sizes, ratio, ratio)) > budget + _CLOSE:
        return None
    factor = _largest_factor(sizes, budget, ratio, most)
    shares = _at(sizes, factor, ratio)
    left = budget - _sum(sizes, shares)
    lost = sorted(
        range(len(sizes)), key=lambda i: (factor * sizes[i].share - shares[i]) / sizes[i].step, reverse=True
    )
    for i in lost if factor < most else ():
        larger = sizes[i].larger(shares[i], factor)
        cost = (larger - shares[i]) * sizes[i].weight
        if 0 < cost <= left + _CLOSE:
            shares[i] = larger
            left -= cost
    return shares


def _largest_factor(sizes: Sequence[Size], budget: float, low: float, high: float) -> float:
    if _sum(sizes, _at(sizes, high, low)) <= budget + _CLOSE:
        return high
    if high > 1 and _sum(sizes, _at(sizes, 1.0, low)) <= budget + _CLOSE:
        bottom, top = 1.0, high
    else:
        bottom, top = low, min(high, 1.0)
    for _round in range(40):
        middle = (bottom + top) / 2
        if _sum(sizes, _at(sizes, middle, low)) <= budget + _CLOSE:
            bottom = middle
        else:
            top = middle
    return bottom


def _at(sizes: Sequence[Size], factor: float, ratio: float) -> list[float]:
    return [size.at(factor, ratio) for size in sizes]


def _sum(sizes: Sequence[Size], shares: Sequence[float]) -> float:
    return sum(size.weight * share for size, share in zip(sizes, shares, strict=True))


def _down(seconds: float, step: float) -> float:
    return math.floor(seconds / step + _CLOSE) * step


def _up(seconds: float, step: float) -> float:
    return math.ceil(seconds / step - _CLOSE) * step
