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


async def test_home_s_practise_has_mishaps_and_they_go_on_after_resume(tmp_path: Path) -> None:
    app = app_at(tmp_path)
    async with app.run_test() as pilot:
        await settled(pilot)
        app.practise()
        await settled(pilot)
        meeting = app.meeting
        assert meeting is not None
        away = set(meeting.state.names()) - set(meeting.state.here())
        assert away
        seed = meeting.state.mishaps
    meeting.leave()
    again = app_at(tmp_path)
    async with again.run_test() as pilot:
        await settled(pilot)
        again.go_on(meeting.folder)
        await pilot.pause()
        resumed = again.meeting
        assert resumed is not None
        assert resumed.state.mishaps == seed
        assert set(resumed.state.names()) - set(resumed.state.here()) == away
        await press(pilot, *["f8"] * 10)
        assert resumed.state.here() == resumed.state.names()
    resumed.leave()


async def test_whoever_came_late_and_was_sent_away_again_stays_away(tmp_path: Path) -> None:
    async with rehearsing(tmp_path, Mishaps(late=(Late(LI, 60.0),))) as (_app, pilot, meeting):
        await press(pilot, "f8")
        assert LI in meeting.state.here()
        meeting.submit(it.Away(LI))
        await press(pilot, "f8")
        assert LI not in meeting.state.here()
