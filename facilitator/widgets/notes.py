"""The newest notes with their numbers, one row each, and the *kept* mark; PgUp looks further back."""

from __future__ import annotations

from textual.content import Content
from textual.widget import Widget

from facilitator.session.guide import spoken
from facilitator.session.state import Note, State
from facilitator.words.language import gettext as _
from facilitator.words.visible import visible

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
        self._back = 0
        self._numbers: list[int] = []

    def show(self, state: State, kept: bool) -> None:
        """Show this state's notes; `kept` says whether the newest is on disk."""
        if self._state is not None and self._state.notes is state.notes and kept == self._kept:
            return
        if self._state is None or self._state.notes is not state.notes:
            self._numbers = sorted(state.notes)
            self._back = 0
        self._state, self._kept = state, kept
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
        rows = [self._row(state, state.notes[number], width) for number in shown]
        return Content("\n").join(rows)

    def _row(self, state: State, note: Note, width: int) -> Content:
        newest = note.number == self._numbers[-1]
        mark = (_("kept") if self._kept else _("waiting")) if newest else ""
        who = note.owners if note.kind == "step" else note.speakers
        name = ", ".join(spoken(state, one) for one in who)
        kind = _KINDS[note.kind]
        if note.pod_only:
            kind = _("pod only") if note.kind == "note" else f"{kind}, " + _("pod only")
        due = ""
        if note.due:
            from datetime import date

            from facilitator.words.dates import short_date

            due = " · " + _("by {date}").format(date=short_date(date.fromisoformat(note.due)))
        head = Content.assemble(
            (f"{note.number:>4}  ", "dim"),
            (f"{kind:<10}", "$text-accent"),
            (visible(f"{name}: ") if name else "", "bold"),
        )
        room = max(width - head.cell_length - (len(mark) + 2 if mark else 0), 0)
        text = Content(visible(note.text) + due).truncate(room, ellipsis=True, pad=bool(mark))
        parts = [head, text]
        if mark:
            parts.append(Content.styled(f"  {mark}", "$text-success" if self._kept else "$text-warning"))
        return Content.assemble(*parts)
