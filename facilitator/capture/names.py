"""Who is meant: a name as somebody typed it, found among the people of a session.

A name is the full name or a short form of it: one or more consecutive whole words, never a prefix. A
hyphenated word is one word. A full name beats any short form of another.
"""

from __future__ import annotations

import difflib
from collections.abc import Sequence

from msgspec import Struct

from facilitator.session.refused import Refused
from facilitator.words.language import gettext as _
from facilitator.words.names import fold_space, name_key

__all__ = ["Ambiguous", "Found", "Roster", "Unknown", "either", "fold_space", "name_key", "person"]


_NEAR = 0.5
"""How much two words must be alike, from 0 to 1, for the one to be offered where the other was typed."""
_FEW = 6
"""So many people are named where none of them is near."""


class Found(Struct, frozen=True):
    """One person is meant: the full name."""

    name: str


class Ambiguous(Struct, frozen=True):
    """More than one person can be meant by these words."""

    text: str
    names: tuple[str, ...]


class Unknown(Struct, frozen=True):
    """Nobody is called that."""

    text: str


class Roster:
    """The people of a session, to be found by what somebody typed."""

    def __init__(self, names: Sequence[str]) -> None:
        self.names = tuple(names)
        self._full: dict[str, str] = {}
        self._short: dict[str, tuple[str, ...]] = {}
        self.most_words = 0
        for name in self.names:
            key = name_key(name)
            if key:
                self._full.setdefault(key, name)
            words = key.split(" ") if key else []
            self.most_words = max(self.most_words, len(words), len(name.split()))
            for form in _forms(words):
                known = self._short.get(form, ())
                if name not in known:
                    self._short[form] = (*known, name)

    def find(self, text: str) -> Found | Ambiguous | Unknown:
        """Who is meant by these words."""
        key = name_key(text)
        full = self._full.get(key)
        if full is not None:
            return Found(full)
        names = self._short.get(key, ())
        if len(names) == 1:
            return Found(names[0])
        shown = fold_space(text)
        return Ambiguous(shown, names) if names else Unknown(shown)

    def nearest(self, text: str) -> str:
        """The full name spelled most like these words; empty where there are no people."""
        return next(iter(self._ranked(text)), "")

    def near(self, text: str) -> str:
        """The nearest full name where it is near enough to be meant; else empty."""
        return next((name for name, ratio in self._ranked(text).items() if ratio >= _NEAR), "")

    def offered(self, text: str) -> tuple[str, ...]:
        """Who can be meant by words that are nobody's name: the one who is near, else the few there are."""
        near = self.near(text)
        return (near,) if near else tuple(self._ranked(text))[:_FEW]

    def _ranked(self, text: str) -> dict[str, float]:
        """Each full name with how much its likest form is like these words, the likest first."""
        key = name_key(text)
        best: dict[str, float] = {}
        for form, names in (*((full, (name,)) for full, name in self._full.items()), *self._short.items()):
            ratio = difflib.SequenceMatcher(None, key, form).ratio()
            for name in names:
                best[name] = max(ratio, best.get(name, -1.0))
        return dict(sorted(best.items(), key=lambda one: -one[1]))

    def has(self, name: str) -> bool:
        """Whether somebody has this full name."""
        return name_key(name) in self._full


def _forms(words: Sequence[str]) -> set[str]:
    """Every run of consecutive words."""
    count = len(words)
    return {" ".join(words[first:last]) for first in range(count) for last in range(first + 1, count + 1)}


def either(names: Sequence[str]) -> str:
    """Names to choose from in a sentence: Ann, Bríd or Amina."""
    if len(names) < 2:
        return "".join(names)
    return _("{names} or {last}").format(names=", ".join(names[:-1]), last=names[-1])


def person(roster: Roster, text: str) -> str:
    """The full name of who is meant in a command.

    Raises Refused, naming the nearest, where that is nobody or more than one.
    """
    found = roster.find(text)
    match found:
        case Found(name=name):
            return name
        case Ambiguous(text=words, names=names):
            raise Refused(
                _("{words} can be {names}. Write the full name.").format(words=words, names=either(names))
            )
        case Unknown(text=words):
            offered = roster.offered(text)
            if not offered:
                raise Refused(_("Nobody here is called {words}.").format(words=words))
            raise Refused(
                _("Nobody here is called {words}. Did you mean {nearest}?").format(
                    words=words, nearest=either(offered)
                )
            )
