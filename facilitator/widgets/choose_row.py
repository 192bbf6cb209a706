"""A list of rows of which one is chosen: by the arrow keys, a click, or Home and End."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widget import Widget


class ChooseRow(Widget, can_focus=True):
    """The chosen row has a mark before it, so that colour is never needed to see it."""

    DEFAULT_CSS = "ChooseRow { height: 1fr; }"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("home", "move(-1000)", show=False),
        Binding("end", "move(1000)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("enter", "choose", show=False),
    ]

    class Moved(Message):
        """Another row is the chosen one."""

    class Chosen(Message):
        """Enter was pressed on the chosen row, or it was clicked once more."""

    def __init__(self, id: str = "rows") -> None:
        super().__init__(id=id)
        self._rows: list[Content] = []
        self.at = 0
        """The number of the chosen row, from 0."""

    def show(self, rows: Sequence[Content], at: int) -> None:
        """Show these rows, one of them chosen."""
        self._rows = list(rows)
        self.at = min(max(at, 0), max(len(rows) - 1, 0))
        self.refresh()

    def action_move(self, by: int) -> None:
        """Choose another row, so many further down."""
        at = min(max(self.at + by, 0), max(len(self._rows) - 1, 0))
        if at != self.at:
            self.at = at
            self.refresh()
            self.post_message(self.Moved())

    def action_page(self, pages: int) -> None:
        """Choose a row a page away."""
        self.action_move(pages * max(self.size.height - 1, 1))

    def action_choose(self) -> None:
        """Do with the chosen row what Enter does."""
        self.post_message(self.Chosen())

    def on_click(self, event: events.Click) -> None:
        """Choose the row that was clicked; the chosen one is opened."""
        at = self._first() + event.y
        if at == self.at:
            self.action_choose()
        elif at < len(self._rows):
            self.action_move(at - self.at)

    def on_resize(self) -> None:
        """Other rows may be in sight."""
        self.refresh()

    def watch_has_focus(self, has_focus: bool) -> None:
        """The chosen row looks different while something else has the keys."""
        super().watch_has_focus(has_focus)
        self.refresh()

    def render(self) -> Content:
        """The rows in sight."""
        first = self._first()
        shown = self._rows[first : first + max(self.size.height, 0)]
        return Content("\n").join(self._row(number, row) for number, row in enumerate(shown, start=first))

    def _row(self, number: int, row: Content) -> Content:
        if number != self.at:
            return Content.assemble("  ", row)
        chosen = Content.assemble("▸ ", row.plain)
        return chosen.stylize("bold $text-accent" if self.has_focus else "bold")

    def _first(self) -> int:
        height = max(self.size.height, 1)
        most = max(len(self._rows) - height, 0)
        return min(max(self.at - height * 2 // 3, 0), most)
