"""Looking at the room from another program: its file and the time of the lock's last touch, nothing else.

No lock is taken and the log is not opened, so watching can neither delay the meeting nor learn more of it.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Literal

from msgspec import Struct

from facilitator.meeting.clock import Clock
from facilitator.meeting.room.model import ROOM, Anchor, Room, Shown, Unread, from_json
from facilitator.store.lock import SessionLock
from facilitator.store.machine import away_seconds, same_boot
from facilitator.store.trouble import StoreError

GONE_AFTER = 15.0
"""Seconds without a touch of the lock (one is due every 5) after which the chair's program counts as gone."""

ELSEWHERE_EVERY = 2.0
"""Seconds between two looks for another meeting while this one is not running."""

Standing = Literal["here", "none", "left", "gone", "over", "unread"]
"""Running or to begin · not open · left in good order · no sign of life · closed · not readable."""


class Seen(Struct, frozen=True, kw_only=True):
    """One look at the room: how it stands, what is known of it, and the session's `t` now (seconds)."""

    standing: Standing
    room: Room | None = None
    t: float = 0.0
    why: str = ""
    """A sentence, where it cannot be read."""
    open: bool = False
    """A program has the session open."""


class Watch:
    """Watches one session folder; `elsewhere` may name another one whenever this one does not run."""

    def __init__(self, folder: Path, clock: Clock, elsewhere: Callable[[], Path] | None = None) -> None:
        self.folder = folder
        self._clock = clock
        self._elsewhere = elsewhere
        self._looked_elsewhere = clock.seconds()
        self._stamp: tuple[int, int, int] | None = None
        self._shown: Shown | None = None
        self._why = ""

    def look(self) -> Seen:
        """How the room stands now. Costs one or two looks at file times, and a short read after a change."""
        seen = self._look()
        now = self._clock.seconds()
        if self._elsewhere is None or seen.standing == "here":
            return seen
        if now - self._looked_elsewhere < ELSEWHERE_EVERY:
            return seen
        self._looked_elsewhere = now
        try:
            folder = self._elsewhere()
        except StoreError:
            # The folders cannot be listed now; this meeting is still the one to watch.
            return seen
        if folder == self.folder:
            return seen
        self.folder, self._stamp, self._shown = folder, None, None
        return self._look()

    def _look(self) -> Seen:
        there = self._read()
        room = self._shown.room if self._shown is not None else None
        over = room is not None and room.phase == "closed"
        if not there:
            return Seen(standing="over" if over else "left" if room else "none", room=room)
        if not self._is_open():
            return Seen(standing="over" if over else "gone", room=room)
        if self._shown is None or room is None:
            return Seen(standing="unread", why=self._why, open=True)
        t = session_time(self._shown.anchor, self._clock)
        return Seen(standing="over" if over else "here", room=room, t=t, open=True)

    def _read(self) -> bool:
        """Read the file where it is another than before; whether it is there."""
        path = self.folder / ROOM
        try:
            found = path.stat()
            stamp = (found.st_mtime_ns, found.st_ino, found.st_size)
            if stamp == self._stamp:
                return True
            data = path.read_bytes()
        except FileNotFoundError:
            self._stamp = None
            return False
        except OSError as error:
            self._stamp, self._shown, self._why = None, None, error.strerror or type(error).__name__
            return True
        try:
            self._shown, self._why = from_json(data), ""
        except Unread as unread:
            self._shown, self._why = None, str(unread)
        self._stamp = stamp
        return True

    def _is_open(self) -> bool:
        clock = self._clock
        seen = SessionLock(self.folder).last_seen()
        if seen is None:
            return False
        away = away_seconds(seen, clock.wall().timestamp(), clock.seconds(), clock.boot())
        return away < GONE_AFTER


def session_time(anchor: Anchor, clock: Clock) -> float:
    """The session's `t` now (seconds): by the machine's clock within one boot, else by the wall."""
    if same_boot(anchor.boot, clock.boot()):
        gone = clock.seconds() - anchor.clock
    else:
        gone = clock.wall().timestamp() - anchor.wall
    return anchor.t + max(gone, 0.0) * anchor.speed


def newest_room(home: Path) -> Path | None:
    """The session folder in this home that was last seen open, with something for the room; None: none is."""
    found = [path.parent for path in home.glob(f"*/*/{ROOM}")]
    return max(found, key=_touched, default=None)


def _touched(folder: Path) -> float:
    seen = SessionLock(folder).last_seen()
    return seen.wall if seen is not None else 0.0
