"""The newest notes with their numbers, one row each, and the *kept* mark; PgUp looks further back."""

from __future__ import annotations

from datetime import date

from textual.content import Content
from textual.widget import Widget

from facilitator.session.called import spoken
from facilitator.session.state import Note, State
from facilitator.session.steps import is_done
from facilitator.words.dates import SAME, Times
from facilitator.words.language import gettext as _
from facilitator.words.visible import visible

KIND = 11
"""Cells of the column for the kind; "next step" and two spaces fit."""

_KINDS = {
    "note": _("note"),
    "question": _("question"),
    "takeaway": _("takeaway"),
    "step": _("next step"),
    "decision": _("decision"),
    "later": _("later"),
}


class NotesView(Widget):
    """Rows of captured lines. Only the rows in sight are ever rendered."""

    DEFAULT_CSS = "NotesView { height: 4; }"

    def __init__(self, id: str = "notes") -> None:
        super().__init__(id=id)
        self._state: State | None = None
        self._kept = True
        self._times = SAME
        self._back = 0
        self._numbers: list[int] = []
        self._open: int | None = None

    def show(self, state: State, kept: bool, opened: int | None = None, times: Times = SAME) -> None:
        """Show this state's notes; `kept` says whether the newest is on disk.

        `opened` is the number of the one that stands in the line; it is brought into sight.
        `times` is how dates are written.
        """
        self._times = times
        same = self._state is not None and self._state.notes is state.notes
        same = same and self._state is not None and self._state.done is state.done
        if same and kept == self._kept and opened == self._open:
            return
        if self._state is None or self._state.notes is not state.notes:
            self._numbers = [note.number for note in state.ordered_notes()]
            self._back = 0
        self._state, self._kept, self._open = state, kept, opened
        if opened in self._numbers:
            behind = len(self._numbers) - 1 - self._numbers.index(opened)
            height = max(self.size.height, 1)
            self._back = min(max(self._back, behind - height + 1), behind)
        self.refresh()

    def scroll_notes(self, rows: int) -> None:
        """Look further back (positive) or forward (negative)."""
        most = max(len(self._numbers) - max(self.size.height, 1), 0)
        self._back = min(max(self._back + rows, 0), most)
        self.refresh()

    def render(self) -> Content:
        """The rows in sight."""
        state, height, width = self._state, self.size.height, self.size.width
        if state is None or height < 1:
            return Content("")
        if not self._numbers:
            return Content(_("Nothing is written yet.")).stylize("dim")
        end = len(self._numbers) - self._back
        shown = self._numbers[max(end - height, 0) : end]
        newest = max(self._numbers)
        rows = [
            note_row(state, state.notes[number], width, self._mark(number, newest), self._times)
            for number in shown
        ]
        return Content("\n").join(rows)

    def _mark(self, number: int, newest: int) -> str:
        if number == self._open:
            return _("open")
        if number != newest:
            return ""
        return _("kept") if self._kept else _("waiting")


def note_row(state: State, note: Note, width: int, mark: str = "", times: Times = SAME) -> Content:
    """A captured line in one row of `width` cells: number, kind, who, words, and a mark at its end."""
    who = note.owners if note.kind == "step" else note.speakers
    name = ", ".join(spoken(state, one) for one in who)
    kind = _KINDS[note.kind]
    if note.pod_only:
        kind = _("pod only") if note.kind == "note" else f"{kind}, " + _("pod only")
    if is_done(state, note.number):
        kind = f"{kind}, " + _("done")
    due = ""
    if note.due:
        due = " · " + _("by {date}").format(date=times.short(date.fromisoformat(note.due)))
    head = Content.assemble(
        (f"{note.number:>4}  ", "dim"),
        (kind + " " * max(KIND - len(kind), 2), "$text-accent"),
        (visible(f"{name}: ") if name else "", "bold"),
    )
    end = f"  {mark}" if mark else ""
    room = max(width - len(end), 0)
    text = Content.assemble(head, visible(note.text) + due)
    row = text.truncate(room, ellipsis=True, pad=bool(mark))
    style = "$text-success" if mark == _("kept") else "$text-warning"
    return Content.assemble(row, (end, style)) if mark else row
