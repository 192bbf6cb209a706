"""A session that was left, killed or damaged is opened again as it was."""

from __future__ import annotations

import shutil
from pathlib import Path

import msgspec
import pytest
from meeting_room import PEOPLE, Room, append_to_log, kept, log_of, note, told

from facilitator.meeting.desk import take
from facilitator.meeting.opening import CannotOpen, look
from facilitator.session import intents as it
from facilitator.session.describe import away_sentence, happened
from facilitator.session.timing import elapsed
from facilitator.store.lines import seal
from facilitator.store.trouble import AlreadyOpen, StoreTrouble


def test_after_a_power_cut_at_any_moment_the_state_is_that_of_the_last_kept_event(room: Room) -> None:
    meeting = room.opened()
    course: list[it.Intent] = [
        note("one"),
        it.Turn(),
        it.Next(),
        note("two", "step", owners=(PEOPLE[2],), due="2026-12-01"),
        it.Undo(),
        it.Redo(),
        it.Pause(),
        it.Resume(),
        it.Silence(60),
        it.Edit(number=1, text="uno"),
        it.Strike(1),
        it.Join("Fatou Sow"),
        it.PensDown(),
        it.Close(),
    ]
    for intent in course:
        room.clock.on(7.25)
        kept(meeting, intent)
        again = room.resumed(room.after_power_cut(meeting))
        assert told(again.state) == told(meeting.state), intent


def test_the_half_typed_line_comes_back(room: Room) -> None:
    meeting = room.opened()
    meeting.draft("李娜: a question about")
    assert meeting.settle()
    assert room.resumed(room.after_power_cut(meeting)).drafted == "李娜: a question about"


def test_minutes_that_a_kill_left_behind_are_made_current_on_opening(room: Room) -> None:
    meeting = room.opened()
    kept(meeting, note("a line"))
    room.leave(meeting)
    (meeting.folder / "minutes.md").write_text("old")
    again = room.resumed(meeting.folder)
    assert again.settle()
    assert "a line" in (meeting.folder / "minutes.md").read_text(encoding="utf-8")


def test_the_clock_goes_on_from_where_the_window_was_last_seen(room: Room) -> None:
    """Nothing was entered in the minutes before the window was left, and yet they have passed."""
    meeting = room.opened()
    room.clock.on(200)
    room.leave(meeting)
    room.clock.on(50)
    again = room.resumed(meeting.folder)
    assert elapsed(again.state, again.moment().t) == 200
    assert again.state.away == 50
    assert all(words in away_sentence(again.state) for words in ("50 seconds", "/count", "/skip"))
    room.clock.on(10)
    assert elapsed(again.state, again.moment().t) == 210


@pytest.mark.parametrize(("wish", "seconds"), [(it.CountAway(), 250), (it.SkipAway(), 200)])
def test_time_away_is_counted_or_left_out_as_said(room: Room, wish: it.Intent, seconds: float) -> None:
    meeting = room.opened()
    room.clock.on(200)
    room.leave(meeting)
    room.clock.on(50)
    again = room.resumed(meeting.folder)
    kept(again, wish)
    assert elapsed(again.state, again.moment().t) == seconds
    assert again.state.away is None


def test_after_a_restart_of_the_machine_the_wall_clock_tells_the_time_away(room: Room) -> None:
    meeting = room.opened()
    room.leave(meeting)
    seen = (meeting.folder / "lock").stat().st_mtime
    room.clock.reboot()
    room.clock.set_wall(3_600)
    again = room.resumed(meeting.folder)
    assert again.state.away == pytest.approx(room.clock.wall().timestamp() - seen, abs=1)
    assert again.moment().t == pytest.approx(again.state.last_t)


def test_a_wall_clock_set_back_makes_no_time_negative(room: Room) -> None:
    meeting = room.opened()
    room.clock.on(100)
    kept(meeting, note("one"))
    room.clock.set_wall(-90_000)
    room.clock.on(20)
    kept(meeting, note("two"))
    room.leave(meeting)
    again = room.resumed(meeting.folder)
    assert elapsed(again.state, again.moment().t) == 120
    room.leave(again)
    room.clock.reboot()
    once_more = room.resumed(meeting.folder)
    assert once_more.state.away is None
    assert elapsed(once_more.state, once_more.moment().t) == 120
    assert [line["t"] for line in log_of(meeting.folder)] == sorted(
        line["t"] for line in log_of(meeting.folder)
    )


def test_every_resume_leaves_an_event_of_its_own(room: Room) -> None:
    meeting = room.opened()
    kept(meeting, note("one"), it.Undo())
    for _again in range(3):
        room.leave(meeting)
        meeting = room.resumed(meeting.folder)
    kept(meeting, it.Close())
    for _again in range(3):
        room.leave(meeting)
        meeting = room.resumed(meeting.folder)
    ids = [line["id"] for line in log_of(meeting.folder)]
    assert len(set(ids)) == len(ids)
    assert sum(identity.startswith("resume-") for identity in ids) == 6


def test_a_second_opener_gets_one_sentence_and_changes_nothing(room: Room) -> None:
    meeting = room.opened()
    kept(meeting, note("one"))
    before = (meeting.folder / "events.jsonl").read_bytes()
    with pytest.raises(AlreadyOpen, match="open in another window"):
        room.resumed(meeting.folder)
    assert (meeting.folder / "events.jsonl").read_bytes() == before
    kept(meeting, note("two"))


