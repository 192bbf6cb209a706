"""The first screen: one can start at once, and what was left comes first."""

from __future__ import annotations

from pathlib import Path

import pytest
from home_rooms import HandClock, app_at, held, left, meeting_of, press, said, settled

from facilitator.meeting.opening import resume
from facilitator.screens.choice import Choice
from facilitator.screens.home import HomeScreen
from facilitator.screens.live import LiveScreen
from facilitator.screens.lobby import LobbyScreen
from facilitator.screens.minutes import MinutesScreen
from facilitator.session import intents as it


def offered(screen: HomeScreen) -> list[str]:
    """The words of the choices that are there, from the top."""
    return [one.words for one in screen.query(Choice) if one.region.height]


async def test_starting_a_meeting_is_one_enter_away(tmp_path: Path) -> None:
    app = app_at(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert isinstance(app.screen, HomeScreen)
        assert app.focused is not None
        assert app.focused.id == "start"
        assert offered(app.screen) == ["Start a meeting", "Practise for five minutes", "Last minutes"]
        await press(pilot, "enter")
        assert isinstance(app.screen, LobbyScreen)


async def test_unfinished_sessions_stand_first_newest_first_and_without_their_title(tmp_path: Path) -> None:
    for day in range(4):
        held(tmp_path, days=day, go=day != 3)
    held(tmp_path, days=5, close=True)
    app = app_at(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert isinstance(app.screen, HomeScreen)
        assert offered(app.screen)[:4] == [
            "Go on: 2026-11-24-1900-intervision, not begun",
            "Go on: 2026-11-23-1900-intervision, in Arrive",
            "Go on: 2026-11-22-1900-intervision, in Arrive",
            "Start a meeting",
        ]
        assert app.focused is not None
        assert app.focused.id == "start"


async def test_going_on_leads_back_into_the_meeting(tmp_path: Path) -> None:
    folder = held(tmp_path)
    app = app_at(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "up", "enter")
        assert isinstance(app.screen, LiveScreen)
        assert meeting_of(app).folder == folder
    left(app)


async def test_an_unfinished_rehearsal_is_named_as_practice_and_comes_after_meetings(tmp_path: Path) -> None:
    held(tmp_path)
    held(tmp_path, days=1, rehearsal=True)
    app = app_at(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert isinstance(app.screen, HomeScreen)
        assert offered(app.screen)[:2] == [
            "Go on: 2026-11-21-1900-intervision, in Arrive",
            "Go on: 2026-11-22-1900-intervision, in Arrive (practice)",
        ]


async def test_a_session_open_in_another_window_is_told_in_one_sentence(tmp_path: Path) -> None:
    other = resume(held(tmp_path), HandClock())
    app = app_at(tmp_path)
    try:
        async with app.run_test(size=(80, 24)) as pilot:
            await settled(pilot)
            await press(pilot, "up", "enter")
            assert isinstance(app.screen, HomeScreen)
            assert "open in another window" in said(app, "#hint")
    finally:
        other.leave()


async def test_practice_is_a_rehearsal_of_five_that_takes_five_minutes(tmp_path: Path) -> None:
    app = app_at(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "down", "enter")
        state = meeting_of(app).state
        assert isinstance(app.screen, LiveScreen)
        assert state.rehearsal
        assert sum(state.planned.values()) / state.speed == 300
        assert (state.chair, state.keeper, state.giver) == ("Awa Diop", "Ingrid Moe", "Teresa Cruz")
        assert meeting_of(app).folder.parent == tmp_path / "rehearsals"
        assert not (tmp_path / "people.toml").exists()
        # A closed meeting ticks no more while the app ends.
        meeting_of(app).submit(it.Close())
        await settled(pilot)
    left(app)


async def test_last_minutes_are_those_of_a_meeting_before_those_of_a_rehearsal(tmp_path: Path) -> None:
    meeting = held(tmp_path, close=True)
    held(tmp_path, days=2, close=True, rehearsal=True)
    app = app_at(tmp_path)
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await press(pilot, "down", "down", "enter")
        assert isinstance(app.screen, MinutesScreen)
        assert said(app, "#where") == str(meeting / "minutes.md")
        await press(pilot, "escape")
        assert isinstance(app.screen, HomeScreen)


async def test_without_any_minutes_a_sentence_says_so(tmp_path: Path) -> None:
    app = app_at(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "down", "down", "enter")
        assert "no minutes yet" in said(app, "#hint")


async def test_a_session_that_cannot_be_read_is_told_and_the_others_are_there(tmp_path: Path) -> None:
    held(tmp_path)
    bad = held(tmp_path, days=1)
    (bad / "events.jsonl").write_bytes(b"nothing of use\n")
    (bad / "opening.json").unlink()
    app = app_at(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert isinstance(app.screen, HomeScreen)
        assert offered(app.screen)[0] == "Go on: 2026-11-21-1900-intervision, in Arrive"
        assert bad.name in said(app, "#hint")


@pytest.mark.parametrize("size", [(80, 24), (64, 34), (120, 40), (20, 5)])
async def test_it_survives_every_size_and_can_be_left(tmp_path: Path, size: tuple[int, int]) -> None:
    held(tmp_path)
    app = app_at(tmp_path)
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        await pilot.resize_terminal(20, 5)
        await press(pilot, "down", "down", "up", "up", "up")
        assert app.focused is not None
        assert app.focused.id == "go-on-0"
        assert app.focused.region.height
        await pilot.resize_terminal(*size)
        await press(pilot, "ctrl+q")
    assert app.return_value == 0
