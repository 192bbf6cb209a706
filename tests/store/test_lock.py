"""One window a session; and when the last one was there."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from facilitator.store.lock import SessionLock
from facilitator.store.trouble import AlreadyOpen, StoreTrouble


def test_a_second_opener_gets_one_sentence_at_once(tmp_path: Path) -> None:
    first = SessionLock(tmp_path)
    first.acquire()
    with pytest.raises(AlreadyOpen, match="open in another window") as error:
        SessionLock(tmp_path).acquire()
    assert "\n" not in error.value.sentence
    first.release()
    second = SessionLock(tmp_path)
    second.acquire()
    second.release()


def test_the_last_touch_is_remembered_after_release(tmp_path: Path) -> None:
    lock = SessionLock(tmp_path)
    assert lock.last_seen() is None
    lock.acquire()
    lock.touch("a-long-boot-name", 1234567.25)
    lock.touch("boot", 99.5)
    os.utime(lock.path, (1_700_000_000, 1_700_000_000))
    lock.release()
    seen = SessionLock(tmp_path).last_seen()
    assert seen is not None
    assert (seen.boot, seen.clock) == ("boot", 99.5)
    assert seen.wall == 1_700_000_000.0


def test_a_touch_moves_the_files_time(tmp_path: Path) -> None:
    with_lock = SessionLock(tmp_path)
    with_lock.acquire()
    os.utime(with_lock.path, (0, 0))
    with_lock.touch("boot", 1.0)
    assert with_lock.path.stat().st_mtime > 1_700_000_000
    with_lock.release()


def test_taking_the_lock_leaves_what_the_last_holder_wrote(tmp_path: Path) -> None:
    lock = SessionLock(tmp_path)
    lock.acquire()
    lock.touch("boot", 5.0)
    lock.release()
    before = lock.last_seen()
    again = SessionLock(tmp_path)
    seen = again.last_seen()
    again.acquire()
    again.acquire()
    assert seen == before
    again.release()
    again.release()


def test_a_refused_opener_does_not_spoil_the_time(tmp_path: Path) -> None:
    holder = SessionLock(tmp_path)
    holder.acquire()
    holder.touch("boot", 5.0)
    before = holder.last_seen()
    with pytest.raises(AlreadyOpen):
        SessionLock(tmp_path).acquire()
    assert SessionLock(tmp_path).last_seen() == before
    holder.release()


def test_a_clock_of_no_boot_leaves_only_the_wall(tmp_path: Path) -> None:
    lock = SessionLock(tmp_path)
    lock.acquire()
    lock.touch("", 5.0)
    seen = lock.last_seen()
    assert seen is not None
    assert (seen.boot, seen.clock) == ("", 0.0)
    lock.release()


@pytest.mark.parametrize("text", [b"", b"\0" * 160, b"boot", b"boot much", b"boot nan", b"\xff\xfe 1 2 3"])
def test_a_lock_with_odd_text_still_has_its_time(tmp_path: Path, text: bytes) -> None:
    (tmp_path / "lock").write_bytes(text)
    seen = SessionLock(tmp_path).last_seen()
    assert seen is not None
    assert seen.clock in (0.0, 1.0)


def test_the_lock_is_closed_to_others(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        lock = SessionLock(tmp_path)
        lock.acquire()
        lock.touch("boot", 1.0)
    finally:
        os.umask(before)
    assert stat.S_IMODE(lock.path.stat().st_mode) == 0o600
    lock.release()


def test_a_folder_that_is_not_there_is_a_sentence_and_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(StoreTrouble, match="not there"):
        SessionLock(tmp_path / "none").acquire()
    assert not (tmp_path / "none").exists()


def test_a_lock_file_that_was_removed_is_told_at_the_next_touch(tmp_path: Path) -> None:
    lock = SessionLock(tmp_path)
    lock.acquire()
    lock.path.unlink()
    with pytest.raises(StoreTrouble, match="is not there"):
        lock.touch("boot", 1.0)
    assert not lock.path.exists()
    lock.release()
