"""Looking through the sessions of a home: what the index does not know yet is read first.

Every search begins with a look at each log's stamp, so the index is never older than the logs. Where it
cannot be kept on the disk (a home that is only read, a full disk, another program that is writing it) it is
made in memory, and where SQLite has no FTS5 the lines are gone through one by one. The answer is the same.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import msgspec
from msgspec import Struct

from facilitator.search.linear import Lines
from facilitator.search.record import Found, Hit, Record
from facilitator.search.wish import Stamp, Wish
from facilitator.store.moved import Places, moved
from facilitator.store.places import EVENTS, KINDS, OPENING
from facilitator.store.search_file import index_of, remove
from facilitator.store.trouble import PlaceError, StoreTrouble

if TYPE_CHECKING:
    from facilitator.search.elsewhere import Elsewhere


class Answer(Struct, frozen=True, kw_only=True):
    """What a search found: lines, the newest meeting first, and what stands behind them."""

    hits: list[Hit]
    """The first of them, or all."""
    found: int = 0
    """How many there are in all."""
    sessions: int = 0
    """How many sessions were looked through."""
    read: int = 0
    """How many of them had to be read anew."""
    troubles: list[tuple[str, str]]
    """Pairs of a session's place and what of it could not be read, in sentences."""


class Shelf(Protocol):
    """Where the lines of sessions lie to be found."""

    def known(self) -> dict[str, Stamp]:
        """The sessions on it, each with the stamp of the log that was read."""

    def writing(self) -> AbstractContextManager[None]:
        """Around what changes it: logs are read inside."""

    def put(self, records: Iterable[tuple[Record, Stamp]]) -> None:
        """Put sessions on it as they stand now."""

    def drop(self, places: Iterable[str]) -> None:
        """Take sessions off it."""

    def troubles(self, rehearsals: bool) -> list[tuple[str, str]]:
        """Pairs of a session's place and what of it could not be read."""

    def ask(self, wish: Wish, most: int | None = None) -> Found:
        """The lines that are looked for, the newest meeting first; `most` of them or all."""

    def close(self) -> None:
        """Let go of it."""


class Finder:
    """Searches in one home. What had to be made in memory stays for the next search of the same finder."""

    def __init__(self, home: Path) -> None:
        self._home = home
        self._memory: Shelf | None = None
        self._elsewhere: Elsewhere | None = None

    def find(self, wish: Wish, most: int | None = None) -> Answer:
        """The lines that are looked for, `most` of them or all; none where nothing is asked.

        Raises PlaceError where the sessions cannot be listed.
        """
        stamps = session_stamps(self._home)
        gone = moved(self._home)
        for place in gone:
            stamps.pop(place, None)
        answer = self._in_home(stamps, wish, most)
        return self._and_elsewhere(answer, gone, wish, most) if gone else answer

    def _and_elsewhere(self, answer: Answer, gone: Places, wish: Wish, most: int | None) -> Answer:
        """With the lines of sessions that were moved out of the home; the newest meeting stays first."""
        from facilitator.search.elsewhere import Elsewhere

        if self._elsewhere is None:
            self._elsewhere = Elsewhere()
        there = self._elsewhere
        read = there.look(gone, {place: stamp_of(os.path.join(folder, "")) for place, folder in gone.items()})
        more = there.hits(wish)
        hits = sorted([*answer.hits, *more], key=lambda hit: hit.day, reverse=True)
        return Answer(
            hits=hits[:most],
            found=answer.found + len(more),
            sessions=answer.sessions + there.count(wish),
            read=answer.read + read,
            troubles=[*answer.troubles, *there.troubles(wish)],
        )

    def _in_home(self, stamps: dict[str, Stamp], wish: Wish, most: int | None) -> Answer:
        if not stamps and not os.path.lexists(index_of(self._home)):
            return Answer(hits=[], troubles=[])
        if self._memory is None:
            answer = self._on_disk(stamps, wish, most)
            if answer is not None:
                return answer
            self._memory = _in_memory()
        return _answer(self._memory, self._home, stamps, wish, most)

    def close(self) -> None:
        """Let go of what is in memory."""
        if self._memory is not None:
            self._memory.close()

    def _on_disk(self, stamps: dict[str, Stamp], wish: Wish, most: int | None) -> Answer | None:
        """The answer by the index on the disk, made anew where it is damaged; None where that cannot be."""
        try:
            import sqlite3
        except ImportError:
            return None
        path = index_of(self._home)
        for _attempt in range(2):
            try:
                return self._by_index(path, stamps, wish, most)
            except OSError:
                return None
            except (sqlite3.Error, msgspec.MsgspecError) as error:
                if getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF in _NOT_ITS_FAULT:
                    return None
            try:
                remove(path)
            except StoreTrouble:
                return None
        return None

    def _by_index(self, path: Path, stamps: dict[str, Stamp], wish: Wish, most: int | None) -> Answer:
        from facilitator.search.index import Index

        index = Index.at(path)
        try:
            if not index.is_fresh() and not index.is_whole():
                index.close()
                remove(path)
                index = Index.at(path)
            return _answer(index, self._home, stamps, wish, most)
        finally:
            index.close()


