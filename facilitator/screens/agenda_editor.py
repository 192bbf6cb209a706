"""Changing an agenda: its stages in a timetable, the rows of one stage, and what the chair will see of it.

Every key does one step that can be taken back.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar, Literal

from textual import on
from textual.binding import Binding, BindingType

from facilitator.agenda.edit.content import SetLength, SetMark
from facilitator.agenda.edit.operation import Operation, length_of
from facilitator.agenda.edit.order import Add, Delete, Duplicate, Move, Split
from facilitator.screens import agenda_words as words
from facilitator.screens.agenda_fields import choices_after, stage_fields
from facilitator.screens.agenda_steps import AgendaSteps
from facilitator.widgets.bound import bound
from facilitator.widgets.choose_row import ChooseRow
from facilitator.words.language import gettext as _


class AgendaEditor(AgendaSteps):
    """What the keys do, in the timetable and in the rows of a stage."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bound("edit.save", "save"),
        bound("edit.undo", "undo"),
        bound("edit.redo", "redo"),
        Binding("escape", "back", _("Back"), show=False),
        Binding("plus,equals_sign", "lengthen(1)", _("Longer"), show=False),
        Binding("minus", "lengthen(-1)", _("Shorter"), show=False),
        Binding("left", "turn(-1)", show=False),
        Binding("right", "turn(1)", show=False),
        Binding("tab", "other(1)", show=False),
        Binding("shift+tab", "other(-1)", show=False),
        Binding("u,U,shift+up", "move(-1)", _("Move up"), show=False),
        Binding("d,D,shift+down", "move(1)", _("Move down"), show=False),
        Binding("n,N,insert", "add", _("New stage"), show=False),
        Binding("c,C", "duplicate", _("Copy"), show=False),
        Binding("s,S", "split", _("Split"), show=False),
        Binding("x,X,delete", "delete", _("Delete"), show=False),
        Binding("k,K", "mark('protected')", _("Keeps its time"), show=False),
        Binding("o,O", "mark('optional')", _("May be left out"), show=False),
        Binding("r,R", "rename", _("Rename"), show=False),
    ]

    @on(ChooseRow.Chosen)
    def action_open(self) -> None:
        """Enter: open the stage; in a stage write the row, or go to its next choice."""
        if self._stage is None:
            self._stage = self.rows.at - 1
            self._place = self.rows.at
            self.rows.show([], 0)
            self._say("")
            self.look(at=0)
            return
        field = self._field()
        if field is None or field.make is None:
            self._say(_("This is changed in the file, with a text editor."))
        elif field.choices:
            self.action_turn(1)
        else:
            self._ask(field.label, field.help, field.text, field.make)

    @on(ChooseRow.Moved)
    def _moved(self) -> None:
        if self._stage is None:
            self._place = self.rows.at
        self._say("")
        self.look()

    def action_back(self) -> None:
        """Esc: leave the line as it was; leave the stage; in the timetable say how to leave."""
        if self._taking is not None:
            self._written()
            self.look()
        elif self._stage is not None:
            self._stage = None
            self._say("")
            self.look(at=self._place)
        else:
            self._say(
                _("{leave} leaves. What is not saved is kept.").format(leave=self.settings.key("app.leave"))
            )
            self._show_hint()

    def action_other(self, by: int) -> None:
        """Tab: the next stage, or the one before; the agenda as a whole comes before the first."""
        count = len(words.tables(self.editing))
        if self._stage is None or self._taking is not None:
            return
        self._stage = (self._stage + 1 + by) % (count + 1) - 1
        self._place = self._stage + 1
        self._say("")
        self.look(at=0)

    def action_turn(self, by: int) -> None:
        """Left and right: another choice; in the timetable one person more or fewer."""
        if self._stage is None:
            self._more_people(by)
            return
        field = self._field()
        if field is not None and field.choices and field.make is not None:
            make, choice = field.make, choices_after(field, by)
            self._do(lambda: make(choice))

    def action_lengthen(self, by: int) -> None:
        """Plus and minus: a minute more or less, for each person half a minute; below two minutes half."""
        stage = self._chosen()
        if stage is None:
            return
        key, minutes = length_of(words.tables(self.editing)[stage])
        step = 1.0 if key == "minutes" and minutes + min(by, 0) >= 1 else 0.5
        if minutes + by * step <= 0:
            self._refuse(_("It is as short as it can be. X deletes it."))
            return
        self._do(lambda: SetLength(stage, key, minutes + by * step))

    def action_move(self, by: int) -> None:
        """U and D: the stage goes up or down."""
        self._on_stage(lambda stage: Move(stage, by))

    def action_duplicate(self) -> None:
        """C: a second copy of the stage."""
        self._on_stage(Duplicate)

    def action_add(self) -> None:
        """N: a new stage below this one, whose name is written at once."""
        if self._stage is not None:
            return
        if self._do(lambda: Add(max(self.rows.at - 1, 0))):
            self.action_rename()

    def action_rename(self) -> None:
        """R: write the name of the stage."""
        stage = self._chosen()
        if stage is None:
            return
        field = stage_fields(words.tables(self.editing)[stage], stage)[0]
        if field.make is not None:
            self._ask(field.label, field.help, field.text, field.make)
            self.line.select_all()

    def action_split(self) -> None:
        """S: two stages out of one; the line asks where."""
        stage = self._chosen()
        if stage is None or self._stage is not None:
            return
        _key, minutes = length_of(words.tables(self.editing)[stage])
        half = minutes / 2 if minutes < 2 else float(round(minutes / 2 + 0.1))
        fields = stage_fields(words.tables(self.editing)[stage], stage)
        asked = next(field for field in fields if field.key == "minutes")

        def make(text: str) -> Operation:
            wanted = asked.make(text) if asked.make is not None else None
            return Split(stage, wanted.minutes if isinstance(wanted, SetLength) else half)

        self._ask(
            _("Split after"),
            _("How many of its {n} minutes the first part has.").format(n=f"{minutes:g}"),
            f"{half:g}",
            make,
        )
        self.line.select_all()

    def action_delete(self) -> None:
        """X: the stage goes; in a stage the question, rule or record that is chosen."""
        if self._stage is None:
            self._on_stage(Delete)
            return
        field = self._field()
        if field is not None and field.make is not None and field.key.rpartition("-")[2].isdecimal():
            make = field.make
            self._do(lambda: make(""))

    def action_mark(self, key: Literal["optional", "protected"]) -> None:
        """K and O: whether the stage keeps its time, or may be left out."""
        stage = self._chosen()
        if stage is not None:
            value = words.tables(self.editing)[stage].get(key) is not True
            self._do(lambda: SetMark(stage, key, value))

    def _on_stage(self, make: Callable[[int], Operation]) -> None:
        stage = self._chosen()
        if stage is not None and self._stage is None:
            self._do(lambda: make(stage))

    def _more_people(self, by: int) -> None:
        agenda = self._judged.agenda
        if agenda is not None:
            now = self._people or agenda.group.best or agenda.group.min or 1
            self._people = min(max(now + by, 1), 99)
            self.look()
