"""The minutes of a session for its pod, made of its state."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

from facilitator.minutes.course import in_meeting_order, stage_times
from facilitator.minutes.document.following import next_time, planned_length
from facilitator.minutes.document.lines import (
    corrected,
    count_pod_only,
    kept_for_later,
    lines_by_kind,
    notes_by_stage,
)
from facilitator.minutes.document.model import Document
from facilitator.minutes.document.people import attendance
from facilitator.minutes.times import meeting_span, placed
from facilitator.session.decide_closing import lines_of
from facilitator.session.state import State
from facilitator.words.dates import clock_time, long_date
from facilitator.words.language import gettext as _


def document(state: State, *, timing: bool = False) -> Document:
    """The minutes of a session for its pod, with everything. What goes to others is made in `beyond/`.

    `timing` adds what each stage took; that is for the chair.
    """
    notes = in_meeting_order(state)
    lines, said = lines_by_kind(state, notes)
    present, absent = attendance(state)
    return Document(
        audience="pod",
        key=_key(state),
        as_of=state.last_at or state.closed_at or state.opened_at,
        began=state.started_at,
        ended=state.closed_at,
        format=state.agenda.title,
        title=state.title,
        theme=state.agenda.theme,
        status=_status(state),
        version=state.version,
        **_when(state),
        span=meeting_span(state.opened_at, state.started_at, state.closed_at, state.zone),
        rehearsal=state.rehearsal,
        present=present,
        absent=absent,
        takeaways=tuple(lines["takeaway"]),
        steps=tuple(sorted(lines["step"], key=lambda line: not line.owners)),
        decisions=tuple(lines["decision"]),
        questions=tuple(lines["question"]),
        later=kept_for_later(state, lines["later"]),
        next_meeting=next_time(state.next_meeting, planned_length(state)),
        notes=notes_by_stage(state, said, lines["later"]),
        times=stage_times(state) if timing else (),
        final=_final(state),
        agreed=_agreed(state),
        **corrected(state),
        figures=(),
        pod_only=count_pod_only(notes),
        case_notes=len(lines["note"]) - count_pod_only(lines["note"]),
    )


def _key(state: State) -> str:
    """Made of when it was opened, to the millisecond, and where: a moved folder changes nothing."""
    return sha256(f"{state.opened_at} {state.zone}".encode()).hexdigest()[:32]


def _status(state: State) -> str:
    if state.corrected:
        return _("Draft of version {n}").format(n=state.version + 1)
    return _("Final, version {n}").format(n=state.version) if state.version else _("Draft")


def _final(state: State) -> str:
    if not state.finals or state.corrected:
        return ""
    last = state.finals[-1]
    moment, zone = placed(last.at, state.zone)
    when = {"date": long_date(moment), "time": clock_time(moment), "zone": zone}
    if not last.who:
        return _("Made final on {date} at {time} {zone}.").format(**when)
    return _("Made final by {name} on {date} at {time} {zone}.").format(name=last.who, **when)


def _agreed(state: State) -> tuple[str, ...]:
    """Everybody whose yes covers all that is hers to agree to; half a yes is told of nobody."""
    asked = {name for names in state.agreed.values() for name in names}
    return tuple(
        name
        for name in state.names()
        if name in asked and all(name in state.agreed.get(one, ()) for one in lines_of(state, name))
    )


def _when(state: State) -> dict[str, Any]:
    began = state.started_at or state.opened_at
    if not began:
        return {}
    start, zone = placed(began, state.zone)
    return {
        "date": long_date(start),
        "start": clock_time(start) if state.started_at else "",
        "end": clock_time(placed(state.closed_at, state.zone)[0]) if state.closed_at else "",
        "zone": zone,
    }
