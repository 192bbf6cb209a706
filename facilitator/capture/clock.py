"""`HH:MM` in front of a line that is handed in: which instant it speaks of, and which stage ran then."""

from __future__ import annotations

import re
from datetime import UTC, datetime, time, timedelta

from msgspec import Struct

from facilitator.session.state import State
from facilitator.words.dates import from_stamp, to_stamp, zone_of

_TIMED = re.compile(r"\s*([0-9]{1,2})[:：]([0-9]{2})\s+(\S.*)", re.DOTALL)

_AROUND = timedelta(hours=1)
"""So long before the beginning and after the end a time still counts as one of this meeting."""

_MINUTE = timedelta(minutes=1) - timedelta(milliseconds=1)


class Filed(Struct, frozen=True, kw_only=True):
    """Where a handed-in line belongs: the stage, the instant (UTC), every stage that ran in that minute."""

    stage: str | None
    when: str = ""
    around: frozenset[str] = frozenset()


def split_time(line: str) -> tuple[time, str] | None:
    """The time of day in front of a line, and the rest; None where there is none, or nothing after it."""
    match = _TIMED.fullmatch(line)
    if not match or int(match[1]) > 23 or int(match[2]) > 59:
        return None
    return time(int(match[1]), int(match[2])), match[3]


def file_under(state: State, wanted: time) -> Filed | None:
    """The stage that was running at this time of day; None where the time lies outside the meeting.

    Local to the session's zone, on the day on which it comes nearest to the meeting, past midnight as well.
    A stage belongs to the minute in which it began, as its heading in the minutes says.
    """
    if not state.visits:
        return None
    begun = from_stamp(state.started_at or state.visits[0].at)
    ended = max(begun, from_stamp(state.closed_at or state.last_at or state.visits[-1].at))
    instant = min(_instants(state, wanted, begun), key=lambda one: _distance(one, begun, ended))
    if _distance(instant, begun, ended) > _AROUND:
        return None
    last = state.visits[0].stage
    around = set()
    for visit in state.visits:
        at = from_stamp(visit.at)
        if at > instant + _MINUTE:
            break
        if at > instant:
            around.add(last)
        last = visit.stage
    return Filed(stage=last, when=to_stamp(instant), around=frozenset({*around, last}))


def unfiled(state: State) -> Filed:
    """Where a line without any time belongs: the running stage, or the last one of a closed meeting."""
    if state.phase == "closed" and state.visits:
        return Filed(stage=state.visits[-1].stage)
    return Filed(stage=None)


def _instants(state: State, wanted: time, begun: datetime) -> list[datetime]:
    zone = zone_of(state.zone)
    day = begun.astimezone(zone).date()
    return [
        datetime.combine(day + timedelta(days=more), wanted.replace(fold=fold), zone).astimezone(UTC)
        for more in (0, -1, 1, 2)
        for fold in (0, 1)
    ]


def _distance(instant: datetime, begun: datetime, ended: datetime) -> timedelta:
    if instant + _MINUTE < begun:
        return begun - instant
    return max(instant - ended, timedelta())
