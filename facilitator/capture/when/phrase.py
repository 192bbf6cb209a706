"""A whole phrase: its leading word, and the day behind it, in whichever language it is."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from msgspec import Struct

from facilitator.capture.calendar import NAMES, Language
from facilitator.capture.dates import read_day, read_due
from facilitator.capture.names import name_key
from facilitator.capture.when.dated import read_dated, read_day_alone, read_iso, read_numeric
from facilitator.capture.when.readings import Day, Either, Impossible, Reading, When
from facilitator.capture.when.stretches import read_end, read_span
from facilitator.capture.when.weekdays import read_weekday
from facilitator.capture.when.wording import PREPOSITIONS, WORDINGS

LONGEST = 60
"""Characters: no day is written with more."""

_JOINED = (("antes del ", "antes de el "), ("d'ici au ", "d'ici le "), ("d'ici a ", "d'ici "))
"""Articles that melt into the word before them."""


def read_when(words: str, today: date) -> When | None:
    """What a whole phrase with its leading word says (`by Friday`, `pour le 15`); None where it is no day."""
    if len(words) > LONGEST:
        return None
    strict = read_due(words, today)
    if strict is not None:
        return Day(strict)
    folded = _folded(words)
    for language, wording in WORDINGS.items():
        for lead, read in ((wording.day_lead, _read_day), (wording.span_lead, read_span)):
            match = re.match(lead, folded)
            if not match:
                continue
            found = _tried(read, folded[match.end() :], today, language)
            if found is None and language == "en" and match[0].startswith(("by", "due")):
                # `by` and `due` are our own marks: people write the day behind them in their language.
                found = _tried(read, folded[match.end() :], today, "fr", "es")
            if found is not None:
                return _named(found, _without(words, match[0]))
    return None


def read_alone(words: str, before: str, today: date) -> When | None:
    """The same for a phrase without a leading word, where `before` is what stands in front of it."""
    folded = _folded(words)
    last = name_key(before).rpartition(" ")[2]
    for language, wording in WORDINGS.items():
        if folded in wording.alone and last not in PREPOSITIONS:
            return _named(_tried(_read_day, folded, today, language), words)
    return None


def read_any_day(words: str, today: date) -> When | None:
    """A day that was asked for, with or without a leading word: `le 15`, `in 2 weeks`, `next Tue`."""
    if len(words) > LONGEST:
        return None
    strict = read_day(words, today)
    if strict is not None:
        return Day(strict)
    found = read_when(words, today)
    if found is not None:
        return found
    folded = _folded(words)
    return _named(_tried(_read_day, folded, today, *NAMES), words)


def _folded(words: str) -> str:
    folded = name_key(words)
    for typed, plain in _JOINED:
        folded = folded.replace(typed, plain, 1) if folded.startswith(typed) else folded
    return folded


def _without(words: str, lead: str) -> str:
    """The words as typed without their lead, for the question; a melted article stays outside."""
    rest = words.split()[len(lead.split()) :]
    return " ".join(rest) or words.strip()


class _Read(Struct, frozen=True):
    found: date | tuple[date, date] | Impossible
    language: Language


def _tried(
    read: Callable[[str, date, Language], Reading], body: str, today: date, *languages: Language
) -> _Read | None:
    for language in languages:
        try:
            found = read(body, today, language)
        except OverflowError:
            continue
        if found is not None:
            return _Read(found, language)
    return None


def _named(read: _Read | None, words: str) -> When | None:
    if read is None:
        return None
    if isinstance(read.found, Impossible):
        return Impossible(words)
    if isinstance(read.found, tuple):
        first, second = read.found
        return Day(first, read.language) if first == second else Either(words, first, second, read.language)
    return Day(read.found, read.language)


def _read_day(body: str, today: date, language: Language) -> Reading:
    for read in (read_iso, _near, read_weekday, read_dated, read_day_alone, read_numeric, read_end):
        found = read(body, today, language)
        if found is not None:
            return found
    return None


def _near(body: str, today: date, language: Language) -> Reading:
    days = NAMES[language].near.get(body)
    return None if days is None else today + timedelta(days=days)
