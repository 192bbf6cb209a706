"""Strike and close: the words are gone from every byte of the home, and the rest is as it was."""

from __future__ import annotations

from pathlib import Path

import pytest
from meeting_room import PEOPLE, Room, all_bytes, append_to_log, kept, log_of, note, told

from facilitator.meeting.desk import take
from facilitator.session import events as ev
from facilitator.session import intents as it
from facilitator.session.codec import encode
from facilitator.store import atomic

SECRET = "the treasurer's nephew has the contract"


def test_a_struck_line_is_in_no_byte_of_the_home(room: Room) -> None:
    meeting = room.opened()
    meeting.draft(SECRET)
    kept(meeting, note("keep this"), note(SECRET, "takeaway", speakers=(PEOPLE[2],)))
    kept(meeting, it.Edit(number=2, text=SECRET + " again"), it.Undo(), it.Redo())
    meeting.draft(SECRET)
    assert meeting.settle()
    (meeting.folder / ".facilitator-0123456789abcdef.tmp").write_text(SECRET)
    assert b"nephew" in all_bytes(room.home)
    kept(meeting, it.Strike(2))
    assert b"nephew" not in all_bytes(room.home)
    assert b"keep this" in (meeting.folder / "minutes.md").read_bytes()
    assert [line["number"] for line in log_of(meeting.folder) if line["type"] == "note_captured"] == [1]


def test_struck_words_do_not_come_back_with_undo_redo_or_resume(room: Room) -> None:
    meeting = room.opened()
    kept(meeting, note("one"), note(SECRET), it.Strike(), it.Undo(), it.Redo())
    room.leave(meeting)
    again = room.resumed(meeting.folder)
    assert set(again.state.notes) == {1}
    assert set(again.state.struck) == {2}
    kept(again, note("three"))
    assert set(again.state.notes) == {1, 3}
    assert b"nephew" not in all_bytes(room.home)


def test_struck_is_said_only_once_the_words_are_off_the_disk(room: Room) -> None:
    meeting = room.opened()
    kept(meeting, note(SECRET))
    answer = take(meeting, "/strike")
    assert b"nephew" not in all_bytes(room.home)
    assert answer.said[0] == "Line 1 is struck: its words are gone from this computer's files."
    assert "Copies made outside this program are not reached" in answer.said[1]


def test_a_strike_that_the_disk_does_not_take_is_not_said_to_be_done(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    meeting = room.opened()
    kept(meeting, note(SECRET))

    def full(*_words: object, **_more: object) -> object:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(atomic, "_write_beside", full)
    answer = take(meeting, "/strike")
    assert answer.said[0].startswith(
        "Line 1 is gone here, but its words are still on the disk: The disk is full"
    )
    monkeypatch.undo()
    assert meeting.settle()
    assert b"nephew" not in all_bytes(room.home)


@pytest.mark.parametrize("struck_before", [True, False])
def test_a_window_killed_right_after_a_strike_still_owes_it(room: Room, struck_before: bool) -> None:
    meeting = room.opened()
    kept(meeting, note("one"), note("two"))
    if struck_before:
        kept(meeting, it.Strike(1))
    kept(meeting, note(SECRET))
    room.leave(meeting)
    append_to_log(meeting.folder, encode(ev.NoteStruck(id="x.1", cause="x", number=3)))
    again = room.resumed(meeting.folder)
    assert again.settle()
    assert b"nephew" not in all_bytes(room.home)
    assert 2 in again.state.notes
    assert 3 not in again.state.notes


def test_a_window_killed_right_after_a_close_still_owes_the_names_in_turns(room: Room) -> None:
    meeting = room.opened()
    kept(meeting, it.Turn(PEOPLE[2]), note("said too much"), it.Undo())
    room.leave(meeting)
    append_to_log(meeting.folder, encode(ev.MeetingClosed(id="x.1", cause="x", t=1.0)))
    again = room.resumed(meeting.folder)
    assert again.settle()
    assert again.state.phase == "closed"
    assert "said too much" not in all_bytes(meeting.folder).decode()
    assert [line["name"] for line in log_of(meeting.folder) if line["type"] == "turn_taken"] == [""]


def test_close_compacts_the_log_and_empties_the_draft(room: Room) -> None:
    meeting = room.opened()
    meeting.draft("half typed")
    kept(meeting, it.Turn(PEOPLE[2]), it.Pass(), note("said too much"), it.Undo(), note("kept"))
    kept(meeting, note(SECRET), it.Strike())
    before = told(meeting.state)
    kept(meeting, it.Close())
    after = told(meeting.state)
    changed = {name for name in before if before[name] != after[name]}
    assert changed <= {
        *("phase", "closed_at", "closed_t", "visits", "spent", "entered_t", "started_t"),
        *("turn", "turn_t", "heard_in", "passed_in", "card", "taken_back"),
    }
    assert not meeting.state.taken_back
    text = all_bytes(room.home).decode()
    assert "said too much" not in text
    assert "half typed" not in text
    assert "nephew" not in text
    assert "kept" in text
    assert {line["type"] for line in log_of(meeting.folder)} & {"undone", "redone"} == set()


def test_a_closed_meeting_can_be_opened_again_by_undo_and_be_mended(room: Room) -> None:
    meeting = room.opened()
    kept(meeting, note("a lin"), it.Close(), it.Edit(number=1, text="a line"), it.Undo(), it.Redo())
    kept(meeting, it.Undo(), it.Undo())
    assert meeting.state.phase == "running"
    kept(meeting, note("one more"), it.Close(), it.Finalise())
    room.leave(meeting)
    again = room.resumed(meeting.folder)
    assert told(again.state) == told(meeting.state)
    assert [one.text for one in again.state.ordered_notes()] == ["a lin", "one more"]


def test_a_file_of_somebody_else_is_named_and_not_touched(room: Room) -> None:
    meeting = room.opened()
    kept(meeting, note(SECRET))
    own: Path = meeting.folder / "my own notes.txt"
    own.write_text(SECRET)
    answer = take(meeting, "/strike 1")
    assert any("my own notes.txt" in sentence for sentence in answer.said)
    assert own.read_text() == SECRET
