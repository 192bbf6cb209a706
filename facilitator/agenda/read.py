"""Reading an agenda file. What is wrong with it is told all at once, each with its line and a caret."""

from __future__ import annotations

from os import PathLike
from pathlib import Path

from facilitator.agenda.banks import Banks
from facilitator.agenda.check import check
from facilitator.agenda.located import LARGEST, refused, table_of
from facilitator.agenda.model import Agenda
from facilitator.agenda.problem import UnreadableAgendaError
from facilitator.words.language import gettext as _
from facilitator.words.visible import visible


def read_agenda(path: str | PathLike[str]) -> Agenda:
    """The agenda in that file, which may use question banks from a folder `banks` beside it.

    Raises AgendaError, which says what is wrong and where.
    """
    shown = str(path)
    try:
        with open(path, "rb") as file:
            data = file.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        sentence = _("The agenda file {path} cannot be read: {reason}.")
        raise UnreadableAgendaError(sentence.format(path=visible(shown), reason=visible(reason))) from error
    return parse_agenda(data, shown, Banks(Path(path).parent / "banks"))


def parse_agenda(data: bytes, file: str, banks: Banks | None = None) -> Agenda:
    """The agenda in these bytes; `file` is what the messages call it, and its stem names the agenda.

    `banks` are the question banks it may use, the shipped ones where none are given. Raises AgendaError.
    """
    table = table_of(data, file)
    agenda, findings = check(table, Path(file).stem, banks or Banks())
    if agenda is None:
        raise refused(data, file, findings)
    return agenda
