"""The index is only a cache: made when missing, stale, damaged or foreign, private, and never in the way."""

from __future__ import annotations

import builtins
import os
import shutil
import sqlite3
import stat
from pathlib import Path
from typing import Any
from zlib import crc32

import pytest
from meeting_room import Room, kept, note
from searching import answer, found, held, sql, wish

from facilitator.search import finder as finder_module
from facilitator.search import index as index_module
from facilitator.search.finder import Finder
from facilitator.search.index import VERSION, Index
from facilitator.store.search_file import INDEX, UNFINISHED


def test_only_what_changed_is_read_again(room: Room) -> None:
    held(room, "one lease")
    other = held(room, "two leases")
    assert answer(room.home, "lease").read == 2
    assert answer(room.home, "lease").read == 0
    meeting = room.resumed(other)
    kept(meeting, note("lease three"))
    told = answer(room.home, "lease")
    assert (told.read, len(told.hits)) == (1, 2)
    assert answer(room.home, "lease").read == 0


def test_a_meeting_that_was_removed_is_found_no_more_and_leaves_no_byte(room: Room) -> None:
    held(room, "one lease")
    gone = held(room, "the nephew's lease")
    assert len(found(room.home, "lease")) == 2
    assert b"nephew" in (room.home / INDEX).read_bytes()
    shutil.rmtree(gone)
    assert found(room.home, "lease") == ["one lease"]
    assert b"nephew" not in (room.home / INDEX).read_bytes()


def test_the_index_is_private_and_alone(room: Room) -> None:
    held(room, "lease")
    old = os.umask(0)
    try:
        found(room.home, "lease")
    finally:
        os.umask(old)
    assert stat.S_IMODE((room.home / INDEX).stat().st_mode) == 0o600
    (room.home / INDEX).chmod(0o644)
    found(room.home, "lease")
    assert stat.S_IMODE((room.home / INDEX).stat().st_mode) == 0o600
    assert {one.name for one in room.home.iterdir()} == {"sessions", "rehearsals", INDEX}
    assert sql(room, "PRAGMA journal_mode") == [("delete",)], "nothing of it is kept in a WAL"


def damaged(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[16384:] = os.urandom(len(data) - 16384)
    path.write_bytes(data)


def no_index(path: Path) -> None:
    path.write_text("somebody's shopping list\n" * 400)


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:20000])


def nonsense(path: Path) -> None:
    sqlite3.connect(path).executescript("UPDATE notes SET kept = x'00ff'").close()


def foreign(path: Path) -> None:
    sqlite3.connect(path).executescript("DROP TABLE notes; PRAGMA user_version = 7").close()


def unfinished(path: Path) -> None:
    sqlite3.connect(path).executescript(f"DELETE FROM notes; PRAGMA user_version = {UNFINISHED}").close()


def of_an_earlier_layout(path: Path) -> None:
    """As a version made it that did not know yet which steps are done."""
    made_of = (part for part in index_module._MADE_OF if part != "done")
    number = crc32("\n".join(made_of).encode()) % 2**31
    sqlite3.connect(path).executescript(f"PRAGMA user_version = {number}").close()


def empty(path: Path) -> None:
    path.write_bytes(b"")


@pytest.mark.parametrize(
    "spoil", [damaged, no_index, cut, nonsense, foreign, unfinished, of_an_earlier_layout, empty, Path.unlink]
)
def test_an_index_that_is_no_good_is_made_anew(room: Room, spoil: Any) -> None:
    held(room, "one lease")
    assert found(room.home, "lease") == ["one lease"]
    spoil(room.home / INDEX)
    assert found(room.home, "lease") == ["one lease"]
    assert sql(room, "PRAGMA user_version") == [(VERSION,)]
    told = answer(room.home, "lease")
    assert (told.read, len(told.hits)) == (0, 1)


def test_where_it_cannot_lie_on_the_disk_it_is_made_in_memory_once(room: Room) -> None:
    held(room, "one lease")
    (room.home / INDEX).mkdir()
    finder = Finder(room.home)
    assert [finder.find(wish("lease")).read for _again in range(2)] == [1, 0]
    held(room, "two lease")
    assert len(finder.find(wish("lease")).hits) == 2
    finder.close()


def test_an_index_that_may_only_be_read_is_read(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    held(room, "one lease")
    found(room.home, "lease")
    before = (room.home / INDEX).read_bytes()
    opened = os.open

    def read_only(path: Any, flags: int, *more: Any, **most: Any) -> int:
        if Path(path).name == INDEX and flags & os.O_RDWR:
            raise PermissionError(13, "Permission denied")
        return opened(path, flags, *more, **most)

    monkeypatch.setattr(os, "open", read_only)
    assert answer(room.home, "lease").read == 0
    held(room, "two lease")
    told = answer(room.home, "lease")
    assert (told.read, len(told.hits)) == (2, 2)
    assert (room.home / INDEX).read_bytes() == before


def test_while_another_program_writes_the_index_the_answer_is_the_same(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("facilitator.search.index._PATIENCE", 0.0)
    held(room, "one lease")
    found(room.home, "lease")
    held(room, "two lease")
    other = Index.at(room.home / INDEX)
    with other.writing():
        assert len(found(room.home, "lease")) == 2
    assert other.is_whole()
    other.close()
    assert answer(room.home, "lease").read == 1


def test_without_sqlite_the_lines_are_gone_through_one_by_one(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    held(room, "one lease of 李娜")
    real = builtins.__import__

    def without(name: str, *more: Any, **most: Any) -> Any:
        if name == "sqlite3":
            raise ImportError(name)
        return real(name, *more, **most)

    monkeypatch.setattr(builtins, "__import__", without)
    assert found(room.home, "李娜 LEASE") == ["one lease of 李娜"]
    monkeypatch.undo()


def test_without_fts5_the_lines_are_gone_through_one_by_one(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    held(room, "one lease of 李娜")
    from facilitator.search import index

    monkeypatch.setattr(index, "_SCHEMA", (*index._SCHEMA[:2], "CREATE VIRTUAL TABLE words USING fts9 (a)"))
    assert found(room.home, "李娜 LEASE") == ["one lease of 李娜"]
    assert isinstance(finder_module._in_memory(), finder_module.Lines)
