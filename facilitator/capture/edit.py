"""Changing a kept line: `/edit N text`, and a line opened again to be mended.

`/edit N text` changes what the text says: a mark gives the kind, without one the kind stays; names, the day
and `~` are changed only where they are given. A line that was opened again (`reopened`, then `read_reopened`)
says everything, so that a name taken out of it is taken out.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from facilitator.capture.line import Command, Kept, read_line, read_note
from facilitator.capture.marks import MARKS
from facilitator.capture.names import Roster
from facilitator.session.events import NoteKind
from facilitator.session.intents import Capture, Edit
from facilitator.session.needs import note_of
from facilitator.session.refused import Refused
from facilitator.session.state import Note, State
from facilitator.words.language import gettext as _

_ALL = ("kind", "text", "speakers", "owners", "due", "pod_only")
_NUMBER = re.compile(r"#?([0-9]{1,9})")


def read_number(text: str) -> int:
    """The number of a kept line; it need not be there. Raises Refused for what is no number."""
    match = _NUMBER.fullmatch(unicodedata.normalize("NFKC", text).strip())
    if not match:
        raise Refused(_("{words} is not the number of a line. /notes lists them.").format(words=text.strip()))
    return int(match[1])


def kept_note(state: State, number: int) -> Note:
    """The kept line of that number. Raises Refused where there is none."""
    note = state.notes.get(number)
    if note is None and number not in state.struck and number not in state.merged:
        raise Refused(_("There is no line {number}. /notes lists them.").format(number=number))
    return note or note_of(state, number)


def read_edit(note: Note, text: str, roster: Roster, today: date) -> Edit:
    """What `/edit N text` changes. Raises Refused for a command in place of the text."""
    kept = _kept(note, text, roster, today)
    new = kept.intent
    speakers: tuple[str, ...] | None = new.speakers or None
    owners: tuple[str, ...] | None = new.owners or None
    due: str | None = new.due or None
    if note.kind == "step" and new.kind != "step":
        owners, due = (), ""
    if note.kind != "step" and new.kind == "step" and note.speakers:
        # "Ann: I will call" becomes "> Ann: I will call": who it is from is who does it.
        owners, speakers = owners or note.speakers, ()
    return Edit(
        number=note.number,
        kind=new.kind if new.kind != note.kind else None,
        text=new.text,
        speakers=speakers,
        owners=owners,
        due=due,
        pod_only=True if new.pod_only else None,
    )


def edit_remarks(note: Note, text: str, roster: Roster, today: date) -> tuple[str, ...]:
    """The sentences about names and a day in a changed line that stay as typed; at most one of each."""
    return _kept(note, text, roster, today).said(note.number)


def read_mended(text: str, roster: Roster, today: date) -> Kept:
    """A line that was opened again and says everything. Raises Refused for a command, or no words."""
    return _words(text, roster, today, "note")


def read_reopened(number: int, text: str, roster: Roster, today: date) -> Edit:
    """The change that a line makes which was opened again and says everything.

    Raises Refused where there are no words, or a command.
    """
    return as_edit(number, read_mended(text, roster, today).intent)


def as_edit(number: int, new: Capture) -> Edit:
    """The change that makes a kept line say all that this one says."""
    return Edit(
        number=number,
        kind=new.kind,
        text=new.text,
        speakers=new.speakers,
        owners=new.owners,
        due=new.due,
        pod_only=new.pod_only,
    )


def reopened(note: Note, roster: Roster, today: date) -> str:
    """The line that would make this note, to be mended; it reads back as the same note where one can."""
    lines = _lines(note)
    for fields in (_ALL, ("kind", "text")):
        for line in lines:
            if _reads_as(note, line, roster, today, fields):
                return line
    return lines[0]


def _lines(note: Note) -> list[str]:
    mark = next((f"{mark} " for mark, kind in MARKS.items() if kind == note.kind), "")
    before = "/later " if note.kind == "later" else ""
    before += "~ " if note.pod_only else ""
    names = ", ".join(note.owners if note.kind == "step" else note.speakers)
    named = f"{names}: " if names else ""
    due = f" due {note.due}" if note.due else ""
    if note.kind == "step":
        missing = "".join(f" @{name}" for name in note.owners if f"@{name}" not in note.text)
        bodies = [f"{note.text}{missing}{due}", note.text, f"{named}{note.text}{due}", f"{named}{note.text}"]
    else:
        bodies = [f"{named}{note.text}", f"\\{note.text}"]
    # A plain line beginning with a mark needs the backslash; with a name before it, it does not.
    return [f"{before}{mark}{body}" for body in bodies] + [f"{before}\\{note.text}"]


def _reads_as(note: Note, line: str, roster: Roster, today: date, fields: tuple[str, ...]) -> bool:
    reading = read_line(line, roster, today)
    if not isinstance(reading, Kept):
        return False
    return all(getattr(reading.intent, field) == getattr(note, field) for field in fields)


def _kept(note: Note, text: str, roster: Roster, today: date) -> Kept:
    return _words(text, roster, today, note.kind)


def _words(text: str, roster: Roster, today: date, kind: NoteKind) -> Kept:
    """The text as a line that is kept: a mark or a `/later` in it says the kind, else it is `kind`."""
    reading = read_line(text, roster, today, kind=kind)
    if isinstance(reading, Kept):
        return reading
    if isinstance(reading, Command):
        raise Refused(_("A command cannot be the text of a line. Write \\ before it to keep it as words."))
    if not text.strip():
        raise Refused(_("A line needs words. /strike takes it away."))
    return read_note(text, roster, today, kind=kind)
