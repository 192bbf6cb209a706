"""Short ways to search in tests: words in, the words of the lines out."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

from meeting_room import Room, kept, note

from facilitator.search.finder import Answer, Finder
from facilitator.search.wish import Wish, is_begun, phrases_of
from facilitator.store.search_file import INDEX


def wish(text: str = "", **more: Any) -> Wish:
    return Wish(phrases=phrases_of(text), **more)


def answer(home: Path, text: str = "", *, typing: bool = False, **more: Any) -> Answer:
    """What a search of its own finds; `typing`: the last word may go on."""
    finder = Finder(home)
    try:
        return finder.find(wish(text, begun=typing and is_begun(text), **more))
    finally:
        finder.close()


def found(home: Path, text: str = "", **more: Any) -> list[str]:
    """The words of the lines that are found, in their order."""
    return [hit.note.text for hit in answer(home, text, **more).hits]


def held(room: Room, *texts: str, **wanted: Any) -> Path:
    """A meeting in which these lines were written, left open; its folder. The next one is a day later."""
    meeting = room.opened(**wanted)
    kept(meeting, *map(note, texts))
    room.leave(meeting)
    room.clock.on(86_400)
    return meeting.folder


def index_bytes(room: Room) -> bytes:
    path = room.home / INDEX
    return path.read_bytes() if path.exists() else b""


def sql(room: Room, statement: str) -> list[Any]:
    """Ask the index file itself."""
    connection = sqlite3.connect(room.home / INDEX)
    try:
        rows = connection.execute(statement).fetchall()
        connection.commit()
        return rows
    finally:
        connection.close()
