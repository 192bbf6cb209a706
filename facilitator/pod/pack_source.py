"""The files of a programme's pack, out of a folder or a zip file. What is in it is not trusted.

Only names that a pack may have are read; nothing is unpacked to disk here.
"""

from __future__ import annotations

import os
import re
import stat
import zlib
from pathlib import Path
from zipfile import BadZipFile, ZipFile, ZipInfo

from msgspec import Struct

from facilitator.agenda.located import LARGEST
from facilitator.store.trouble import StoreError, StoreTrouble, shown
from facilitator.words.language import gettext as _

MOST = 300
"""Files that are taken from a pack at most; a folder or a zip file with far more is something else."""

_MOST_NAMES = 5000
_WANTED = re.compile(r"(agendas(/banks)?|decks)/[^/]+\.toml|(topics|practices|contacts)\.toml")
_JUNK = re.compile(r"(^|/)(\.[^/]*|__MACOSX|Thumbs\.db|desktop\.ini)(/|$)")


class PackError(StoreError):
    """A pack that is not added. The sentence says why and what to do."""


class PackFiles(Struct, frozen=True):
    """What a pack holds: bytes by path inside it, and the paths that are not taken."""

    name: str
    """What messages call the pack."""
    files: dict[str, bytes]
    left: tuple[str, ...] = ()


def read_pack(path: Path) -> PackFiles:
    """The files of the pack at `path`, which is a folder or a zip file.

    Raises PackError where it is neither, is not safe, or holds nothing to add; StoreTrouble for the disk.
    """
    try:
        mode = path.stat().st_mode
    except OSError as error:
        raise StoreTrouble.from_error(error, path) from error
    found = _folder(path) if stat.S_ISDIR(mode) else _zip(path)
    if not found.files:
        raise PackError(
            _(
                "Nothing in {pack} can be added. A pack has agendas/, decks/, topics.toml, practices.toml "
                "or contacts.toml in it."
            ).format(pack=found.name)
        )
    if len(found.files) > MOST:
        raise PackError(
            _("{pack} has more than {most} files to add. Is it the right one?").format(
                pack=found.name, most=MOST
            )
        )
    return found


def _folder(path: Path) -> PackFiles:
    pack = shown(path)
    names: list[str] = []
    for folder, folders, files in os.walk(path):
        inside = Path(folder).relative_to(path)
        # os.walk does not go into a folder that is a link; it is told of as a file would be.
        links = [one for one in folders if (Path(folder) / one).is_symlink()]
        folders[:] = sorted(one for one in folders if not one.startswith("."))
        names += [(inside / one).as_posix() for one in sorted([*files, *links])]
        _not_too_many(len(names), pack)
    taken: dict[str, bytes] = {}
    left = []
    for name in names:
        if _JUNK.search(name):
            continue
        file = path / name
        if not _WANTED.fullmatch(name):
            left.append(name)
        elif file.is_symlink() or not file.is_file():
            raise _link(pack, name)
        else:
            taken[name] = _read_file(file, pack, name)
    return PackFiles(pack, taken, tuple(left))


def _read_file(file: Path, pack: str, name: str) -> bytes:
    try:
        with open(file, "rb") as stream:
            return _not_too_large(stream.read(LARGEST + 1), pack, name)
    except OSError as error:
        raise StoreTrouble.from_error(error, file) from error


def _zip(path: Path) -> PackFiles:
    pack = shown(path)
    try:
        with ZipFile(path) as archive:
            return _out_of(archive, pack)
    except (BadZipFile, zlib.error, EOFError, NotImplementedError, UnicodeDecodeError) as error:
        raise PackError(
            _("{pack} is neither a folder nor a zip file that can be read. Ask for it again.").format(
                pack=pack
            )
        ) from error
    except OSError as error:
        raise StoreTrouble.from_error(error, path) from error


def _out_of(archive: ZipFile, pack: str) -> PackFiles:
    entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    _not_too_many(len(entries), pack)
    for entry in entries:
        _safe(entry, pack)
    entries = [entry for entry in entries if not _JUNK.search(entry.filename)]
    top = _one_folder([entry.filename for entry in entries])
    files: dict[str, bytes] = {}
    left = []
    for entry in entries:
        name = entry.filename.removeprefix(top)
        if not _WANTED.fullmatch(name):
            left.append(name)
            continue
        if name in files:
            raise PackError(
                _("{pack} holds {name} twice. Ask for it again.").format(pack=pack, name=shown(name))
            )
        # The size in the directory of a zip file is only what it claims.
        with archive.open(entry) as stream:
            files[name] = _not_too_large(stream.read(LARGEST + 1), pack, name)
    return PackFiles(pack, files, tuple(left))


def _safe(entry: ZipInfo, pack: str) -> None:
    """Refuse names that would lead out of the folder, links, and what needs a password."""
    name = entry.orig_filename
    parts = name.replace("\\", "/").split("/")
    if name.startswith(("/", "\\")) or ".." in parts or ":" in parts[0] or "\\" in name or "\0" in name:
        raise PackError(
            _(
                "{pack} holds a file that would lie outside of it ({name}), so nothing is taken from it."
            ).format(pack=pack, name=shown(name))
        )
    if stat.S_ISLNK(entry.external_attr >> 16):
        raise _link(pack, name)
    if entry.flag_bits & 1:
        raise PackError(_("{pack} needs a password. Ask for it without one.").format(pack=pack))


def _one_folder(names: list[str]) -> str:
    """The one folder that everything lies in, where a zip file was made of a whole folder; else nothing."""
    tops = {name.partition("/")[0] for name in names}
    if len(tops) != 1 or any(_WANTED.fullmatch(name) for name in names):
        return ""
    return f"{tops.pop()}/" if all("/" in name for name in names) else ""


def _not_too_many(count: int, pack: str) -> None:
    if count > _MOST_NAMES:
        raise PackError(_("{pack} holds thousands of files. Is it the right one?").format(pack=pack))


def _not_too_large(data: bytes, pack: str, name: str) -> bytes:
    if len(data) > LARGEST:
        raise PackError(
            _("{name} in {pack} is larger than {most} kB, which is too large for its kind.").format(
                name=shown(name), pack=pack, most=LARGEST // 1024
            )
        )
    return data


def _link(pack: str, name: str) -> PackError:
    return PackError(
        _("{name} in {pack} is a link. A pack holds plain files only.").format(name=shown(name), pack=pack)
    )
