"""What can stand at a name's beginning or end and leave it the same name: endings, mutations, prefixes.

No grammar of any language is here. These are bounds wide enough for the endings of many, since a word too
many is one question, and a name too few goes out.
"""

from __future__ import annotations

import unicodedata

from facilitator.minutes.beyond.folding import fold


def _folded(endings: list[str]) -> frozenset[str]:
    return frozenset(map(fold, endings))


_SHORT = _folded(
    "s es n en ns a e i u o y ie ia ka ki ko ku ke nak nek val vel ban ben ra re ta te da de".split()  # noqa: SIM905
    + "а у ы и е ом ой".split()  # noqa: SIM905
)
"""What a name of three letters may end in besides its own: longer ones would make too many words of it."""

_INSTEAD = _folded(
    "a e i o u y ie ou ow om em oj oy in ina inu ine".split()  # noqa: SIM905
    + "а ы и е у ю я о ой ей ою ем ом".split()  # noqa: SIM905
)
"""What can stand in place of a last vowel: Amina, Aminy, Aminou."""

_VOWELS = frozenset("aeiouyаеиоуыюя")

_PROCLITICS = frozenset("وفبلكسا" + "והבכלמש")
"""Letters that Arabic and Hebrew write before a word and together with it."""

_MOST_PROCLITICS = 4

_MUTATED = frozenset("bcdfgmpst")

_DIGRAPHS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"})


def allowed(name: str, rest: str) -> bool:
    """Whether `rest` after a part of a name leaves it that name. Both are folded."""
    if not rest:
        return True
    if rest.isdecimal():
        return len(rest) <= 4
    if len(name) >= 6:
        return len(rest) <= 5
    if len(name) >= 4:
        return len(rest) <= 3
    if len(name) == 3:
        return len(rest) <= 3 if is_semitic(name) else rest in _SHORT
    return rest == "s" or (is_semitic(name) and len(rest) <= 2)


def longest_rest(word: str) -> int:
    """How many letters at the end of a word could be an ending at most."""
    return min(5, len(word) - 1)


def stem(name: str) -> str:
    """A name without its last vowel, which other languages change; empty where it has none or is short."""
    return name[:-1] if len(name) >= 4 and name[-1] in _VOWELS else ""


def instead(rest: str) -> bool:
    """Whether this can stand in place of a name's last vowel."""
    return rest in _INSTEAD


def spellings(typed: str) -> tuple[str, ...]:
    """A part of a name as it may be typed elsewhere: as it is, with ue for ü, with Irish letters changed."""
    composed = unicodedata.normalize("NFC", typed).lower()
    ways = [composed, composed.translate(_DIGRAPHS)]
    plain = unicodedata.normalize("NFKD", composed)
    plain = "".join(char for char in plain if not unicodedata.combining(char))
    if len(plain) >= 4 and plain[0] in _MUTATED and plain.isascii():
        ways.append(plain[0] + plain[2:] if plain[1] == "h" else plain[0] + "h" + plain[1:])
    return tuple(dict.fromkeys(ways))


def without_proclitics(word: str) -> tuple[str, ...]:
    """An Arabic or Hebrew word, and what is left of it without the letters that may be joined before it."""
    found = [word]
    for count in range(1, min(_MOST_PROCLITICS, len(word) - 1) + 1):
        if word[count - 1] not in _PROCLITICS:
            break
        found.append(word[count:])
    return tuple(found)


def is_semitic(word: str) -> bool:
    """Whether a word is written in Arabic or Hebrew letters."""
    return "\u0590" <= word[:1] <= "\u08ff"
