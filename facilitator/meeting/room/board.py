"""What the running meeting writes for the room, and when that is news."""

from __future__ import annotations

import contextlib
from pathlib import Path

from facilitator.meeting.room.make import room_of
from facilitator.meeting.room.model import ROOM, Anchor, Shown, to_json
from facilitator.session.state import State


class Board:
    """Remembers what the room was shown last, so that a captured line costs the disk nothing here."""

    def __init__(self) -> None:
        self._last: Shown | None = None

    def news(self, state: State, anchor: Anchor) -> bytes | None:
        """The new content of `room.json`; None where what is shown is still right."""
        room, last = room_of(state), self._last
        if last is not None and last.room == room and last.anchor.agrees(anchor):
            return None
        self._last = Shown(room=room, anchor=anchor)
        return to_json(self._last)


def take_down(folder: Path) -> None:
    """Nobody has the session open any more: what was for the room leaves the folder."""
    # Where it cannot be removed, the lock is no longer touched, and watchers see that.
    with contextlib.suppress(OSError):
        (folder / ROOM).unlink(missing_ok=True)
