"""To stop the clock or let it run, to give time or take it, and to promise another end."""

from __future__ import annotations

from facilitator.session.intents.intent import Intent


class Pause(Intent, frozen=True):
    """Stop the clock."""


class Resume(Intent, frozen=True):
    """Let the clock run again."""


class More(Intent, frozen=True):
    """Give the running stage more time (seconds > 0)."""

    seconds: float


class Less(Intent, frozen=True):
    """Take time from the running stage (seconds > 0)."""

    seconds: float


class Started(Intent, frozen=True):
    """The running stage in truth began so many seconds ago."""

    seconds: float


class EndAt(Intent, frozen=True):
    """Promise another end of the meeting (UTC)."""

    when: str


class CountAway(Intent, frozen=True):
    """Count the time away into the running stage."""


class SkipAway(Intent, frozen=True):
    """Leave the time away out."""
