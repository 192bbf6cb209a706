"""The rows of the close screen, on screens of every size."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.screens.close_rows import Side, in_a_row, plan_rows, question_words, ruled
from facilitator.screens.closing import Item
from facilitator.screens.closing_questions import Question

REGIONS = ("header", "gap", "heading", "text", "side", "status", "question", "line", "hint", "keys")


@given(st.integers(10, 200), st.integers(4, 80), st.integers(1, 40), st.booleans(), st.booleans())
def test_regions_never_take_more_than_the_screen(
    width: int, height: int, wanted: int, asked: bool, trouble: bool
) -> None:
    rows = plan_rows(width, height, wanted, asked=asked, trouble=trouble)
    beside = rows.side if rows.beside else 0
    assert sum(getattr(rows, name) for name in REGIONS) - beside == height
    assert rows.heading
    assert rows.line
    assert rows.hint
    assert rows.status or not trouble


@pytest.mark.parametrize(("width", "height"), [(20, 5), (64, 34), (80, 24), (120, 40)])
def test_the_designed_sizes_show_text_and_question(width: int, height: int) -> None:
    rows = plan_rows(width, height, 8, asked=True)
    assert rows.text >= 1
    assert rows.question == (1 if width < 60 else 0)
    assert rows.beside == (width == 120)
    if height >= 24:
        assert rows.keys
        assert rows.header
        assert rows.side >= 5


@given(st.integers(0, 12), st.integers(1, 20), st.integers(5, 120), st.integers(0, 3))
def test_the_list_below_the_text_keeps_its_rows_and_what_is_asked_now(
    count: int, height: int, width: int, reports: int
) -> None:
    items = tuple(Item(f"thing {number}", now=number == 0) for number in range(count))
    side = Side(
        items=items,
        left_out="Not in this text: 3 notes.",
        chair=("You ended 7 minutes late.",),
        reports=("Line 4 of the log was damaged.",) * reports,
    )
    rows = side.stacked(width, height).plain.split("\n")
    assert len(rows) <= height
    assert any(row.startswith("▸" if count else "  N") for row in rows)


def test_a_long_question_is_shortened_in_what_it_is_about() -> None:
    question = Question(
        kind="owner", words="Who takes “{what}”?", how="", what="share 李娜 the by-law paragraph"
    )
    words = question_words(question, 24)
    assert words.cell_length <= 24
    assert words.plain.startswith("Who takes “share")
    assert words.plain.endswith("…”?")
    assert question_words(question, 100).plain == "Who takes “share 李娜 the by-law paragraph”?"


def test_two_ends_of_a_row() -> None:
    assert in_a_row("left", ("a long right end", "right"), 11) == "left  right"
    assert in_a_row("left", ("right",), 8) == "left"
    assert ruled("list", 8) == "list ───"
    assert ruled("list", 4) == "list"
