"""The event log on disk, `events.jsonl`: how it is read (`reading`), appended to and rewritten.

A call to `LogWriter.append` that returns has put its events on the disk. One that raises has put none of
them into the log: what was written in part is cut off again, at once or before the next try.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType

from facilitator.store.atomic import PRIVATE_FILE, set_mode, sweep, sync, sync_folder, write_all, write_whole
from facilitator.store.lines import seal
from facilitator.store.places import EVENTS, OPENING
from facilitator.store.reading import LogReading, LogUnreadable, read_log, write_opening
from facilitator.store.trouble import StoreTrouble, shown
from facilitator.words.language import gettext as _

__all__ = ["LogReading", "LogUnreadable", "LogWriter", "StoreTrouble", "read_log", "rewrite", "write_opening"]

_OPEN = os.O_RDWR | os.O_APPEND
for _flag in ("O_CLOEXEC", "O_NOFOLLOW", "O_BINARY"):
    _OPEN |= getattr(os, _flag, 0)
_REMEMBERED = 4096


class LogWriter:
    """Appends events to the log of one session. For one thread, while the session's lock is held.

    Opening it makes the log fit to be written: leftovers of a killed run go, the torn tail is cut, a missing
    last newline is added, a lost first line is put back from `opening.json`. A file that does not exist is
    made, 0600. The torn tail is not kept elsewhere: it was never said to be kept, the draft still holds its
    line, and a copy could outlive a strike. `reading` spares reading the file twice. Raises StoreTrouble.
    """

    def __init__(self, folder: Path, reading: LogReading | None = None) -> None:
        self.path = folder / EVENTS
        self._fd: int | None = None
        self._length = 0
        self._end = b""
        self._torn = False
        sweep(folder)
        if reading is None and not self._is_new(folder):
            reading = read_log(folder)
        try:
            if reading is None:
                self._make(folder)
            elif reading.opening is not None:
                self._put_back_opening(reading)
            else:
                self._mend_end(reading)
        except StoreTrouble:
            self.close()
            raise
        except OSError as error:
            self.close()
            raise StoreTrouble.from_error(error, self.path) from error

    def append(self, lines: list[bytes]) -> None:
        """Add lines, sealed ones, and return when they are on the disk.

        Raises StoreTrouble, after which the same call may be made again if it is `retryable`; the log is then
        opened anew, and only if it is still the log that was left.
        """
        if not lines:
            return
        data = _joined(lines)
        try:
            if self._fd is None or self._torn:
                self.close()
                self._fd = self._open_again()
            fd = self._fd
            if os.fstat(fd).st_size != self._length:
                raise self._changed()
            self._torn = True
            write_all(fd, data)
            sync(fd)
            self._check_still_there(fd)
        except StoreTrouble:
            self._let_go()
            raise
        except OSError as error:
            self._let_go()
            raise StoreTrouble.from_error(error, self.path) from error
        self._torn = False
        self._advance(data)

    def rewrite(self, lines: Iterable[bytes]) -> None:
        """Replace the whole log at once (strike, compaction): lines set aside and damage do not come along.

        The caller gives every sealed line that stays, the opening first. Raises StoreTrouble; the log is then
        the old one or, where only the last step failed, the new one, and the same call may be made again.
        """
        data = _joined(lines)
        # Windows cannot replace a file that is open.
        self.close()
        try:
            write_whole(self.path, data)
        except StoreTrouble:
            if self._holds(data):
                self._become(data)
            raise
        self._become(data)
        try:
            self._fd = self._open_again()
        except OSError as error:
            raise StoreTrouble.from_error(error, self.path) from error

    def close(self) -> None:
        """Let go of the file. What was appended is on the disk already; a later append opens it again."""
        if self._fd is not None:
            fd, self._fd = self._fd, None
            os.close(fd)

    def __enter__(self) -> LogWriter:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _is_new(self, folder: Path) -> bool:
        try:
            return self.path.stat().st_size == 0 and not (folder / OPENING).exists()
        except FileNotFoundError:
            return not (folder / OPENING).exists()
        except OSError as error:
            raise StoreTrouble.from_error(error, self.path) from error

    def _make(self, folder: Path) -> None:
        self._fd = os.open(self.path, _OPEN | os.O_CREAT, PRIVATE_FILE)
        set_mode(self._fd, PRIVATE_FILE)
        sync_folder(folder)

    def _put_back_opening(self, reading: LogReading) -> None:
        """Write the log anew with its opening first; the other lines stay as they are, damaged ones too."""
        data = self.path.read_bytes() if self.path.exists() else b""
        others = data[: reading.good].split(b"\n")[1:]
        first = [reading.opening or b"", *(payload for number, payload in reading.payloads if number == 1)]
        text = (b"".join(map(seal, first)) + b"\n".join(others)).removesuffix(b"\n") + b"\n"
        write_whole(self.path, text)
        self._become(text)
        self._fd = self._open_again()

    def _mend_end(self, reading: LogReading) -> None:
        self._fd = os.open(self.path, _OPEN)
        if os.fstat(self._fd).st_size != reading.size:
            raise self._changed()
        if reading.size > reading.good:
            os.ftruncate(self._fd, reading.good)
        if not reading.ends_whole:
            write_all(self._fd, b"\n")
        if reading.size > reading.good or not reading.ends_whole:
            sync(self._fd)
        self._length = reading.good + (not reading.ends_whole)
        remembered = min(self._length, _REMEMBERED)
        self._end = _read_at(self._fd, self._length - remembered, remembered)

    def _advance(self, data: bytes) -> None:
        """Remember how long the log is and how it ends, to know it again."""
        self._length += len(data)
        self._end = (self._end + data)[-_REMEMBERED:]

    def _become(self, data: bytes) -> None:
        self._torn, self._length, self._end = False, 0, b""
        self._advance(data)

    def _holds(self, data: bytes) -> bool:
        try:
            return self.path.read_bytes() == data
        except OSError:
            return False

    def _open_again(self) -> int:
        """Open the log by its name and cut it back to what was kept. Raises OSError, StoreTrouble."""
        fd = os.open(self.path, _OPEN)
        try:
            size = os.fstat(fd).st_size
            known = size == self._length or (self._torn and size > self._length)
            if not known or _read_at(fd, self._length - len(self._end), len(self._end)) != self._end:
                raise self._changed()
            if size > self._length:
                os.ftruncate(fd, self._length)
            self._torn = False
        except BaseException:
            os.close(fd)
            raise
        return fd

    def _let_go(self) -> None:
        """After trouble: cut off what was written in part, if that can be done now, and close.

        After a failed fsync the system may hold lost pages for clean ones, so the next try writes the same
        bytes again rather than only syncing again.
        """
        with contextlib.suppress(OSError):
            if self._fd is not None and self._torn:
                os.ftruncate(self._fd, self._length)
                self._torn = os.fstat(self._fd).st_size != self._length
        with contextlib.suppress(OSError):
            self.close()

    def _check_still_there(self, fd: int) -> None:
        """A file that was removed or replaced still takes what is written, and nobody would ever find it."""
        if os.name == "nt":  # an open file cannot be removed there
            return
        if not os.path.samestat(os.stat(self.path), os.fstat(fd)):
            raise self._changed()

    def _changed(self) -> StoreTrouble:
        return StoreTrouble(
            _(
                "{path} was changed or replaced by another program, so nothing more is written to it. "
                "Choose another folder."
            ).format(path=shown(self.path)),
            retryable=False,
        )


def rewrite(folder: Path, lines: Iterable[bytes]) -> None:
    """Replace the log of a session that no `LogWriter` has open. Raises StoreTrouble."""
    write_whole(folder / EVENTS, _joined(lines))


def _joined(lines: Iterable[bytes]) -> bytes:
    whole = list(lines)
    for line in whole:
        # A line that was not sealed would be set aside as damaged when it is read.
        if line[-2:] != b"}\n" or b',"crc":' not in line[-20:]:
            raise ValueError("only sealed lines go into the log")
    return b"".join(whole)


def _read_at(fd: int, position: int, length: int) -> bytes:
    os.lseek(fd, position, os.SEEK_SET)
    parts = []
    while length > 0 and (part := os.read(fd, length)):
        parts.append(part)
        length -= len(part)
    return b"".join(parts)
