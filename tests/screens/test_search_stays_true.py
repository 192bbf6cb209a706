"""The search screen shows nothing that is no longer so, and does not lose the place of whoever reads it."""

from __future__ import annotations

from pathlib import Path

import pytest
from home_rooms import HandClock, app_at, press, said, settled
from test_search_screen import note, opened, shown, written
from textual.pilot import Pilot

from facilitator.meeting.opening import resume
from facilitator.screens.minutes import MinutesScreen
from facilitator.session import intents as it
from facilitator.widgets.choose_row import ChooseRow

SIZES = [(80, 24), (64, 34), (120, 40)]


def struck(folder: Path, number: int) -> None:
    """In another window a line is struck."""
    meeting = resume(folder, HandClock())
    meeting.submit(it.Strike(number))
    assert meeting.settle()
    meeting.leave()


async def front(pilot: Pilot[int], in_front: bool) -> None:
    """Another window comes to the front, or ours does."""
    pilot.app.app_focus = in_front
    await settled(pilot)


@pytest.mark.parametrize("size", SIZES)
async def test_back_from_the_minutes_one_is_where_one_was(tmp_path: Path, size: tuple[int, int]) -> None:
    written(tmp_path, *(note(f"lease {number}") for number in range(6)))
    app = app_at(tmp_path)
    async with app.run_test(size=size) as pilot:
        await opened(pilot, "lease")
        await press(pilot, "down", "down", "down", "enter")
        await settled(pilot)
        assert isinstance(app.screen, MinutesScreen)
        await press(pilot, "escape")
        await settled(pilot)
        (row,) = (row for row in shown(app).split("\n") if row.startswith("▸"))
        assert row.endswith("lease 3")
        assert "lease 3" in said(app, "#whole")


async def test_what_is_struck_while_the_minutes_are_read_is_gone_when_one_comes_back(tmp_path: Path) -> None:
    folder = written(tmp_path, note("the lease of her uncle"), note("the lease in March"))
    app = app_at(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot, "lease")
        await press(pilot, "down", "enter")
        await settled(pilot)
        struck(folder, 61)
        await press(pilot, "escape")
        await settled(pilot)
        assert "uncle" not in shown(app)
        assert shown(app).startswith("▸ 21 Nov 2026   note       the lease in March")
        assert said(app, "#hint").startswith("1 line in")


async def test_what_is_struck_in_another_window_is_gone_when_this_one_is_in_front_again(
    tmp_path: Path,
) -> None:
    folder = written(tmp_path, note("the lease of her uncle"))
    app = app_at(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot, "lease")
        await front(pilot, False)
        struck(folder, 61)
        assert "uncle" in shown(app)
        await front(pilot, True)
        assert "uncle" not in shown(app)
        assert "uncle" not in said(app, "#whole")


async def test_a_narrow_row_has_the_first_word_of_each_name_and_the_chosen_line_all_of_it(
    tmp_path: Path,
) -> None:
    step = it.Capture(kind="step", text="ask for the lease", owners=("Annabel Otieno-Brandt", "李娜"))
    written(tmp_path, step)
    app = app_at(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot, "lease")
        assert shown(app).endswith("Annabel Otieno-Brandt, 李娜: ask for the lease")
        await pilot.resize_terminal(64, 34)
        await pilot.pause()
        assert shown(app).endswith("Annabel, 李娜: ask for the lease")
        assert "Annabel Otieno-Brandt, 李娜" in said(app, "#whole")


async def test_another_size_keeps_the_chosen_line(tmp_path: Path) -> None:
    written(tmp_path, *(note(f"lease {number}") for number in range(6)))
    app = app_at(tmp_path)
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(pilot, "lease")
        await press(pilot, "down", "down")
        for size in SIZES:
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert app.screen.query_one(ChooseRow).at == 2
