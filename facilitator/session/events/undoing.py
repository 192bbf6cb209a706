"""What is taken back, and done again."""

from __future__ import annotations

from facilitator.session.events.envelope import Event


class Undone(Event, tag="undone", kw_only=True, frozen=True):
    """All events of one cause are skipped when folding. `numbers` are the lines it takes back."""

    undone: str
    numbers: tuple[int, ...] = ()


class Redone(Event, tag="redone", kw_only=True, frozen=True):
    """The events of an undone cause count again, in their old place."""

    redone: str
