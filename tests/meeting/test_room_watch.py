"""A second program looks at the room: what it sees of a meeting, and what it says when that is gone."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from closing_meetings import DOLORES, PEOPLE, TITLE, FakeClock

from facilitator.agenda.library import find
from facilitator.meeting.clock import Clock, RehearsalClock
from facilitator.meeting.meeting import Meeting
from facilitator.meeting.opening import Wanted, open_new, resume
from facilitator.meeting.room.face import face
from facilitator.meeting.room.model import ROOM
from facilitator.meeting.room.watch import Seen, Watch, newest_room
from facilitator.session import intents as it


class OtherBoot(FakeClock):
    """The clock of another machine, which knows only the time of day."""

    def seconds(self) -> float:
        return 7.0

    def boot(self) -> str:
        return "another"


def open_meeting(home: Path, clock: Clock, **more: object) -> Meeting:
    wanted = Wanted(
        agenda=find("intervision"),
        people=PEOPLE,
        chair=PEOPLE[0],
        giver=DOLORES,
        title=TITLE,
        **more,  # type: ignore[arg-type]
    )
    return open_new(home, wanted, clock)


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def meeting(tmp_path: Path, clock: FakeClock) -> Iterator[Meeting]:
    one = open_meeting(tmp_path, clock)
    one.submit(it.Go())
    yield one
    one.leave()


def seen(watch: Watch, meeting: Meeting) -> Seen:
    """What is seen once the writer has done its work."""
    assert meeting.settle()
    return watch.look()


def test_the_file_is_private_and_holds_nothing_that_was_written(meeting: Meeting) -> None:
    meeting.submit(it.Capture(kind="note", text="the treasurer pays nothing", speakers=(PEOPLE[4],)))
    meeting.draft("half a sec")
    assert meeting.settle()
    path = meeting.folder / ROOM
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    data = path.read_bytes()
    for words in (b"treasurer", b"half a sec", TITLE.encode(), b"Ann", b"board"):
        assert words not in data


def test_it_follows_the_chair(meeting: Meeting, clock: FakeClock) -> None:
    watch = Watch(meeting.folder, clock)
    assert face(seen(watch, meeting)).name == "Arrive"
    meeting.submit(it.Next())
    clock.gone += 2
    shown = face(seen(watch, meeting))
    assert (shown.name, shown.clock) == ("Case told", "7:58")
    meeting.submit(it.Undo())
    assert face(seen(watch, meeting)).name == "Arrive"


def test_opened_late_it_shows_the_present_by_its_own_clock(meeting: Meeting, clock: FakeClock) -> None:
    meeting.submit(it.Next())
    clock.gone += 3
    meeting.submit(it.More(60))
    assert meeting.settle()
    clock.gone += 10
    assert face(Watch(meeting.folder, clock).look()).clock == "8:47"


def test_on_another_machine_the_time_of_day_serves(meeting: Meeting, clock: FakeClock) -> None:
    meeting.submit(it.Next())
    other = OtherBoot()
    other.gone = 60
    watch = Watch(meeting.folder, other)
    assert meeting.settle()
    touched = other.wall().timestamp()
    os.utime(meeting.folder / "lock", (touched, touched))
    assert face(watch.look()).clock == "7:00"


def test_a_note_does_not_touch_the_file(meeting: Meeting) -> None:
    assert meeting.settle()
    before = (meeting.folder / ROOM).stat().st_mtime_ns
    for _again in range(5):
        meeting.submit(it.Capture(kind="note", text="a line"))
    assert meeting.settle()
    assert (meeting.folder / ROOM).stat().st_mtime_ns == before


def test_a_chair_who_leaves_in_good_order_is_told_at_once(meeting: Meeting, clock: FakeClock) -> None:
    watch = Watch(meeting.folder, clock)
    assert seen(watch, meeting).standing == "here"
    meeting.leave()
    assert watch.look().standing == "left"
    assert not (meeting.folder / ROOM).exists()
    assert Watch(meeting.folder, clock).look().standing == "none"


def test_a_chairs_program_that_died_is_told_after_fifteen_seconds(meeting: Meeting, clock: FakeClock) -> None:
    watch = Watch(meeting.folder, clock)
    assert seen(watch, meeting).standing == "here"
    clock.gone += 14
    assert watch.look().standing == "here"
    clock.gone += 2
    assert watch.look().standing == "gone"
    assert Watch(meeting.folder, clock).look().standing == "gone"


def test_it_goes_on_when_the_meeting_is_resumed(meeting: Meeting, clock: FakeClock) -> None:
    watch = Watch(meeting.folder, clock)
    meeting.submit(it.Next())
    assert seen(watch, meeting).standing == "here"
    meeting.leave()
    assert watch.look().standing == "left"
    again = resume(meeting.folder, clock)
    assert face(seen(watch, again)).name == "Case told"
    again.leave()


def test_a_closed_meeting_is_over_also_after_the_chair_has_left(meeting: Meeting, clock: FakeClock) -> None:
    watch = Watch(meeting.folder, clock)
    meeting.submit(it.Close())
    assert (seen(watch, meeting).standing, watch.look().open) == ("over", True)
    meeting.submit(it.Undo())
    assert seen(watch, meeting).standing == "here"
    meeting.submit(it.Close())
    assert seen(watch, meeting).standing == "over"
    meeting.leave()
    assert (watch.look().standing, watch.look().open) == ("over", False)
    assert Watch(meeting.folder, clock).look().standing == "over"


def test_a_close_that_was_never_seen_is_known_all_the_same(meeting: Meeting, clock: FakeClock) -> None:
    """In plain mode the program ends in the same moment in which the meeting is closed."""
    watch = Watch(meeting.folder, clock)
    assert seen(watch, meeting).standing == "here"
    meeting.submit(it.Close())
    meeting.leave()
    assert face(watch.look()).name == "The meeting is over"
    assert watch.look().open is False


@pytest.mark.parametrize("speed", [0.0, 60.0])
def test_a_rehearsed_clock_shows_as_the_chair_sees_it(tmp_path: Path, clock: FakeClock, speed: float) -> None:
    meeting = open_meeting(tmp_path, clock, rehearsal=True, speed=speed)
    meeting.submit(it.Go())
    meeting.submit(it.Next())
    watch = Watch(meeting.folder, clock)
    assert seen(watch, meeting).standing == "here"
    clock.gone += 2
    assert isinstance(meeting.clock, RehearsalClock)
    assert face(watch.look()).clock == ("8:00" if not speed else "6:00")
    meeting.clock.advance(120)
    assert face(seen(watch, meeting)).clock == ("6:00" if not speed else "4:00")
    assert watch.look().t == pytest.approx(meeting.moment().t, abs=0.01)
    assert face(watch.look()).place == "2 of 10 · rehearsal"
    meeting.leave()


def test_a_meeting_that_moved_to_another_folder_is_shown_from_there(
    meeting: Meeting, clock: FakeClock, tmp_path: Path
) -> None:
    assert meeting.settle()
    target = tmp_path / "elsewhere"
    target.mkdir()
    meeting.move_to(target)
    assert seen(Watch(target, clock), meeting).standing == "here"


def test_without_a_name_the_meeting_that_runs_is_watched_and_then_the_next(
    tmp_path: Path, clock: FakeClock
) -> None:
    first = open_meeting(tmp_path, clock)
    first.submit(it.Go())
    watch = Watch(first.folder, clock, elsewhere=lambda: newest_room(tmp_path) or first.folder)
    assert seen(watch, first).standing == "here"
    first.submit(it.Close())
    assert seen(watch, first).standing == "over"
    first.leave()
    second = open_meeting(tmp_path, clock)
    second.submit(it.Go())
    second.submit(it.Next())
    assert second.settle()
    clock.gone += 3
    assert face(watch.look()).name == "Case told"
    assert watch.folder == second.folder
    second.leave()


@pytest.mark.parametrize(
    "data", [b"", b"[]", b'{"format": 1}', b"\xff\xfe", b'{"format":1,"room":{},"anchor":{}}']
)
def test_a_file_that_makes_no_sense_is_told_in_a_sentence(
    meeting: Meeting, clock: FakeClock, data: bytes
) -> None:
    assert meeting.settle()
    (meeting.folder / ROOM).write_bytes(data)
    shown = face(Watch(meeting.folder, clock).look())
    assert (shown.name, shown.notice) == (
        "Nothing can be shown",
        "What the room is shown cannot be read just now.",
    )


def test_a_newer_format_is_told_as_such(meeting: Meeting, clock: FakeClock) -> None:
    assert meeting.settle()
    (meeting.folder / ROOM).write_bytes(b'{"format":2,"wall":[]}')
    assert "newer version" in face(Watch(meeting.folder, clock).look()).notice


@pytest.mark.skipif(os.geteuid() == 0 if hasattr(os, "geteuid") else False, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_told_in_a_sentence(meeting: Meeting, clock: FakeClock) -> None:
    assert meeting.settle()
    (meeting.folder / ROOM).chmod(0)
    assert face(Watch(meeting.folder, clock).look()).name == "Nothing can be shown"


def test_a_room_file_that_cannot_be_written_is_told_to_the_chair_and_costs_no_line(
    meeting: Meeting,
) -> None:
    assert meeting.settle()
    (meeting.folder / ROOM).unlink()
    (meeting.folder / ROOM).mkdir()
    outcome = meeting.submit(it.Next())
    assert meeting.wait_kept(outcome.mark)
    assert meeting.settle()
    assert ROOM in meeting.trouble
    (meeting.folder / ROOM).rmdir()
    assert meeting.settle()
