"""Words with a capital letter: what may be a place, an organisation or somebody nobody has told us of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from facilitator.minutes.beyond.folding import Word, fold, fold_char, words_of
from facilitator.words.dates import month_name, weekday_name

_INSIDE = frozenset(",;-–—'’ʼ&/")
"""What can stand before a word in the middle of a sentence; anything else may begin one."""

_HOLDS_TOGETHER = frozenset(("", " ", "-", "‑", "–", "'", "’", "&", " & ", "."))


_ALSO_BODIES = frozenset(("aid", "us", "who"))
"""Everyday words that in capitals are mostly the name of a body or a land."""


def capitalised(text: str, ordinary: frozenset[str]) -> list[tuple[int, int]]:
    """Where such words stand, those that belong together as one: (start, end).

    `ordinary` are folded words of everyday language: they may begin a sentence, and be written in capitals.
    """
    calendar = _calendar()
    words = words_of(text)
    found: list[tuple[int, int]] = []
    for place, word in enumerate(words):
        if not _stands_out(text, words, place, ordinary) or word.key in calendar:
            continue
        end = _with_ending(text, words, place)
        if found and text[found[-1][1] : word.start] in _HOLDS_TOGETHER:
            found[-1] = (found[-1][0], end)
        elif not found or found[-1][1] <= word.start:
            found.append((word.start, end))
    return found


def _stands_out(text: str, words: Sequence[Word], place: int, ordinary: frozenset[str]) -> bool:
    word = words[place]
    typed = text[word.start : word.end]
    if word.unspaced or len(word.key) < 2 or typed.lower() == typed:
        return False
    if word.key not in ordinary:
        return not _is_contraction(text, word)
    if typed[1:] not in (typed[1:].lower(), typed[1:].upper()):
        # A capital letter in the middle, as in McKinsey, is on purpose.
        return True
    if typed.isupper():
        # A capital letter on every letter of an everyday word is emphasis, beside words without.
        return word.key in _ALSO_BODIES and not _is_shouted(text, words, place)
    return _inside_a_sentence(text, word)


def _is_shouted(text: str, words: Sequence[Word], place: int) -> bool:
    """Whether a word beside this one is all in capitals too."""
    beside = [
        text[one.start : one.end] for one in (*words[max(place - 1, 0) : place], *words[place + 1 :][:1])
    ]
    return any(word.isupper() and len(word) > 1 for word in beside)


def _is_contraction(text: str, word: Word) -> bool:
    """Whether it begins a word like Don't."""
    return (
        word.key[-1] == "n"
        and fold(text[word.end : word.end + 2]) == "'t"
        and not text[word.end + 2 : word.end + 3].isalpha()
    )


def _inside_a_sentence(text: str, word: Word) -> bool:
    before = text[: word.start].rstrip()
    return bool(before) and (before[-1].isalnum() or before[-1] in _INSIDE)


def _with_ending(text: str, words: Sequence[Word], place: int) -> int:
    """The end of a word with what an apostrophe joins to it: Puno's."""
    end = words[place].end
    if place + 1 < len(words) and end < len(text) and fold_char(text[end]) == "'":
        following = words[place + 1]
        if following.start == end + 1 and text[following.start].islower() and len(following.key) <= 4:
            return following.end
    return end


def _calendar() -> frozenset[str]:
    """The names of days and months, which many languages write with a capital letter."""
    return frozenset(fold(name) for name in _names())


def _names() -> Iterator[str]:
    monday = date(2024, 1, 1)
    for days in range(7):
        yield weekday_name(monday + timedelta(days=days))
    for month in range(1, 13):
        yield month_name(date(2024, month, 1))
