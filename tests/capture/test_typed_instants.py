"""Times of day and next meetings, in zones that change their clocks."""

from contextlib import suppress
from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.capture.instants import next_time, read_meeting, read_time
from facilitator.session.refused import Refused


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("20:30", time(20, 30)),
        ("8:05", time(8, 5)),
        ("8:30 pm", time(20, 30)),
        ("12:00 am", time(0, 0)),
        ("12:15PM", time(12, 15)),
        ("２０：３０", time(20, 30)),
        ("24:00", None),
        ("20:60", None),
        ("13:00 pm", None),
        ("20", None),
        ("half past", None),
    ],
)
def test_a_time_of_day(typed: str, found: time | None) -> None:
    assert read_time(typed) == found


@pytest.mark.parametrize(
    ("typed", "zone", "now", "instant"),
    [
        ("20:30", "UTC", "2026-11-21T19:00", "2026-11-21T20:30"),
        ("20:30", "UTC", "2026-11-21T20:30", "2026-11-22T20:30"),
        ("0:15", "UTC", "2026-11-21T23:50", "2026-11-22T00:15"),
        ("20:30", "Asia/Kolkata", "2026-11-21T14:00", "2026-11-21T15:00"),
        ("1:00", "America/Lima", "2026-11-22T05:00", "2026-11-22T06:00"),
        # Clocks go back in Dublin at 01:00 UTC: half past one is there twice, the next one counts.
        ("1:30", "Europe/Dublin", "2026-10-25T00:10", "2026-10-25T00:30"),
        ("1:30", "Europe/Dublin", "2026-10-25T00:40", "2026-10-25T01:30"),
        # Clocks go forward in Dublin at 01:00 UTC: half past one is missing.
        ("1:30", "Europe/Dublin", "2026-03-29T00:10", "2026-03-29T01:30"),
    ],
)
def test_an_end_is_the_next_instant_that_shows_this_time(
    typed: str, zone: str, now: str, instant: str
) -> None:
    moment = datetime.fromisoformat(now).replace(tzinfo=UTC)
    assert next_time(typed, zone, moment) == f"{instant}:00.000Z"


@pytest.mark.parametrize(
    ("typed", "zone", "when", "named"),
    [
        ("2026-12-17 15:00 UTC", "Africa/Dakar", "2026-12-17T15:00", "UTC"),
        ("2026-12-17 15:00 utc", "Africa/Dakar", "2026-12-17T15:00", "UTC"),
        ("2026-12-17 15:00", "Europe/Dublin", "2026-12-17T15:00", "Europe/Dublin"),
        ("2026-12-17  15:00  America/Lima", "UTC", "2026-12-17T20:00", "America/Lima"),
        ("2026-12-17T15:00 asia/kolkata", "UTC", "2026-12-17T09:30", "Asia/Kolkata"),
        ("2026-12-17 3:00 pm America/New York", "UTC", "2026-12-17T20:00", "America/New_York"),
        # Of two half past ones, the first.
        ("2026-10-25 1:30 Europe/Dublin", "UTC", "2026-10-25T00:30", "Europe/Dublin"),
    ],
)
def test_a_next_meeting_has_an_instant_and_a_zone(typed: str, zone: str, when: str, named: str) -> None:
    assert read_meeting(typed, zone) == (f"{when}:00.000Z", named)


@pytest.mark.parametrize(
    "typed",
    [
        "17 Dec 15:00 UTC",
        "17 December 2026 at 15:00 UTC",
        "Thursday, 17 December, 15:00 utc",
        "Dec 17 3:00 pm UTC",
        "el 17 de diciembre 15:00 UTC",
        "jeudi 17 décembre 15:00 UTC",
    ],
)
def test_the_day_of_the_next_meeting_may_be_in_words(typed: str) -> None:
    assert read_meeting(typed, "Africa/Dakar", date(2026, 11, 21)) == ("2026-12-17T15:00:00.000Z", "UTC")


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("next Tue 15:00", "next Tue can be Tuesday 24 November 2026 or Tuesday 1 December 2026"),
        ("soon 15:00", "soon names no day"),
        ("17 Dec 25:00", "25:00 is not a time of day"),
        ("17 Dec", "Write the date, the time and the zone"),
    ],
)
def test_words_that_name_no_day_or_two_are_refused(typed: str, says: str) -> None:
    with pytest.raises(Refused) as refusal:
        read_meeting(typed, "UTC", date(2026, 11, 21))
    assert says in refusal.value.sentence


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("2026-02-30 15:00 UTC", "There is no day 2026-02-30"),
        ("2026-12-17 25:00 UTC", "25:00 is not a time of day"),
        ("2026-12-17", "Write the date, the time and the zone"),
        ("next Thursday", "Write the date, the time and the zone"),
        ("2026-12-17 15:00 Africa/Dakkar", "Did you mean Africa/Dakar?"),
        ("2026-12-17 15:00 Dakar", "Did you mean Africa/Dakar?"),
        ("2026-12-17 15:00 Xyzzyx", "No time zone is called Xyzzyx. Write UTC or a place"),
        ("2026-12-17 15:00 ../etc/passwd", "No time zone is called"),
        ("2026-03-29 1:30 Europe/Dublin", "There is no 01:30 on Sunday 29 March 2026 in Europe/Dublin"),
        ("0001-01-01 00:00 Asia/Kolkata", "There is no day 0001-01-01"),
    ],
)
def test_an_impossible_meeting_is_refused_and_says_why(typed: str, says: str) -> None:
    with pytest.raises(Refused) as refusal:
        read_meeting(typed, "UTC")
    assert says in refusal.value.sentence


@given(st.text(max_size=30), st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1)))
def test_any_words_are_read_or_refused(typed: str, now: datetime) -> None:
    for read in (
        lambda: next_time(typed, "Europe/Dublin", now.replace(tzinfo=UTC)),
        lambda: read_meeting(typed, "UTC"),
        lambda: read_meeting(typed, "UTC", now.date()),
    ):
        with suppress(Refused):
            read()
