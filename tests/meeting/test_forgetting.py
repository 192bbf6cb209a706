"""Forgetting a case: no byte of the home holds its words, and what the pod needs next time stays."""

from __future__ import annotations

from pathlib import Path

import pytest
from meeting_room import PEOPLE, Room, all_bytes, append_to_log, kept, note

from facilitator.meeting.forgetting import NotForgotten, forget, forgettable, session_before
from facilitator.meeting.opening import look
from facilitator.session import events as ev
from facilitator.session import intents as it
from facilitator.session.codec import encode
from facilitator.store import atomic

SECRET = "the treasurer's nephew has the contract"


def closed(room: Room) -> Room:
    meeting = room.opened(title="The nephew")
    kept(meeting, note(SECRET), note("who signs for the nephew", "question"), note("ask early", "takeaway"))
    kept(meeting, note("call the board", "step", owners=(PEOPLE[2],)), it.Skip("the nephew called"))
    meeting.submit(it.Close())
    room.leave(meeting)
    return room


def folder_of(room: Room) -> Path:
    return max((room.home / "sessions").iterdir())


def test_no_byte_of_the_home_holds_a_word_of_it(room: Room) -> None:
    folder = folder_of(closed(room))
    assert b"nephew" in all_bytes(room.home)
    said = forget(folder, room.clock)
    assert said[0] == "2 lines are forgotten: their words are gone from this computer's files."
    assert b"nephew" not in all_bytes(room.home)
    minutes = (folder / "minutes.md").read_text("utf-8")
    assert "ask early" in minutes
    assert "call the board" in minutes


def test_only_the_notes_go_where_that_is_wanted(room: Room) -> None:
    folder = folder_of(closed(room))
    forget(folder, room.clock, whole=False)
    state = look(folder).state
    assert [one.kind for one in state.ordered_notes()] == ["question", "takeaway", "step"]
    assert state.title == "The nephew"
    assert SECRET.encode() not in all_bytes(room.home)


def test_a_window_killed_while_forgetting_owes_it_to_the_next(room: Room) -> None:
    folder = folder_of(closed(room))
    append_to_log(folder, encode(ev.NotesForgotten(id="x.1", cause="x", t=1.0, numbers=(1, 2), whole=True)))
    again = room.resumed(folder)
    assert again.settle()
    room.leave(again)
    assert b"nephew" not in all_bytes(room.home)


def test_a_disk_that_does_not_take_it_is_told_and_nothing_is_said_to_be_done(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = folder_of(closed(room))

    def full(*_words: object, **_more: object) -> object:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(atomic, "_write_beside", full)
    with pytest.raises(NotForgotten, match="still on the disk: The disk is full"):
        forget(folder, room.clock)
    monkeypatch.undo()
    forget(folder, room.clock)
    assert b"nephew" not in all_bytes(room.home)


def test_an_open_meeting_and_one_with_nothing_left_are_refused(room: Room) -> None:
    meeting = room.opened()
    kept(meeting, note(SECRET))
    assert forgettable(meeting.state) == 0
    room.leave(meeting)
    with pytest.raises(NotForgotten, match="still open"):
        forget(meeting.folder, room.clock)


def test_the_session_before_is_the_newest_closed_one_that_still_has_notes(room: Room) -> None:
    first = folder_of(closed(room))
    room.clock.on(86_400)
    second = room.opened()
    found = session_before(room.home, second.folder)
    assert found is not None
    assert found[0] == first
    room.leave(second)
    forget(first, room.clock)
    assert session_before(room.home, second.folder) is None
