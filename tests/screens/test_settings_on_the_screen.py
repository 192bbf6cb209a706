"""What the settings change on the screen: colours, the bell, the keys and how they are written."""

from __future__ import annotations

from pathlib import Path

import pytest
from home_rooms import PEOPLE, HandClock, meeting_of, press, said, wanted_of
from textual.app import App

from facilitator.app import FacilitatorApp
from facilitator.settings.model import Settings


def app_with(home: Path, settings: Settings, *, notice: str = "", begin: bool = True) -> FacilitatorApp:
    wanted = wanted_of(*PEOPLE, chair=PEOPLE[0], minutes=60.0) if begin else None
    return FacilitatorApp(home, HandClock(), wanted=wanted, begin=begin, settings=settings, notice=notice)


async def test_the_theme_is_the_one_of_the_settings(tmp_path: Path) -> None:
    app = app_with(tmp_path, Settings(theme="nord"), begin=False)
    async with app.run_test():
        assert app.theme == "nord"


async def test_a_key_of_the_settings_does_what_it_is_given_to_and_the_usual_one_nothing(
    tmp_path: Path,
) -> None:
    app = app_with(tmp_path, Settings(keys={"live.more": "f4", "live.main": "f2"}))
    async with app.run_test() as pilot:
        await pilot.pause()
        meeting = meeting_of(app)
        planned = meeting.state.planned["arrive"]
        await press(pilot, "ctrl+g")
        assert meeting.state.planned["arrive"] == planned
        await press(pilot, "f4")
        assert meeting.state.planned["arrive"] == planned + 60
        assert not meeting.state.turn
        await press(pilot, "f2")
        assert meeting.state.turn
    meeting.leave()


async def test_the_footer_and_the_question_name_the_key_that_is_bound(tmp_path: Path) -> None:
    app = app_with(tmp_path, Settings(keys={"live.stage": "f3"}))
    async with app.run_test() as pilot:
        await pilot.pause()
        assert "F3 " in said(app, "#keys")
        assert "^N " in said(app, "#keys")
        assert "^T" not in said(app, "#keys")
        await press(pilot, "f3")
        assert said(app, "#hint").startswith("F3 again goes on.")
    meeting_of(app).leave()


async def test_without_settings_the_footer_is_as_ever(tmp_path: Path) -> None:
    app = app_with(tmp_path, Settings())
    async with app.run_test() as pilot:
        await pilot.pause()
        assert said(app, "#keys").startswith("^N ")
    meeting_of(app).leave()


@pytest.mark.parametrize("wished", [True, False])
async def test_the_bell_sounds_only_where_it_is_wished(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, wished: bool
) -> None:
    rung: list[object] = []
    monkeypatch.setattr(App, "bell", lambda app: rung.append(app))
    app = app_with(tmp_path, Settings(bell=wished), begin=False)
    async with app.run_test():
        app.bell()
    assert bool(rung) is wished


@pytest.mark.parametrize(("begin", "row"), [(False, "#hint"), (True, "#hint")])
async def test_what_is_wrong_with_the_settings_is_said_on_the_first_screen(
    tmp_path: Path, begin: bool, row: str
) -> None:
    app = app_with(tmp_path, Settings(), notice="s.toml:2:3: “a” is needed.", begin=begin)
    async with app.run_test() as pilot:
        await pilot.pause()
        assert said(app, row) == "s.toml:2:3: “a” is needed."
    if app.meeting is not None:
        app.meeting.leave()


async def test_it_is_said_in_the_lobby_too(tmp_path: Path) -> None:
    app = FacilitatorApp(tmp_path, HandClock(), wanted=wanted_of(), notice="s.toml:1:1: [x] is wrong.")
    async with app.run_test() as pilot:
        await pilot.pause()
        assert said(app, "#hint") == "s.toml:1:1: [x] is wrong."


async def test_a_meeting_begun_at_home_has_the_agenda_of_the_settings(tmp_path: Path) -> None:
    app = app_with(tmp_path, Settings(default_agenda="troika"), begin=False)
    async with app.run_test() as pilot:
        await pilot.pause()
        await press(pilot, "enter")
        assert "Troika" in app.screen.query_one("#answer").value  # type: ignore[attr-defined]


@pytest.mark.parametrize("wished", [False, True])
async def test_quiet_hints_are_there_only_where_they_are_wished(tmp_path: Path, wished: bool) -> None:
    app = app_with(tmp_path, Settings(quiet_hints=wished))
    async with app.run_test() as pilot:
        await pilot.pause()
        assert meeting_of(app).ear.hints_on is wished
    meeting_of(app).leave()
