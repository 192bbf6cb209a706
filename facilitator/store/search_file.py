"""The file of the search index, as far as those who strike must know it: where it lies, and taking it away.

What is in it is the business of `search`. It is a cache, so words leave it in the surest way there is: the
file goes, and the next search makes another.
"""

from __future__ import annotations

import os
from pathlib import Path

from facilitator.store.places import home_of
from facilitator.store.trouble import StoreTrouble

INDEX = "search.sqlite"
BESIDE = ("-journal", "-wal", "-shm")
"""What SQLite may put beside its file. Ours asks for none of these; one that is there goes as well."""

UNFINISHED = 0
"""The `user_version` of an index that is being written, or was when its program was ended."""


def index_of(home: Path) -> Path:
    """Where the index of a home lies."""
    return home / INDEX


def place_of(folder: Path) -> str:
    """What a session is called in the index: `sessions/2026-11-21-1900-intervision`."""
    return f"{folder.parent.name}/{folder.name}"


def forget_words(folder: Path) -> None:
    """Take the words of a session out of the search index of its home, before "struck" is said.

    Call it when the session's log has lost the words already: whoever is making an index meanwhile either
    reads the new log, or writes into a file that has gone. A session that lies in no home is in no index.
    Raises StoreTrouble where the file cannot be removed.
    """
    home = home_of(folder)
    if home is None:
        return
    path = index_of(home)
    if os.path.lexists(path) and may_hold(path, place_of(folder)):
        remove(path)


def remove(path: Path) -> None:
    """Remove an index and whatever lies beside it. Raises StoreTrouble."""
    for name in (path.name, *(path.name + end for end in BESIDE)):
        each = path.with_name(name)
        try:
            each.unlink(missing_ok=True)
        except OSError as error:
            raise StoreTrouble.from_error(error, each) from error


def may_hold(path: Path, place: str) -> bool:
    """Whether words of this session can be in the index; every doubt is a yes.

    A session that was ever read into a finished index has its row there, for as long as its words are in it.
    """
    try:
        # Imported here: a meeting in which nothing is struck has no need of it.
        import sqlite3

        known = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=0)
        try:
            if known.execute("PRAGMA user_version").fetchone()[0] == UNFINISHED:
                return True
            return known.execute("SELECT 1 FROM meetings WHERE place = ?", (place,)).fetchone() is not None
        finally:
            known.close()
    except (ImportError, sqlite3.Error):
        return True
