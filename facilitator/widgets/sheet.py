"""Several lines at once: the agenda, the commands, who is here. PgUp and PgDn move."""

from __future__ import annotations

from textual.content import Content
from textual.widget import Widget

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
        most = max(len(self._lines) - page, 0)
        self._first = min(max(self._first + pages * page, 0), most)
        self.refresh()

    def render(self) -> Content:
        """The lines in sight, and a row that says what is not."""
        page, width = max(self.size.height - 1, 1), max(self.size.width, 1)
        shown = self._lines[self._first : self._first + page]
        rows = [Content(line).truncate(width, ellipsis=True) for line in shown]
        rest = len(self._lines) - self._first - len(shown)
        foot = _("Esc closes this.")
        if rest:
            foot = _("{n} more: PgDn. ").format(n=rest) + foot
        return Content("\n").join([*rows, Content(foot).stylize("dim")])
