"""What is left in a text that could say who or where: each with the reason, for a person to decide."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Literal

from msgspec import Struct

from facilitator.minutes.beyond.capitals import capitalised
from facilitator.minutes.beyond.contacts import contacts
from facilitator.minutes.beyond.details import details
from facilitator.minutes.beyond.matches import Match
from facilitator.minutes.beyond.names import Entry, Names
from facilitator.minutes.beyond.nicknames import is_part, may_be_short
from facilitator.minutes.beyond.places import Places
from facilitator.minutes.beyond.uncased import uncased
from facilitator.words.language import gettext as _

HitKind = Literal[
    "person", "known", "word", "email", "phone", "link", "handle", "number",
    "place", "address", "organisation", "office", "age", "script", "capital",
]  # fmt: skip
"""`person`: of this meeting; `known`: somebody the pod knows; `word`: of its glossary; `number`: of an
account or a map; `office`: that one person holds; `script`: in one without capitals; `capital`: has one."""

LEFT_OUT = "[…]"
"""What is offered in place of words for which nothing better is known."""


class Hit(Struct, frozen=True):
    """One place in a text. `surface` is what stands there, `offered` what could stand there instead."""

    start: int
    end: int
    surface: str
    kind: HitKind
    offered: str
    people: tuple[str, ...] = ()
    """Full names of those who may be meant."""


class Check:
    """The check of a text for one meeting.

    `roles` are the people of the meeting with the words that stand for each; `known` are other names that the
    pod knows; `glossary` are words that the pod keeps, with what is to stand in their place (may be empty).
    `ordinary` are folded words of everyday language, `places` are those that are known in any letters.
    `phrases` are no secret as they stand, with their capital letters: the names of the program's own stages.
    `among_capitals`: the texts are mostly in letters with capitals, so that any other script stands out.
    """

    def __init__(
        self,
        roles: Mapping[str, str],
        known: Sequence[str] = (),
        glossary: Mapping[str, str] | None = None,
        ordinary: frozenset[str] = frozenset(),
        places: Places = Places(),  # noqa: B008 - never changed
        *,
        phrases: frozenset[str] = frozenset(),
        among_capitals: bool = False,
    ) -> None:
        self._roles = dict(roles)
        self._known = tuple(name for name in dict.fromkeys(known) if name not in self._roles)
        self._glossary = dict(glossary or {})
        self._ordinary = ordinary
        self._places = places
        self._among_capitals = among_capitals
        self._phrases = [re.compile(rf"(?<!\w){re.escape(phrase)}(?!\w)") for phrase in sorted(phrases)]
        self._people = Names(map(Entry, self._roles), ordinary)
        self._others = Names(map(Entry, self._known), ordinary)
        self._words = Names(Entry(words, together=True) for words in self._glossary)

    def hits(self, text: str) -> list[Hit]:
        """Everything that is left in it, in order; no two hits share a letter."""
        found = self._contacts(text)
        named = [self._person(text, match) for match in self._people.find(text)]
        named += [self._word(text, match) for match in self._words.find(text)]
        named += [self._other(text, match) for match in self._others.find(text)]
        # A longer one says more: the Amina Fund is no person. Among equals a person of the meeting counts.
        for hit in sorted(named, key=lambda one: one.start - one.end):
            found += _besides(found, [hit])
        found += _besides(found, self._places_in(text))
        found += _besides(found, self._details(text))
        # What these leave of a run of words is still to be told.
        open_words = [match.span() for phrase in self._phrases for match in phrase.finditer(text)]
        for start, end in capitalised(text, self._ordinary):
            rest = self._rest(text, start, end, found, "capital")
            found += [hit for hit in rest if not hit.surface.islower() and not _within(hit, open_words)]
        for start, end in uncased(text, among_capitals=self._among_capitals):
            found += self._rest(text, start, end, found, "script")
        return sorted(found, key=lambda hit: hit.start)

    def _rest(self, text: str, start: int, end: int, found: list[Hit], kind: HitKind) -> list[Hit]:
        rests = []
        for first, last in _gaps(start, end, found):
            rest = text[first:last].strip(" -–'’&.·・")
            if any(map(str.isalpha, rest)):
                at = text.index(rest, first)
                people = self._short_for(rest) if kind == "capital" else ()
                offered = self._roles[people[0]] if len(people) == 1 else LEFT_OUT
                rests.append(Hit(at, at + len(rest), rest, kind, offered, people))
        return rests

    def _short_for(self, words: str) -> tuple[str, ...]:
        return tuple(name for name in self._roles if may_be_short(words, name))

    def _places_in(self, text: str) -> list[Hit]:
        spans = self._places.find(text, self._ordinary)
        return [Hit(start, end, text[start:end], "place", _("[place]")) for start, end in spans]

    def _details(self, text: str) -> list[Hit]:
        offered = {
            "age": _("[age left out]"),
            "address": _("[address left out]"),
            "organisation": _("[organisation]"),
            "office": _("[office left out]"),
            "place": _("[place]"),
        }
        return [
            Hit(one.start, one.end, text[one.start : one.end], one.kind, offered[one.kind])
            for one in details(text)
        ]

    def _contacts(self, text: str) -> list[Hit]:
        offered = {
            "email": _("[e-mail address left out]"),
            "phone": _("[phone number left out]"),
            "link": _("[link left out]"),
            "handle": _("[account name left out]"),
            "number": _("[number left out]"),
        }
        return [
            Hit(one.start, one.end, text[one.start : one.end], one.kind, offered[one.kind])
            for one in contacts(text)
        ]

    def _person(self, text: str, match: Match) -> Hit:
        names = tuple(self._roles)
        people = tuple(names[number] for number in match.entries)
        words = text[match.start : match.end]
        if not any(is_part(words, name) for name in people):
            # Annie is Ann with an ending, and may be Annabel as well.
            people = tuple(dict.fromkeys((*people, *self._short_for(words))))
        role = self._roles[people[0]] if len(people) == 1 else _("a member")
        return _hit(text, match, "person", role, people)

    def _other(self, text: str, match: Match) -> Hit:
        people = tuple(self._known[number] for number in match.entries)
        return _hit(text, match, "known", _("somebody else"), people)

    def _word(self, text: str, match: Match) -> Hit:
        words = list(self._glossary)[match.entries[0]]
        return _hit(text, match, "word", self._glossary[words] or LEFT_OUT, ())


def _hit(text: str, match: Match, kind: HitKind, words: str, people: tuple[str, ...]) -> Hit:
    if match.possessive and words != LEFT_OUT:
        words = _("{name}'s").format(name=words)
    if text[match.start : match.end][:1].isupper() and _begins_sentence(text, match.start):
        words = words[:1].upper() + words[1:]
    return Hit(match.start, match.end, text[match.start : match.end], kind, words, people)


def _begins_sentence(text: str, start: int) -> bool:
    before = text[:start].rstrip(" \"'“‘(«¿¡")
    return not before or before[-1] in ".!?…。！？"


def _within(hit: Hit, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= hit.start and hit.end <= end for start, end in spans)


def _besides(found: list[Hit], more: list[Hit]) -> list[Hit]:
    """Those that do not touch what was found already."""
    return [hit for hit in more if all(hit.end <= one.start or one.end <= hit.start for one in found)]


def _gaps(start: int, end: int, found: list[Hit]) -> list[tuple[int, int]]:
    """What of a stretch of text no hit covers."""
    gaps = []
    for hit in sorted(found, key=lambda one: one.start):
        if hit.end <= start or hit.start >= end:
            continue
        if hit.start > start:
            gaps.append((start, hit.start))
        start = max(start, hit.end)
    if start < end:
        gaps.append((start, end))
    return gaps
