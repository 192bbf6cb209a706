"""An agenda as fitted, with the time at which each stage begins. Pure."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from msgspec import Struct

from facilitator.agenda.blocks import find_planned, named, times_of
from facilitator.agenda.fit import Fit
from facilitator.agenda.lengths import group_size
from facilitator.agenda.model import Agenda, Stage
from facilitator.words.dates import SAME, Times
from facilitator.words.durations import in_words
from facilitator.words.language import gettext as _


class Row(Struct, frozen=True, kw_only=True):
    """A stage in the running order."""

    stage: Stage
    """As it is called this time: with its number where it is run again."""
    number: int
    """Which stage of the agenda it is, from 0."""
    begins: float
    """Seconds after the beginning."""
    seconds: float
    each: float | None = None


def timetable(agenda: Agenda, fit: Fit, present: int) -> tuple[Row, ...]:
    """The stages that take place, in order. `present` 0: the group that the agenda is best for."""
    present, _others = group_size(agenda, present, present - 1)
    numbers = {stage.id: number for number, stage in enumerate(agenda.stages)}
    rows, at = [], 0.0
    for item in fit.plan:
        placed = find_planned(agenda, item.id)
        stage = named(placed, times_of(placed.stage, present, agenda.cases))
        number = numbers[placed.stage.id]
        rows.append(Row(stage=stage, number=number, begins=at, seconds=item.seconds, each=item.each))
        at += item.seconds
    return tuple(rows)


def time_at(start: datetime | None, seconds: float, times: Times = SAME) -> str:
    """The time of day so long after `start`; without one the hours and minutes since the beginning.

    `times` is how the one person who looks has it written; what is handed on is the same for everybody.
    """
    if start is not None:
        # Through UTC: the clocks may go forward or back during a meeting.
        return times.time((start.astimezone(UTC) + timedelta(seconds=seconds)).astimezone(start.tzinfo))
    hours, minutes = divmod(int(seconds // 60), 60)
    return f"{hours:02d}:{minutes:02d}"


def span(start: datetime | None, seconds: float, times: Times = SAME) -> str:
    """From when to when and how long, to the minute."""
    seconds = round(seconds / 60) * 60
    if start is None:
        return in_words(seconds)
    return _("{start} to {end}, {length}").format(
        start=time_at(start, 0, times), end=time_at(start, seconds, times), length=in_words(seconds)
    )
