"""Keys, times and dates that a person has settled, on every screen on which they are named."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from closing_meetings import FakeClock
from home_rooms import PEOPLE, HandClock, held, press, said, settled, wanted_of
from live_desk import meeting_in
from textual import events
from textual.app import App
from textual.pilot import Pilot

from facilitator.agenda import own
from facilitator.agenda.drafts import open_file
from facilitator.agenda_app import AgendaApp
from facilitator.app import FacilitatorApp
from facilitator.meeting.desk import take
from facilitator.meeting.opening import open_new
from facilitator.meeting.room.watch import Watch
from facilitator.screens.room import RoomApp
from facilitator.session import intents as it
from facilitator.settings.actions import ACTIONS
from facilitator.settings.model import Settings

KEYS = {
    "live.main": "f2",
    "live.stage": "f3",
    "live.more": "f4",
    "live.only": "f5",
    "live.pens": "f9",
    "live.undo": "f10",
    "live.help": "f11",
    "live.forward": "f13",
    "close.copy": "f2",
    "close.minutes": "f3",
    "close.where": "f4",
    "close.only": "f10",
    "close.undo": "f5",
    "close.drop": "f11",
    "close.final": "f9",
    "lobby.back": "f2",
    "lobby.copy": "f3",
    "home.find": "f4",
    "search.done": "f3",
    "search.back": "f2",
    "minutes.back": "f2",
    "edit.save": "f2",
    "edit.undo": "f3",
    "edit.redo": "f4",
    "app.leave": "f12",
    "app.all": "f6",
}
OWN = Settings(keys=KEYS, theme="nord", clock_format="12h", date_format="month-day")
SEEN = Pilot[int]


def screen(app: App[int]) -> str:
    """All that stands on the screen."""
    return "\n".join(line.text for line in app.screen._compositor.render_strips(app.screen.size))


def only_own_keys(app: App[int]) -> str:
    """What stands on the screen, which names no usual key."""
    seen = screen(app)
    assert not re.findall(r"(?<!\S)\^[A-Z]\b", seen), seen
    return seen


def test_every_key_is_changed_here() -> None:
    assert set(KEYS) == set(ACTIONS)


async def test_no_screen_of_a_meeting_names_a_key_that_was_changed(tmp_path: Path) -> None:
    meeting = meeting_in(tmp_path)
    app = FacilitatorApp(tmp_path, meeting.clock, meeting=meeting, settings=OWN)
    async with app.run_test(size=(120, 30)) as pilot:

        async def sees(words: str) -> None:
            await pilot.pause()
            assert words in only_own_keys(app), screen(app)

        async def do(*keys: str) -> None:
            app.screen._last_main = -1000.0  # type: ignore[attr-defined]
            for key in keys:
                app.post_message(events.Key(key, key if len(key) == 1 else None))
            await pilot.pause()

        await sees("F2 Bríd's turn")
        await do("f3")
        await sees("F3 again goes on. Not heard yet")
        await do("f3")
        await sees("may we write notes? F3 yes · F9 only takeaways")
        await do("f3")
        await sees("F9 Pens down")
        assert "may we write notes" not in screen(app), "asked once, and answered"
        await do("f9")
        await sees("F9 Pens up")
        assert "F9 takes them up." in screen(app)
        await do("f9")
        meeting.clock.gone += meeting.state.planned["case"] + 60  # type: ignore[attr-defined]
        meeting.submit(it.More(1.0))
        await sees("F4 gives 2 more minutes, F2 goes on")
        app.screen.line.post_message(events.Paste("one\ntwo"))  # type: ignore[attr-defined]
        await sees("2 lines are kept. F10 takes all of it back.")
        await do("f12")
        await sees("F12 again leaves. The meeting stays open")
        meeting.submit(it.GoTo("pause"))
        await do("f2")
        await sees("F2 again ends the silence.")
        meeting.submit(it.GoTo("power"))
        await sees("F11 A card")
        meeting.submit(it.Close())
        await pilot.pause()
        await sees("F12 Done")
        await do("f4")
        await sees("F4")
        assert "again copies this." in screen(app)
        await do("f9")
        await sees("F9 again makes the minutes final.")
        await do("x")
        await do("f12")
        await sees("F12 again leaves.")
        await do("f3")
        await sees("F2 Back")
        await do("f2")
        await sees("F12 Done")
    meeting.leave()


async def test_the_key_for_copying_is_the_own_one_also_while_something_is_typed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copied: list[str] = []
    monkeypatch.setattr(
        "facilitator.screens.close_sharing.copy", lambda text, *_a, **_k: copied.append(text) or ""
    )
    meeting = meeting_in(tmp_path)
    meeting.submit(it.Close())
    app = FacilitatorApp(tmp_path, meeting.clock, meeting=meeting, settings=OWN)
    async with app.run_test() as pilot:
        await press(pilot, "a", "ctrl+y")
        await settled(pilot)
        assert copied == []
        await press(pilot, "f2")
        await settled(pilot)
        assert len(copied) == 1
    meeting.leave()


async def test_home_and_lobby_name_the_own_keys_and_go_by_them(tmp_path: Path) -> None:
    app = FacilitatorApp(tmp_path, HandClock(), settings=OWN)
    async with app.run_test() as pilot:
        await settled(pilot)
        assert said(app, "#keys").endswith("F4 Find   F12 Leave")
        await press(pilot, "f4")
        await settled(pilot)
        assert "F2 Back" in said(app, "#keys")
        await press(pilot, "f2")
        await pilot.pause()
        await press(pilot, "enter")
        await pilot.pause()
        assert "F2 Home" in said(app, "#keys")
        await press(pilot, "f2")
        await pilot.pause()
        assert "Start a meeting" in screen(app)


def editor_of(home: Path, settings: Settings, notice: str = "") -> AgendaApp:
    start = datetime(2026, 11, 21, 19, 0, tzinfo=UTC)
    file = open_file(home, own.source(home, "troika"))
    return AgendaApp(home, file, start=start, settings=settings, notice=notice)


async def test_the_editor_has_theme_keys_and_times_of_the_settings(tmp_path: Path) -> None:
    app = editor_of(tmp_path, OWN)
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.pause()
        assert app.theme == "nord"
        seen = only_own_keys(app)
        assert "F3 Undo" in seen
        assert "F2 Save" in seen
        assert "7:00 pm to 7:30 pm" in seen
        assert " 7:28 pm" in seen
        await pilot.press("plus", "f3")
        assert "F4 does it again." in only_own_keys(app)
        await pilot.press("f4", "f12")
        assert "F2 saves. F12 again leaves" in only_own_keys(app)
        await pilot.press("escape")
        assert "F12 leaves." in only_own_keys(app)
        await pilot.press("f2")
        assert (tmp_path / "agendas" / "troika.toml").exists()


async def test_what_was_left_unsaved_is_said_with_the_own_key(tmp_path: Path) -> None:
    app = editor_of(tmp_path, OWN)
    async with app.run_test() as pilot:
        await pilot.press("plus", "f12", "f12")
    app = editor_of(tmp_path, OWN)
    async with app.run_test() as pilot:
        await pilot.pause()
        assert "F3 gives the saved file back." in only_own_keys(app)


async def test_the_editor_says_first_what_is_wrong_with_the_settings(tmp_path: Path) -> None:
    app = editor_of(tmp_path, Settings(), "s.toml:2:3: “f2” is both.")
    async with app.run_test() as pilot:
        await pilot.pause()
        assert "s.toml:2:3: “f2” is both." in screen(app)


async def test_the_close_screen_says_it_too(tmp_path: Path) -> None:
    meeting = meeting_in(tmp_path)
    meeting.submit(it.Close())
    app = FacilitatorApp(tmp_path, meeting.clock, meeting=meeting, notice="s.toml:2:3: “f2” is both.")
    async with app.run_test() as pilot:
        await pilot.pause()
        assert "s.toml:2:3: “f2” is both." in screen(app)
    meeting.leave()


@pytest.mark.parametrize("key", ["q", "f12"])
async def test_the_room_has_the_theme_and_the_key_for_leaving(tmp_path: Path, key: str) -> None:
    app = RoomApp(Watch(held(tmp_path), FakeClock()), OWN)
    async with app.run_test() as pilot:
        await pilot.pause()
        assert app.theme == "nord"
        await pilot.press(key)
    assert app.return_value == 0


async def test_the_room_says_that_the_meeting_goes_on_only_while_it_does(tmp_path: Path) -> None:
    clock = FakeClock()
    meeting = open_new(tmp_path, wanted_of(*PEOPLE), clock)
    app = RoomApp(Watch(meeting.folder, clock))
    async with app.run_test() as pilot:

        async def foot() -> str:
            app.screen.look()  # type: ignore[attr-defined]
            await pilot.pause()
            return screen(app).rstrip().splitlines()[-1].strip()

        assert await foot() == "q leaves this window."
        meeting.submit(it.Go())
        assert meeting.settle()
        assert await foot() == "q leaves this window. The meeting goes on."
        meeting.submit(it.Close())
        assert meeting.settle()
        assert await foot() == "q leaves this window."
        meeting.leave()
        assert await foot() == "q leaves this window."


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (64, 34)])
async def test_times_and_dates_on_the_live_and_the_close_screen_are_as_they_were_settled(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    meeting = meeting_in(tmp_path)
    assert not take(meeting, "> call the bank @Bríd by 2026-12-01").refused
    app = FacilitatorApp(tmp_path, meeting.clock, meeting=meeting, settings=OWN)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        seen = screen(app)
        assert "by Tue Dec 1" in seen
        assert re.search(r"We end at \d{1,2}:\d\d [ap]m\.", seen), seen
        assert "19:" not in seen
        app.screen.run_line("/notes")  # type: ignore[attr-defined]
        await pilot.pause()
        assert "Tuesday, December 1, 2026" in " ".join(screen(app).split())
        app.screen.run_line("/end-at 11:30 pm")  # type: ignore[attr-defined]
        await pilot.pause()
        assert "promised for 11:30 pm" in screen(app)
        meeting.submit(it.Close())
        await pilot.pause()
        assert re.search(r"closed at \d{1,2}:\d\d [ap]m", screen(app))
        text = str(app.screen.query_one("#close-text").content)  # type: ignore[attr-defined]
        assert "by Tuesday 1 December 2026" in text, "what the pod reads is the same everywhere"
    meeting.leave()


async def test_the_lobby_shows_the_plan_in_the_own_hours(tmp_path: Path) -> None:
    wanted = wanted_of(*PEOPLE, minutes=60.0)
    app = FacilitatorApp(tmp_path, HandClock(), wanted=wanted, settings=OWN)
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.pause()
        seen = screen(app)
        assert "7:00 pm to 8:00 pm, 60 minutes" in seen
        assert "  7:00 pm  Arrive" in seen
        only_own_keys(app)
        assert "F3 Copy the page" in said(app, "#keys")
        assert "F2 Back to" in said(app, "#keys")
