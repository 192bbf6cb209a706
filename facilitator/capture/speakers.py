"""`Name:` before a line: people, when all before the colon is people in the session."""

from __future__ import annotations

import re
import unicodedata

from msgspec import Struct

from facilitator.capture.names import Ambiguous, Found, Roster, Unknown
from facilitator.capture.people import split_names

Trouble = Ambiguous | Unknown
"""Words that look like a name, but are not one person's."""

_COLON = re.compile("[:：]")
_BESIDE_LETTERS = " .'’‐‑·-"

_LONGEST = 40
_MOST_WORDS = 4
"""A name that nobody here has is only looked for in what can be a name: characters and words."""


class Attributed(Struct, frozen=True, kw_only=True):
    """Who a line is from, and its words. Where that is nobody, they are as typed; `troubles` may say why."""

    names: tuple[str, ...] = ()
    text: str
    troubles: tuple[Trouble, ...] = ()


def read_speakers(text: str, roster: Roster) -> Attributed:
    """The people before the first colon, and the rest.

    With nothing behind the colon there is nothing to attribute, and the words stay.
    """
    colon = _COLON.search(text)
    if colon is None:
        return Attributed(text=text)
    before, rest = text[: colon.start()], text[colon.end() :]
    parts = split_names(before)
    read = [roster.find(part) for part in parts]
    names = [one.name for one in read if isinstance(one, Found)]
    if names and len(names) == len(read):
        if not rest.strip():
            return Attributed(text=text)
        return Attributed(names=tuple(dict.fromkeys(names)), text=rest.strip())
    spaced = colon[0] == "：" or not rest or rest[0].isspace()
    unclear = any(isinstance(one, Ambiguous) for one in read)
    if not roster.names or not (spaced or unclear):
        return Attributed(text=text)
    troubles = tuple(one for one in read if not isinstance(one, Found))
    if not all(isinstance(one, Ambiguous) or _looks_like_a_name(one.text) for one in troubles):
        return Attributed(text=text)
    if len(read) > 1 and not names and not unclear:
        # A list of nobody's names is the beginning of a sentence.
        troubles = troubles if all(one.text[:1].isupper() for one in troubles) else ()
    return Attributed(text=text, troubles=troubles)


def _looks_like_a_name(text: str) -> bool:
    """Whether words can be meant as a name: `Fatou`, `amin`, `Fatou Diop`; not `Opening question` or `10`."""
    if len(text) > _LONGEST or not text[:1].isalpha():
        return False
    if not all(
        char.isalpha() or char in _BESIDE_LETTERS or unicodedata.category(char)[0] == "M" for char in text
    ):
        return False
    words = text.split()
    if len(words) == 1:
        return True
    if len(words) > _MOST_WORDS:
        return False
    return all(not word[0].islower() for word in words)
