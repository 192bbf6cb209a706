"""Cards for the chair to read aloud."""

from __future__ import annotations

from facilitator.session.events.envelope import Event


class CardShown(Event, tag="card_shown", kw_only=True, frozen=True):
    """A card from a deck is on the chair's screen."""

    dimension: str
    card: str
    """Id of the card in its deck."""
    text: str
