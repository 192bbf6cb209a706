"""What can go wrong with files, as errors that carry one or two sentences for people.

No sentence ever holds what somebody typed into a session: only file names, line numbers and what to do.
"""

from __future__ import annotations

import errno
from pathlib import Path

from facilitator.words.language import gettext as _
from facilitator.words.visible import visible

_GONE = {
    getattr(errno, name) for name in ("ENOENT", "ESTALE", "ENODEV", "ENXIO", "EBADF") if hasattr(errno, name)
}
_FULL = {getattr(errno, name) for name in ("ENOSPC", "EDQUOT") if hasattr(errno, name)}
_NEVER = {errno.EEXIST, errno.EISDIR, errno.ENOTDIR, errno.ENAMETOOLONG, errno.ELOOP}


class StoreError(Exception):
    """The parent of all errors of the store. `sentence` is what a person reads."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class PlaceError(StoreError):
    """A place that was named cannot be used: no such session, a file in the way, no home."""


class AlreadyOpen(StoreError):  # noqa: N818 - it names the situation, as the sentence does
    """Another window holds this session."""


class StoreTrouble(StoreError, OSError):  # noqa: N818 - it names the situation, as the sentence does
    """The disk did not do what was asked. `retryable`: the very same call may succeed later.

    It is an OSError too, so that code which only has to survive a disk needs to know no more.
    """

    def __init__(self, sentence: str, retryable: bool = True) -> None:
        super().__init__(sentence)
        self.retryable = retryable

    @classmethod
    def from_error(cls, error: OSError, where: Path) -> StoreTrouble:
        """The trouble that an `OSError` at `where` amounts to; a trouble stays itself."""
        if isinstance(error, StoreTrouble):
            return error
        trouble = StoreTrouble(_sentence(error, shown(where)), retryable=error.errno not in _NEVER)
        trouble.errno = error.errno
        return trouble


def shown(path: Path | str) -> str:
    """A path for a sentence: names come from people, so control characters become pictures."""
    return visible(str(path))


def _sentence(error: OSError, where: str) -> str:
    number = error.errno
    if number in _FULL:
        return _("The disk is full, so {where} could not be written. Free some space.").format(where=where)
    if number == errno.EROFS:
        return _(
            "The disk that holds {where} can only be read. Make it writable, or choose another folder."
        ).format(where=where)
    if number in (errno.EACCES, errno.EPERM):
        return _("Permission for {where} was denied. Check who owns it, or choose another folder.").format(
            where=where
        )
    if number in _GONE:
        return _(
            "{where} is not there. If its disk was removed, connect it again, or choose another folder."
        ).format(where=where)
    if number == errno.EIO:
        return _(
            "The disk that holds {where} reports an error. Choose another folder, and have the disk checked."
        ).format(where=where)
    if number == errno.EFBIG:
        return _("{where} may not grow further on this disk. Choose another folder.").format(where=where)
    if number == errno.EISDIR:
        return _("{where} is a folder, and a file is needed there. Choose another name.").format(where=where)
    if number == errno.EEXIST:
        return _("{where} exists already and is something else. Choose another folder.").format(where=where)
    if number == errno.ENOTDIR:
        return _("A part of {where} is a file and not a folder. Choose another folder.").format(where=where)
    if number == errno.ENAMETOOLONG:
        return _("The name {where} is too long. Choose a shorter one.").format(where=where)
    if number == errno.ELOOP:
        return _("{where} is a link, and a plain file is needed there. Remove the link.").format(where=where)
    reason = error.strerror or type(error).__name__
    return _("{where} could not be used: {reason}. Try again, or choose another folder.").format(
        where=where, reason=reason
    )
