"""Lengths of time from today on, and weeks, months and years, which end on a day."""

from __future__ import annotations

import re
from datetime import date, timedelta

from facilitator.capture.calendar import LOOSE, NAMES, Language
from facilitator.capture.when.readings import Reading
from facilitator.capture.when.reckoning import last_day, monday, month_after, months_on
from facilitator.capture.when.wording import WORDINGS


def read_span(body: str, today: date, language: Language) -> Reading:
    """`two weeks`, `quinze jours`: the day so long from today."""
    days = WORDINGS[language].spans.get(body)
    if days is not None:
        return today + timedelta(days=days)
    match = re.fullmatch(r"(\d{1,4}|[a-z]+) ([a-z]+)(?: time)?", body)
    unit = NAMES[language].units.get(match[2]) if match else None
    if match is None or unit is None:
        return None
    count = int(match[1]) if match[1].isdigit() else NAMES[language].counts.get(match[1], 0)
    if count < 1:
        return None
    if unit == "month":
        return months_on(today, count)
    if unit == "day" and match[1] in LOOSE:
        return today + timedelta(days=LOOSE[match[1]]), today + timedelta(days=count)
    return today + timedelta(days=count * (7 if unit == "week" else 1))


def read_end(body: str, today: date, language: Language) -> Reading:
    """The end of a week, a month, a year; of a whole week or month it is asked whether its end is meant."""
    wording = WORDINGS[language]

    def says(pattern: str) -> re.Match[str] | None:
        return re.fullmatch(pattern, body)

    if says(wording.this_week):
        friday, sunday = (monday(today) + timedelta(days=day) for day in (4, 6))
        return (friday, sunday) if friday >= today else (sunday, friday + timedelta(days=7))
    if says(wording.next_week):
        return monday(today, 1) + timedelta(days=4), monday(today, 1)
    if says(wording.end_of_next_week):
        return monday(today, 1) + timedelta(days=4), monday(today, 1) + timedelta(days=6)
    if says(wording.end_of_month):
        return last_day(today.year, today.month)
    if says(wording.end_of_next_month):
        return last_day(*month_after(today, 1))
    if says(wording.next_month):
        year, month = month_after(today, 1)
        return last_day(year, month), date(year, month, 1)
    if says(wording.end_of_year):
        return date(today.year, 12, 31)
    named = says(wording.end_of_named_month)
    if named is None or named[1] not in NAMES[language].months:
        return None
    month = NAMES[language].months[named[1]]
    year = int(named[2]) if named[2] else today.year + (month < today.month)
    return last_day(year, month) if 1 <= year <= 9999 else None
