"""Days by their number: with their month, without one, or in numbers only."""

from __future__ import annotations

import re
from datetime import date

from facilitator.capture.calendar import NAMES, Language
from facilitator.capture.when.readings import Impossible, Reading
from facilitator.capture.when.reckoning import coming_date, month_after, real
from facilitator.capture.when.wording import WORDINGS

_NUMERIC = re.compile(r"(?:(?:the|le|el) )?(\d{1,2})/(\d{1,2})(?:/(\d{4}|\d{2}))?")
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
_LARGEST_SLIP = 39
"""A number up to this before a month is meant as its day, though there is none; a larger one is a number."""


def read_iso(body: str, today: date, language: Language) -> Reading:
    """`2026-12-01`."""
    if not _ISO.fullmatch(body):
        return None
    return real(int(body[:4]), int(body[5:7]), int(body[8:])) or Impossible(body)


def read_dated(body: str, today: date, language: Language) -> Reading:
    """`3 décembre`, `el viernes 4 de diciembre de 2026`, `the 3rd of December`, `31 June`."""
    names, wording = NAMES[language], WORDINGS[language]
    lead = r"(?:(?:the|le|el) )?(?:([a-z]+)\.?,? )?(?:the |le |el )?"
    match = re.fullmatch(lead + wording.day_number + wording.of + r"([a-z]+)\.?" + wording.year, body)
    parts = match.groups() if match else None
    if parts is None and wording.month_first:
        match = re.fullmatch(r"(?:([a-z]+)\.?,? )?([a-z]+)\.? " + wording.day_number + wording.year, body)
        parts = (match[1], match[3], match[2], match[4]) if match else None
    if parts is None or parts[2] not in names.months or (parts[0] and parts[0] not in names.weekdays):
        return None
    digits = re.match(r"\d+", parts[1])
    day = int(digits[0]) if digits else 1
    if day > _LARGEST_SLIP:
        return None
    month = names.months[parts[2]]
    found = real(int(parts[3]), month, day) if parts[3] else coming_date(day, month, today)
    if found is None or (parts[0] and found.weekday() != names.weekdays[parts[0]]):
        return Impossible(body)
    return found


def read_day_alone(body: str, today: date, language: Language) -> Reading:
    """`the 15th`, `le 15`, `Friday 27th`: a day of this month, or of the next one that has it."""
    weekdays = NAMES[language].weekdays
    weekday_first = r"(?:le |el )?([a-z]+) (?:the |le |el )?(\d{1,2})(?:st|nd|rd|th|er)?"
    match = re.fullmatch(f"{WORDINGS[language].day_alone}|{weekday_first}", body)
    if not match or (match[3] and match[3] not in weekdays):
        return None
    day = int(match[1] or match[2] or match[4])
    if not 1 <= day <= 31:
        return Impossible(body) if day <= _LARGEST_SLIP else None
    coming = [found for more in range(3) if (found := real(*month_after(today, more), day))]
    ahead = [found for found in coming if found >= today]
    if match[3]:
        return ahead[0] if ahead[0].weekday() == weekdays[match[3]] else Impossible(body)
    past = coming[0] if coming[0] < today else None
    return ahead[0] if past is None else (ahead[0], past)


def read_numeric(body: str, today: date, language: Language) -> Reading:
    """`3/12`, `le 3/12/26`. Where the month may stand first, both readings."""
    match = _NUMERIC.fullmatch(body)
    if not match:
        return None
    one, other = int(match[1]), int(match[2])
    year = int(match[3]) if match[3] else None
    year = year + 2000 if year is not None and year < 100 else year

    def made(day: int, month: int) -> date | None:
        if not 1 <= month <= 12:
            return None
        return real(year, month, day) if year else coming_date(day, month, today)

    found = [made(one, other)]
    if WORDINGS[language].month_first:
        found.append(made(other, one))
    days = [day for day in found if day is not None]
    if not days:
        return Impossible(body) if one <= _LARGEST_SLIP and other <= _LARGEST_SLIP else None
    if len(days) == 1:
        return days[0]
    # What is due lies ahead: 12/1/2026 said in November is the first of December.
    first, second = sorted(days, key=lambda day: day < today)
    return first, second
