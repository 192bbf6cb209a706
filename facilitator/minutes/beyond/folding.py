"""Text as names are compared in it: folded as names are, cut into words, each with its place in the text.

The folding is that of names in captured lines (NFKD, casefold, no combining marks) and goes further: what
people leave out or spell in two ways (Łukasz, Søren, فاطمة) is one spelling here. A check rather finds too
much than too little.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from msgspec import Struct

_MARKS_ALSO = "\u034f\u0640"
"""Combining grapheme joiner and Arabic tatweel: they say nothing about which word it is."""

_ONE_SPELLING = str.maketrans(
    {
        "’": "'", "ʼ": "'", "‘": "'", "´": "'", "`": "'",
        "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-",
        "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "ŋ": "n", "þ": "th", "æ": "ae", "œ": "oe",
        "ə": "e", "ة": "ه", "ى": "ي", "ی": "ي", "ک": "ك", "ٱ": "ا",
    }
)  # fmt: skip

APOSTROPHE = "'"

_UNSPACED = (
    (0x0E00, 0x0EFF),  # Thai, Lao
    (0x0F00, 0x109F),  # Tibetan, Myanmar
    (0x1100, 0x11FF),  # Hangul, taken apart
    (0x1780, 0x17FF),  # Khmer
    (0x3005, 0x3007),
    (0x3040, 0x31FF),  # kana, bopomofo
    (0x3400, 0x4DBF),
    (0x4E00, 0x9FFF),
    (0xA960, 0xA97F),
    (0xAC00, 0xD7FF),  # Hangul
    (0xF900, 0xFAFF),
    (0x20000, 0x3FFFF),
)


class Word(Struct, frozen=True):
    """A word of a text: `key` is its folded spelling, `start` and `end` its place in the text as typed.

    `unspaced`: of a script that is written without spaces, so that it may be a whole sentence.
    `marks` holds, for each letter of `key`, where in the text it comes from.
    """

    key: str
    start: int
    end: int
    unspaced: bool
    marks: tuple[int, ...]


def words_of(text: str) -> list[Word]:
    """The words of a text in order: runs of letters and digits of one way of writing."""
    found: list[Word] = []
    key: list[str] = []
    marks: list[int] = []
    end, unspaced = 0, False

    def close() -> None:
        nonlocal end
        if key:
            found.append(Word("".join(key), marks[0], end, unspaced, tuple(marks)))
            key.clear()
            marks.clear()

    for place, char in enumerate(text):
        letters = fold_char(char)
        if not letters:
            # A mark belongs to the letter before it, also at the end of a word.
            if key and end == place:
                end = place + 1
            continue
        for letter in letters:
            if not _in_word(letter):
                close()
                continue
            now = is_unspaced(letter)
            if key and now != unspaced:
                close()
            unspaced = now
            key.append(letter)
            marks.append(place)
            end = place + 1
    close()
    return found


def fold(text: str) -> str:
    """A text in the one spelling in which names are compared; spaces stay as they are."""
    return "".join(map(fold_char, text))


@lru_cache(maxsize=4096)
def fold_char(char: str) -> str:
    """One character in that spelling; empty for a mark that adds nothing to which word it is."""
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", char).casefold())
    return "".join(one for one in folded if not _adds_nothing(one)).translate(_ONE_SPELLING)


@lru_cache(maxsize=4096)
def is_unspaced(char: str) -> bool:
    """Whether a letter is of a script whose words stand without spaces between them."""
    code = ord(char)
    return code >= 0x0E00 and any(first <= code <= last for first, last in _UNSPACED)


def _adds_nothing(char: str) -> bool:
    if unicodedata.combining(char) or char in _MARKS_ALSO or "\ufe00" <= char <= "\ufe0f":
        return True
    return unicodedata.category(char) == "Cf"


@lru_cache(maxsize=4096)
def _in_word(char: str) -> bool:
    # Vowel signs of Indic scripts and of Thai are marks that carry the word.
    return char.isalnum() or unicodedata.category(char).startswith("M")