_NOT_ITS_FAULT = frozenset((3, 5, 6, 8, 10, 13, 14))
"""SQLite's codes for a file that is not damaged: no permission, busy, locked, only to be read, the disk's
trouble, a full disk, cannot be opened. They are numbers here, so that help loads no SQLite."""


def session_stamps(home: Path) -> dict[str, Stamp]:
    """Every session in a home by its place, with the stamp of its log. Raises PlaceError."""
    found: dict[str, Stamp] = {}
    for kind in KINDS:
        parent = os.path.join(home, kind)
        try:
            with os.scandir(parent) as entries:
                names = [entry.name for entry in entries if not entry.name.startswith(".")]
        except FileNotFoundError:
            continue
        except OSError as error:
            raise PlaceError(StoreTrouble.from_error(error, Path(parent)).sentence) from error
        for name in names:
            stamp = stamp_of(f"{parent}{os.sep}{name}{os.sep}")
            if stamp is not None:
                found[f"{kind}/{name}"] = stamp
    return found


def stamp_of(folder: str) -> Stamp | None:
    """The stamp of the log in `folder`, which ends with a separator; None where there is no session."""
    try:
        log = os.stat(folder + EVENTS)
    except OSError:
        # A log that is lost is told by whoever reads the session; the opening still says there is one.
        return (0, 0) if os.path.exists(folder + OPENING) else None
    return log.st_mtime_ns, log.st_size


def _in_memory() -> Shelf:
    try:
        import sqlite3

        from facilitator.search.index import Index
    except ImportError:
        return Lines()
    try:
        return Index.in_memory()
    except sqlite3.Error:
        return Lines()


def _answer(shelf: Shelf, home: Path, stamps: dict[str, Stamp], wish: Wish, most: int | None) -> Answer:
    """Bring the shelf up to date and ask it. Rehearsals are read only where they are asked for."""
    asked = {place for place in stamps if wish.rehearsals or not place.startswith("rehearsals/")}
    known = shelf.known()
    # In their order, so that lines of one time lie together in the index.
    new = [place for place in sorted(asked) if known.get(place) != stamps[place]]
    gone = [place for place in known if place not in stamps]
    if new or gone:
        # Imported here: a search that finds the index current needs nothing of what reads a log.
        from facilitator.search.reading import read_record

        with shelf.writing():
            shelf.drop(gone)
            shelf.put((read_record(home / place), stamps[place]) for place in new)
    found = Found([], 0) if wish.is_empty else shelf.ask(wish, most)
    return Answer(
        hits=found.hits,
        found=found.count,
        sessions=len(asked),
        read=len(new),
        troubles=shelf.troubles(wish.rehearsals),
    )
