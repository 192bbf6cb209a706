"""The silence: nearly empty, nothing ticks, nothing moves."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from told import told_at

from facilitator.screens.stillness import BAR, StillRows, bar_words, in_columns, still_rows, time_words
from facilitator.session.guide import guide

HEADINGS = ("What I noticed", "What I could suggest", "What might solve it", "What I still wonder")


def silence(gone: float) -> tuple[str, str]:
    told = told_at("pause")
    assert told.state.planned["pause"] == 240
    told.wait(gone)
    return time_words(guide(told.state, told.now))


@pytest.mark.parametrize(
    ("gone", "shown"),
    [
        (0, ("4", "minutes")),
        (59.9, ("4", "minutes")),
        (60, ("3", "minutes")),
        (180, ("1", "minute")),
        (229.9, ("1", "minute")),
        (230, ("10", "seconds")),
        (239, ("1", "second")),
        (240, ("0:00", "over the time")),
        (275, ("0:35", "over the time")),
    ],
)
def test_whole_minutes_until_the_last_ten_seconds_and_then_up(gone: float, shown: tuple[str, str]) -> None:
    assert silence(gone) == shown


def test_no_second_is_to_be_seen_before_the_last_ten() -> None:
    told = told_at("pause")
    units = set()
    for _half in range(460):
        units.add(time_words(guide(told.state, told.now))[1])
        told.wait(0.5)
    assert units == {"minutes", "minute"}


def test_the_bar_moves_every_ten_seconds_and_not_between() -> None:
    bars = [bar_words(second, 240) for second in range(241)]
    moves = [second for second in range(1, 241) if bars[second] != bars[second - 1]]
    assert moves == list(range(10, 241, 10))
    assert bars[0] == "╌" * BAR
    assert bars[-1] == "━" * BAR


@given(st.floats(0, 9999), st.floats(1, 9999))
def test_the_bar_keeps_its_cells(gone: float, length: float) -> None:
    assert len(bar_words(gone, length)) == BAR


def test_the_four_headings_stand_in_pairs_where_they_fit_else_below_each_other() -> None:
    assert in_columns(HEADINGS, 80) == [
        "What I noticed              What I could suggest",
        "What might solve it         What I still wonder ",
    ]
    assert in_columns(HEADINGS, 40) == list(HEADINGS)


@given(st.integers(1, 60), st.integers(0, 9))
def test_the_parts_never_need_more_rows_than_there_are(room: int, ask: int) -> None:
    rows = still_rows(room, ask)
    parts = sum(getattr(rows, name) for name in StillRows.__struct_fields__ if name != "air")
    assert parts + 4 * rows.air <= room
    assert rows.unit == 1, "how time stands is always there"


def test_a_small_screen_keeps_the_time_and_the_sentence() -> None:
    assert still_rows(3, 4) == StillRows(unit=1, say=2)
    assert still_rows(18, 2) == StillRows(name=1, clock=3, unit=1, say=3, bar=1, ask=2, foot=1, air=1)
