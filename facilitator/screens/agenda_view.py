"""What is seen while an agenda is changed: timetable or rows, the chair's view, what happened, the keys.

What is done lies in `agenda_steps` and `agenda_editor`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Literal

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.getters import query_one
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from facilitator.agenda.drafts import AgendaFile, editing_of
from facilitator.agenda.edit.operation import Operation
from facilitator.agenda.editing import Editing, Judged, judge
from facilitator.screens import agenda_keys as keys
from facilitator.screens import agenda_words as words
from facilitator.screens.agenda_fields import Field, stage_fields, top_fields
from facilitator.settings.model import USUAL, Settings
from facilitator.widgets.choose_row import ChooseRow
from facilitator.widgets.keys import KeyRow
from facilitator.widgets.line import CaptureLine
from facilitator.words.language import gettext as _
from facilitator.words.visible import visible

if TYPE_CHECKING:
    from facilitator.app import FacilitatorApp

SIDE_BY_SIDE = 100
"""Columns from which the timetable and what the chair sees stand beside each other."""

KEY_ROWS = 3


class ChairSees(Widget):
    """What the chair will see, in as many rows as there are."""

    def __init__(self) -> None:
        super().__init__(id="seen")
        self._seen: tuple[words.Seen, ...] = ()

    def show(self, seen: Sequence[words.Seen]) -> None:
        """Show this."""
        self._seen = tuple(seen)
        self.refresh()

    def render(self) -> Content:
        """The rows."""
        return words.seen_rows(self._seen, self.size.width, self.size.height)


class AgendaView(Screen[None]):
    """One agenda file on the screen."""

    CSS_PATH = "agenda_editor.tcss"
    AUTO_FOCUS = "#rows"
    app: FacilitatorApp

    header = query_one("#header", Static)
    rows = query_one("#rows", ChooseRow)
    seen = query_one("#seen", ChairSees)
    question = query_one("#question", Static)
    help_row = query_one("#help", Static)
    line = query_one("#line", CaptureLine)
    hint = query_one("#hint", Static)
    check = query_one("#check", Static)

    def __init__(
        self,
        file: AgendaFile,
        *,
        people: int = 0,
        start: datetime | None = None,
        settings: Settings = USUAL,
        notice: str = "",
    ) -> None:
        """`start` is when the meeting would begin; `notice` a sentence to be said first."""
        super().__init__()
        self.file = file
        self.settings = settings
        self.editing: Editing = editing_of(file)
        self._judged: Judged = judge(self.editing)
        self._people = people
        self._start = start
        self._stage: int | None = None
        """The stage that is open, -1 for the agenda as a whole; None in the timetable."""
        self._place = 1
        """The row that is chosen in the timetable; 0 is the agenda as a whole."""
        self._taking: Callable[[str], Operation] | None = None
        """What becomes of the line while something is being written."""
        self._trouble = False
        self._asked: Literal["", "leave", "save"] = ""
        """What the next press of the same key does without asking again."""
        self._said = notice or self._first_words()

    def compose(self) -> ComposeResult:
        """Timetable, what the chair sees or the line in its place, what happened, the check, keys."""
        yield Static("", id="header", markup=False)
        with Vertical(id="both"):
            yield ChooseRow()
            with Vertical(id="below"):
                yield ChairSees()
                with Vertical(id="asking"):
                    yield Static("", id="question", markup=False)
                    yield Static("", id="help", markup=False)
                    yield CaptureLine()
        yield Static("", id="hint", markup=False)
        yield Static("", id="check", markup=False)
        for number in range(KEY_ROWS):
            yield KeyRow(f"keys-{number}")

    def on_mount(self) -> None:
        """Show the file at once, so that no key finds an empty list; the width is known later."""
        self._lay_out()
        self.look()
        self.call_after_refresh(self.look)

    def on_resize(self) -> None:
        """Give every region its rows for the new size."""
        self._lay_out()
        self.call_after_refresh(self.look)

    # What keys do, in the timetable and in a stage.

    def look(self, at: int | None = None) -> None:
        """Show everything as it is now; `at` is the row to choose."""
        width = max(self.rows.size.width - 2, 10)
        at = self.rows.at if at is None and self._stage is not None else at
        if self._stage is None:
            shown = words.timetable_rows(
                self.editing, self._judged, self._people, self._start, width, self.settings.times
            )
            self.rows.show(shown, self._place if at is None else at)
        else:
            self.rows.show(words.field_rows(self._fields(), width), at or 0)
        self._show_header()
        self._show_seen()
        self._show_hint()
        self._show_keys()

    def _show_header(self) -> None:
        left = visible(str(words.top(self.editing).get("title", self.file.name)))
        if self._stage is not None and self._stage >= 0:
            tables = words.tables(self.editing)
            left = _("{stage} · stage {number} of {count}").format(
                stage=visible(str(tables[self._stage].get("name", ""))),
                number=self._stage + 1,
                count=len(tables),
            )
        if self.editing.changed:
            left += " · " + _("not saved")
        right = words.heading(self.editing, self._judged, self._people, self._start, self.settings.times)
        width = max(self.app.size.width - 4, 10)
        gap = width - Content(left).cell_length - Content(right).cell_length
        if gap < 2:
            right, gap = "", 0
        row = Content.assemble((left, "bold"), " " * max(gap, 2), (right, "$text-muted"))
        self.header.update(row.truncate(width, ellipsis=True))

    def _show_seen(self) -> None:
        stage = self._chosen()
        agenda = self._judged.agenda
        if stage is None:
            seen = words.whole_agenda(words.top(self.editing))
        else:
            table = words.tables(self.editing)[stage]
            seen = words.chair_sees(agenda, table, agenda.stages[stage] if agenda is not None else None)
        self.seen.show(seen)

    def _show_hint(self) -> None:
        self.hint.set_class(self._trouble, "-trouble")
        self.hint.update(visible(self._said))
        said, warning = words.check_words(self._judged)
        self.check.set_class(warning, "-trouble")
        self.check.update(visible(said))

    def _show_keys(self) -> None:
        width = max(self.app.size.width - 4, 1)
        if self._taking is not None:
            wanted = keys.line_keys()
        elif self._stage is None:
            wanted = keys.timetable_keys(self.rows.at > 0, self.settings)
        else:
            wanted = keys.field_keys(self._field(), self.settings)
        laid = keys.in_rows(wanted, width, KEY_ROWS)
        for number in range(KEY_ROWS):
            row = self.query_one(f"#keys-{number}", KeyRow)
            row.show(laid[number] if number < len(laid) else (), width)

    def _say(self, sentence: str) -> None:
        self._said, self._trouble, self._asked = sentence, False, ""

    def _refuse(self, sentence: str, *, keep: bool = False) -> None:
        asked = self._asked
        self._say(sentence)
        self._trouble = True
        self._asked = asked if keep else ""
        self._show_hint()

    def _first_words(self) -> str:
        if self.editing.changed:
            said = _("What you did not save last time is here. {undo} gives the saved file back.")
            return said.format(undo=self.settings.key("edit.undo"))
        if self.file.copies:
            return _("This agenda is a shipped one. Saving makes a copy of your own.")
        return _("↑ ↓ choose a stage, Enter opens it. ← → more or fewer people.")

    def _lay_out(self) -> None:
        width, height = self.app.size
        self.set_class(width >= SIDE_BY_SIDE, "-wide")
        self.set_class(height >= 30, "-tall")
        self.set_class(height < 20, "-low")
        self.set_class(height < 12, "-tiny")
        self.set_class(width < 76, "-narrow")

    def _chosen(self) -> int | None:
        """The stage that keys are for; None where it is the agenda as a whole."""
        stage = self.rows.at - 1 if self._stage is None else self._stage
        return stage if stage >= 0 else None

    def _fields(self) -> list[Field]:
        if self._stage is None:
            return []
        if self._stage < 0:
            return top_fields(words.top(self.editing))
        return stage_fields(words.tables(self.editing)[self._stage], self._stage)

    def _field(self) -> Field | None:
        fields = self._fields()
        return fields[self.rows.at] if self.rows.at < len(fields) else None

    # What is shown.
