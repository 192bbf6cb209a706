"""How long a meeting takes, as people type it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from facilitator.screens.length import Length, read_length
from facilitator.session.refused import Refused

NOW = datetime(2026, 11, 21, 19, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("60", 60),
        ("1h", 60),
        ("1h30", 90),
        ("1 h 30 min", 90),
        ("2 hours", 120),
        ("45 minutes", 45),
        ("９０", 90),
        ("1.5h", 90),
    ],
)
def test_minutes_and_hours(text: str, minutes: float) -> None:
    assert read_length(text, "UTC", NOW) == Length(minutes=minutes)


def test_an_end_is_the_next_such_time_in_the_zone() -> None:
    assert read_length("until 20:30", "UTC", NOW) == Length(until="2026-11-21T20:30:00.000Z")
    assert read_length("Until  0:15", "Europe/Oslo", NOW) == Length(until="2026-11-21T23:15:00.000Z")


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("20:30", "until 20:30"),
        ("until 18:00", "23 hours away"),
        ("until noon", "20:30"),
        ("long", "such as 60"),
        ("", "such as 60"),
        ("0", "more than nothing"),
        ("11h", "ten hours"),
        ("60 [/]", "[/]"),
    ],
)
def test_what_is_no_length_is_refused_with_what_to_write(text: str, part: str) -> None:
    with pytest.raises(Refused) as told:
        read_length(text, "UTC", NOW)
    assert part in told.value.sentence
