"""The next meeting."""

from __future__ import annotations

import math

from facilitator.minutes.document.model import NextTime
from facilitator.minutes.times import placed
from facilitator.session.state import NextMeeting, State
from facilitator.words.dates import clock_time, long_date
from facilitator.words.language import gettext as _


def planned_length(state: State) -> float:
    """Seconds that the meeting was to take: as asked for, else as planned, to the next five minutes."""
    if state.minutes:
        return state.minutes * 60
    return math.ceil(sum(item.seconds for item in state.plan) / 300) * 300.0


def next_time(following: NextMeeting, seconds: float) -> NextTime | None:
    """The next meeting as people read it, so many seconds long; None where nothing is settled."""
    roles = (
        (_("Chair"), following.chair),
        (_("Record keeper"), following.keeper),
        (_("Case giver"), following.giver),
    )
    given = tuple((role, name) for role, name in roles if name)
    if not following.when:
        return NextTime("", given) if given else None
    moment, zone = placed(following.when, following.zone)
    phrase = _("{date}, {time} {zone}") if zone.startswith("UTC") else _("{date}, {time} ({zone})")
    when = phrase.format(date=long_date(moment), time=clock_time(moment), zone=zone)
    return NextTime(when, given, at=following.when, zone=following.zone, seconds=seconds)
