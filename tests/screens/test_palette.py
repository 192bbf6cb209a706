"""The palette: every key and command can be found there; what an agenda says is never markup."""

from __future__ import annotations

from pathlib import Path

import pytest
from home_rooms import app_at, press, settled
from live_desk import Desk, at, meeting_in
from msgspec.structs import replace
from textual.command import CommandPalette
from textual.widgets import OptionList

from facilitator.agenda.library import find
from facilitator.agenda.model import Agenda
from facilitator.session import intents as it
from facilitator.settings.actions import ACTIONS

BESIDE_A_CALL = (64, 34)


async def offered(desk: Desk, key: str = "ctrl+p", typed: str = "") -> list[str]:
    """The first row of everything the palette offers."""
    await desk.press(key, *typed)
    assert isinstance(desk.app.screen, CommandPalette)
    await desk.app.workers.wait_for_complete()
    await desk.pilot.pause()
    options = desk.app.screen.query_one(OptionList).options
    return [str(option.prompt).splitlines()[0] for option in options]


@pytest.mark.parametrize("key", ["ctrl+p", "f1"])
async def test_keys_come_first_with_what_they_do_now(tmp_path: Path, key: str) -> None:
    async with at(meeting_in(tmp_path), BESIDE_A_CALL) as desk:
        rows = await offered(desk, key)
        assert rows[0] == "^N  Bríd's turn"
        assert rows[1] == "^T  Case told"
        keys = {row.split("  ")[0] for row in rows if "  " in row}
        live = {desk.app.settings.key(id) for id in ACTIONS if id.startswith("live.")} - {"F8"}
        assert keys >= live | {"Esc"}


async def test_a_key_that_has_no_room_in_the_row_is_one_choice_away(tmp_path: Path) -> None:
    async with at(meeting_in(tmp_path, "who signs"), BESIDE_A_CALL) as desk:
        rows = await offered(desk, typed="undo")
        assert rows[0] == "^R  Undo"
        await desk.press("enter")
        await desk.pilot.pause()
        assert not desk.meeting.state.notes


async def test_a_command_is_shown_with_all_its_brackets(tmp_path: Path) -> None:
    async with at(meeting_in(tmp_path)) as desk:
        assert "/skip [later] [WHY]" in await offered(desk)
        await desk.press("escape")
        assert "/skip [later] [WHY]" in await offered(desk, typed="skip")


def with_stage_called(name: str) -> Agenda:
    usual = find("intervision")
    stages = tuple(replace(one, name=name) if one.id == "clarify" else one for one in usual.stages)
    return replace(usual, stages=stages)


async def test_the_name_of_a_stage_is_text_and_never_markup(tmp_path: Path) -> None:
    async with at(meeting_in(tmp_path, agenda=with_stage_called("[b]Ask[/] [/x]"))) as desk:
        assert "Go to 3. [b]Ask[/] [/x]" in await offered(desk)
        await desk.press("escape")
        assert "Go to 3. [b]Ask[/] [/x]" in await offered(desk, typed="ask")


async def test_after_the_meeting_the_keys_of_that_screen_are_offered(tmp_path: Path) -> None:
    meeting = meeting_in(tmp_path)
    meeting.submit(it.Close())
    async with at(meeting, BESIDE_A_CALL) as desk:
        rows = await offered(desk)
        assert rows[0] == "^Y  Copy for the chat"
        assert not any("Cover" in row for row in rows)


async def test_elsewhere_it_offers_what_the_app_does(tmp_path: Path) -> None:
    app = app_at(tmp_path)
    async with app.run_test() as pilot:
        await settled(pilot)
        await press(pilot, "f1")
        assert isinstance(app.screen, CommandPalette)
        await app.workers.wait_for_complete()
        await pilot.pause()
        options = app.screen.query_one(OptionList).options
        assert {str(option.prompt).splitlines()[0] for option in options} == {"Theme", "Leave"}
