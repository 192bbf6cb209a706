"""Files that are there whole or not at all: written beside, fsynced, renamed, and the folder fsynced."""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import stat
import sys
from collections.abc import Callable
from pathlib import Path

from facilitator.store.trouble import PlaceError, StoreTrouble, shown
from facilitator.words.language import gettext as _

PRIVATE_FILE = 0o600
_TEMP_START, _TEMP_END = ".facilitator-", ".tmp"
_CREATE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)


def sync(fd: int) -> None:
    """Return only when the data of this open file is on the disk. Raises OSError."""
    if sys.platform == "darwin":
        import fcntl

        # fsync on macOS leaves the data in the drive's own cache; some file systems know only fsync.
        try:
            fcntl.fcntl(fd, fcntl.F_FULLFSYNC)
        except OSError:
            os.fsync(fd)
        return
    getattr(os, "fdatasync", os.fsync)(fd)


def sync_folder(folder: Path) -> None:
    """Make names in `folder` durable where the platform can. Raises OSError."""
    if os.name == "nt":
        return
    fd = os.open(folder, os.O_RDONLY | getattr(os, "O_DIRECTORY", 0))
    try:
        os.fsync(fd)
    except OSError as error:
        # Some network and FUSE file systems know no fsync of a folder; they say so with these.
        if error.errno not in (errno.EINVAL, errno.ENOTSUP, errno.ENOSYS):
            raise
    finally:
        os.close(fd)


def write_all(fd: int, data: bytes) -> None:
    """Write every byte, also where the system takes only some at a time. Raises OSError."""
    rest = memoryview(data)
    while rest:
        taken = os.write(fd, rest)
        if taken == 0:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        rest = rest[taken:]


def set_mode(fd: int, mode: int) -> None:
    """Give an open file its mode whatever the umask; does nothing where files have no modes."""
    if hasattr(os, "fchmod") and os.name != "nt":
        os.fchmod(fd, mode)


def write_whole(path: Path, data: bytes, mode: int = PRIVATE_FILE, *, durable: bool = True) -> None:
    """Put `data` at `path`, replacing what is there. Raises StoreTrouble; the old file is then untouched.

    `durable=False` waits for no disk: for what means nothing after the machine stopped.
    """
    try:
        temp = _write_beside(path.parent, data, mode, exact=True, durable=durable)
        _finish(temp, lambda: os.replace(temp, path))
        if durable:
            sync_folder(path.parent)
    except OSError as error:
        raise StoreTrouble.from_error(error, path) from error


def write_out(path: Path, data: bytes, force: bool = False, *, durable: bool = True) -> None:
    """Write a file that a person asked for (`--to FILE`): it obeys the umask, and links are followed.

    An existing file is replaced only with `force`, and keeps its mode. Devices and pipes are written to.
    `durable=False` waits for no disk.
    Raises PlaceError where the place is wrong, StoreTrouble where the disk is.
    """
    try:
        there = _mode_of(path)
        if there is not None and stat.S_ISDIR(there):
            raise PlaceError(_("{path} is a folder. Name a file in it.").format(path=shown(path)))
        if there is not None and not stat.S_ISREG(there):
            with path.open("wb", buffering=0) as stream:
                write_all(stream.fileno(), data)
            return
        if there is not None and not force:
            raise _exists(path)
        # The file that a link points to is replaced, not the link.
        target = Path(os.path.realpath(path))
        if not target.parent.is_dir():
            raise PlaceError(
                _("There is no folder {folder}. Make it first, or name another place.").format(
                    folder=shown(target.parent)
                )
            )
        mode = 0o666 if there is None else stat.S_IMODE(there)
        temp = _write_beside(target.parent, data, mode, exact=there is not None, durable=durable)
        _finish(temp, lambda: os.replace(temp, target) if force else _place_new(temp, target))
        if durable:
            sync_folder(target.parent)
    except FileExistsError:
        raise _exists(path) from None
    except OSError as error:
        raise StoreTrouble.from_error(error, path) from error


def sweep(folder: Path) -> int:
    """Remove temporary files that a killed run left in `folder`; returns how many. Raises StoreTrouble."""
    removed = 0
    try:
        for entry in os.scandir(folder):
            if is_temporary(entry.name):
                os.unlink(entry.path)
                removed += 1
        if removed:
            sync_folder(folder)
    except OSError as error:
        raise StoreTrouble.from_error(error, folder) from error
    return removed


def is_temporary(name: str) -> bool:
    """Whether a file of that name is one of our own half-written ones."""
    return name.startswith(_TEMP_START) and name.endswith(_TEMP_END)


def _exists(path: Path) -> PlaceError:
    return PlaceError(
        _("{path} exists already. Add --force to replace it, or give another name.").format(path=shown(path))
    )


def _mode_of(path: Path) -> int | None:
    try:
        return path.stat().st_mode
    except FileNotFoundError:
        return None


def _write_beside(folder: Path, data: bytes, mode: int, *, exact: bool, durable: bool) -> Path:
    temp = folder / f"{_TEMP_START}{secrets.token_hex(8)}{_TEMP_END}"
    fd = os.open(temp, _CREATE, mode)
    try:
        try:
            if exact:
                set_mode(fd, mode)
            write_all(fd, data)
            if durable:
                sync(fd)
        finally:
            os.close(fd)
    except BaseException:
        _discard(temp)
        raise
    return temp


def _finish(temp: Path, place: Callable[[], None]) -> None:
    try:
        place()
    except BaseException:
        _discard(temp)
        raise


def _discard(temp: Path) -> None:
    # A file that cannot be removed now is removed by the next `sweep`; the first error is the one to tell.
    with contextlib.suppress(OSError):
        os.unlink(temp)


def _place_new(temp: Path, target: Path) -> None:
    """Rename, but never over a file that appeared meanwhile. Raises FileExistsError then."""
    try:
        os.link(temp, target)
    except FileExistsError:
        raise
    except (OSError, AttributeError):
        # No hard links here: reserve the name, then replace our own empty file.
        os.close(os.open(target, _CREATE, 0o666))
        os.replace(temp, target)
        return
    os.unlink(temp)
