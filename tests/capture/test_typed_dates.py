"""The day that a next step is due."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.capture.dates import read_day, read_due

TODAY = date(2026, 11, 21)
"""A Saturday."""


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2026-12-01", "2026-12-01"),
        ("2020-02-29", "2020-02-29"),
        ("today", "2026-11-21"),
        ("Tomorrow", "2026-11-22"),
        ("Friday", "2026-11-27"),
        ("FRI", "2026-11-27"),
        ("fri.", "2026-11-27"),
        ("saturday", "2026-11-28"),
        ("sun", "2026-11-22"),
        ("mon", "2026-11-23"),
        ("tue", "2026-11-24"),
        ("tues", "2026-11-24"),
        ("wed", "2026-11-25"),
        ("thu", "2026-11-26"),
        ("thur", "2026-11-26"),
        ("thurs", "2026-11-26"),
        ("1 December", "2026-12-01"),
        ("1 Dec 2026", "2026-12-01"),
        ("Dec 1", "2026-12-01"),
        ("December 1st", "2026-12-01"),
        ("December 1st, 2027", "2027-12-01"),
        ("2nd of March", "2027-03-02"),
        ("21 Nov", "2026-11-21"),
        ("20 Nov", "2027-11-20"),
        ("29 Feb", "2028-02-29"),
        ("Tuesday 1 December 2026", "2026-12-01"),
        ("Tue, 1 Dec", "2026-12-01"),
        ("２０２６-12-01", "2026-12-01"),
    ],
)
def test_a_day_with_one_reading_is_read(typed: str, day: str) -> None:
    assert read_day(typed, TODAY) == date.fromisoformat(day)
    assert read_due(f"by {typed}", TODAY) == date.fromisoformat(day)
    assert read_due(f"due {typed}", TODAY) == date.fromisoformat(day)
    assert read_due(f"DUE  on\u00a0{typed}", TODAY) == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("in 2 weeks", "2026-12-05"),
        ("in a week", "2026-11-28"),
        ("in 10 days", "2026-12-01"),
        ("in 1 day", "2026-11-22"),
        ("in 1 month", "2026-12-21"),
        ("in 3 months", "2027-02-21"),
        ("In 2 Weeks", "2026-12-05"),
        ("due in 2 weeks", "2026-12-05"),
    ],
)
def test_a_span_counts_from_today(typed: str, day: str) -> None:
    assert read_due(typed, TODAY) == date.fromisoformat(day)


def test_a_month_that_is_shorter_ends_on_its_last_day() -> None:
    assert read_due("in 1 month", date(2027, 1, 31)) == date(2027, 2, 28)


@pytest.mark.parametrize(
    "typed",
    [
        "by phone",
        "by-law",
        "by 5pm",
        "by 5",
        "by the 5th",
        "by next Friday",
        "by next week",
        "by May",
        "by end of month",
        "by Fr",
        "by Frid",
        "by 2026-02-30",
        "by 2026-13-01",
        "by 30 February",
        "by 31 Nov 2026",
        "by Friday 1 December 2026",
        "by Friday afternoon",
        "by 1/12",
        "by 20261201",
        "by 2026-W49-2",
        "due diligence",
        "due",
        "by",
        "in",
        "in 0 days",
        "in 2 hours",
        "in two weeks",
        "in 99999 weeks",
        "in 9999 months of work",
        "by in 2 weeks",
        "Friday",
        "on Friday",
    ],
)
def test_all_else_stays_text(typed: str) -> None:
    assert read_due(typed, TODAY) is None


@pytest.mark.parametrize("typed", ["by tomorrow", "by Friday", "in 9999 months", "in 9999 weeks", "by 1 Jan"])
def test_beyond_the_last_year_there_is_no_day(typed: str) -> None:
    assert read_due(typed, date.max) is None


@given(
    today=st.dates(date(1990, 1, 1), date(2200, 1, 1)),
    word=st.sampled_from(["Monday", "tue", "WED", "thurs", "fri", "Saturday", "sun"]),
)
def test_a_weekday_is_the_next_such_day_after_today(today: date, word: str) -> None:
    day = read_day(word, today)
    assert day is not None
    assert timedelta(days=1) <= day - today <= timedelta(days=7)
    assert day.strftime("%a").lower() == word[:3].lower()


@given(st.text(max_size=70), st.dates())
def test_any_words_are_a_day_or_none(typed: str, today: date) -> None:
    for lead in ("by ", "due ", "in ", ""):
        found = read_due(lead + typed, today)
        assert found is None or isinstance(found, date)
