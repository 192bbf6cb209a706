"""Choosing a card: pure, and the same for the same seed.

The caller turns the card into `session.intents.ShowCard`: its dimension, its id, and its text as
`session.guide.fill` fills it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Mapping, Sequence

from facilitator.prompts.deck import Card, Deck, Dimension
from facilitator.prompts.reading import SHIPPED, shipped

OPENING = "opening"
CLOSING = "closing"
"""Ids of the dimensions that frame a deck; their cards are not offered between the others."""


def dimensions(decks: Sequence[Deck] | None = None) -> tuple[Dimension, ...]:
    """What one can ask a card for, deck by deck (the shipped ones where none are given).

    A deck as a whole is one of them, behind its own dimensions; its id is the deck's name.
    """
    found: list[Dimension] = []
    for deck in shipped() if decks is None else decks:
        found.extend(deck.dimensions)
        found.append(Dimension(id=deck.name, name=deck.title, aliases=deck.aliases))
    return tuple(found)


def find_dimension(words: str, decks: Sequence[Deck] | None = None) -> Dimension | None:
    """The dimension of that id, name or alias; None where there is none."""
    wanted = _fold(words)
    for dimension in dimensions(decks):
        if wanted and wanted in _calls(dimension):
            return dimension
    return None


def nearest_dimension(words: str, decks: Sequence[Deck] | None = None) -> Dimension | None:
    """The dimension spelled most like these words, for the sentence that refuses them; None if none is."""
    from difflib import get_close_matches

    called = {call: dimension for dimension in reversed(dimensions(decks)) for call in _calls(dimension)}
    matches = get_close_matches(_fold(words), called, n=1, cutoff=0.6)
    return called[matches[0]] if matches else None


def in_turn(decks: Sequence[Deck], seen: Collection[str]) -> tuple[Deck, ...]:
    """The decks in the order in which they are to be offered when nobody names one.

    The power lens begins; then the deck of which least was seen. Cards about our own meeting come last.
    """
    lens, about_us = SHIPPED

    def place(deck: Deck) -> tuple[bool, int, bool]:
        return deck.name == about_us, sum(card.id in seen for card in deck.cards), deck.name != lens

    return tuple(sorted(decks, key=place))


def choose(
    decks: Sequence[Deck],
    dimension: str | None,
    seen: Collection[str],
    seed: int,
    used: Sequence[str] = (),
) -> Card:
    """A card of that dimension (an id, or a deck's name), or the card to offer when nobody named one.

    No card whose id is in `seen` (in this meeting) comes again while the dimension has others, and of these
    none in `used` (in earlier ones, the longest ago first) while there are others; then the one used longest
    ago. Without a dimension the decks come in order, and in each: one opening card first, then the dimensions
    of which least was seen, and the rest of what frames the deck last. Raises ValueError where no deck has a
    card to offer.
    """
    last_use = {card: place for place, card in enumerate(used)}
    whole = [deck for deck in decks if deck.name == dimension]
    if whole or dimension is None:
        pool = _offered(whole or decks, seen, last_use)
    else:
        pool = _named(decks, dimension, seen)
    pool = _longest_unused(pool, last_use)
    if not pool:
        raise ValueError(f"no deck has a card for {dimension!r}")
    # Imported here because it costs more than all the rest of this module, and start-up is felt.
    from random import Random

    return Random(seed).choice(pool)


def _named(decks: Sequence[Deck], dimension: str, seen: Collection[str]) -> list[Card]:
    cards = [card for deck in decks for card in deck.cards if card.dimension == dimension]
    return [card for card in cards if card.id not in seen] or cards


def _offered(decks: Sequence[Deck], seen: Collection[str], last_use: Mapping[str, int]) -> list[Card]:
    for deck in decks:
        fresh = _fresh(deck, seen, last_use)
        if fresh:
            return fresh
    # All was seen: begin again, as if nothing had been.
    return _fresh(decks[0], (), last_use) if decks else []


def _fresh(deck: Deck, seen: Collection[str], last_use: Mapping[str, int]) -> list[Card]:
    """The unseen cards of which the next one should be, empty when all of the deck was seen."""
    opening = [card for card in deck.cards if card.dimension == OPENING]
    if opening and not any(card.id in seen for card in opening):
        return opening
    unseen = [card for card in deck.cards if card.id not in seen]
    inner = [card for card in unseen if card.dimension not in (OPENING, CLOSING)]
    if not inner:
        return unseen
    # A dimension that was looked at today has the next card rather than one whose cards were all used before.
    inner = [card for card in inner if card.id not in last_use] or inner
    often = {
        dimension.id: sum(card.id in seen for card in deck.cards if card.dimension == dimension.id)
        for dimension in deck.dimensions
    }
    least = min(often[card.dimension] for card in inner)
    return [card for card in inner if often[card.dimension] == least]


def _longest_unused(cards: list[Card], last_use: Mapping[str, int]) -> list[Card]:
    """The cards that were never used; where there are none, the one used longest ago."""
    unused = [card for card in cards if card.id not in last_use]
    return unused or sorted(cards, key=lambda card: last_use[card.id])[:1]


def _calls(dimension: Dimension) -> set[str]:
    return {_fold(call) for call in (dimension.id, dimension.name, *dimension.aliases)}


def _fold(words: str) -> str:
    """The words for comparing: no case, no accents, one space for all that is no letter or digit."""
    plain = unicodedata.normalize("NFKD", words).casefold()
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return re.sub(r"[\W_]+", " ", plain).strip()
