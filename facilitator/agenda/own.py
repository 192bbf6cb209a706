"""A person's own agendas: files in the home folder, which stand before the shipped ones of the same name."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

from msgspec import Struct

from facilitator.agenda import library
from facilitator.agenda.banks import Banks
from facilitator.agenda.folder import agendas_folder
from facilitator.agenda.library import file_named
from facilitator.agenda.model import Agenda
from facilitator.agenda.problem import AgendaError, UnknownAgendaError
from facilitator.agenda.read import parse_agenda, read_agenda
from facilitator.agenda.values import nearest
from facilitator.store.atomic import write_whole
from facilitator.store.places import make_home, make_private
from facilitator.store.trouble import StoreTrouble
from facilitator.words.language import gettext as _
from facilitator.words.visible import quoted, visible

FOLDER = "agendas"
ENDING = ".toml"

_LONGEST = 60
_UNFIT = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f-\x9f]')
_DEVICES = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}


class NameTakenError(AgendaError):
    """There is an own agenda of that name already."""

    def __init__(self, name: str) -> None:
        sentence = _("You have an agenda called “{name}” already. Take another name, or change that one.")
        super().__init__((), sentence.format(name=visible(name)))


class BadNameError(AgendaError):
    """A name that no agenda can have."""

    def __init__(self, sentence: str) -> None:
        super().__init__((), sentence)


class Source(Struct, frozen=True, kw_only=True):
    """Where an agenda comes from."""

    name: str
    """What to type for it: the stem of its file."""
    path: Path
    own: bool
    """It lies in the home folder."""
    shipped: bool
    """It comes with the program."""


class Listed(Struct, frozen=True, kw_only=True):
    """An agenda in the list: the agenda, or the sentence why it cannot be used."""

    name: str
    own: bool
    shadows: bool
    """It stands in place of a shipped one of the same name."""
    agenda: Agenda | None = None
    trouble: str = ""


def folder(home: Path) -> Path:
    """Where own agendas lie; it may not be there yet."""
    return home / FOLDER


def own_files(home: Path) -> dict[str, Path]:
    """The own agendas by name, sorted. Raises StoreTrouble where the folder cannot be looked into."""
    try:
        files = [path for path in folder(home).iterdir() if path.name.endswith(ENDING)]
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise StoreTrouble.from_error(error, folder(home)) from error
    return {path.stem: path for path in sorted(files) if not path.name.startswith(".")}


def source(home: Path, word: str) -> Source:
    """Where the agenda lies that a person means: an own one, else a shipped one, else a file.

    The file is not read. Raises UnknownAgendaError that names the nearest.
    """
    own, shipped = own_files(home), library.shipped_names()
    key = word.casefold()
    by_fold = {name.casefold(): name for name in own}
    if key in by_fold:
        name = by_fold[key]
        return Source(name=name, path=own[name], own=True, shipped=name in shipped)
    for name in shipped:
        if name.casefold() == key:
            return Source(name=name, path=agendas_folder() / (name + ENDING), own=False, shipped=True)
    path = file_named(word)
    if path is None:
        wanted = Path(word).stem or word
        near = nearest(wanted, {*own, *shipped}, cutoff=0.0) or next(iter(shipped), "")
        sentence = _("There is no agenda and no file called “{name}”; the nearest agenda is “{near}”.")
        raise UnknownAgendaError(sentence.format(name=quoted(word), near=visible(near)))
    inside = _same_folder(path.parent, folder(home))
    return Source(name=path.stem, path=path, own=inside, shipped=inside and path.stem in shipped)


def find(home: Path, word: str) -> Agenda:
    """The agenda that a person means: an own one, else a shipped one, else the one in that file.

    An own one that is not good is never passed over: AgendaError says what is wrong with it.
    """
    found = source(home, word)
    return library.find(found.name) if found.shipped and not found.own else read_agenda(found.path)


def listed(home: Path) -> list[Listed]:
    """All agendas there are to choose from, own ones first, each by name."""
    own, shipped = own_files(home), library.shipped_names()
    rows = []
    for name, path in own.items():
        shadows = name in shipped
        try:
            rows.append(Listed(name=name, own=True, shadows=shadows, agenda=read_agenda(path)))
        except AgendaError as error:
            first = str(error).splitlines()[0]
            rows.append(Listed(name=name, own=True, shadows=shadows, trouble=first))
    for name in shipped:
        if name not in own:
            rows.append(Listed(name=name, own=False, shadows=False, agenda=library.find(name)))
    return rows


def shelf(home: Path) -> tuple[Agenda, ...]:
    """The agendas that a meeting can be held with, own ones first; those that are not good are left out."""
    return tuple(one.agenda for one in listed(home) if one.agenda is not None)


def fit_name(words: str) -> str:
    """The name of a file for what a person calls an agenda; spaces become hyphens. Raises BadNameError."""
    name = re.sub(r"\s+", "-", unicodedata.normalize("NFC", words).strip()).removesuffix(ENDING)
    if not name.strip(".-"):
        raise BadNameError(_("An agenda needs a name, such as our-evening."))
    if _UNFIT.search(name) or name.startswith((".", "-")) or name.endswith("."):
        sentence = _("“{name}” cannot be the name of a file. Use letters, digits and hyphens: our-evening.")
        raise BadNameError(sentence.format(name=visible(words.strip())))
    if name.split(".")[0].casefold() in _DEVICES:
        sentence = _("“{name}” has a meaning of its own on some machines. Take another name.")
        raise BadNameError(sentence.format(name=name))
    if len(name.encode("utf-8")) > _LONGEST:
        raise BadNameError(_("This name is too long. Take a shorter one, such as our-evening."))
    return name


def path_for(home: Path, name: str) -> Path:
    """Where an own agenda of that name lies, or would lie."""
    return folder(home) / (name + ENDING)


def keep(home: Path, name: str, data: bytes, *, replace: bool = False) -> Path:
    """Put an agenda into the home folder, whole. Raises NameTakenError, and StoreError for the disk."""
    make_home(home)
    make_private(folder(home))
    taken = {one.casefold(): one for one in own_files(home)}
    if not replace and name.casefold() in taken:
        raise NameTakenError(taken[name.casefold()])
    path = path_for(home, name)
    write_whole(path, data)
    return path


def copy(home: Path, word: str, name: str = "") -> Path:
    """Put a copy of an agenda into the home folder, byte for byte, to be changed there.

    Without a `name` it is called as before, and so stands in place of a shipped one. Raises AgendaError where
    the agenda is not good or the name is taken.
    """
    found = source(home, word)
    target = fit_name(name or found.name)
    try:
        data = found.path.read_bytes()
    except OSError as error:
        raise StoreTrouble.from_error(error, found.path) from error
    # Read as it will be read there: question banks that lie beside the one may be missing beside the other.
    parse_agenda(data, str(found.path), banks_for(path_for(home, target)))
    return keep(home, target, data)


def banks_for(path: Path) -> Banks:
    """The question banks that an agenda at this place may name."""
    return Banks(path.parent / "banks")


def _same_folder(one: Path, other: Path) -> bool:
    try:
        return one.resolve() == other.resolve()
    except OSError:
        return False
