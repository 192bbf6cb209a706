"""Words of everyday language: those of the program's own agendas and cards, and a short list beside.

A check for names needs to know that a sentence may begin with "Move" and with "Who". What chairs are given to
say is written in such words; `everyday.txt` adds those with which lines of minutes begin. No dictionary of a
language would do: it holds names.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from facilitator.agenda.folder import agendas_folder
from facilitator.agenda.library import find, shipped, shipped_names
from facilitator.minutes.beyond.folding import fold, words_of
from facilitator.prompts import reading


@cache
def ordinary_words() -> frozenset[str]:
    """Folded words that stand in small letters in the shipped agendas and decks, and those of the list."""
    found = {fold(word) for line in _listed() for word in line.split()}
    files = [*agendas_folder().glob("**/*.toml"), *reading.deck_files()]
    for file in files:
        text = file.read_text(encoding="utf-8")
        found.update(word.key for word in words_of(text) if text[word.start].islower())
    return frozenset(found)


def _listed() -> list[str]:
    text = (Path(__file__).parent / "everyday.txt").read_text(encoding="utf-8")
    return [line for line in text.splitlines() if not line.startswith("#")]


@cache
def shipped_titles() -> frozenset[str]:
    """The titles of the shipped agendas: no pod has typed them."""
    return frozenset(agenda.title for agenda in shipped())


@cache
def shipped_phrases() -> frozenset[str]:
    """The titles of the shipped agendas and the names of their stages."""
    stages = {stage.name for name in shipped_names() for stage in find(name).stages}
    return shipped_titles() | stages
