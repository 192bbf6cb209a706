"""The meeting as it would be held if it began now: its stages, their times, and what changed. Pure."""

from __future__ import annotations

from datetime import datetime, timedelta

from msgspec import Struct

from facilitator.agenda.blocks import planned_names
from facilitator.agenda.fit import Fit, size_advice
from facilitator.agenda.model import Agenda
from facilitator.agenda.sheet import sheet
from facilitator.meeting.opening import Wanted
from facilitator.session.decide import fitted
from facilitator.session.page import names_on_page
from facilitator.session.state import Moment, Person, State
from facilitator.words.dates import SAME, Times, from_stamp, zone_of
from facilitator.words.durations import in_words, short_minutes
from facilitator.words.language import gettext as _
from facilitator.words.visible import visible


class PlanRow(Struct, frozen=True):
    """A stage of the plan: its time of day, its name and its length, in words."""

    start: str
    name: str
    length: str


class Plan(Struct, frozen=True):
    """The meeting as it would be held if it began now."""

    span: str
    rows: tuple[PlanRow, ...]
    sentences: tuple[str, ...]
    """What changed and why, and what the size of the group means."""


def plan(wanted: Wanted, now: datetime, times: Times = SAME) -> Plan:
    """The stages with their minutes and times of day, fitted as beginning now (UTC) would fit them."""
    agenda = wanted.held()
    fit = _fit(agenda, wanted, now)
    zone = zone_of(wanted.zone)
    at, rows = now, []
    names = planned_names(agenda, [item.id for item in fit.plan])
    for item in fit.plan:
        start = times.column(at.astimezone(zone))
        rows.append(PlanRow(start, visible(names[item.id]), short_minutes(item.seconds)))
        at += timedelta(seconds=item.seconds)
    end = from_stamp(wanted.until) if wanted.until else now + timedelta(seconds=_whole(wanted, fit))
    span = _("{start} to {end}, {length}").format(
        start=times.time(now.astimezone(zone)),
        end=times.time(end.astimezone(zone)),
        length=in_words(round((end - now).total_seconds() / 60) * 60),
    )
    advice = size_advice(agenda, len(wanted.people))
    said = [*fit.sentences, *([advice] if advice else [])]
    return Plan(span, tuple(rows), tuple(map(visible, said)))


def _fit(agenda: Agenda, wanted: Wanted, now: datetime) -> Fit:
    state = State(
        agenda=agenda,
        people=tuple(map(Person, wanted.people)),
        giver=wanted.giver,
        minutes=wanted.minutes,
        until=wanted.until,
    )
    return fitted(state, Moment(0.0, now))


def _whole(wanted: Wanted, fit: Fit) -> float:
    return fit.total if wanted.minutes is None else wanted.minutes * 60


def page(wanted: Wanted, now: datetime) -> list[str]:
    """The meeting on one page, as if it began now, for whoever goes on when the chair's line drops."""
    zone = zone_of(wanted.zone)
    start = now.astimezone(zone).replace(second=0, microsecond=0)
    seconds = None if wanted.minutes is None else wanted.minutes * 60
    if wanted.until:
        seconds = max(round((from_stamp(wanted.until) - now).total_seconds() / 60), 1) * 60.0
    names = names_on_page(wanted.chair, wanted.keeper, wanted.givers or (wanted.giver,))
    return sheet(wanted.held(), len(wanted.people), seconds=seconds, start=start, names=names)
