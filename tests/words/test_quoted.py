"""What a sentence says again of somebody's words is cut short, so that what it asks for is seen."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from facilitator.words.visible import quoted


def test_a_short_text_stands_as_it_is() -> None:
    assert quoted("intervison") == "intervison"


def test_a_long_one_ends_in_an_ellipsis_and_not_behind_a_space() -> None:
    assert quoted("Amina Diallo, Bríd Ní Dhálaigh", 14) == "Amina Diallo,…"


@given(st.text(max_size=200), st.integers(2, 60))
def test_it_is_never_longer_and_can_always_be_shown(text: str, longest: int) -> None:
    shown = quoted(text, longest)
    assert len(shown) <= longest
    assert not any(ord(one) < 0x20 or 0x7F <= ord(one) < 0xA0 for one in shown)
