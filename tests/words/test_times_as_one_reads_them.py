"""Times of day and dates as one person has them written, and the one way for what others read."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.capture.instants import read_time
from facilitator.words.dates import SAME, ClockFormat, DateFormat, Times, clock_time, long_date, short_date

DAY = date(2026, 12, 1)


@pytest.mark.parametrize(
    ("hour", "minute", "twelve"),
    [(0, 5, "12:05 am"), (9, 0, "9:00 am"), (12, 0, "12:00 pm"), (16, 7, "4:07 pm"), (23, 59, "11:59 pm")],
)
def test_a_time_of_day_in_twelve_hours(hour: int, minute: int, twelve: str) -> None:
    at = datetime(2026, 12, 1, hour, minute, tzinfo=UTC)
    assert Times(clock="12h").time(at) == twelve
    assert Times().time(at) == f"{hour:02d}:{minute:02d}"


@pytest.mark.parametrize(
    ("order", "full", "short", "brief"),
    [
        ("day-month", "Tuesday 1 December 2026", "Tue 1 Dec", "1 Dec 2026"),
        ("month-day", "Tuesday, December 1, 2026", "Tue Dec 1", "Dec 1, 2026"),
        ("year-month-day", "Tuesday 2026-12-01", "2026-12-01", "2026-12-01"),
    ],
)
def test_a_date_in_each_order(order: DateFormat, full: str, short: str, brief: str) -> None:
    assert Times(order=order).day(DAY) == full
    assert Times(order=order).short(DAY) == short
    assert Times(order=order).brief(DAY) == brief


def test_what_others_read_is_written_in_one_way() -> None:
    at = datetime(2026, 12, 1, 16, 7, tzinfo=UTC)
    assert (clock_time(at), long_date(DAY), short_date(DAY)) == (
        "16:07",
        "Tuesday 1 December 2026",
        "Tue 1 Dec",
    )
    assert Times() == SAME


@given(st.datetimes(), st.sampled_from(["24h", "12h"]))
def test_a_time_that_is_shown_can_be_typed_back_and_all_are_equally_wide_in_a_column(
    at: datetime, clock: ClockFormat
) -> None:
    times = Times(clock=clock)
    read = read_time(times.time(at))
    assert read is not None
    assert (read.hour, read.minute) == (at.hour, at.minute)
    assert len(times.column(at)) == times.width
    assert times.column(at).strip() == times.time(at)
