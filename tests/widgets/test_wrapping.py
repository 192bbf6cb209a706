"""Words cut to rows of cells."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.content import Content
from told import AWKWARD

from facilitator.widgets.wrapping import apart, one_row, wrapped

texts = st.text(max_size=120) | st.sampled_from([AWKWARD, AWKWARD * 4, "李娜" * 40, "x" * 300, ""])


def cells(text: str) -> int:
    return Content(text).cell_length


@given(texts, st.integers(2, 90), st.integers(0, 6))
def test_it_never_takes_more_rows_or_cells_than_it_has(text: str, width: int, rows: int) -> None:
    lines = wrapped(text, width, rows)
    assert len(lines) <= rows
    assert all(cells(line) <= width for line in lines)


def test_what_fits_is_shown_as_typed() -> None:
    assert wrapped(AWKWARD, 80, 2) == [AWKWARD]
    assert " ".join(wrapped(AWKWARD, 20, 9)) == AWKWARD


@pytest.mark.parametrize("words", ["one two three four five six", "twelveletters " * 6, "李娜" * 20])
def test_what_does_not_fit_ends_in_an_ellipsis(words: str) -> None:
    assert wrapped(words, 13, 1)[-1].endswith("…")
    assert one_row(words, 9).endswith("…")


def test_control_characters_are_shown_as_pictures() -> None:
    assert wrapped("a\x1b[31mb", 20, 1) == ["a␛[31mb"]


@given(texts, st.integers(8, 90))
def test_the_words_on_the_right_stay_whole_and_the_row_is_full(left: str, width: int) -> None:
    row = apart(left, "+10:15", width)
    assert row.endswith("+10:15")
    assert cells(row) == width
