"""A disk that is full or gone: said for as long as it lasts, nothing is lost, another folder can help."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from meeting_room import FOREVER, Room, all_bytes, kept, log_of, note, told, until

from facilitator.meeting import writer
from facilitator.meeting.desk import take
from facilitator.meeting.moving import move
from facilitator.session import intents as it
from facilitator.store import atomic, eventlog
from facilitator.store.trouble import StoreTrouble


class Disk:
    """Makes the store's writes fail, as the system would, until `fault` is None again."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.fault: int | None = None
        real = atomic.write_all

        def write_all(fd: int, data: bytes) -> None:
            if self.fault is not None:
                raise OSError(self.fault, os.strerror(self.fault))
            real(fd, data)

        monkeypatch.setattr(atomic, "write_all", write_all)
        monkeypatch.setattr(eventlog, "write_all", write_all)
        monkeypatch.setattr(writer, "RETRY_EVERY", 0.01)


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Iterator[Disk]:
    one = Disk(monkeypatch)
    yield one
    one.fault = None


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        (errno.ENOSPC, "The disk is full"),
        (errno.EROFS, "can only be read"),
        (errno.EIO, "reports an error"),
        (errno.EACCES, "Permission for"),
    ],
)
def test_a_disk_that_takes_nothing_is_told_of_and_what_happens_is_held(
    room: Room, disk: Disk, fault: int, said: str
) -> None:
    meeting = room.opened()
    assert meeting.settle()
    disk.fault = fault
    outcome = meeting.submit(note("a line"))
    assert not meeting.wait_kept(outcome.mark, FOREVER)
    assert said in meeting.trouble
    meeting.submit(it.Next())
    assert meeting.waiting == 2
    assert meeting.state.notes[1].text == "a line"
    assert b"a line" not in (meeting.folder / "events.jsonl").read_bytes()
    disk.fault = None
    until(meeting, lambda: not meeting.trouble)
    assert meeting.settle()
    assert meeting.waiting == 0
    assert [line["type"] for line in log_of(meeting.folder)][-2:] == ["note_captured", "stage_entered"]
    assert "a line" in (meeting.folder / "minutes.md").read_text(encoding="utf-8")


