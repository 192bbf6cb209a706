"""Which region of the live screen gets how many rows."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.widgets.rows import Rows, has_rail, plan_rows

REGIONS = [name for name in Rows.__struct_fields__ if not name.startswith("gap")]
BY_IMPORTANCE = ("stage", "say", "turn", "hold", "pace", "notes")
"""The order of the issue; each has a row before one after it has any."""

widths = st.integers(1, 250)
heights = st.integers(3, 120)


def total(rows: Rows) -> int:
    return sum(getattr(rows, name) for name in Rows.__struct_fields__)


@given(widths, heights)
def test_the_rows_fill_the_screen_and_no_more(width: int, height: int) -> None:
    assert total(plan_rows(width, height)) == height


@given(widths, st.integers(0, 120))
def test_line_hint_and_clock_are_always_there(width: int, height: int) -> None:
    rows = plan_rows(width, height)
    assert rows.line >= 1
    assert rows.hint >= 1
    assert rows.stage >= 1


@given(widths, heights)
def test_smaller_screens_drop_from_the_end_of_the_order(width: int, height: int) -> None:
    rows = plan_rows(width, height)
    there = [getattr(rows, name) > 0 for name in BY_IMPORTANCE]
    assert there == sorted(there, reverse=True)


@given(widths, heights)
def test_a_higher_screen_never_takes_a_region_away(width: int, height: int) -> None:
    before, after = plan_rows(width, height), plan_rows(width, height + 1)
    for name in REGIONS:
        if getattr(before, name) and name != "stage":
            assert getattr(after, name) >= 1


@pytest.mark.parametrize("size", [(80, 24), (64, 34), (120, 40), (100, 30)])
def test_every_size_it_is_made_for_has_every_region_and_three_rows_for_the_line(
    size: tuple[int, int],
) -> None:
    rows = plan_rows(*size)
    assert all(getattr(rows, name) for name in REGIONS)
    assert rows.line == 3
    assert rows.big_clock
    assert rows.notes >= 4
    assert rows.say >= 3


def test_the_smallest_screen_keeps_stage_sentence_line_and_hint() -> None:
    assert plan_rows(20, 5) == Rows(stage=1, say=2, line=1, hint=1)


@pytest.mark.parametrize(("size", "there"), [((100, 20), True), ((99, 50), False), ((120, 19), False)])
def test_people_and_order_stand_beside_the_stage_from_100_columns(size: tuple[int, int], there: bool) -> None:
    assert has_rail(*size) is there
