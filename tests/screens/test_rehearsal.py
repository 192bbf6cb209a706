"""A rehearsal on the live screen: its clock is moved by a key, people come late, and people talk on."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from home_rooms import PEOPLE, HandClock, app_at, held, press, said, settled, wanted_of
from textual.pilot import Pilot

from facilitator.app import FacilitatorApp
from facilitator.meeting.meeting import Meeting
from facilitator.meeting.opening import open_new
from facilitator.meeting.practice import Practice
from facilitator.pod.mishaps import Late, Mishaps
from facilitator.session import intents as it

CHAIR, BRID, LI = PEOPLE[:3]


@asynccontextmanager
async def rehearsing(
    home: Path, mishaps: Mishaps, rehearsal: bool = True
) -> AsyncIterator[tuple[FacilitatorApp, Pilot[int], Meeting]]:
    """A meeting that has begun, with these mishaps, on a clock that only the key moves."""
    wanted = wanted_of(*PEOPLE, chair=CHAIR, giver=PEOPLE[3], rehearsal=rehearsal, speed=0.0, minutes=60.0)
    meeting = open_new(home, wanted, HandClock())
    meeting.submit(it.Go())
    script = Practice(meeting, mishaps)
    script.send_away()
    app = FacilitatorApp(home, meeting.clock, meeting=meeting, practice=script)
    async with app.run_test() as pilot:
        await pilot.pause()
        yield app, pilot, meeting
    meeting.leave()


async def test_a_key_moves_the_clock_on_by_a_minute(tmp_path: Path) -> None:
    async with rehearsing(tmp_path, Mishaps()) as (_app, pilot, meeting):
        await press(pilot, "f8", "f8")
        assert meeting.moment().t == 120.0


async def test_in_a_meeting_the_key_does_nothing(tmp_path: Path) -> None:
    async with rehearsing(tmp_path, Mishaps(), rehearsal=False) as (_app, pilot, meeting):
        await press(pilot, "f8")
        assert meeting.moment().t == 0.0


async def test_who_is_late_is_away_at_first_and_comes_at_their_minute(tmp_path: Path) -> None:
    async with rehearsing(tmp_path, Mishaps(late=(Late(LI, 120.0),))) as (app, pilot, meeting):
        assert LI not in meeting.state.here()
        await press(pilot, "f8")
        assert LI not in meeting.state.here()
        await press(pilot, "f8")
        assert LI in meeting.state.here()
        assert said(app, "#hint") == "李娜: late, and here now. What do you say?"
        await press(pilot, "f8")
        assert "late" not in said(app, "#hint")


async def test_somebody_talks_on_until_the_chair_goes_on(tmp_path: Path) -> None:
    async with rehearsing(tmp_path, Mishaps(talkers=(BRID,))) as (app, pilot, meeting):
        meeting.submit(it.Turn(BRID))
        await press(pilot, *["f8"] * 3)
        assert said(app, "#hint") == "Ní keeps talking. What do you say?"
        meeting.submit(it.Turn(LI))
        await pilot.pause()
        assert "keeps talking" not in said(app, "#hint")


async def test_a_rehearsal_that_is_resumed_has_no_mishaps_and_still_works(tmp_path: Path) -> None:
    folder = held(tmp_path, rehearsal=True, speed=0.0)
    app = app_at(tmp_path)
    async with app.run_test() as pilot:
        await settled(pilot)
        app.go_on(folder)
        await pilot.pause()
        await press(pilot, "f8")
        assert app.happening() == ""
    assert app.meeting is not None
    app.meeting.leave()
