"""Dates and times of day as people read them.

A zone is an IANA name; printed times never depend on the machine's own zone.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timezone, tzinfo
from typing import Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from msgspec import Struct

from facilitator.words.language import gettext as _

ClockFormat = Literal["24h", "12h"]
DateFormat = Literal["day-month", "month-day", "year-month-day"]


class Times(Struct, frozen=True):
    """How times of day and dates are written for the one person who looks at a screen or reads plain lines.

    Whatever others read, now or later (minutes, the log, pages to hand on), is written in one way, by the
    functions below: the same words on every machine.
    """

    clock: ClockFormat = "24h"
    order: DateFormat = "day-month"

    def time(self, moment: datetime) -> str:
        """The time of day: 16:07, or 4:07 pm."""
        if self.clock == "24h":
            return f"{moment.hour:02d}:{moment.minute:02d}"
        half = _("am") if moment.hour < 12 else _("pm")
        return f"{moment.hour % 12 or 12}:{moment.minute:02d} {half}"

    def column(self, moment: datetime) -> str:
        """The time of day for times that stand below one another: all equally wide."""
        return self.time(moment).rjust(self.width)

    @property
    def width(self) -> int:
        """How many characters the longest time of day has."""
        return 5 if self.clock == "24h" else 6 + max(len(_("am")), len(_("pm")))

    def day(self, day: date) -> str:
        """A date in full: Tuesday 1 December 2026, Tuesday, December 1, 2026, or Tuesday 2026-12-01."""
        weekday, month = weekday_name(day), month_name(day)
        match self.order:
            case "day-month":
                return f"{weekday} {day.day} {month} {day.year}"
            case "month-day":
                return f"{weekday}, {month} {day.day}, {day.year}"
            case "year-month-day":
                return f"{weekday} {day.isoformat()}"

    def short(self, day: date) -> str:
        """A date for a narrow place: Tue 1 Dec, Tue Dec 1, or 2026-12-01."""
        weekday, month = weekday_name(day)[:3], month_name(day)[:3]
        match self.order:
            case "day-month":
                return f"{weekday} {day.day} {month}"
            case "month-day":
                return f"{weekday} {month} {day.day}"
            case "year-month-day":
                return day.isoformat()

    def brief(self, day: date) -> str:
        """A date with its year in few cells: 1 Dec 2026, Dec 1, 2026, or 2026-12-01."""
        month = month_name(day)[:3]
        match self.order:
            case "day-month":
                return f"{day.day} {month} {day.year}"
            case "month-day":
                return f"{month} {day.day}, {day.year}"
            case "year-month-day":
                return day.isoformat()


SAME = Times()
"""How it is written wherever the same words have to stand on every machine."""


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
    """A date that nobody can misread, the same for everybody: Tuesday 1 December 2026."""
    return SAME.day(day)


def short_date(day: date) -> str:
    """A date for a narrow place, the same for everybody: Tue 1 Dec."""
    return SAME.short(day)


def brief_date(day: date, beside: date) -> str:
    """A date next to another one that is shown too: 24 Nov, with its year where the years differ."""
    brief = f"{day.day} {month_name(day)[:3]}"
    return brief if day.year == beside.year else f"{brief} {day.year}"


def clock_time(moment: datetime) -> str:
    """The time of day, the same for everybody: 16:07."""
    return SAME.time(moment)


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
