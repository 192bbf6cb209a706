"""The first screen: one can start at once, and what was left comes first."""

from __future__ import annotations

import threading
from datetime import datetime
from pathlib import Path

import pytest
from home_rooms import HandClock, app_at, days_later, held, left, meeting_of, press, said, settled
from textual.content import Content

from facilitator.meeting.opening import resume
from facilitator.screens.choice import Choice
from facilitator.screens.close import CloseScreen
from facilitator.screens.history import History, read_history
from facilitator.screens.home import HomeScreen
from facilitator.screens.live import LiveScreen
from facilitator.screens.lobby import LobbyScreen
from facilitator.screens.minutes import MinutesScreen
from facilitator.session import intents as it
from facilitator.widgets.keys import KeyRow
from facilitator.words.dates import Times


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
    held(tmp_path, days=-1, close=True)
    app = app_at(tmp_path, clock=days_later(4))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert isinstance(app.screen, HomeScreen)
        assert offered(app.screen)[:4] == [
            "Go on: InterVision, yesterday 19:00, not begun",
            "Go on: InterVision, Mon 23 Nov 19:00, in Arrive",
            "Go on: InterVision, Sun 22 Nov 19:00, in Arrive",
            "Start a meeting",
        ]
        assert app.focused is not None
        assert app.focused.id == "start"


async def test_going_on_leads_back_into_the_meeting(tmp_path: Path) -> None:
    folder = held(tmp_path)
    app = app_at(tmp_path, clock=days_later(2))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "up", "enter")
        assert isinstance(app.screen, LiveScreen)
        assert meeting_of(app).folder == folder
    left(app)


async def test_after_a_crash_enter_goes_on_with_the_meeting_of_today(tmp_path: Path) -> None:
    folder = held(tmp_path)
    app = app_at(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert app.focused is not None
        assert app.focused.id == "go-on-0"
        assert said(app, "#go-on-0 > .about") == "It was left in Arrive, and not closed."
        await press(pilot, "enter")
        assert isinstance(app.screen, LiveScreen)
        assert meeting_of(app).folder == folder
    left(app)


@pytest.fixture
def reading(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """Earlier sessions are read only once this is set."""
    may_read = threading.Event()

    def read_late(home: Path, now: datetime, times: Times) -> History:
        assert may_read.wait(30)
        return read_history(home, now, times)

    monkeypatch.setattr("facilitator.screens.home.read_history", read_late)
    return may_read


async def test_an_enter_before_it_is_known_what_was_left_waits_for_that(
    tmp_path: Path, reading: threading.Event
) -> None:
    folder = held(tmp_path)
    app = app_at(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "enter")
        assert isinstance(app.screen, HomeScreen)
        reading.set()
        await settled(pilot)
        assert isinstance(app.screen, LiveScreen)
        assert meeting_of(app).folder == folder
    left(app)


async def test_an_enter_before_it_is_known_starts_where_nothing_of_today_was_left(
    tmp_path: Path, reading: threading.Event
) -> None:
    held(tmp_path)
    app = app_at(tmp_path, clock=days_later(3))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "enter")
        reading.set()
        await settled(pilot)
        assert isinstance(app.screen, LobbyScreen)


async def test_a_second_enter_starts_at_once_however_long_reading_takes(
    tmp_path: Path, reading: threading.Event
) -> None:
    held(tmp_path)
    app = app_at(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "enter", "enter")
        assert isinstance(app.screen, LobbyScreen)
        reading.set()
        await settled(pilot)
        assert isinstance(app.screen, LobbyScreen)


async def test_a_draft_of_today_is_offered_to_be_finished_and_later_no_more(tmp_path: Path) -> None:
    folder = held(tmp_path, close=True)
    app = app_at(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert isinstance(app.screen, HomeScreen)
        assert offered(app.screen)[0] == "Finish the minutes: InterVision, today 19:00"
        await press(pilot, "enter")
        assert isinstance(app.screen, CloseScreen)
        assert meeting_of(app).folder == folder
    left(app)
    app = app_at(tmp_path, clock=days_later(1))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert isinstance(app.screen, HomeScreen)
        assert offered(app.screen)[0] == "Start a meeting"


async def test_without_any_session_no_rows_are_kept_free(tmp_path: Path) -> None:
    app = app_at(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert app.screen.query_one("#start").region.y == 4


async def test_nothing_jumps_when_it_is_known_what_was_left(tmp_path: Path, reading: threading.Event) -> None:
    for day in (0, -1, -2):
        held(tmp_path, days=day)
    app = app_at(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        before = app.screen.query_one("#start").region
        reading.set()
        await settled(pilot)
        assert isinstance(app.screen, HomeScreen)
        assert len(offered(app.screen)) == 6
        assert app.screen.query_one("#start").region == before


async def test_an_unfinished_rehearsal_is_named_as_practice_and_comes_after_meetings(tmp_path: Path) -> None:
    held(tmp_path)
    held(tmp_path, days=1, rehearsal=True)
    held(tmp_path, days=-1, rehearsal=True)
    app = app_at(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert isinstance(app.screen, HomeScreen)
        assert offered(app.screen)[:3] == [
            "Go on: InterVision, today 19:00",
            "Go on with practice: Sun 22 Nov 19:00, in Arrive",
            "Start a meeting",
        ]


async def test_a_session_open_in_another_window_is_told_in_one_sentence(tmp_path: Path) -> None:
    other = resume(held(tmp_path), HandClock())
    app = app_at(tmp_path)
    try:
        async with app.run_test(size=(80, 24)) as pilot:
            await settled(pilot)
            await press(pilot, "enter")
            assert isinstance(app.screen, HomeScreen)
            assert "open in another window" in said(app, "#hint")
    finally:
        other.leave()


async def test_what_a_click_on_the_key_row_does_is_known(tmp_path: Path) -> None:
    app = app_at(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        row = app.screen.query_one(KeyRow).content
        assert isinstance(row, Content)
        spans = [str(span.style) for span in row.spans]
        actions = [span.removeprefix("@click=") for span in spans if span.startswith("@click=")]
        assert await app.run_action(actions[1])
        await pilot.pause()
        assert app.focused is not None
        assert app.focused.id == "practise"
        assert await app.run_action(actions[0])
        await settled(pilot)
        assert isinstance(app.screen, LiveScreen)
    left(app)


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
    app = app_at(tmp_path, clock=days_later(2))
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
        assert offered(app.screen)[0] == "Go on: InterVision, today 19:00"
        assert bad.name in said(app, "#hint")


@pytest.mark.parametrize("size", [(80, 24), (64, 34), (120, 40), (20, 5)])
async def test_it_survives_every_size_and_can_be_left(tmp_path: Path, size: tuple[int, int]) -> None:
    held(tmp_path)
    app = app_at(tmp_path, clock=days_later(2))
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
