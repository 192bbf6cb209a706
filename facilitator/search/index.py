"""The index: an SQLite file with FTS5, a cache that may go at any time (contract 1 knows nothing of it).

- The words lie in it as `folding` parts them, so that SQLite's own tokenizer has nothing left to do.
- It is 0600, has no journal on the disk and no temporary files: words lie in this one file only.
- Lines that leave it leave its bytes: SQLite wipes what it frees (`secure_delete`), and the words table,
  which keeps words of lines that are gone until its parts are merged, is merged at once (`optimize`).
- While it is being written its `user_version` is 0. One that is found so, without anybody writing it, is
  not believed. `store.search_file` says what a strike does with it.
"""

from __future__ import annotations

import errno
import os
import sqlite3
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from zlib import crc32

import msgspec

from facilitator.search.asking import ROOM, decode, found, unless
from facilitator.search.folding import tokens, words_of
from facilitator.search.record import Found, Kept, Record
from facilitator.search.wish import Stamp, Wish
from facilitator.store.atomic import PRIVATE_FILE, set_mode
from facilitator.store.search_file import UNFINISHED

_SCHEMA = (
    """CREATE TABLE meetings (
        id INTEGER PRIMARY KEY, place TEXT NOT NULL UNIQUE, mtime INTEGER NOT NULL, size INTEGER NOT NULL,
        start TEXT NOT NULL, day TEXT NOT NULL, format TEXT NOT NULL, title TEXT NOT NULL,
        trouble TEXT NOT NULL)""",
    "CREATE TABLE notes (id INTEGER PRIMARY KEY, kind TEXT NOT NULL, kept BLOB NOT NULL)",
    "CREATE VIRTUAL TABLE words USING fts5 (said, people, content='', tokenize='ascii')",
)

_MADE_OF = (*_SCHEMA, *Kept.__struct_fields__, str(ROOM), unicodedata.unidata_version, "msgpack, folding 2")

VERSION = crc32("\n".join(_MADE_OF).encode()) % 2**31 or 1
"""What `user_version` says of an index that is whole and made as this version makes it."""

_PATIENCE = 2.0
"""Seconds that one program waits for another that writes the index."""