def test_a_newer_format_can_be_read_and_not_changed(room: Room) -> None:
    meeting = room.opened()
    kept(meeting, note("a line"))
    room.leave(meeting)
    log = meeting.folder / "events.jsonl"
    payloads = [msgspec.json.decode(line) for line in log.read_bytes().splitlines()]
    payloads[0]["format"] = 2
    for payload in payloads:
        payload.pop("crc")
    log.write_bytes(b"".join(seal(msgspec.json.encode(payload)) for payload in payloads))
    before = log.read_bytes()
    with pytest.raises(CannotOpen, match="written by a newer version"):
        room.resumed(meeting.folder)
    assert log.read_bytes() == before
    assert look(meeting.folder).newer
    assert look(meeting.folder).state.notes[1].text == "a line"


def test_types_of_a_newer_version_are_kept_and_skipped(room: Room) -> None:
    meeting = room.opened()
    kept(meeting, note("one"))
    room.leave(meeting)
    newer = b'{"type":"mood_taken","id":"x.1","at":"","t":1.0,"by":"desk","cause":"x","mood":"calm"}'
    append_to_log(meeting.folder, newer)
    again = room.resumed(meeting.folder)
    assert again.reports == ()
    kept(again, note("two"), note("three"), it.Strike(), it.Close())
    assert seal(newer) in (meeting.folder / "events.jsonl").read_bytes()
    assert [one.text for one in again.state.ordered_notes()] == ["one", "two"]


def test_lines_that_make_no_sense_are_named_and_left_out(room: Room) -> None:
    meeting = room.opened()
    kept(meeting, note("one"))
    room.leave(meeting)
    count = len(log_of(meeting.folder))
    append_to_log(meeting.folder, b'{"type":"paused","t":"soon"}', b'{"type":"stage_entered","stage":7}')
    again = room.resumed(meeting.folder)
    assert any(f"{count + 1}" in report and "no sense" in report for report in again.reports)
    assert again.state.notes[1].text == "one"


def test_a_torn_tail_is_cut_and_told(room: Room) -> None:
    meeting = room.opened()
    kept(meeting, note("one"), note("two"))
    room.leave(meeting)
    log = meeting.folder / "events.jsonl"
    log.write_bytes(log.read_bytes()[:-9])
    again = room.resumed(meeting.folder)
    assert set(again.state.notes) == {1}
    assert "was not written whole" in again.reports[0]
    kept(again, note("two again"))
    assert look(meeting.folder).reports == ()


def test_a_damaged_line_is_named_and_the_rest_opens(room: Room) -> None:
    meeting = room.opened()
    kept(meeting, note("one"), note("two"), note("three"))
    room.leave(meeting)
    log = meeting.folder / "events.jsonl"
    log.write_bytes(log.read_bytes().replace(b'"text":"two"', b'"text":"ten"'))
    again = room.resumed(meeting.folder)
    assert [one.text for one in again.state.ordered_notes()] == ["one", "three"]
    assert "Line 5 of events.jsonl is damaged" in again.reports[0]
    kept(again, note("four"))
    assert set(again.state.notes) == {1, 3, 4}


def test_a_lost_first_line_comes_back_from_its_copy(room: Room) -> None:
    meeting = room.opened()
    kept(meeting, note("one"))
    room.leave(meeting)
    log = meeting.folder / "events.jsonl"
    log.write_bytes(b"\0" * 40 + log.read_bytes()[40:])
    again = room.resumed(meeting.folder)
    assert told(again.state) == told(meeting.state)
    assert "opening.json" in again.reports[0]


def test_an_empty_log_opens_in_the_lobby(room: Room) -> None:
    meeting = room.opened()
    kept(meeting, note("one"))
    room.leave(meeting)
    (meeting.folder / "events.jsonl").write_bytes(b"")
    again = room.resumed(meeting.folder)
    assert again.state.phase == "lobby"
    assert again.reports


def test_a_session_without_any_opening_says_what_to_do_and_is_not_touched(room: Room) -> None:
    meeting = room.opened()
    room.leave(meeting)
    (meeting.folder / "opening.json").unlink()
    (meeting.folder / "events.jsonl").write_bytes(b"nonsense\n")
    with pytest.raises(StoreTrouble, match="cannot be opened"):
        room.resumed(meeting.folder)
    assert (meeting.folder / "events.jsonl").read_bytes() == b"nonsense\n"


def test_a_session_can_be_carried_to_another_place_as_its_folder(room: Room, tmp_path: Path) -> None:
    meeting = room.opened()
    kept(meeting, note("one"))
    room.leave(meeting)
    elsewhere = tmp_path / "stick" / "renamed"
    shutil.copytree(meeting.folder, elsewhere)
    assert told(room.resumed(elsewhere).state) == told(meeting.state)


def test_a_rehearsal_goes_on_with_the_clock_it_had(room: Room) -> None:
    room.clock.set_wall(-3_600)
    meeting = room.opened(rehearsal=True, speed=60.0)
    room.clock.on(2)
    kept(meeting, note("one"))
    assert elapsed(meeting.state, meeting.moment().t) == 120
    room.leave(meeting)
    room.clock.on(500)
    again = room.resumed(meeting.folder)
    assert again.state.away is None
    assert elapsed(again.state, again.moment().t) == 120
    room.clock.on(1)
    assert elapsed(again.state, again.moment().t) == 180


def test_a_skip_that_left_out_the_time_away_says_how_to_leave_the_stage(room: Room) -> None:
    meeting = room.opened()
    stage = meeting.state.stage
    room.leave(meeting)
    room.clock.on(90)
    again = room.resumed(meeting.folder)
    answer = take(again, "/skip")
    assert answer.outcome is not None
    said = happened(answer.outcome.events, answer.outcome.state)
    assert said == "The time away is left out. To leave this stage, /skip once more."
    assert again.state.stage == stage
    take(again, "/skip")
    assert again.state.stage != stage
