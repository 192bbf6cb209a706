"""When a next step is due, in words: `by next Tue`, `d'ici la fin du mois`, `antes del viernes`.

A phrase is read as a whole or not at all, so that no day is ever made out of an ordinary word. What has two
readings is answered with both, and a day that does not exist is said to be none; the rest is None and stays
text. What `dates.read_due` reads keeps that one reading.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from msgspec import Struct

from facilitator.capture.calendar import LOOSE, NAMES, Language
from facilitator.capture.dates import read_day, read_due
from facilitator.capture.names import name_key

LONGEST = 60
"""Characters: no day is written with more."""


class Day(Struct, frozen=True):
    """One day, and the language it was written in."""

    day: date
    language: Language = "en"


class Either(Struct, frozen=True):
    """Two readings of the words; the likelier one first."""

    words: str
    first: date
    second: date
    language: Language = "en"


class Impossible(Struct, frozen=True):
    """Words that are written like a day, but there is no such day."""

    words: str


When = Day | Either | Impossible
_Found = date | tuple[date, date] | Impossible | None

_DAY_LEADS: dict[Language, str] = {
    "en": r"due (?:by |on |before )?|by |before |no later than ",
    "fr": r"d'ici |avant |pour |au plus tard ",
    "es": r"antes de |para |a mas tardar ",
}
_SPAN_LEADS: dict[Language, str] = {
    "en": r"due in |due within |in |within ",
    "fr": r"d'ici |dans |sous ",
    "es": r"en |dentro de ",
}
_ALONE: dict[Language, tuple[str, ...]] = {
    "fr": ("la semaine prochaine",),
    "es": ("la semana que viene", "la proxima semana"),
}
"""What is a day at the end of a step without a word before it, but not behind a preposition."""
_PREPOSITIONS = frozenset(
    [
        "a",
        "de",
        "del",
        "du",
        "des",
        "sur",
        "pour",
        "para",
        "sobre",
        "pendant",
        "durante",
        "desde",
        "depuis",
        "desde",
        "con",
        "avec",
        "en",
    ]
)

_JOINED = (("antes del ", "antes de el "), ("d'ici au ", "d'ici le "), ("d'ici a ", "d'ici "))
"""Articles that melt into the word before them."""

_NUMERIC = re.compile(r"(?:(?:the|le|el) )?(\d{1,2})/(\d{1,2})(?:/(\d{4}|\d{2}))?")
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
_LARGEST_SLIP = 39
"""A number up to this before a month is meant as its day, though there is none; a larger one is a number."""


def read_when(words: str, today: date) -> When | None:
    """What a whole phrase with its leading word says (`by Friday`, `pour le 15`); None where it is no day."""
    if len(words) > LONGEST:
        return None
    strict = read_due(words, today)
    if strict is not None:
        return Day(strict)
    folded = _folded(words)
    for language in NAMES:
        for lead, read in ((_DAY_LEADS[language], _read_day), (_SPAN_LEADS[language], _read_span)):
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
    for language, phrases in _ALONE.items():
        if folded in phrases and last not in _PREPOSITIONS:
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
    read: Callable[[str, date, Language], _Found], body: str, today: date, *languages: Language
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


def _read_span(body: str, today: date, language: Language) -> _Found:
    if language == "en" and body == "a fortnight":
        return today + timedelta(days=14)
    match = re.fullmatch(r"(\d{1,4}|[a-z]+) ([a-z]+)(?: time)?", body)
    unit = NAMES[language].units.get(match[2]) if match else None
    if match is None or unit is None:
        return None
    count = int(match[1]) if match[1].isdigit() else NAMES[language].counts.get(match[1], 0)
    if count < 1:
        return None
    if unit == "month":
        return _months_on(today, count)
    if unit == "day" and match[1] in LOOSE:
        return today + timedelta(days=LOOSE[match[1]]), today + timedelta(days=count)
    return today + timedelta(days=count * (7 if unit == "week" else 1))


def _read_day(body: str, today: date, language: Language) -> _Found:
    if _ISO.fullmatch(body):
        # One that exists was read before.
        return _real(int(body[:4]), int(body[5:7]), int(body[8:])) or Impossible(body)
    near = NAMES[language].near.get(body)
    if near is not None:
        return today + timedelta(days=near)
    for read in (_weekday, _dated, _of_this_month, _numeric, _stretch):
        found = read(body, today, language)
        if found is not None:
            return found
    return None


_NEXT: dict[Language, str] = {
    "en": r"next (?P<day>{days})",
    "fr": r"(?:le )?(?P<day>{days}) prochain",
    "es": r"(?:el )?(?:proximo (?P<day>{days})|(?P<after>{days}) (?:proximo|que viene))",
}
_NEXT_WEEKS: dict[Language, str] = {
    "en": r"(?:the )?(?P<day>{days}) (?:of )?next week",
    "fr": r"(?:le )?(?P<day>{days}) de la semaine prochaine",
    "es": r"(?:el )?(?P<day>{days}) de la (?:semana que viene|proxima semana)",
}
_PLAIN: dict[Language, str] = {
    "en": r"(?:this |the )?(?P<day>{days})",
    "fr": r"(?:ce |le )?(?P<day>{days})",
    "es": r"(?:este |el )?(?P<day>{days})",
}


def _weekday(body: str, today: date, language: Language) -> _Found:
    days = NAMES[language].weekdays
    among = "|".join(sorted(days, key=len, reverse=True))

    def said(patterns: dict[Language, str]) -> int | None:
        match = re.fullmatch(patterns[language].replace("{days}", among), body.removesuffix("."))
        return days[match["day"] or match["after"]] if match else None

    plain = said(_PLAIN)
    if plain is not None:
        return _coming(plain, today)
    following = said(_NEXT)
    if following is not None:
        nearest = _coming(following, today)
        later = nearest + timedelta(days=7)
        # Said on a Tuesday, next Tuesday cannot be today.
        return nearest if (nearest - today).days == 7 else (nearest, later)
    week = said(_NEXT_WEEKS)
    return None if week is None else _monday(today, 1) + timedelta(days=week)


def _dated(body: str, today: date, language: Language) -> _Found:
    """`3 décembre`, `el viernes 4 de diciembre de 2026`, `the 3rd of December`, `31 June`."""
    names = NAMES[language]
    of = {"en": r" (?:of )?", "fr": " ", "es": " de "}[language]
    number = {
        "en": r"(\d{1,2})(?:st|nd|rd|th)?",
        "fr": r"(\d{1,2}|1er|premier)",
        "es": r"(\d{1,2}|1o|primero)",
    }
    year = {"en": r"(?:,? (\d{4}))?", "fr": r"(?: (\d{4}))?", "es": r"(?: (?:de |del )?(\d{4}))?"}[language]
    lead = r"(?:(?:the|le|el) )?(?:([a-z]+)\.?,? )?(?:the |le |el )?"
    match = re.fullmatch(lead + number[language] + of + r"([a-z]+)\.?" + year, body)
    parts = match.groups() if match else None
    if parts is None and language == "en":
        match = re.fullmatch(r"(?:([a-z]+)\.?,? )?([a-z]+)\.? " + number["en"] + year, body)
        parts = (match[1], match[3], match[2], match[4]) if match else None
    if parts is None or parts[2] not in names.months or (parts[0] and parts[0] not in names.weekdays):
        return None
    digits = re.match(r"\d+", parts[1])
    day = int(digits[0]) if digits else 1
    if day > _LARGEST_SLIP:
        return None
    month = names.months[parts[2]]
    found = _real(int(parts[3]), month, day) if parts[3] else _coming_date(day, month, today)
    if found is None or (parts[0] and found.weekday() != names.weekdays[parts[0]]):
        return Impossible(body)
    return found


def _of_this_month(body: str, today: date, language: Language) -> _Found:
    """`the 15th`, `le 15`, `Friday 27th`: a day of this month, or of the next one that has it."""
    names = NAMES[language]
    number = {
        "en": r"(?:the (\d{1,2})(?:st|nd|rd|th)?|(\d{1,2})(?:st|nd|rd|th))",
        "fr": r"(?:le (\d{1,2})(?:er)?|(\d{1,2})er)",
        "es": r"(?:el (\d{1,2})|(\d{1,2})o)",
    }[language]
    match = re.fullmatch(
        rf"{number}|(?:le |el )?([a-z]+) (?:the |le |el )?(\d{{1,2}})(?:st|nd|rd|th|er)?", body
    )
    if not match or (match[3] and match[3] not in names.weekdays):
        return None
    day = int(match[1] or match[2] or match[4])
    if not 1 <= day <= 31:
        return Impossible(body) if day <= _LARGEST_SLIP else None
    coming = [found for more in range(3) if (found := _real(*_month_after(today, more), day))]
    ahead = [found for found in coming if found >= today]
    if match[3]:
        return ahead[0] if ahead[0].weekday() == names.weekdays[match[3]] else Impossible(body)
    past = coming[0] if coming[0] < today else None
    return ahead[0] if past is None else (ahead[0], past)


def _numeric(body: str, today: date, language: Language) -> _Found:
    match = _NUMERIC.fullmatch(body)
    if not match:
        return None
    one, other = int(match[1]), int(match[2])
    year = int(match[3]) if match[3] else None
    year = year + 2000 if year is not None and year < 100 else year

    def made(day: int, month: int) -> date | None:
        if not 1 <= month <= 12:
            return None
        return _real(year, month, day) if year else _coming_date(day, month, today)

    found = [made(one, other)]
    if language == "en":
        found.append(made(other, one))
    days = [day for day in found if day is not None]
    if not days:
        return Impossible(body) if one <= _LARGEST_SLIP and other <= _LARGEST_SLIP else None
    return days[0] if len(days) == 1 else (days[0], days[1])


_THIS_WEEK = {
    "en": r"(?:the )?(?:end of (?:the |this )?week|weekend)|this week",
    "fr": r"(?:la )?fin de (?:la |cette )?semaine|cette semaine|(?:le |ce )?week-?end",
    "es": r"(?:el )?fin(?:al)? de (?:la |esta )?semana|esta semana",
}
_NEXT_WEEK = {
    "en": r"next week",
    "fr": r"la semaine prochaine",
    "es": r"la semana que viene|la proxima semana",
}
_NEXT_WEEKS_END = {
    "en": r"(?:the )?end of next week",
    "fr": r"(?:la )?fin de la semaine prochaine",
    "es": r"(?:el )?fin(?:al)? de la (?:semana que viene|proxima semana)",
}
_MONTHS_END = {
    "en": r"(?:the )?end of (?:the |this )?month",
    "fr": r"(?:la )?fin (?:du|de ce|de) mois",
    "es": r"(?:a )?(?:el )?(?:fin(?:al)?|fines|finales) de(?:l| este)? mes",
}
_NEXT_MONTH = {
    "en": r"next month",
    "fr": r"le mois prochain",
    "es": r"el mes que viene|el proximo mes",
}
_NEXT_MONTHS_END = {
    "en": r"(?:the )?end of next month",
    "fr": r"(?:la )?fin du mois prochain",
    "es": r"(?:a )?(?:el )?(?:fin(?:al)?|fines|finales) del (?:mes que viene|proximo mes)",
}
_YEARS_END = {
    "en": r"(?:the )?end of (?:the |this )?year",
    "fr": r"(?:la )?fin de (?:l'|cette )?annee",
    "es": r"(?:a )?(?:el )?(?:fin(?:al)?|fines|finales) de(?:l| este)? ano",
}
_NAMED_MONTHS_END = {
    "en": r"(?:the )?end of ([a-z]+)(?: (\d{4}))?",
    "fr": r"(?:la )?fin (?:de |d')?([a-z]+)(?: (\d{4}))?",
    "es": r"(?:a )?(?:el )?(?:fin(?:al)?|fines|finales) de ([a-z]+)(?: (?:de )?(\d{4}))?",
}


def _stretch(body: str, today: date, language: Language) -> _Found:
    """The end of a week, a month, a year; of a whole week or month it is asked whether its end is meant."""

    def says(patterns: dict[str, str]) -> re.Match[str] | None:
        return re.fullmatch(patterns[language], body)

    if says(_THIS_WEEK):
        friday, sunday = (_monday(today) + timedelta(days=day) for day in (4, 6))
        return (friday, sunday) if friday >= today else (sunday, friday + timedelta(days=7))
    if says(_NEXT_WEEK):
        return _monday(today, 1) + timedelta(days=4), _monday(today, 1)
    if says(_NEXT_WEEKS_END):
        return _monday(today, 1) + timedelta(days=4), _monday(today, 1) + timedelta(days=6)
    if says(_MONTHS_END):
        return _last_day(today.year, today.month)
    if says(_NEXT_MONTHS_END):
        return _last_day(*_month_after(today, 1))
    if says(_NEXT_MONTH):
        year, month = _month_after(today, 1)
        return _last_day(year, month), date(year, month, 1)
    if says(_YEARS_END):
        return date(today.year, 12, 31)
    named = says(_NAMED_MONTHS_END)
    if named is None or named[1] not in NAMES[language].months:
        return None
    month = NAMES[language].months[named[1]]
    year = int(named[2]) if named[2] else today.year + (month < today.month)
    return _last_day(year, month) if 1 <= year <= 9999 else None


def _coming(weekday: int, today: date) -> date:
    return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)


def _monday(today: date, weeks: int = 0) -> date:
    return today + timedelta(days=7 * weeks - today.weekday())


def _coming_date(day: int, month: int, today: date) -> date | None:
    """The next such day from today on. Eight years always hold a 29 February."""
    days = (_real(today.year + more, month, day) for more in range(9))
    return next((one for one in days if one is not None and one >= today), None)


def _months_on(today: date, count: int) -> date | None:
    from dateutil.relativedelta import relativedelta

    try:
        return today + relativedelta(months=count)
    except (ValueError, OverflowError):
        return None


def _month_after(today: date, months: int) -> tuple[int, int]:
    years, month = divmod(today.month - 1 + months, 12)
    return today.year + years, month + 1


def _last_day(year: int, month: int) -> date:
    if year > 9999:
        raise OverflowError
    return date(year, month, monthrange(year, month)[1])


def _real(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
