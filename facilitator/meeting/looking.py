"""When the views have to look at a running meeting again."""

from __future__ import annotations

from facilitator.meeting.clock import RehearsalClock
from facilitator.meeting.meeting import Meeting

FASTEST = 0.1
"""Seconds of real time between two looks at least, however fast a rehearsal runs."""


def next_look(meeting: Meeting) -> float | None:
    """Seconds of real time until the next whole second of the clock that is shown.

    None where no time goes by: the meeting does not run, or its clock is only moved by hand.
    """
    state = meeting.state
    if state.phase != "running":
        return None
    speed = state.speed if isinstance(meeting.clock, RehearsalClock) else 1.0
    if speed <= 0:
        return None
    since = meeting.moment().t - (state.turn_t if state.turn else state.entered_t)
    # A little behind the second, so that the clock has surely gone on when it is looked at.
    return max((1.0 - since % 1.0 + 0.02) / speed, FASTEST)
