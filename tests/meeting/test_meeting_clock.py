from __future__ import annotations

from datetime import timedelta

import pytest
from meeting_room import FakeClock, Room, kept, note

from facilitator.meeting.clock import RehearsalClock, SystemClock


def test_a_rehearsal_hurries() -> None:
    real = FakeClock()
    begins = real.wall()
    clock = RehearsalClock(60.0, begins, real)
    real.on(1.5)
    assert clock.seconds() == pytest.approx(90)
    assert clock.wall() == begins + timedelta(seconds=90)
    clock.advance(30)
    assert clock.seconds() == pytest.approx(120)
    assert clock.boot() == ""


def test_at_speed_nought_only_waiting_moves_it() -> None:
    real = FakeClock()
    clock = RehearsalClock(0.0, real.wall(), real)
    real.on(1_000)
    assert clock.seconds() == 0
    clock.advance(240)
    clock.advance(-100)
    assert clock.seconds() == 240


def test_the_machine_s_clock_never_goes_back_and_knows_its_boot() -> None:
    clock = SystemClock()
    assert clock.seconds() <= clock.seconds()
    assert clock.boot() == SystemClock().boot() != ""
    assert clock.wall().tzinfo is not None


def test_a_clock_that_goes_back_stands_still_for_the_session(room: Room) -> None:
    meeting = room.opened()
    room.clock.on(100)
    kept(meeting, note("one"))
    room.clock.now -= 60
    assert meeting.moment().t == 100
    kept(meeting, note("two"))
    assert meeting.state.notes[2].t == 100
