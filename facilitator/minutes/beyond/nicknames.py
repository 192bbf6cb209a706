"""Whether a word may be what somebody is called for short: Annie and Belle for Annabel, Lola only if told.

No list of short forms is here: a pod adds those that it uses to its words. What most of them share with the
name is where they begin.
"""

from __future__ import annotations

from itertools import takewhile

from facilitator.minutes.beyond.folding import words_of

_SHARED = 3
"""Letters at the beginning of both."""

_LONGEST_REST = 4
"""Letters that a short form adds at most: more make another name."""

_LONGEST_END = 2
"""Letters that are added to a name's end: Bella."""


def may_be_short(words: str, name: str) -> bool:
    """Whether one of these words begins like a part of the name, or with its end: Bella for Annabel."""
    parts = [part.key for part in words_of(name) if not part.unspaced]
    return any(_may_be(word.key, part) for word in words_of(words) if not word.unspaced for part in parts)


def is_part(words: str, name: str) -> bool:
    """Whether one of these words is a part of the name as it is, accents and capitals aside."""
    parts = {part.key for part in words_of(name)}
    return any(word.unspaced or word.key in parts for word in words_of(words))


def _may_be(word: str, part: str) -> bool:
    if len(word) < _SHARED or len(part) <= _SHARED:
        return False
    shared = sum(1 for _both in takewhile(lambda two: two[0] == two[1], zip(word, part, strict=False)))
    if shared >= _SHARED and len(word) - shared <= _LONGEST_REST:
        return True
    most = min(_LONGEST_END, len(word) - _SHARED)
    return any(part.endswith(word[: len(word) - count]) for count in range(most + 1))
