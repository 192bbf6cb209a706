"""The clock stands or runs; how long the running stage has, and when the meeting ends."""

from __future__ import annotations

from facilitator.session.events.envelope import Event


class Paused(Event, tag="paused", kw_only=True, frozen=True):
    """The clock stands still; the planned end moves."""


class Unpaused(Event, tag="unpaused", kw_only=True, frozen=True):
    """The clock runs again."""


class TimeChanged(Event, tag="time_changed", kw_only=True, frozen=True):
    """The running stage has more seconds than planned, or fewer (negative)."""

    seconds: float


class StageBackdated(Event, tag="stage_backdated", kw_only=True, frozen=True):
    """The running stage in truth began so many seconds ago; the stage before gives them up."""

    seconds: float


class EndMoved(Event, tag="end_moved", kw_only=True, frozen=True):
    """The promised end of the meeting is another instant (UTC)."""

    promised: str
