"""A TOML file of ours as a table, and all that is wrong with it as an error with lines and carets."""

from __future__ import annotations

from collections.abc import Iterable

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


def table_of(data: bytes, file: str, header: str = "[[stage]]") -> dict[str, object]:
    """The table that the bytes hold. Raises AgendaError.

    `file` is what the messages call it, `header` how a table in such a file begins.
    """
    if len(data) > LARGEST:
        sentence = _("{path} is too large to be read. Is it the right file?")
        raise UnreadableAgendaError(sentence.format(path=visible(file)))
    data = without_bom(data)
    try:
        return read_toml(data, header)
    except NotTomlError as error:
        raise _error(data, file, error.wrong) from error


def refused(data: bytes, file: str, findings: Iterable[Finding]) -> AgendaError:
    """The error that shows each finding at its place in these bytes."""
    from facilitator.agenda.places import Places

    data = without_bom(data)
    places = Places(data)
    wrong = [
        Wrong(places.find(one.path, "value" if one.on_value else "key", one.needle), one.sentence)
        for one in findings
    ]
    return _error(data, file, wrong)


def _error(data: bytes, file: str, wrong: list[Wrong]) -> AgendaError:
    text = Text(data)
    ordered = sorted(dict.fromkeys(wrong), key=lambda one: one.position)
    problems = [
        Problem(file, one.position.line, one.position.column, one.sentence, text.line(one.position.line))
        for one in ordered[:_MOST]
    ]
    return AgendaError(problems)
