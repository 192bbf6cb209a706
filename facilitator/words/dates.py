"""Dates and times of day as people read them.

A zone is an IANA name; printed times never depend on the machine's own zone.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timezone, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from facilitator.words.language import gettext as _


def zone_of(name: str) -> tzinfo:
    """The zone of that IANA name; UTC where the name is not known to this machine."""
    if name == "UTC":
        return UTC
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return UTC


def to_stamp(moment: datetime) -> str:
    """An instant as events carry it: UTC, ISO 8601, to the millisecond, `Z` at the end."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def from_stamp(text: str) -> datetime:
    """The instant that `to_stamp` wrote. Raises ValueError for anything that is no instant."""
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def local(stamp: str, zone: str) -> datetime:
    """The instant of a stamp in a zone."""
    return from_stamp(stamp).astimezone(zone_of(zone))


def weekday_name(day: date) -> str:
    """The name of the day of the week, in full."""
    names = (
        _("Monday"),
        _("Tuesday"),
        _("Wednesday"),
        _("Thursday"),
        _("Friday"),
        _("Saturday"),
        _("Sunday"),
    )
    return names[day.weekday()]


def month_name(day: date) -> str:
    """The name of the month, in full."""
    names = (
        _("January"),
        _("February"),
        _("March"),
        _("April"),
        _("May"),
        _("June"),
        _("July"),
        _("August"),
        _("September"),
        _("October"),
        _("November"),
        _("December"),
    )
    return names[day.month - 1]


def long_date(day: date) -> str:
    """A date that nobody can misread: Tuesday 1 December 2026."""
    return f"{weekday_name(day)} {day.day} {month_name(day)} {day.year}"


def short_date(day: date) -> str:
    """A date for a narrow place: Tue 1 Dec."""
    return f"{weekday_name(day)[:3]} {day.day} {month_name(day)[:3]}"


def brief_date(day: date, beside: date) -> str:
    """A date next to another one that is shown too: 24 Nov, with its year where the years differ."""
    brief = f"{day.day} {month_name(day)[:3]}"
    return brief if day.year == beside.year else f"{brief} {day.year}"


def clock_time(moment: datetime) -> str:
    """The time of day: 16:07."""
    return f"{moment.hour:02d}:{moment.minute:02d}"


def zone_label(moment: datetime, zone: str) -> str:
    """How a zone is named beside a time: UTC, or its place and offset (`Africa/Dakar, UTC+0`)."""
    offset = moment.utcoffset()
    minutes = int(offset.total_seconds() // 60) if offset is not None else 0
    if zone == "UTC":
        return "UTC"
    sign = "+" if minutes >= 0 else "−"
    hours, rest = divmod(abs(minutes), 60)
    shift = f"UTC{sign}{hours}" + (f":{rest:02d}" if rest else "")
    return f"{zone}, {shift}"


def fixed_zone(minutes: int) -> tzinfo:
    """A zone so many minutes east of UTC."""
    from datetime import timedelta

    return timezone(timedelta(minutes=minutes))
