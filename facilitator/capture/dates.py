"""When a next step is due: the day in `by D`, `due D` and `in N days|weeks|months`.

Only what has one reading is read. All else (`by 5pm`, `by phone`, `next Friday`, `the 5th`) is None and stays
text.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date, timedelta

_WEEKDAYS = {
    word: number
    for number, words in enumerate(
        (
            "monday mon",
            "tuesday tue tues",
            "wednesday wed weds",
            "thursday thu thur thurs",
            "friday fri",
            "saturday sat",
            "sunday sun",
        )
    )
    for word in words.split()
}
_MONTHS = {
    word: number
    for number, words in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sep sept",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for word in words.split()
}

_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_WEEKDAY = r"(?:(?P<weekday>[a-z]+)\.?,?\s+)?"
_DAY = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
_MONTH = r"(?P<month>[a-z]+)\.?"
_YEAR = r"(?:,?\s+(?P<year>[0-9]{4}))?"
_DAY_FIRST = re.compile(rf"{_WEEKDAY}{_DAY}\s+(?:of\s+)?{_MONTH}{_YEAR}")
_MONTH_FIRST = re.compile(rf"{_WEEKDAY}{_MONTH}\s+{_DAY}{_YEAR}")
_SPAN = re.compile(r"(?P<count>[0-9]{1,4}|an?)\s+(?P<unit>day|week|month)s?")

_FULLEST = 60
"""Characters: no day is written with more."""


def read_due(words: str, today: date) -> date | None:
    """The day that a whole phrase names (`by Friday`, `due 1 Dec`, `in 2 weeks`), or None."""
    if len(words) > _FULLEST:
        return None
    lead, _space, rest = _plain(words).partition(" ")
    if lead == "in":
        return _after(rest, today)
    if lead not in ("by", "due"):
        return None
    if lead == "due":
        second, _space, more = rest.partition(" ")
        if second == "in":
            return _after(more, today)
        if second in ("by", "on"):
            rest = more
    return _day(rest, today)


def read_day(words: str, today: date) -> date | None:
    """The day that these words name (`Friday`, `2026-12-01`, `Dec 1`), or None where they name none."""
    return None if len(words) > _FULLEST else _day(_plain(words), today)


def _plain(words: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", words).casefold().split())


def _day(words: str, today: date) -> date | None:
    iso = _ISO.fullmatch(words)
    if iso:
        return _make(int(iso[1]), int(iso[2]), int(iso[3]))
    if words == "today":
        return today
    if words == "tomorrow":
        return _plus(today, 1)
    weekday = _WEEKDAYS.get(words.removesuffix("."))
    if weekday is not None:
        return _plus(today, (weekday - today.weekday() - 1) % 7 + 1)
    written = _DAY_FIRST.fullmatch(words) or _MONTH_FIRST.fullmatch(words)
    return _written(written, today) if written else None


def _written(match: re.Match[str], today: date) -> date | None:
    """The day of `1 December`, `Dec 1st 2026`, `Tuesday 1 December 2026`; None where the weekday is wrong."""
    month = _MONTHS.get(match["month"])
    weekday = _WEEKDAYS.get(match["weekday"]) if match["weekday"] else None
    if month is None or (match["weekday"] and weekday is None):
        return None
    number = int(match["day"])
    if match["year"]:
        found = _make(int(match["year"]), month, number)
    else:
        # Eight years always hold a 29 February.
        days = (_make(today.year + more, month, number) for more in range(9))
        found = next((day for day in days if day is not None and day >= today), None)
    if found is not None and weekday is not None and found.weekday() != weekday:
        return None
    return found


def _after(words: str, today: date) -> date | None:
    match = _SPAN.fullmatch(words)
    if not match:
        return None
    count = 1 if match["count"].startswith("a") else int(match["count"])
    if count < 1:
        return None
    if match["unit"] != "month":
        return _plus(today, count * (7 if match["unit"] == "week" else 1))
    from dateutil.relativedelta import relativedelta

    try:
        return today + relativedelta(months=count)
    except (ValueError, OverflowError):
        return None


def _plus(today: date, days: int) -> date | None:
    try:
        return today + timedelta(days=days)
    except OverflowError:
        return None


def _make(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
