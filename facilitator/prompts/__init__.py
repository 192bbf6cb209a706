"""Decks of cards as data, and choosing from them."""
