"""The places that are known on this machine, and those words that are let by though a place is called so."""

from __future__ import annotations

from zoneinfo import available_timezones

import pytest
from babel import Locale
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.minutes.beyond.places import Places
from facilitator.pod.places import known_places

_LATER_SCRIPTS = ("ar", "hi", "zh", "ja", "th", "bn")


def found(text: str, ordinary: frozenset[str] = frozenset()) -> list[str]:
    return [text[start:end] for start, end in known_places().find(text, ordinary)]


def test_every_country_is_found_in_small_letters_whole_or_in_part() -> None:
    missed = [
        name
        for language in ("en", "fr", "es", "sw")
        for code, name in Locale.parse(language).territories.items()
        if code.isalpha() and code not in ("EU", "EZ", "QO", "UN", "XA", "XB", "ZZ")
        if not found(f"in {name.lower()}.")
    ]
    # In small letters these are words for other things: ascension, guinea, canary, reunion.
    assert len(missed) <= 24, missed
    assert not {"kenya", "peru", "senegal", "sénégal", "perú", "south africa"} & {
        one.lower() for one in missed
    }


@pytest.mark.parametrize("language", _LATER_SCRIPTS)
def test_countries_are_found_in_scripts_without_capitals(language: str) -> None:
    territories = Locale.parse(language).territories
    for code in ("KE", "PE", "SN", "CN", "IN", "NG", "BR"):
        assert found(territories[code]), territories[code]


def test_a_country_of_two_syllable_signs_is_let_by_as_so_many_words_are() -> None:
    assert found("ኬንያ ፔሩ") == ["ኬንያ"]


def test_cities_of_time_zones_are_found() -> None:
    assert "Africa/Nairobi" in available_timezones()
    assert found("nairobi, dakar or LA PAZ, not addis ababa") == ["nairobi", "dakar", "LA PAZ", "addis ababa"]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("مالي", []),
        ("وكينيا", ["وكينيا"]),
        ("마이크로", []),
        ("케냐에서", ["케냐"]),
        ("マリアさんとパリコレ", []),
        ("the world, an unknown city", []),
        ("peruse the omens; malice", []),
        ("la reunión; la réunion; a reunion", []),
    ],
)
def test_words_that_only_look_like_a_place_are_let_by(text: str, places: list[str]) -> None:
    assert found(text) == places


def test_a_word_of_everyday_language_is_no_place() -> None:
    assert Places(["Fiji"]).find("fiji") == [(0, 4)]
    assert Places(["Fiji"]).find("fiji", frozenset({"fiji"})) == []


@settings(deadline=None)
@given(st.text(max_size=60), st.lists(st.text(min_size=1, max_size=12), max_size=4))
def test_places_are_in_order_and_share_no_letter(text: str, names: list[str]) -> None:
    end = 0
    for start, last in Places(names, names).find(text + " ".join(names)):
        assert end <= start < last
        end = last
