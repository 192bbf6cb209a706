"""Words of everyday language, as far as the program's own agendas and cards use them.

A check for names needs to know that a sentence may begin with "Move" and with "Who". No list of words of a
language is shipped for that: what chairs are given to say is written in such words.
"""

from __future__ import annotations

from functools import cache

from facilitator.agenda.folder import agendas_folder
from facilitator.agenda.library import shipped
from facilitator.minutes.beyond.folding import words_of
from facilitator.prompts import reading


@cache
def ordinary_words() -> frozenset[str]:
    """Folded words that stand in small letters in the shipped agendas and decks."""
    found: set[str] = set()
    files = [*agendas_folder().glob("**/*.toml"), *reading.deck_files()]
    for file in files:
        text = file.read_text(encoding="utf-8")
        found.update(word.key for word in words_of(text) if text[word.start].islower())
    return frozenset(found)


@cache
def shipped_titles() -> frozenset[str]:
    """The titles of the shipped agendas: no pod has typed them."""
    return frozenset(agenda.title for agenda in shipped())
