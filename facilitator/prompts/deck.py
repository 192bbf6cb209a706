"""A deck: cards that a chair reads aloud, kept as TOML so that anyone can mend or translate them."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct, field

FORMAT = 1
LONGEST = 160
"""Characters that a card may have: what fits on three lines of a small screen and in one breath."""

GIVER = "{giver}"
"""The one placeholder a card may hold; `session.guide.fill` puts the case giver's name in its place."""


class DeckError(Exception):
    """A deck that cannot be used. Its text is one sentence with the file and the card."""


class Card(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A question to read aloud word for word."""

    id: str
    """Unique in all shipped decks, and kept when the wording is mended: logs name it."""
    dimension: str
    """Id of one of the deck's dimensions."""
    text: str
    """At most `LONGEST` characters; may hold {giver}."""
    reader: Literal["room", "chair"] = field(default="room", name="for")
    """`room`: to read aloud. `chair`: for the chair's eyes."""


class Dimension(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a card looks at, and what a person may call it. Case, accents and punctuation do not count."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()


class Deck(Struct, frozen=True, kw_only=True):
    """A file of cards. `name` is its stem without the language, and chooses the deck as a whole."""

    name: str
    title: str
    language: str
    source: str
    aliases: tuple[str, ...]
    dimensions: tuple[Dimension, ...]
    cards: tuple[Card, ...]

    def find_card(self, card_id: str) -> Card | None:
        """The card of that id, if the deck has it."""
        return next((card for card in self.cards if card.id == card_id), None)
