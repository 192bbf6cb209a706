"""A meeting that was moved out of the home while it ran is found where it lies now, and nothing old of it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from meeting_room import Room, kept, note
from searching import answer, found, held, index_bytes

from facilitator.meeting.meeting import Meeting
from facilitator.meeting.moving import move
from facilitator.session import intents as it
from facilitator.store.moved import MOVED, moved
from facilitator.store.places import all_sessions, find_session


@pytest.fixture
def away(room: Room, tmp_path: Path) -> Meeting:
    """A meeting with a line from before it moved, and one from after."""
    held(room, "the lease, in another meeting")
    meeting = room.opened()
    kept(meeting, note("the lease runs out"))
    assert found(room.home, "lease")[0] == "the lease runs out"
    (tmp_path / "stick").mkdir()
    said = move(meeting, str(tmp_path / "stick"))
    assert said == f"The session now lies in {tmp_path / 'stick' / meeting.folder.name}."
    kept(meeting, note("a new lease in March"))
    return meeting


def test_its_lines_are_found_once_the_newest_meeting_first(room: Room, away: Meeting) -> None:
    assert found(room.home, "lease") == [
        "the lease runs out",
        "a new lease in March",
        "the lease, in another meeting",
    ]
    assert found(room.home, "march") == ["a new lease in March"]
    assert answer(room.home, "lease").sessions == 2


def test_it_is_called_by_its_folder_so_that_it_can_be_opened(room: Room, away: Meeting) -> None:
    (hit,) = answer(room.home, "march").hits
    assert hit.session == str(away.folder)
    assert room.home / hit.place == away.folder
    assert find_session(room.home, hit.session) == away.folder


def test_by_its_name_the_folder_is_meant_in_which_it_lies_now(room: Room, away: Meeting) -> None:
    assert find_session(room.home, away.folder.name) == away.folder
    assert all_sessions(room.home)[0] == away.folder
    assert len(all_sessions(room.home)) == 2


def test_what_is_struck_there_is_found_no_more_and_leaves_the_index(room: Room, away: Meeting) -> None:
    assert b"the lease runs out" not in index_bytes(room)
    away.submit(it.Strike(1))
    assert away.settle()
    assert found(room.home, "runs out") == []
    assert b"the lease runs out" not in index_bytes(room)


def test_where_the_folder_is_out_of_reach_a_sentence_says_so_and_nothing_old_is_found(
    room: Room, away: Meeting
) -> None:
    room.leave(away)
    shutil.rmtree(away.folder)
    told = answer(room.home, "lease")
    assert [hit.note.text for hit in told.hits] == ["the lease, in another meeting"]
    ((place, trouble),) = told.troubles
    assert place == str(away.folder)
    assert "is not there now" in trouble


def test_what_it_left_behind_may_be_deleted(room: Room, away: Meeting) -> None:
    (left,) = away.left_behind
    shutil.rmtree(left)
    assert found(room.home, "runs out") == ["the lease runs out"]
    assert find_session(room.home, away.folder.name) == away.folder


def test_moved_once_more_it_is_found_there(room: Room, away: Meeting, tmp_path: Path) -> None:
    (tmp_path / "third").mkdir()
    move(away, str(tmp_path / "third"))
    assert list(moved(room.home).values()) == [away.folder]
    assert found(room.home, "march") == ["a new lease in March"]


def test_moved_back_it_is_an_ordinary_session_again(room: Room, away: Meeting) -> None:
    move(away, str(room.home / "sessions"))
    assert moved(room.home) == {}
    assert found(room.home, "march") == ["a new lease in March"]


def test_a_practice_that_was_moved_is_found_where_it_is_asked_for(room: Room, tmp_path: Path) -> None:
    meeting = room.opened(rehearsal=True)
    kept(meeting, note("only practice"))
    (tmp_path / "stick").mkdir()
    move(meeting, str(tmp_path / "stick"))
    assert found(room.home, "practice") == []
    assert found(room.home, "practice", rehearsals=True) == ["only practice"]


def test_where_the_home_cannot_note_it_the_person_is_asked_to(
    room: Room, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    meeting = room.opened()
    (room.home / MOVED).mkdir()
    (tmp_path / "stick").mkdir()
    said = move(meeting, str(tmp_path / "stick"))
    assert "now lies in" in said
    assert "Write this down" in said


@pytest.mark.parametrize(
    "spoilt", [b"", b"[]", b"\xff\xfe", b'{"sessions/a": 7}', b'{"sessions/a": "a\\u0000b"}']
)
def test_a_note_that_cannot_be_read_tells_of_no_session(room: Room, spoilt: bytes) -> None:
    held(room, "the lease")
    (room.home / MOVED).write_bytes(spoilt)
    assert found(room.home, "lease") == ["the lease"]
    assert moved(room.home) == {}
