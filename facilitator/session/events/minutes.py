"""The minutes are final, and whether a text goes beyond the pod."""

from __future__ import annotations

from facilitator.session.events.envelope import Event


class MinutesFinalised(Event, tag="minutes_finalised", kw_only=True, frozen=True):
    """The minutes are final."""

    version: int = 1
    who: str = ""
    """Who answers for them: the record keeper, else the chair; empty where neither is named."""


class BeyondApproved(Event, tag="beyond_approved", kw_only=True, frozen=True):
    """Somebody said yes to a text that goes beyond the pod: to exactly this one. It holds no words of it."""

    giver: str
    """Who said yes: the case giver, or whoever must be asked where nobody gave a case."""
    digest: str
    """SHA-256 (hexadecimal) of what the text says; another text needs another yes."""
    left_out: tuple[int, ...] = ()
    """Numbers of the lines that the pod kept out of this text."""


class BeyondWithdrawn(Event, tag="beyond_withdrawn", kw_only=True, frozen=True):
    """Somebody takes back the yes to a text that goes beyond the pod."""

    giver: str
