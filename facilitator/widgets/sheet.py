"""Several lines at once: the agenda, the commands, who is here. PgUp and PgDn move."""

from __future__ import annotations

from textual.content import Content
from textual.widget import Widget

from facilitator.widgets.wrapping import wrapped
from facilitator.words.language import gettext as _


class Sheet(Widget):
    """Plain lines over the lower regions; Esc puts it away."""

    DEFAULT_CSS = "Sheet { height: 8; }"

    def __init__(self, id: str = "sheet") -> None:
        super().__init__(id=id)
        self._lines: tuple[str, ...] = ()
        self._first = 0

    def show(self, lines: tuple[str, ...]) -> None:
        """Show these lines from the first one."""
        self._lines, self._first = lines, 0
        self.refresh()

    def scroll_lines(self, pages: int) -> None:
        """Move by so many pages, forward when positive."""
        page = max(self.size.height - 1, 1)
        most = max(len(self._rows()) - page, 0)
        self._first = min(max(self._first + pages * page, 0), most)
        self.refresh()

    def render(self) -> Content:
        """The rows in sight, and one that says what is not."""
        page, rows = max(self.size.height - 1, 1), self._rows()
        shown = rows[self._first : self._first + page]
        rest = len(rows) - self._first - len(shown)
        foot = _("Esc closes this.")
        if rest:
            foot = _("{n} more: PgDn. ").format(n=rest) + foot
        shown += [""] * (page - len(shown))
        return Content("\n").join([*map(Content, shown), Content(foot).stylize("dim")])

    def _rows(self) -> list[str]:
        """All rows at the present width; a line too long for one goes on, indented, in the next."""
        rows: list[str] = []
        for line in self._lines:
            first, *others = wrapped(line, max(self.size.width - 2, 2), len(line) + 1) or [""]
            rows += [first, *(f"  {one}" for one in others)]
        return rows
