"""When a view looks at the meeting again: just behind the next second that is shown."""

from __future__ import annotations

import pytest
from meeting_room import PEOPLE, Room

from facilitator.meeting.looking import FASTEST, next_look
from facilitator.session import intents as it


@pytest.mark.parametrize("gone", [0.0, 0.3, 0.9, 61.5, 1000.25])
def test_the_next_look_is_just_behind_the_next_second_of_the_stage(room: Room, gone: float) -> None:
    meeting = room.opened()
    room.clock.on(gone)
    delay = next_look(meeting)
    assert delay is not None
    assert (gone + delay) % 1 == pytest.approx(0.02, abs=0.002)
    assert 0 < delay <= 1.03


def test_in_somebodys_turn_it_is_the_second_of_that_turn(room: Room) -> None:
    meeting = room.opened()
    room.clock.on(10.4)
    meeting.submit(it.Turn(PEOPLE[1]))
    room.clock.on(0.25)
    assert next_look(meeting) == pytest.approx(0.77, abs=0.002)


def test_before_the_meeting_and_after_it_nobody_looks(room: Room) -> None:
    meeting = room.opened(go=False)
    assert next_look(meeting) is None
    meeting.submit(it.Go())
    assert next_look(meeting) is not None
    meeting.submit(it.Close())
    assert next_look(meeting) is None


@pytest.mark.parametrize(("speed", "delay"), [(4.0, 0.255), (60.0, FASTEST), (0.0, None)])
def test_a_hurried_clock_is_looked_at_more_often_and_one_moved_by_hand_not_at_all(
    room: Room, speed: float, delay: float | None
) -> None:
    found = next_look(room.opened(rehearsal=True, speed=speed))
    assert found == (None if delay is None else pytest.approx(delay, abs=0.001))