def test_trouble_stays_said_while_it_lasts_though_other_files_are_taken(
    room: Room, disk: Disk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk still lets the lock be touched: that is no reason to say that all is well."""
    monkeypatch.setattr(writer, "TOUCH_EVERY", 0.02)
    meeting = room.opened()
    assert meeting.settle()
    real = atomic.write_all
    monkeypatch.setattr("facilitator.store.lock.write_all", real)
    disk.fault = errno.ENOSPC
    said: list[str] = []
    stop = meeting.subscribe_kept(lambda: said.append(meeting.trouble))
    meeting.submit(note("a line"))
    for _again in range(5):
        assert not meeting.settle()
    stop()
    assert said
    assert all(said)


def test_a_minutes_file_that_cannot_be_written_does_not_hold_up_the_log(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    meeting = room.opened()
    assert meeting.settle()

    def full(*_words: object, **_more: object) -> Path:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(atomic, "_write_beside", full)
    outcome = meeting.submit(note("a line"))
    until(meeting, lambda: bool(meeting.trouble))
    assert "minutes.md" in meeting.trouble
    assert meeting.wait_kept(outcome.mark)
    later = meeting.submit(note("another line"))
    assert meeting.wait_kept(later.mark)
    assert meeting.trouble


def test_the_draft_holds_its_line_for_as_long_as_the_log_does_not(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writer, "RETRY_EVERY", 0.01)
    meeting = room.opened()
    meeting.draft("the line")
    assert meeting.settle()

    def full(log: eventlog.LogWriter, lines: list[bytes]) -> None:
        raise StoreTrouble("The disk is full.")

    with monkeypatch.context() as patch:
        patch.setattr(eventlog.LogWriter, "append", full)
        outcome = meeting.submit(note("the line"))
        meeting.draft("")
        assert not meeting.settle()
        assert not meeting.settle()
        assert (meeting.folder / "draft.txt").read_bytes() == b"the line"
    assert meeting.settle()
    assert meeting.is_kept(outcome.mark)
    assert (meeting.folder / "draft.txt").read_bytes() == b""


def test_leaving_tries_once_more(room: Room, disk: Disk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writer, "RETRY_EVERY", 1_000.0)
    meeting = room.opened()
    assert meeting.settle()
    disk.fault = errno.ENOSPC
    assert not meeting.wait_kept(meeting.submit(note("a line")).mark)
    disk.fault = None
    assert room.leave(meeting)
    assert b"a line" in (meeting.folder / "events.jsonl").read_bytes()


def test_leaving_a_disk_that_stays_full_says_so(room: Room, disk: Disk) -> None:
    meeting = room.opened()
    assert meeting.settle()
    disk.fault = errno.ENOSPC
    meeting.submit(note("a line"))
    assert not room.leave(meeting)
    assert "The disk is full" in meeting.trouble


def test_a_folder_that_is_gone_is_told_of_and_another_takes_the_whole_session(
    room: Room, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writer, "RETRY_EVERY", 0.01)
    meeting = room.opened()
    kept(meeting, note("before"), it.Next())
    shutil.rmtree(room.home)
    outcome = meeting.submit(note("after"))
    assert not meeting.wait_kept(outcome.mark, FOREVER)
    assert meeting.trouble
    stick = tmp_path / "stick"
    stick.mkdir()
    # The home that would have noted the new place is gone as well.
    assert move(meeting, str(stick)) == (
        f"The session now lies in {stick / meeting.folder.name}. "
        "Write this down: facilitator cannot note it, and will not find it by itself."
    )
    assert meeting.folder.parent == stick
    assert meeting.is_kept(outcome.mark)
    kept(meeting, note("later"))
    assert meeting.trouble == ""
    names = {path.name for path in meeting.folder.iterdir()}
    assert names >= {"events.jsonl", "opening.json", "minutes.md", "lock"}
    before = told(meeting.state)
    room.leave(meeting)
    again = room.resumed(meeting.folder)
    assert told(again.state) == before
    assert [one.text for one in again.state.ordered_notes()] == ["before", "after", "later"]


def test_a_session_that_was_moved_survives_the_loss_of_its_first_line(room: Room, tmp_path: Path) -> None:
    meeting = room.opened()
    kept(meeting, note("a line"))
    move(meeting, str(tmp_path))
    room.leave(meeting)
    log = meeting.folder / "events.jsonl"
    log.write_bytes(b"damaged\n" + log.read_bytes().partition(b"\n")[2])
    assert room.resumed(meeting.folder).state.notes[1].text == "a line"


def test_another_folder_that_takes_nothing_either_is_told_of_and_the_session_stays(
    room: Room, tmp_path: Path
) -> None:
    meeting = room.opened()
    kept(meeting, note("a line"))
    before = meeting.folder
    (tmp_path / "file").write_text("")
    said = move(meeting, str(tmp_path / "file"))
    assert "file" in said
    assert meeting.folder == before
    kept(meeting, note("another line"))
    assert b"another line" in all_bytes(before)
    assert "is not there" in move(meeting, str(tmp_path / "nowhere" / "at all"))


def test_another_folder_with_a_session_of_that_name_in_it_leaves_that_one_alone(
    room: Room, tmp_path: Path
) -> None:
    meeting = room.opened()
    other = Room(tmp_path / "other")
    other.clock = room.clock
    theirs = other.opened()
    kept(theirs, note("theirs"))
    assert theirs.folder.name == meeting.folder.name
    before = (theirs.folder / "events.jsonl").read_bytes()
    assert "now lies in" in move(meeting, str(theirs.folder.parent))
    assert meeting.folder == theirs.folder.with_name(theirs.folder.name + "-2")
    kept(meeting, note("a line"))
    assert (theirs.folder / "events.jsonl").read_bytes() == before
    other.leave_all()


def test_a_session_can_go_back_to_where_it_lay_and_a_strike_names_where_it_was(
    room: Room, tmp_path: Path
) -> None:
    meeting = room.opened()
    home, stick = meeting.folder.parent, tmp_path / "stick"
    stick.mkdir()
    kept(meeting, note("a line"))
    move(meeting, str(stick))
    assert any(str(home) in sentence for sentence in take(meeting, "/strike").said)
    kept(meeting, note("another line"))
    move(meeting, str(home))
    assert meeting.folder.parent == home
    assert meeting.left_behind == (stick / meeting.folder.name,)
    assert b"a line" not in all_bytes(home)
    assert b"another line" in all_bytes(home)


def test_a_log_that_another_program_changed_is_left_alone(room: Room) -> None:
    meeting = room.opened()
    assert meeting.settle()
    log = meeting.folder / "events.jsonl"
    theirs = log.read_bytes()[:-20]
    log.write_bytes(theirs)
    outcome = meeting.submit(note("a line"))
    assert not meeting.wait_kept(outcome.mark, FOREVER)
    assert "was changed or replaced by another program" in meeting.trouble
    assert log.read_bytes() == theirs
    assert meeting.waiting == 1
