"""Struck and undone words leave the index too, before that is said; a test of the raw bytes of the home."""

from __future__ import annotations

import pytest
from meeting_room import Room, all_bytes, kept, note
from searching import answer, found, held, index_bytes

from facilitator.meeting.desk import take
from facilitator.meeting.forgetting import forget
from facilitator.search.index import Index
from facilitator.search.reading import read_record
from facilitator.session import intents as it
from facilitator.store import search_file
from facilitator.store.search_file import INDEX, forget_words, may_hold, place_of

SECRET = "the treasurer's nephew has the contract"


def test_struck_words_are_in_no_byte_of_the_home_when_that_is_said(room: Room) -> None:
    held(room, "the lease of last year")
    meeting = room.opened()
    kept(meeting, note("the lease"), note(SECRET))
    assert found(room.home, "nephew") == [SECRET]
    assert b"nephew" in index_bytes(room)
    answer_ = take(meeting, "/strike 2")
    assert answer_.said[0].startswith("Line 2 is struck")
    assert b"nephew" not in all_bytes(room.home)
    assert found(room.home, "nephew") == []
    assert found(room.home, "lease") == ["the lease", "the lease of last year"]
    assert b"nephew" not in all_bytes(room.home)


def test_words_that_were_mended_before_the_strike_are_gone_as_well(room: Room) -> None:
    meeting = room.opened()
    kept(meeting, note(SECRET))
    assert found(room.home, "nephew") == [SECRET]
    kept(meeting, it.Edit(number=1, text="somebody has the contract"))
    assert found(room.home, "contract") == ["somebody has the contract"]
    kept(meeting, it.Strike(1))
    assert b"nephew" not in all_bytes(room.home)
    assert b"contract" not in all_bytes(room.home)


def test_undone_words_are_gone_when_the_meeting_is_closed(room: Room) -> None:
    meeting = room.opened()
    kept(meeting, note("the lease"), note(SECRET))
    assert found(room.home, "nephew") == [SECRET]
    kept(meeting, it.Undo(), it.Close())
    assert b"nephew" not in all_bytes(room.home)


def test_a_case_that_is_forgotten_is_found_no_more_and_is_in_no_byte(room: Room) -> None:
    meeting = room.opened(title="The nephew of the treasurer")
    kept(meeting, note(SECRET), note("ask for three offers", "takeaway"), it.Close())
    room.leave(meeting)
    assert found(room.home, "nephew") == [SECRET]
    assert b"nephew" in index_bytes(room)
    forget(meeting.folder, room.clock)
    assert b"nephew" not in all_bytes(room.home)
    assert found(room.home, "offers") == ["ask for three offers"]
    assert found(room.home, "nephew") == []
    assert b"nephew" not in all_bytes(room.home)


def test_a_strike_says_so_while_the_index_still_has_the_words(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    meeting = room.opened()
    kept(meeting, note(SECRET))
    found(room.home, "nephew")

    def stuck(*_words: object, **_more: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.unlink", stuck)
    said = take(meeting, "/strike").said[0]
    assert "its words are still on the disk" in said
    assert INDEX in said
    monkeypatch.undo()
    assert meeting.settle()
    assert b"nephew" not in all_bytes(room.home)


def test_an_index_that_never_knew_the_meeting_stays(room: Room) -> None:
    held(room, "the lease")
    found(room.home, "lease")
    before = index_bytes(room)
    meeting = room.opened()
    kept(meeting, note(SECRET), it.Strike(1), it.Close())
    assert index_bytes(room) == before


def test_a_search_that_read_the_old_log_writes_into_nothing(room: Room) -> None:
    held(room, "the lease")
    found(room.home, "lease")
    meeting = room.opened()
    kept(meeting, note(SECRET))
    index = Index.at(room.home / INDEX)
    with index.writing():
        index.put([(read_record(meeting.folder), (1, 1))])
        kept(meeting, it.Strike(1))
    index.close()
    assert b"nephew" not in all_bytes(room.home)
    assert found(room.home, "nephew") == []


def test_a_window_killed_between_the_strike_and_its_end_still_owes_it(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    meeting = room.opened()
    kept(meeting, note("the lease"), note(SECRET))
    found(room.home, "nephew")
    index = index_bytes(room)
    before = (meeting.folder / "events.jsonl").read_bytes()
    kept(meeting, it.Strike(2))
    struck = (meeting.folder / "events.jsonl").read_bytes().splitlines(keepends=True)[-1]
    room.leave(meeting)
    # The log as it was when the strike was on the disk and nothing had been rewritten yet.
    (meeting.folder / "events.jsonl").write_bytes(before + struck)
    (room.home / INDEX).write_bytes(index)
    room.resumed(meeting.folder)
    assert b"nephew" not in all_bytes(room.home)


def test_every_doubt_is_a_reason_to_let_the_index_go(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = held(room, "the lease")
    place, path = place_of(folder), room.home / INDEX
    found(room.home, "lease")
    assert may_hold(path, place)
    assert not may_hold(path, "sessions/never")
    with Index.at(path).writing():
        assert may_hold(path, "sessions/never")
    path.write_bytes(b"no index " * 1000)
    assert may_hold(path, "sessions/never")
    (room.home / (INDEX + "-wal")).write_text("left by another version")
    forget_words(folder)
    assert not path.exists()
    assert not (room.home / (INDEX + "-wal")).exists()
    forget_words(folder)
    monkeypatch.setattr(search_file, "may_hold", lambda *_words: 1 // 0)
    forget_words(room.home / "elsewhere" / "a folder that is in no home")
    assert answer(room.home, "lease").read == 1
