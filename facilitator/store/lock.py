"""Who has a session open: the file `lock`, held by a library lock and touched while it is held.

Its text is the boot and the machine clock of the last touch, and `over` where the session was closed then;
its modification time is the wall clock of it. A holder that was killed leaves both behind, and the lock
itself is free again.
"""

from __future__ import annotations

import contextlib
import math
import os
from pathlib import Path
from typing import TYPE_CHECKING

from facilitator.store.atomic import PRIVATE_FILE, set_mode, write_all
from facilitator.store.machine import LastSeen
from facilitator.store.places import LOCK
from facilitator.store.trouble import AlreadyOpen, StoreTrouble, shown
from facilitator.words.language import gettext as _

if TYPE_CHECKING:
    from filelock import BaseFileLock

# One write of one size over the old text: a reader, or a kill, finds the old or the new.
_ROOM = 160
_NO_BOOT = "-"
_OVER = "over"
_OPEN = os.O_RDWR | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)


class SessionLock:
    """The lock of one session folder."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / LOCK
        self._held: BaseFileLock | None = None
        self._text_is_ours = True

    def last_seen(self) -> LastSeen | None:
        """When the last holder was last seen, or None if there was none. Ask before `acquire`."""
        try:
            with open(self.path, "rb") as stream:
                wall = os.fstat(stream.fileno()).st_mtime
                text = stream.read(_ROOM)
        except FileNotFoundError:
            return None
        except OSError:
            # Windows shows nobody the text of a lock that is held; the time of the touch is enough then.
            return self._by_time_alone()
        boot, clock = _read(text)
        return LastSeen(wall, boot, clock, over=text.split()[2:] == [_OVER.encode()])

    def acquire(self) -> None:
        """Take the lock, without waiting. Raises AlreadyOpen if another window has it, else StoreTrouble."""
        if self._held is not None:
            return
        # Imported here because it takes a while, and a look at old sessions needs no lock.
        from filelock import FileLock, SoftFileLock, Timeout

        if not self.path.parent.is_dir():
            # The library would make the folder.
            raise StoreTrouble(_("{folder} is not there.").format(folder=shown(self.path.parent)))
        held = FileLock(self.path, mode=PRIVATE_FILE, thread_local=False)
        try:
            held.acquire(timeout=0)
        except Timeout:
            raise AlreadyOpen(
                _(
                    "This session is open in another window. Go on there, or leave it there with /leave "
                    "and try again."
                )
            ) from None
        except OSError as error:
            raise StoreTrouble.from_error(error, self.path) from error
        self._held = held
        # Where the file system knows no locks, the library turns to the file's own text.
        self._text_is_ours = not isinstance(held, SoftFileLock)

    def touch(self, boot: str, clock: float, *, over: bool = False) -> None:
        """Say that the session is open now. Raises StoreTrouble.

        `boot` is empty where the clock belongs to no boot (a rehearsal); then only the wall clock counts.
        `over`: the session is closed, which those who only watch learn from nothing else once it is left.
        """
        text = f"{boot or _NO_BOOT} {clock:.3f} {_OVER if over else ''}".ljust(_ROOM - 1)[: _ROOM - 1] + "\n"
        try:
            # Windows lets nobody write to a locked file, not even its holder by another handle.
            with contextlib.suppress(PermissionError):
                if self._text_is_ours:
                    self._write(text.encode("utf-8", "replace"))
            os.utime(self.path)
        except OSError as error:
            raise StoreTrouble.from_error(error, self.path) from error

    def release(self) -> None:
        """Give the lock back; the file stays, with when this was. Does nothing if it is not held."""
        if self._held is not None:
            held, self._held = self._held, None
            held.release()

    def _write(self, text: bytes) -> None:
        fd = os.open(self.path, _OPEN)
        try:
            set_mode(fd, PRIVATE_FILE)
            write_all(fd, text)
        finally:
            os.close(fd)

    def _by_time_alone(self) -> LastSeen | None:
        try:
            return LastSeen(self.path.stat().st_mtime)
        except OSError:
            return None


def _read(text: bytes) -> tuple[str, float]:
    words = text.decode("utf-8", "replace").split()
    try:
        boot, clock = words[0], float(words[1])
    except (IndexError, ValueError):
        return "", 0.0
    if boot == _NO_BOOT or not math.isfinite(clock):
        return "", 0.0
    return boot, clock
