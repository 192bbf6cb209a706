"""One person at the live screen: a meeting on a clock that stands still until it is moved."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from closing_meetings import AMINA, BRID, DOLORES, PEOPLE, TITLE, FakeClock
from textual import events
from textual.pilot import Pilot
from textual.widgets import Digits, Static

from facilitator.agenda.library import find
from facilitator.agenda.model import Agenda
from facilitator.app import FacilitatorApp
from facilitator.meeting.desk import take
from facilitator.meeting.meeting import Meeting
from facilitator.meeting.opening import Wanted, open_new
from facilitator.screens.live import LiveScreen
from facilitator.session import intents as it


def meeting_in(
    home: Path,
    *lines: str,
    stage: str = "",
    agenda: Agenda | None = None,
    people: tuple[str, ...] = PEOPLE,
    title: str = TITLE,
) -> Meeting:
    """A meeting of an hour that has just entered `stage`, with these lines kept before it."""
    wanted = Wanted(
        agenda=agenda if agenda is not None else find("intervision"),
        people=people,
        chair=AMINA,
        keeper=BRID,
        giver=DOLORES,
        title=title,
        minutes=60,
        zone="UTC",
    )
    meeting = open_new(home, wanted, FakeClock())
    meeting.submit(it.Go())
    for line in lines:
        answer = take(meeting, line)
        assert not answer.refused, answer.refused
    if stage:
        meeting.submit(it.Goto(stage))
    return meeting


class Desk:
    """What a person at the live screen sees and does."""

    def __init__(self, app: FacilitatorApp, pilot: Pilot[int], meeting: Meeting) -> None:
        self.app = app
        self.pilot = pilot
        self.meeting = meeting

    @property
    def screen(self) -> LiveScreen:
        screen = self.app.screen
        assert isinstance(screen, LiveScreen), screen
        return screen

    @property
    def line(self) -> str:
        """What stands in the line."""
        return self.screen.line.text

    @property
    def hint(self) -> str:
        return self.words("hint")

    @property
    def kind(self) -> str:
        """The word left of the line."""
        return self.words("kind")

    @property
    def clock(self) -> str:
        return self.screen.query_one("#clock", Digits).value

    @property
    def stage(self) -> str:
        return self.meeting.state.stage

    def words(self, name: str) -> str:
        """What a region shows."""
        return str(self.screen.query_one(f"#{name}", Static).content)

    def seen(self) -> str:
        """All rows that are painted now, as text."""
        width, height = self.screen.size
        lines = self.screen._compositor.render_strips(self.screen.size)
        return "\n".join(line.text[:width] for line in lines[:height])

    async def press(self, *keys: str) -> None:
        """Press keys, each at once after the one before."""
        for key in keys:
            self.app.post_message(events.Key(key, key if len(key) == 1 else None))
        await self.pilot.pause()

    async def calmly(self, *keys: str) -> None:
        """Press keys with more time between them than a press by accident has."""
        for key in keys:
            self.screen._last_main = -1000.0
            await self.press(key)

    async def type(self, text: str) -> None:
        """Type into the line."""
        self.screen.line.insert(text)
        await self.pilot.pause()

    async def send(self, text: str) -> None:
        """Type a line and press Enter."""
        self.screen.line.put("")
        await self.type(text)
        await self.press("enter")

    async def paste(self, text: str) -> None:
        self.screen.line.post_message(events.Paste(text))
        await self.pilot.pause()

    async def after(self, seconds: float) -> None:
        """So much time goes by, and the ticker looks."""
        self.meeting.clock.gone += seconds  # type: ignore[attr-defined]
        self.screen.look()
        await self.pilot.pause()


@asynccontextmanager
async def at(meeting: Meeting, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Desk]:
    """The live screen of a meeting, in a terminal of that size."""
    app = FacilitatorApp(meeting.folder.parent.parent, meeting.clock, meeting=meeting)
    app.animation_level = "none"
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield Desk(app, pilot, meeting)
    meeting.leave()
