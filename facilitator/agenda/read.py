"""Reading an agenda file. What is wrong with it is told all at once, each with its line and a caret."""

from __future__ import annotations

from os import PathLike
from pathlib import Path

from facilitator.agenda.check import check
from facilitator.agenda.model import Agenda
from facilitator.agenda.problem import AgendaError, Problem, UnreadableAgendaError
from facilitator.agenda.syntax import NotTomlError, Wrong, read_toml, without_bom
from facilitator.agenda.text import Text
from facilitator.agenda.values import Finding
from facilitator.words.language import gettext as _
from facilitator.words.visible import visible

LARGEST = 256 * 1024
"""Bytes. An agenda of ten stages has about ten thousand; what is larger was chosen by mistake."""

_MOST = 50
"""Problems told at once."""


def read_agenda(path: str | PathLike[str]) -> Agenda:
    """The agenda in that file. Raises AgendaError, which says what is wrong and where."""
    shown = str(path)
    try:
        with open(path, "rb") as file:
            data = file.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        sentence = _("The agenda file {path} cannot be read: {reason}.")
        raise UnreadableAgendaError(sentence.format(path=visible(shown), reason=visible(reason))) from error
    return parse_agenda(data, shown)


def parse_agenda(data: bytes, file: str) -> Agenda:
    """The agenda in these bytes; `file` is what the messages call it, and its stem names the agenda.

    Raises AgendaError.
    """
    if len(data) > LARGEST:
        sentence = _("{path} is too large for an agenda. Is it the right file?")
        raise UnreadableAgendaError(sentence.format(path=visible(file)))
    data = without_bom(data)
    try:
        table = read_toml(data)
    except NotTomlError as error:
        raise _error(data, file, error.wrong) from error
    agenda, findings = check(table, Path(file).stem)
    if agenda is None:
        raise _error(data, file, _placed(data, findings))
    return agenda


def _placed(data: bytes, findings: list[Finding]) -> list[Wrong]:
    from facilitator.agenda.places import Places

    places = Places(data)
    return [
        Wrong(places.find(one.path, "value" if one.on_value else "key", one.needle), one.sentence)
        for one in findings
    ]


def _error(data: bytes, file: str, wrong: list[Wrong]) -> AgendaError:
    text = Text(data)
    ordered = sorted(dict.fromkeys(wrong), key=lambda one: one.position)
    problems = [
        Problem(file, one.position.line, one.position.column, one.sentence, text.line(one.position.line))
        for one in ordered[:_MOST]
    ]
    return AgendaError(problems)
