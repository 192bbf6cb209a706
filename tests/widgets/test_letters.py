"""Large letters: what can be drawn, how it breaks, and that every letter has its own shape."""

from __future__ import annotations

import string

from hypothesis import given
from hypothesis import strategies as st

from facilitator.widgets.letters import LARGE_ROWS, SMALL_ROWS, drawn, drawn_large

DRAWN = string.ascii_uppercase + string.digits + "-–/:.,!?'’& "


def test_letters_are_drawn_in_half_blocks() -> None:
    assert drawn("hat", 80) == ("█ █ ▄▀▄ ▀█▀", "█▀█ █▀█  █ ", "▀ ▀ ▀ ▀  ▀ ")
    assert drawn_large("1:0", 80) == (
        "  ██        ██████",
        "████    ██  ██  ██",
        "  ██        ██  ██",
        "  ██    ██  ██  ██",
        "██████      ██████",
    )


def test_no_two_letters_look_alike() -> None:
    shapes = [drawn_large(one, 80) for one in string.ascii_uppercase + string.digits]
    alike = {(one, shape) for one, shape in enumerate(shapes) if shapes.count(shape) > 1}
    assert alike == set()


def test_what_is_too_wide_breaks_between_words_or_is_not_drawn() -> None:
    two = drawn("Reflective pause", 50, lines=2)
    assert two is not None
    assert len(two) == 2 * SMALL_ROWS + 1
    assert two[SMALL_ROWS] == ""
    assert drawn("Reflective pause", 50) is None
    assert drawn("Reflective", 20, lines=2) is None
    assert drawn_large("100:00", 20) is None


def test_words_in_other_letters_are_not_drawn_at_all() -> None:
    for words in ("Ní Dhálaigh", "李娜", "Clôture", "case 👋", "", "  "):
        assert drawn(words, 200) is None


@given(st.text(DRAWN, min_size=1, max_size=40).filter(str.strip), st.integers(1, 120), st.integers(1, 3))
def test_what_is_drawn_fits(words: str, width: int, lines: int) -> None:
    rows = drawn(words, width, lines=lines)
    if rows is not None:
        assert all(len(row) <= width for row in rows)
        assert len(rows) <= lines * (SMALL_ROWS + 1) - 1
    large = drawn_large(words, width)
    if large is not None:
        assert len(large) == LARGE_ROWS
        assert all(len(row) <= width for row in large)
