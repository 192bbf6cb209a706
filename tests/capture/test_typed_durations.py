"""Lengths of time as typed."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.capture.durations import LONGEST, read_duration
from facilitator.session.refused import Refused


@pytest.mark.parametrize(
    ("typed", "seconds"),
    [
        ("4", 240),
        ("4m", 240),
        ("4 min", 240),
        ("4:30", 270),
        ("0:05", 5),
        ("90s", 90),
        ("1.5", 90),
        ("1h", 3600),
        ("4M", 240),
        ("４：３０", 270),
        (" 4:00 ", 240),
        ("600", 36000),
    ],
)
def test_a_length_is_minutes_unless_it_says_otherwise(typed: str, seconds: float) -> None:
    assert read_duration(typed) == seconds


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "0",
        "0:00",
        "0s",
        "-3",
        "nan",
        "inf",
        "1e3",
        "601",
        "600:01",
        "4:60",
        "4:5",
        "four",
        "4 5",
        "99999",
    ],
)
def test_what_is_no_length_is_refused_with_a_sentence(typed: str) -> None:
    with pytest.raises(Refused) as refusal:
        read_duration(typed)
    assert refusal.value.sentence.endswith(".")


@given(st.text(max_size=12))
def test_any_words_are_a_length_or_refused(typed: str) -> None:
    with suppress(Refused):
        assert 0 < read_duration(typed) <= LONGEST
