"""Names that are written in pieces or inside a longer word: A n n a b e l, Anna-bel, theannabelplan."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from msgspec.structs import replace

from facilitator.minutes.beyond.folding import Word

_SHORTEST_APART = 3
"""Letters of a name that is written letter by letter."""

_SHORTEST_INSIDE = 6
"""Letters of a name that is found inside other words, or cut in two: shorter ones stand in many words."""

_LONGEST = 40
_MOST_PIECES = 3
_BETWEEN = " .-_*·"


def spelled(
    text: str, words: Sequence[Word], is_name: Callable[[str], bool], ordinary: frozenset[str]
) -> Iterator[Word]:
    """Words of a text with the name that is in them as their `key`; they may overlap others.

    `is_name` tells whether folded letters are a name or a part of one, as it is written in one word.
    """
    for run in _side_by_side(text, [word for word in words if _is_letters(word)]):
        yield from _letter_by_letter(run, is_name)
        yield from _in_pieces(run, is_name)
    for word in words:
        if not word.unspaced and word.key not in ordinary:
            yield from _inside(word, is_name)


def _is_letters(word: Word) -> bool:
    return not word.unspaced and not word.key.isdecimal()


def _side_by_side(text: str, words: Sequence[Word]) -> Iterator[list[Word]]:
    run: list[Word] = []
    for word in words:
        if run and not _joined(text[run[-1].end : word.start]):
            yield run
            run = []
        run.append(word)
    if run:
        yield run


def _joined(between: str) -> bool:
    return len(between) <= 2 and not between.strip(_BETWEEN + "\t\u00a0‐‑–")


def _letter_by_letter(run: Sequence[Word], is_name: Callable[[str], bool]) -> Iterator[Word]:
    first = 0
    while first < len(run):
        found = None
        last = first
        while last < len(run) and len(run[last].key) == 1 and last - first < _LONGEST:
            last += 1
            letters = "".join(word.key for word in run[first:last])
            if last - first >= _SHORTEST_APART and is_name(letters):
                found = _as_one(run[first:last], letters)
        if found is not None:
            yield found
            first += len(found.key)
        else:
            first += 1


def _in_pieces(run: Sequence[Word], is_name: Callable[[str], bool]) -> Iterator[Word]:
    for first in range(len(run)):
        for last in range(first + 2, min(first + _MOST_PIECES, len(run)) + 1):
            letters = "".join(word.key for word in run[first:last])
            if _SHORTEST_INSIDE <= len(letters) <= _LONGEST and is_name(letters):
                yield _as_one(run[first:last], letters)


def _inside(word: Word, is_name: Callable[[str], bool]) -> Iterator[Word]:
    key = word.key[: 2 * _LONGEST]
    for count in range(min(len(key) - 1, _LONGEST), _SHORTEST_INSIDE - 1, -1):
        for at in range(len(key) - count + 1):
            if is_name(key[at : at + count]):
                yield replace(word, key=key[at : at + count])
                return


def _as_one(words: Sequence[Word], letters: str) -> Word:
    return replace(words[-1], key=letters, start=words[0].start)
