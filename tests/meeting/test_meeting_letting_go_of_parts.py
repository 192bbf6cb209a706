"""Strike reaches the disk of every line that shared words: merged ones, and parts of one."""

from __future__ import annotations

from meeting_room import Room, all_bytes, kept, note

from facilitator.meeting.desk import take
from facilitator.session import intents as it


def test_a_struck_line_that_was_merged_is_in_no_byte_of_the_home(room: Room) -> None:
    meeting = room.opened()
    kept(meeting, note("first nephew"), note("second uncle"), note("third"))
    assert take(meeting, "/merge 1 2").refused == ""
    assert meeting.settle()
    assert b"first nephew second uncle" in (meeting.folder / "minutes.md").read_bytes()
    kept(meeting, it.Strike(1))
    assert b"nephew" not in all_bytes(room.home)
    assert b"uncle" not in all_bytes(room.home)
    assert take(meeting, "/strike 2").refused == "Line 2 is part of line 1 now."
    folder = meeting.folder
    room.leave(meeting)
    again = room.resumed(folder)
    assert set(again.state.notes) == {3}
    kept(again, note("fourth"))
    assert set(again.state.notes) == {3, 4}


def test_a_struck_part_goes_and_the_other_part_stays_through_a_resume(room: Room) -> None:
    meeting = room.opened()
    kept(meeting, note("her aunt. The nephew", "takeaway"))
    assert take(meeting, "/split 1").refused == ""
    kept(meeting, it.Move(number=2, how="above", other=1), it.Strike(2))
    assert b"nephew" not in all_bytes(room.home)
    folder = meeting.folder
    room.leave(meeting)
    again = room.resumed(folder)
    assert [one.text for one in again.state.ordered_notes()] == ["her aunt."]
    assert again.state.notes[1].kind == "takeaway"


def test_a_merge_that_was_taken_back_leaves_nothing_of_the_struck_line(room: Room) -> None:
    meeting = room.opened()
    kept(meeting, note("keep this"), note("nephew"), it.Merge((1, 2)), it.Undo(), it.Strike(2))
    assert b"nephew" not in all_bytes(room.home)
    assert [one.text for one in meeting.state.ordered_notes()] == ["keep this"]
    assert take(meeting, "/redo").refused == "There is nothing to do again."


def test_minutes_are_in_the_new_order(room: Room) -> None:
    meeting = room.opened()
    kept(meeting, note("one"), note("two"), note("three"), it.Move(number=3, how="above", other=1))
    assert meeting.settle()
    minutes = (meeting.folder / "minutes.md").read_text("utf-8")
    assert minutes.index("three") < minutes.index("one") < minutes.index("two")


def test_plain_lines_keep_the_day_as_typed_and_name_the_command_that_sets_one(room: Room) -> None:
    meeting = room.opened()
    answer = take(meeting, "> call Puno by next Tue")
    kept_line = meeting.state.notes[1]
    assert (kept_line.text, kept_line.due) == ("call Puno by next Tue", "")
    (said,) = answer.said
    command = said[said.index("/due 1 ") : said.index(" sets one.")]
    assert take(meeting, command).refused == ""
    assert meeting.state.notes[1].text == "call Puno"
    assert meeting.state.notes[1].due == command.split()[-1]
