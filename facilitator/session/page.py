"""The rest of a running meeting on one page, for whoever goes on when the chair's line drops. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from facilitator.agenda.sheet import page, sheet, top_lines
from facilitator.agenda.timetable import Row, span
from facilitator.session.refused import Refused
from facilitator.session.repeats import placed
from facilitator.session.state import Moment, State
from facilitator.session.timing import remaining, to_come
from facilitator.words.dates import from_stamp, zone_of
from facilitator.words.language import gettext as _


def page_lines(state: State, now: Moment) -> list[str]:
    """What is still to come, with clock times as things stand now; before the beginning, all of it.

    Raises Refused when the meeting is over.
    """
    if state.phase == "closed":
        raise Refused(_("The meeting is closed: nothing of it is still to come."))
    start = now.at.astimezone(zone_of(state.zone)).replace(second=0, microsecond=0)
    names = names_on_page(state.chair, state.keeper, state.givers or (state.giver,))
    present = len(state.here())
    if state.phase == "lobby":
        seconds = None if state.minutes is None else state.minutes * 60
        if state.until:
            seconds = max((from_stamp(state.until) - start).total_seconds(), 60.0)
        return sheet(state.agenda, present, seconds=seconds, start=start, names=names)
    if state.lead:
        names["lead"] = state.lead
    planned = {item.id for item in state.plan}
    course = (state.stage, *to_come(state))
    ids = [one for one in course if one in planned]
    # What was put into a stage has no row; the stage goes on when it is over.
    put_in = sum(max(remaining(state, now.t, one), 0.0) for one in course if one not in planned)
    rows = _rows(state, now, ids, put_in)
    total = rows[-1].begins + rows[-1].seconds if rows else 0.0
    top = top_lines(state.agenda, present, span(start, total), names)
    first = [item.id for item in state.plan].index(ids[0]) + 1 if ids else 1
    return page(state.agenda, rows, total, top, first=first, start=start, names=names)


def names_on_page(chair: str, keeper: str, givers: Sequence[str]) -> dict[str, str]:
    """Who does what, for a page. Of several case givers each sentence leaves the name open."""
    names = {"chair": chair, "keeper": keeper}
    if len(givers) == 1:
        names["giver"] = givers[0]
    elif any(givers):
        names["givers"] = _(", then ").join(name or "…" for name in givers)
    return names


def _rows(state: State, now: Moment, ids: Sequence[str], at: float) -> list[Row]:
    """The rows of these stages, the first of which begins in `at` seconds."""
    numbers = {stage.id: number for number, stage in enumerate(state.agenda.stages)}
    each = {item.id: item.each for item in state.plan}
    rows: list[Row] = []
    for place, stage_id in enumerate(ids):
        if stage_id == state.stage:
            seconds = max(remaining(state, now.t), 0.0)
        else:
            seconds = max(state.planned.get(stage_id, 0.0) - state.spent.get(stage_id, 0.0), 0.0)
        here = placed(state, stage_id)
        # A stage that was added has sentences of its own, and so a number of its own.
        number = numbers[here.stage.id] if here is not None else len(numbers) + place
        stage = state.find_stage(stage_id)
        rows.append(Row(stage=stage, number=number, begins=at, seconds=seconds, each=each.get(stage_id)))
        at += seconds
    return rows
