"""A figure: what was measured, beside its reference and its goal, and how it is printed."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass

Measure = Callable[[], float]


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the report. `ours` and `reference` are in `unit`.

    The goal is a ratio, or without a reference a number in `unit`. A figure without a goal is told for what
    it explains.
    """

    name: str
    ours: float
    unit: str
    reference: float | None = None
    goal: float | None = None
    against: str = ""

    @property
    def value(self) -> float:
        """What is held against the goal."""
        return self.ours / self.reference if self.reference else self.ours

    @property
    def verdict(self) -> str:
        """In words: met, or by how much not."""
        if self.goal is None:
            return "(no goal)"
        if self.value <= self.goal:
            return "met"
        return f"short by {100 * (self.value / self.goal - 1):.0f} %"


def medians(ours: Measure, reference: Measure, rounds: int) -> tuple[float, float]:
    """Measure both in turn, `rounds` times after one that only warms up, and take the median of each."""
    ours(), reference()
    pairs = [(ours(), reference()) for _ in range(rounds)]
    return statistics.median(a for a, _b in pairs), statistics.median(b for _a, b in pairs)


def percentile(values: Sequence[float], percent: int) -> float:
    """The value below which that share of the values lies."""
    return statistics.quantiles(values, n=100, method="inclusive")[percent - 1]


HEAD = f"{'figure':<44} {'ours':>12} {'reference':>12} {'ratio':>6}  {'goal':<8} verdict"


def row(figure: Figure) -> str:
    """The figure as one line of the report."""
    ours = f"{figure.ours:.4g} {figure.unit}"
    reference = f"{figure.reference:.4g} {figure.unit}" if figure.reference is not None else "-"
    ratio = f"{figure.value:.2f}" if figure.reference else "-"
    if figure.goal is None:
        goal = "-"
    else:
        goal = f"<= {figure.goal:g}" + ("" if figure.reference else f" {figure.unit}")
    against = f"   (against {figure.against})" if figure.against else ""
    return f"{figure.name:<44} {ours:>12} {reference:>12} {ratio:>6}  {goal:<8} {figure.verdict}{against}"