class Index:
    """An open index. It raises sqlite3.Error where the file is damaged, locked or cannot be written."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._sql = connection

    @classmethod
    def at(cls, path: Path) -> Index:
        """The index in this file, made where there is none; only read where no more is allowed.

        Raises OSError as well.
        """
        try:
            fd = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), PRIVATE_FILE)
        except OSError as error:
            if error.errno not in (errno.EACCES, errno.EROFS) or not path.is_file():
                raise
            return cls(_connected(f"{path.absolute().as_uri()}?mode=ro"))
        try:
            set_mode(fd, PRIVATE_FILE)
        finally:
            os.close(fd)
        return cls(_connected(path.absolute().as_uri()))

    @classmethod
    def in_memory(cls) -> Index:
        """An index that leaves nothing behind; any thread may use it, one at a time."""
        index = cls(_connected(":memory:", any_thread=True))
        with index.writing():
            pass
        return index

    def close(self) -> None:
        """Let go of the file."""
        self._sql.close()

    def is_fresh(self) -> bool:
        """Whether nothing is in the file yet."""
        return self._sql.execute("SELECT 1 FROM sqlite_master").fetchone() is None

    def is_whole(self) -> bool:
        """Whether it was made by this version, and finished. Waits for another program that is writing it."""
        if self._version() == VERSION:
            return True
        self._sql.execute("BEGIN IMMEDIATE")
        self._sql.execute("ROLLBACK")
        return self._version() == VERSION

    def known(self) -> dict[str, Stamp]:
        """The sessions in it, each with the stamp of the log that was read."""
        if self.is_fresh():
            return {}
        found = self._sql.execute("SELECT place, mtime, size FROM meetings")
        return {place: (mtime, size) for place, mtime, size in found}

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Around what changes the index: all of it is there at the end, or the index is not believed again.

        Only what is read from a log inside may go into it.
        """
        fresh = self.is_fresh()
        self._sql.execute(f"PRAGMA user_version = {UNFINISHED}")
        self._sql.execute("BEGIN IMMEDIATE")
        try:
            if fresh:
                for statement in _SCHEMA:
                    self._sql.execute(statement)
            yield
            self._sql.execute("COMMIT")
        except BaseException:
            if self._sql.in_transaction:
                self._sql.execute("ROLLBACK")
            raise
        self._sql.execute(f"PRAGMA user_version = {VERSION}")

    def put(self, records: Iterable[tuple[Record, Stamp]]) -> None:
        """Put sessions in as they stand now, whether or not they were there before."""
        gone = False
        for record, stamp in records:
            gone = self._put(record, stamp) or gone
        if gone:
            self._merge()

    def drop(self, places: Iterable[str]) -> None:
        """Take sessions out."""
        gone = False
        for place in places:
            row = self._sql.execute("SELECT id FROM meetings WHERE place = ?", (place,)).fetchone()
            if row is None:
                continue
            gone = self._take_out(self._notes(row[0])) or gone
            self._sql.execute("DELETE FROM meetings WHERE id = ?", row)
        if gone:
            self._merge()

    def troubles(self, rehearsals: bool) -> list[tuple[str, str]]:
        """Sessions of which something could not be read, and what that is, in sentences."""
        return self._sql.execute(
            f"SELECT place, trouble FROM meetings m WHERE trouble != '' {unless(rehearsals)} "
            "ORDER BY place DESC"
        ).fetchall()

    def ask(self, wish: Wish, most: int | None = None) -> Found:
        """The lines that are looked for: newest meeting first, then the best, then as they were written."""
        # One transaction, so that all questions see the same index, whoever writes it meanwhile.
        self._sql.execute("BEGIN")
        try:
            return found(self._sql, wish, most)
        finally:
            if self._sql.in_transaction:
                self._sql.execute("ROLLBACK")

    def _version(self) -> int:
        return int(self._sql.execute("PRAGMA user_version").fetchone()[0])

    def _put(self, record: Record, stamp: Stamp) -> bool:
        """Whether words have left the index."""
        row = self._sql.execute("SELECT id FROM meetings WHERE place = ?", (record.place,)).fetchone()
        if row is not None:
            self._sql.execute("DELETE FROM meetings WHERE id = ?", row)
        own = row[0] if row is not None else None
        about = (record.place, *stamp, record.start, record.day, record.format, record.title, record.trouble)
        meeting = self._sql.execute("INSERT INTO meetings VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", (own, *about))
        first = (meeting.lastrowid or 0) * ROOM
        before = self._notes(first // ROOM) if own is not None else {}
        # A number beyond that was never given to a line by this program, and would be in another meeting.
        notes = {first + note.number: note for note in record.notes if 0 <= note.number < ROOM}
        now = {id: msgspec.msgpack.encode(note) for id, note in notes.items()}
        gone = self._take_out({id: kept for id, kept in before.items() if now.get(id) != kept})
        self._add([(id, notes[id], kept) for id, kept in now.items() if before.get(id) != kept])
        return gone

    def _add(self, notes: list[tuple[int, Kept, bytes]]) -> None:
        self._sql.executemany(
            "INSERT INTO notes VALUES (?, ?, ?)", [(id, note.kind, kept) for id, note, kept in notes]
        )
        said = words_of([note.text for _id, note, _kept in notes])
        self._sql.executemany(
            "INSERT INTO words (rowid, said, people) VALUES (?, ?, ?)",
            [
                (id, words, _of_people((*note.speakers, *note.owners)))
                for (id, note, _kept), words in zip(notes, said, strict=True)
            ],
        )

    def _notes(self, meeting: int) -> dict[int, bytes]:
        between = (meeting * ROOM, (meeting + 1) * ROOM)
        return dict(self._sql.execute("SELECT id, kept FROM notes WHERE id >= ? AND id < ?", between))

    def _take_out(self, notes: dict[int, bytes]) -> bool:
        rows = [(id, *_words(decode(kept))) for id, kept in notes.items()]
        self._sql.executemany(
            "INSERT INTO words (words, rowid, said, people) VALUES ('delete', ?, ?, ?)", rows
        )
        self._sql.executemany("DELETE FROM notes WHERE id = ?", [row[:1] for row in rows])
        return bool(rows)

    def _merge(self) -> None:
        self._sql.execute("INSERT INTO words (words) VALUES ('optimize')")


def _connected(where: str, *, any_thread: bool = False) -> sqlite3.Connection:
    sql = sqlite3.connect(
        where, timeout=_PATIENCE, isolation_level=None, check_same_thread=not any_thread, uri=True
    )
    for pragma in (
        "page_size = 16384",
        "journal_mode = MEMORY",
        "temp_store = MEMORY",
        "secure_delete = ON",
        "cache_size = -65536",
    ):
        sql.execute(f"PRAGMA {pragma}")
    return sql


def _words(note: Kept) -> tuple[str, str]:
    """The words of a line, and those of the people named with it."""
    return " ".join(tokens(note.text)), _of_people((*note.speakers, *note.owners))


@lru_cache(maxsize=1000)
def _of_people(names: tuple[str, ...]) -> str:
    """The words of names; the same few come again and again."""
    return " ".join(word for name in names for word in tokens(name))
