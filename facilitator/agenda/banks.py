"""Question banks: small TOML files of questions for one kind of moment.

The shipped ones lie in `agendas/banks`; a pod's own lie in a folder `banks` beside its agenda and come first.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from facilitator.agenda import values
from facilitator.agenda.folder import agendas_folder
from facilitator.agenda.keys import Key, read_keys
from facilitator.agenda.located import refused, table_of
from facilitator.agenda.model import Bank
from facilitator.agenda.problem import UnreadableAgendaError
from facilitator.agenda.values import Finding
from facilitator.agenda.values import Path as KeyPath
from facilitator.words.language import gettext as _
from facilitator.words.visible import visible

_ENDING = ".toml"


class Banks:
    """The banks that an agenda may name: those in its own folder, then the shipped ones."""

    def __init__(self, own: Path | None = None) -> None:
        self._own = own

    def names(self) -> list[str]:
        """What they are called, sorted."""
        return sorted({*_in_folder(self._own), *shipped_bank_names()})

    def find(self, name: str) -> Bank | None:
        """The bank of that name, or None. Raises AgendaError where its own file is not good."""
        own = _in_folder(self._own).get(name)
        if own is None:
            return _shipped(name) if name in shipped_bank_names() else None
        try:
            data = own.read_bytes()
        except OSError as error:
            sentence = _("The question bank {path} cannot be read: {reason}.")
            reason = visible(error.strerror or str(error))
            raise UnreadableAgendaError(sentence.format(path=visible(str(own)), reason=reason)) from error
        return parse_bank(data, str(own))


def shipped_bank_names() -> list[str]:
    """The banks that come with the program, sorted."""
    return sorted(_in_folder(agendas_folder() / "banks"))


def parse_bank(data: bytes, file: str) -> Bank:
    """The bank in these bytes; the stem of `file` is its name. Raises AgendaError, with lines and carets."""
    found: list[Finding] = []
    read = read_keys(table_of(data, file), (), _BANK, found, _("the question bank"))
    if found:
        raise refused(data, file, found)
    read.pop("format")
    return Bank(name=Path(file).stem, **read)


def _questions(value: object, path: KeyPath, found: list[Finding]) -> tuple[object, ...] | None:
    read = values.sentences(value, path, found)
    if read == ():
        found.append(
            Finding(path, _("“questions” is empty. A bank has one question or more."), on_value=True)
        )
        return None
    first: dict[object, int] = {}
    for index, question in enumerate(read or ()):
        if first.setdefault(question, index) != index:
            sentence = _("This question is in the bank already, as number {number}.")
            message = sentence.format(number=first[question] + 1)
            found.append(Finding((*path, index), message, on_value=True))
            return None
    return read


_BANK = {
    "format": Key(values.this_format, required=True),
    "title": Key(values.text, required=True),
    "language": Key(values.text),
    "source": Key(values.text),
    "questions": Key(_questions, required=True),
}


def _in_folder(folder: Path | None) -> dict[str, Path]:
    """Its TOML files by stem; none where there is no such folder."""
    if folder is None:
        return {}
    try:
        return {file.stem: file for file in folder.glob("*" + _ENDING)}
    except OSError:
        # A folder that may not be looked into offers no banks; what misses one says so at its place.
        return {}


@cache
def _shipped(name: str) -> Bank:
    file = agendas_folder() / "banks" / (name + _ENDING)
    return parse_bank(file.read_bytes(), file.name)
