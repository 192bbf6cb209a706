"""A home folder, a clock made by hand, and an app to walk through the first screens."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from textual import events
from textual.pilot import Pilot
from textual.widgets import Static

from facilitator.agenda.library import find
from facilitator.app import FacilitatorApp
from facilitator.meeting.meeting import Meeting
from facilitator.meeting.opening import Wanted, open_new
from facilitator.screens.answer_line import AnswerLine
from facilitator.session import intents as it

PEOPLE = ("Awa Diop", "Ní Dhálaigh", "李娜", "Sunita Rao", "Annabel Otieno-Brandt")
NAMES = ", ".join(PEOPLE)
SEVEN = datetime(2026, 11, 21, 19, 0, tzinfo=UTC)


class HandClock:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.at = 0.0

    def seconds(self) -> float:
        return self.at

    def wall(self) -> datetime:
        return SEVEN + timedelta(seconds=self.at)

    def boot(self) -> str:
        return "boot"


def days_later(days: int) -> HandClock:
    """The clock, so many days after the first session."""
    clock = HandClock()
    clock.at = days * 86_400.0
    return clock


def app_at(home: Path, wanted: Wanted | None = None, clock: HandClock | None = None) -> FacilitatorApp:
    """The app on this home, not yet running."""
    return FacilitatorApp(home, clock or HandClock(), wanted=wanted)


def wanted_of(*people: str, **more: object) -> Wanted:
    """What a command line asked for, in UTC."""
    return Wanted(agenda=find("intervision"), people=people, zone="UTC", **more)  # type: ignore[arg-type]


def held(home: Path, *, days: int = 0, go: bool = True, close: bool = False, **more: object) -> Path:
    """A session that began so many days after the first, left as it stands; returns its folder."""
    clock = HandClock()
    clock.at = days * 86400.0
    meeting = open_new(home, wanted_of(*PEOPLE, title="The uncle on the board", **more), clock)
    if go:
        meeting.submit(it.Go())
    if close:
        meeting.submit(it.Close())
    meeting.leave()
    return meeting.folder


def meeting_of(app: FacilitatorApp) -> Meeting:
    """The meeting that runs in the app."""
    assert app.meeting is not None
    return app.meeting


async def settled(pilot: Pilot[int]) -> None:
    """Wait for what is read in the background to be shown."""
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def typed(pilot: Pilot[int], text: str) -> None:
    """Type a text into the line."""
    for char in text:
        pilot.app.post_message(events.Key("space" if char == " " else char, char))
    await pilot.pause()


async def press(pilot: Pilot[int], *keys: str) -> None:
    """Press keys one by one, the screen following each of them."""
    for key in keys:
        await pilot.press(key)
        await pilot.pause()


def said(app: FacilitatorApp, selector: str) -> str:
    """The text that a row shows."""
    return str(app.screen.query_one(selector, Static).content)


def line(app: FacilitatorApp) -> str:
    """What stands in the lobby's line."""
    return app.screen.query_one(AnswerLine).value


def left(app: FacilitatorApp) -> None:
    """Let go of the session's folder, as the program does when it ends."""
    if app.meeting is not None:
        app.meeting.leave()
