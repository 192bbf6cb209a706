"""The shipped agendas, and finding an agenda by its name or its path."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from msgspec import Struct

from facilitator.agenda.folder import agendas_folder
from facilitator.agenda.model import Agenda, Group
from facilitator.agenda.problem import UnknownAgendaError
from facilitator.agenda.read import parse_agenda, read_agenda
from facilitator.agenda.values import nearest
from facilitator.words.language import gettext as _
from facilitator.words.visible import visible

_ENDING = ".toml"


class Shipped(Struct, frozen=True, kw_only=True):
    """A shipped agenda in a list: what to type for it, and what it is."""

    name: str
    title: str
    minutes: float | None
    group: Group
    purpose: str


def shipped() -> list[Shipped]:
    """The agendas that come with the program, by name."""
    return [
        Shipped(
            name=agenda.name,
            title=agenda.title,
            minutes=agenda.minutes,
            group=agenda.group,
            purpose=agenda.purpose,
        )
        for agenda in map(_read_shipped, shipped_names())
    ]


def shipped_names() -> list[str]:
    """What to type for each of them, sorted; the files are not read."""
    return sorted(_files())


def find(name_or_path: str) -> Agenda:
    """The shipped agenda of that name, else the one in that file (with or without `.toml`).

    Raises UnknownAgendaError where there is neither, and AgendaError where the file is no good agenda.
    """
    by_fold = {name.casefold(): name for name in _files()}
    name = by_fold.get(name_or_path.casefold())
    if name is not None:
        return _read_shipped(name)
    path = _file(name_or_path)
    if path is None:
        wanted = Path(name_or_path).stem or name_or_path
        near = nearest(wanted, by_fold.values(), cutoff=0.0) or next(iter(shipped_names()), "")
        sentence = _("There is no agenda and no file called “{name}”; the nearest agenda is “{near}”.")
        raise UnknownAgendaError(sentence.format(name=visible(name_or_path), near=near))
    return read_agenda(path)


def _file(name: str) -> Path | None:
    if not name.strip():
        return None
    for path in (Path(name), Path(name + _ENDING)):
        try:
            path = path.expanduser()
            if path.exists() and not path.is_dir():
                return path
        except (OSError, ValueError, RuntimeError):
            # A name that no file can have, or a folder that may not be looked into: there is no such file.
            continue
    return None


@cache
def _files() -> dict[str, Path]:
    """The shipped files by their stem."""
    return {file.stem: file for file in agendas_folder().glob("*" + _ENDING)}


def _read_shipped(name: str) -> Agenda:
    return parse_agenda(_files()[name].read_bytes(), name + _ENDING)
