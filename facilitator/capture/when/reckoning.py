"""Days reckoned from another day. OverflowError where the calendar ends."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta


def coming_weekday(weekday: int, today: date) -> date:
    """The next such day (0 is Monday) after today."""
    return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)


def monday(today: date, weeks: int = 0) -> date:
    """The Monday of this week, or of so many weeks on."""
    return today + timedelta(days=7 * weeks - today.weekday())


def coming_date(day: int, month: int, today: date) -> date | None:
    """The next such day from today on; None where no year has it. Eight years always hold a 29 February."""
    days = (real(today.year + more, month, day) for more in range(9))
    return next((one for one in days if one is not None and one >= today), None)


def months_on(today: date, count: int) -> date | None:
    """So many months from today; None where the calendar ends."""
    from dateutil.relativedelta import relativedelta

    try:
        return today + relativedelta(months=count)
    except (ValueError, OverflowError):
        return None


def month_after(today: date, months: int) -> tuple[int, int]:
    """Year and month, so many months from this one."""
    years, month = divmod(today.month - 1 + months, 12)
    return today.year + years, month + 1


def last_day(year: int, month: int) -> date:
    """The last day of a month."""
    if year > 9999:
        raise OverflowError
    return date(year, month, monthrange(year, month)[1])


def real(year: int, month: int, day: int) -> date | None:
    """That day; None where there is none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None
