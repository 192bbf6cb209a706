"""What the terminal reports of being in front, and what it is told beside the screen."""

from __future__ import annotations

from pathlib import Path

import pytest
from live_desk import meeting_in
from textual import events

from facilitator.app import FacilitatorApp
from facilitator.meeting.meeting import Meeting
from facilitator.outside import Outside
from facilitator.session import intents as it
from facilitator.settings.model import Settings
from facilitator.share.terminal import Terminal


def app_for(meeting: Meeting, written: list[str]) -> FacilitatorApp:
    settings = Settings(notifications="desktop")
    app = FacilitatorApp(meeting.folder.parent.parent, meeting.clock, meeting=meeting, settings=settings)
    app.outside = Outside(Terminal(titles=True, messages="osc9"), settings, written.append, app.bell)
    return app


def later(app: FacilitatorApp, meeting: Meeting, seconds: float) -> None:
    meeting.clock.gone += seconds  # type: ignore[attr-defined]
    app.screen.look()  # type: ignore[attr-defined]


@pytest.mark.parametrize("away", [True, False])
async def test_only_a_chair_whose_terminal_is_not_in_front_is_called(tmp_path: Path, away: bool) -> None:
    written: list[str] = []
    meeting = meeting_in(tmp_path, stage="clarify")
    app = app_for(meeting, written)
    async with app.run_test() as pilot:
        app.post_message(events.AppBlur())
        await pilot.pause()
        if not away:
            app.post_message(events.AppFocus())
            await pilot.pause()
        later(app, meeting, meeting.state.planned["clarify"] - 59)
        messages = [one for one in written if one.startswith("\x1b]9;")]
        assert messages == (["\x1b]9;facilitator: Clarify: 1 minute left.\x1b\\"] if away else [])
    meeting.leave()


async def test_a_terminal_that_reports_nothing_counts_as_in_front(tmp_path: Path) -> None:
    written: list[str] = []
    meeting = meeting_in(tmp_path, stage="clarify")
    app = app_for(meeting, written)
    async with app.run_test() as pilot:
        await pilot.pause()
        later(app, meeting, 3600)
        assert not [one for one in written if "]9;" in one]
    meeting.leave()


async def test_one_is_called_while_the_palette_is_open_too(tmp_path: Path) -> None:
    written: list[str] = []
    meeting = meeting_in(tmp_path, stage="clarify")
    app = app_for(meeting, written)
    async with app.run_test() as pilot:
        app.action_command_palette()
        app.post_message(events.AppBlur())
        await pilot.pause()
        meeting.clock.gone += meeting.state.planned["clarify"]  # type: ignore[attr-defined]
        app.moved_on()
        assert [one for one in written if "the time is up" in one and "]9;" in one]
    meeting.leave()


async def test_the_title_goes_with_the_stage_and_is_the_programs_name_once_the_meeting_is_closed(
    tmp_path: Path,
) -> None:
    written: list[str] = []
    meeting = meeting_in(tmp_path, stage="clarify")
    app = app_for(meeting, written)

    def title() -> str:
        return [one for one in written if one.startswith("\x1b]2;")][-1][4:-2]

    async with app.run_test() as pilot:
        await pilot.pause()
        assert title().startswith("Clarify · ")
        meeting.submit(it.GoTo("discussion"))
        assert title().startswith("Open discussion · ")
        meeting.submit(it.Pause())
        assert "the clock stands still" in title()
        meeting.submit(it.Close())
        assert title() == "facilitator"
        meeting.submit(it.Undo())
        await pilot.pause()
        assert title().startswith("Open discussion · ")
    meeting.leave()
