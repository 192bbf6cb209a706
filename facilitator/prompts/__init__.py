"""Decks of cards as data, and choosing from them."""

from facilitator.prompts.deck import Card, Deck, DeckError, Dimension

__all__ = ["Card", "Deck", "DeckError", "Dimension"]
