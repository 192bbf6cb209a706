"""How an agenda is held by so many people in so much time: what is shorter, left out, or cannot be."""

from __future__ import annotations

import math
from datetime import datetime

from rich.cells import cell_len

from facilitator.agenda.blocks import find_planned, times_of
from facilitator.agenda.fit import Change, Fit, fit, size_advice
from facilitator.agenda.lengths import group_size
from facilitator.agenda.model import Agenda
from facilitator.agenda.timetable import span, time_at, timetable
from facilitator.words.dates import SAME, Times
from facilitator.words.durations import in_words, short_minutes
from facilitator.words.language import gettext as _
from facilitator.words.language import ngettext
from facilitator.words.visible import visible

_NAMED = 30.0
"""Spare seconds less than this are only what rounding leaves."""


def show_fit(
    agenda: Agenda, present: int, seconds: float | None, start: datetime | None, times: Times = SAME
) -> list[str]:
    """Flat lines: when what begins, what became of each stage, and sentences that say why.

    `present` 0 is the group that the agenda is best for; without `seconds` it takes its natural length.
    """
    people, others = group_size(agenda, present, present - 1)
    fitted = fit(agenda, people, others, seconds)
    changed = {one.id: one for one in fitted.changes}
    rows = [
        (time_at(start, row.begins, times), short_minutes(row.seconds), visible(row.stage.name), row.number)
        for row in timetable(agenda, fitted, people)
    ]
    gone = [(number, stage) for number, stage in enumerate(agenda.stages) if stage.id in fitted.dropped]
    for number, stage in reversed(gone):
        place = next((at for at, row in enumerate(rows) if row[3] > number), len(rows))
        rows.insert(place, ("", "", visible(stage.name), number))
    widest = max(cell_len(name) for _at, _length, name, _number in rows)
    long = max(len(length) for _at, length, _name, _number in rows)
    early = times.width if start is not None else SAME.width
    heading = _("{agenda}, {people}, {span}.").format(
        agenda=visible(agenda.title),
        people=ngettext("{n} person", "{n} people", people).format(n=people),
        span=span(start, fitted.total, times),
    )
    lines = [heading, ""]
    for at, length, name, number in rows:
        stage = agenda.stages[number]
        count = times_of(stage, people, agenda.cases)
        remark = _remark(changed.get(stage.id), stage.protected, count)
        gap = " " * (widest - cell_len(name))
        lines.append(f"{at:>{early}}  {length:>{long}}  {name}{gap}  {remark}".rstrip())
    ends = time_at(start, round(fitted.total / 60) * 60, times)
    lines.append(f"{ends:>{early}}  {'':>{long}}  {_('end')}")
    return [*lines, "", *_sentences(agenda, fitted, people, seconds)]


def _remark(change: Change | None, protected: bool, times: int) -> str:
    if change is not None and not change.after:
        return _("left out")
    if change is not None:
        return _("instead of {length}").format(length=short_minutes(change.before / times))
    return _("keeps its time") if protected else ""


def _sentences(agenda: Agenda, fitted: Fit, people: int, seconds: float | None) -> list[str]:
    there = ngettext("{n} person", "{n} people", people).format(n=people)
    needs = _("By itself it takes {length} with {people}.")
    said = [needs.format(length=in_words(fitted.needed), people=there)]
    advice = size_advice(agenda, people)
    if advice:
        said.append(visible(advice))
    said += _scaled(agenda, fitted)
    said += [visible(one.reason) for one in fitted.changes if not one.after]
    if seconds is not None and fitted.short:
        kept = math.fsum(_taken(fitted, agenda, protected=True))
        rest = math.fsum(_taken(fitted, agenda, protected=False))
        cannot = _(
            "It cannot be done in {time}. What keeps its time takes {kept}, all else at its shortest {rest}."
        )
        said.append(cannot.format(time=in_words(seconds), kept=in_words(kept), rest=in_words(rest)))
        over = math.ceil(fitted.short / 60 - 1e-6) * 60
        said.append(
            _("It would run {length} over. End later, or take an agenda with fewer stages.").format(
                length=in_words(over)
            )
        )
    elif fitted.spare >= _NAMED:
        said.append(_("Left over, in no stage: {length}.").format(length=in_words(fitted.spare)))
    elif seconds is not None and not fitted.changes:
        said.append(_("It fits as it is."))
    return said


def _taken(fitted: Fit, agenda: Agenda, *, protected: bool) -> list[float]:
    seconds = {one.id: one.seconds for one in fitted.plan}
    return [
        time
        for planned, time in seconds.items()
        if find_planned(agenda, planned).stage.protected is protected
    ]


def _scaled(agenda: Agenda, fitted: Fit) -> list[str]:
    """How many stages are shorter or longer and why, and which are not because they keep their time."""
    shorter = sum(0 < one.after < one.before for one in fitted.changes)
    longer = sum(one.after > one.before for one in fitted.changes)
    said = []
    if shorter:
        sentence = (
            ngettext(
                "{n} stage is as short as it can be.", "{n} stages are as short as they can be.", shorter
            )
            if fitted.short
            else ngettext(
                "{n} stage is shorter, to end in time.", "{n} stages are shorter, to end in time.", shorter
            )
        )
        said.append(sentence.format(n=shorter))
    if longer:
        sentence = ngettext(
            "{n} stage is longer, because there is time.",
            "{n} stages are longer, because there is time.",
            longer,
        )
        said.append(sentence.format(n=longer))
    protected = [visible(stage.name) for stage in agenda.stages if stage.protected]
    if (shorter or longer) and protected:
        said.append(_("These keep their time: {stages}.").format(stages=", ".join(protected)))
    return said
