"""The shipped agendas, and finding an agenda by its name or its path."""

from __future__ import annotations

import unicodedata
from functools import cache
from pathlib import Path

from msgspec import Struct

from facilitator.agenda.fit import TRIMMED, fit, size_advice
from facilitator.agenda.folder import agendas_folder
from facilitator.agenda.model import Agenda, Group
from facilitator.agenda.problem import UnknownAgendaError
from facilitator.agenda.read import parse_agenda, read_agenda
from facilitator.agenda.values import nearest
from facilitator.words.language import gettext as _
from facilitator.words.visible import quoted

USUAL = "intervision"
"""The agenda of a meeting for which none is named (contract 3)."""

_ENDING = ".toml"
_ALIKE = 0.5


class Shipped(Struct, frozen=True, kw_only=True):
    """A shipped agenda in a list: what to type for it, and what it is."""

    name: str
    title: str
    minutes: float | None
    group: Group
    purpose: str
    when: str = ""


def shipped() -> list[Shipped]:
    """The agendas that come with the program, by name."""
    return [_about(agenda) for agenda in map(_read_shipped, shipped_names())]


def matching(
    people: int | None = None, minutes: float | None = None, purpose: str | None = None
) -> list[Shipped]:
    """The shipped agendas for so many people, that fit into so many minutes, with these words about them.

    Without `people` the time is looked at for the group an agenda is best for. An agenda fits where no stage
    has to give up more than is trimmed before an optional one goes. Every word of `purpose` (without accents
    and case) is found in its name, its title, or in what it is for and when to use it.
    """
    agendas = [_read_shipped(name) for name in shipped_names()]
    return [
        _about(agenda)
        for agenda in agendas
        if (people is None or not size_advice(agenda, people))
        and (minutes is None or _fits(agenda, people or 0, minutes))
        and (purpose is None or _speaks_of(agenda, purpose))
    ]


def _about(agenda: Agenda) -> Shipped:
    return Shipped(
        name=agenda.name,
        title=agenda.title,
        minutes=agenda.minutes,
        group=agenda.group,
        purpose=agenda.purpose,
        when=agenda.when,
    )


def _fits(agenda: Agenda, people: int, minutes: float) -> bool:
    fitted = fit(agenda, people, max(people - 1, 0), minutes * 60)
    trimmed = all(one.after >= TRIMMED * one.before - 1 for one in fitted.changes if one.after)
    return not fitted.short and trimmed


def _speaks_of(agenda: Agenda, words: str) -> bool:
    said = _folded(" ".join((agenda.name, agenda.title, agenda.purpose, agenda.when)))
    return all(word in said for word in _folded(words).split())


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).casefold()
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


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
    path = file_named(name_or_path)
    if path is None:
        wanted = Path(name_or_path).stem or name_or_path
        near = nearest(wanted, by_fold.values(), cutoff=_ALIKE)
        if near:
            sentence = _("There is no agenda and no file called “{name}”; the nearest agenda is “{near}”.")
        else:
            near = USUAL
            sentence = _(
                "There is no agenda and no file called “{name}”. The usual one is “{near}”; "
                "facilitator agenda list names them all."
            )
        raise UnknownAgendaError(sentence.format(name=quoted(name_or_path), near=near))
    return read_agenda(path)


def file_named(name: str) -> Path | None:
    """The file that a person means by this path, with or without `.toml`; None where there is none."""
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


@cache
def _read_shipped(name: str) -> Agenda:
    return parse_agenda(_files()[name].read_bytes(), name + _ENDING)
