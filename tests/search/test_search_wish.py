"""What is looked for: signs are never commands, dates may be years, a short name is enough."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.search.wish import MOST_PHRASES, is_begun, is_called, lies_within, period, phrases_of
from facilitator.session.refused import Refused


def test_a_word_with_signs_is_words_that_follow_one_another() -> None:
    assert phrases_of("the Otieno-Brandt lease") == (("the",), ("otieno", "brandt"), ("lease",))
    assert phrases_of('"李娜" OR -x*') == (("李", "娜"), ("or",), ("x",))
    assert phrases_of('" - * ( ) :') == ()


def test_a_word_that_is_typed_twice_counts_where_it_stands_last() -> None:
    assert phrases_of("ka sarr ka") == (("sarr",), ("ka",))


def test_too_many_words_are_refused_in_a_sentence() -> None:
    assert len(phrases_of(" ".join(map(str, range(MOST_PHRASES))))) == MOST_PHRASES
    with pytest.raises(Refused, match="too much"):
        phrases_of(" ".join(map(str, range(MOST_PHRASES + 1))))


@pytest.mark.parametrize(
    ("text", "begun"), [("har", True), ("har ", False), ("", False), ("har!", True), ("har -", False)]
)
def test_only_a_word_at_the_very_end_may_go_on(text: str, begun: bool) -> None:
    assert is_begun(text) is begun


@pytest.mark.parametrize("text", ["2026", "2026-01", " 2026-02-28 "])
def test_a_day_a_month_and_a_year_are_dates(text: str) -> None:
    assert period(text) == text.strip()


@pytest.mark.parametrize(
    "text", ["26", "2026-13", "2026-02-30", "last week", "2026-1", "２０２６", "\x1b[2J", "0000"]
)
def test_anything_else_is_refused_and_shown_safely(text: str) -> None:
    with pytest.raises(Refused, match="is no date") as refused:
        period(text)
    assert "\x1b" not in refused.value.sentence


@given(st.dates(), st.dates())
def test_months_and_years_count_whole(day: object, other: object) -> None:
    for length in (4, 7, 10):
        edge = str(other)[:length]
        assert lies_within(str(day), edge, "") is (str(day)[:length] >= edge)
        assert lies_within(str(day), "", edge) is (str(day)[:length] <= edge)


@pytest.mark.parametrize(
    ("wanted", "called"),
    [
        ("Ann", True),
        ("ann OTIENO", True),
        ("Otieno", True),
        ("An", False),
        ("Otieno-Brandt", False),
        ("Otieno Ann", False),
        ("", False),
    ],
)
def test_an_owner_is_named_by_whole_words(wanted: str, called: bool) -> None:
    assert is_called(("李娜", "Ann Otieno"), wanted) is called


def test_a_hyphenated_word_is_one_word() -> None:
    assert is_called(("Annabel Otieno-Brandt",), "otieno-brandt")
    assert not is_called(("Annabel Otieno-Brandt",), "Otieno")
