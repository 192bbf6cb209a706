"""Whose yes a learning note needs, what exactly they say yes to, and whether they have said it. Pure.

Who gave a case says yes to the whole note: a takeaway, a step or a decision of that meeting may come from
the case, and nobody but the giver can tell. Two cases need both. Where the agenda has a case giver and the
meeting names none, that person has to be named by whoever records the yes. Where nobody gives a case, those
are asked who said or own a line of the note, and where no line has a name, the chair, in the name of the
group. A note without any line needs no yes.
"""

from __future__ import annotations

import hashlib

import msgspec
from msgspec import Struct

from facilitator.minutes.beyond.note import Note
from facilitator.minutes.beyond.roles import case_givers
from facilitator.minutes.document import Document, Line
from facilitator.session.state import Approval, State
from facilitator.words.language import gettext as _


class Consent(Struct, frozen=True):
    """Whose yes is still needed. `unnamed`: of one person more, whose name the meeting does not know.

    `why` says for what they are asked: the case that they gave, their lines, or the group's agreement.
    """

    asked: tuple[str, ...] = ()
    unnamed: bool = False
    why: str = ""

    def given(self) -> bool:
        """Whether everybody has said yes."""
        return not self.asked and not self.unnamed


def fingerprint(document: Document) -> str:
    """SHA-256 of all that a note says; its layout, and whether it is a draft, are no part of that."""

    def rows(lines: tuple[Line, ...]) -> list[list[object]]:
        return [[line.text, list(line.owners), line.due] for line in lines]

    following = document.next_meeting.when if document.next_meeting else ""
    said = [
        document.audience,
        document.format,
        document.date,
        rows(document.takeaways),
        rows(document.steps),
        rows(document.decisions),
        following,
    ]
    return hashlib.sha256(msgspec.json.encode(said)).hexdigest()


def consent(state: State, note: Note) -> Consent:
    """Whose yes to exactly this note is still needed."""
    if not note.lines:
        return Consent()
    digest = fingerprint(note.document)
    said = {one.giver for one in state.beyond if one.digest == digest}
    givers = case_givers(state)
    if givers:
        return Consent(tuple(name for name in givers if name not in said), why=_("gave the case"))
    if _has_giver(state):
        return Consent(unnamed=not said, why=_("gave the case"))
    whose = _whose(state, note.lines)
    if whose:
        return Consent(tuple(name for name in whose if name not in said), why=_("said or does what it tells"))
    speaking = state.chair or state.keeper
    if speaking:
        asked = () if speaking in said else (speaking,)
        return Consent(asked, why=_("speaks for the group, which has agreed"))
    return Consent(unnamed=not said, why=_("speaks for the group, which has agreed"))


def last_left_out(state: State) -> tuple[int, ...]:
    """The lines that the pod kept out of the text to which somebody said yes last."""
    newest: Approval | None = state.beyond[-1] if state.beyond else None
    return newest.left_out if newest else ()


def _has_giver(state: State) -> bool:
    """Whether the agenda has somebody give a case."""
    return any(
        stage.per_other is not None or "{giver}" in stage.say + stage.speaker for stage in state.agenda.stages
    )


def _whose(state: State, numbers: tuple[int, ...]) -> tuple[str, ...]:
    found: list[str] = []
    for number in numbers:
        line = state.notes.get(number)
        if line is not None:
            found += (*line.speakers, *line.owners)
    return tuple(name for name in dict.fromkeys(found) if name in state.names())
