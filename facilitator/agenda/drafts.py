"""The file behind an agenda that is being edited: reading it, saving it, keeping what is not saved yet."""

from __future__ import annotations

import contextlib
import hashlib
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from facilitator.agenda.banks import Banks
from facilitator.agenda.edit.lines import NotEditableError
from facilitator.agenda.editing import Editing, begin
from facilitator.agenda.located import LARGEST, table_of
from facilitator.agenda.own import Source, banks_for, folder, path_for
from facilitator.agenda.problem import AgendaError
from facilitator.store.atomic import write_out, write_whole
from facilitator.store.places import make_home, make_private
from facilitator.store.trouble import StoreError, StoreTrouble, shown
from facilitator.store.whole import read_whole
from facilitator.words.language import gettext as _

UNSAVED = ".unsaved"
"""The folder, beside own agendas, of what was not saved; its name keeps it out of every list."""

_BOM = b"\xef\xbb\xbf"


class ChangedElsewhere(StoreError):  # noqa: N818 - it names the situation, as the sentence does
    """The file is not any more what it was when it was opened."""


class AgendaFile(Struct, frozen=True, kw_only=True):
    """An agenda file as it was opened."""

    name: str
    path: Path
    """Where saving puts it."""
    data: bytes
    """What was read."""
    draft: str
    """What was not saved last time; empty where there is nothing."""
    draft_path: Path
    copies: bool
    """It was read from a shipped agenda, and saving makes an own one."""
    own: bool
    """It lies, or will lie, in the home folder."""

    @property
    def text(self) -> str:
        """What was read, as text."""
        return self.data.decode("utf-8-sig")

    @property
    def banks(self) -> Banks:
        """The question banks that it may name."""
        return banks_for(self.path)


def open_file(home: Path, source: Source) -> AgendaFile:
    """Read an agenda to be edited. Raises AgendaError, with its place, where it is no TOML; StoreTrouble."""
    copies = source.shipped and not source.own
    path = path_for(home, source.name) if copies else source.path
    data = _read(source.path)
    if data is None:
        raise StoreTrouble.from_error(FileNotFoundError(2, "gone"), source.path)
    table_of(data, str(source.path))
    mark = hashlib.sha256(str(path.absolute()).encode("utf-8", "surrogateescape")).hexdigest()[:8]
    draft_path = folder(home) / UNSAVED / f"{source.name}-{mark}.toml"
    return AgendaFile(
        name=source.name,
        path=path,
        data=data,
        draft=_draft(draft_path),
        draft_path=draft_path,
        copies=copies,
        own=copies or source.own,
    )


def editing_of(file: AgendaFile) -> Editing:
    """The file as it is to be edited, with what was not saved last time.

    Raises AgendaError or NotEditableError where the file itself cannot be edited here.
    """
    try:
        return begin(file.name, file.text, draft=file.draft, banks=file.banks)
    except (AgendaError, NotEditableError):
        # A draft that makes no sense must not keep anybody from the file.
        return begin(file.name, file.text, banks=file.banks)


def save(home: Path, file: AgendaFile, text: str, *, force: bool = False) -> AgendaFile:
    """Put a text in the place of the file; returns the file as it is then.

    Raises ChangedElsewhere, unless `force`, where the file is not any more what was read; StoreError where
    the disk fails: the draft is kept then.
    """
    there = _read(file.path)
    expected = None if file.copies else file.data
    if not force and there != expected:
        sentence = _("{path} was changed outside of this screen.")
        raise ChangedElsewhere(sentence.format(path=shown(file.path.name)))
    data = (_BOM if file.data.startswith(_BOM) else b"") + text.encode("utf-8")
    if file.own:
        make_home(home)
        make_private(folder(home))
        write_whole(file.path, data)
    else:
        write_out(file.path, data, force=True)
    drop_draft(file)
    return replace(file, data=data, draft="", copies=False)


def keep_draft(home: Path, file: AgendaFile, text: str) -> None:
    """Keep what is not saved yet. Raises StoreError."""
    make_home(home)
    make_private(folder(home))
    make_private(file.draft_path.parent)
    write_whole(file.draft_path, text.encode("utf-8"))


def drop_draft(file: AgendaFile) -> None:
    """Forget what was not saved, because it is saved now or not wanted."""
    # One that cannot be removed is offered again, which is no harm.
    with contextlib.suppress(OSError):
        file.draft_path.unlink(missing_ok=True)


def _draft(path: Path) -> str:
    try:
        data = _read(path)
        return data.decode("utf-8") if data else ""
    except (StoreError, UnicodeDecodeError):
        return ""


def _read(path: Path) -> bytes | None:
    return read_whole(path, LARGEST + 1)
