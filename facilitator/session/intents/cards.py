"""Cards for the chair to read aloud."""

from __future__ import annotations

from facilitator.session.intents.intent import Intent


class ShowCard(Intent, frozen=True):
    """Show a card to the chair."""

    dimension: str
    card: str
    text: str
