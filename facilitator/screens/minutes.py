"""A reading screen for minutes, with the place where their file lies."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from markdown_it import MarkdownIt
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widgets import Markdown, Static
from textual.widgets.markdown import MarkdownBlock

from facilitator.store.trouble import shown
from facilitator.widgets.bound import bound
from facilitator.widgets.keys import KeyHint, KeyRow
from facilitator.words.language import gettext as _

if TYPE_CHECKING:
    from facilitator.app import FacilitatorApp


class MinutesScreen(Screen[None]):
    """Minutes to read. Links are shown as their text: nothing here can open anything."""

    CSS_PATH = "minutes.tcss"
    AUTO_FOCUS = "#page"
    app: FacilitatorApp

    BINDINGS: ClassVar[list[BindingType]] = [
        bound("minutes.back", "back"),
        Binding("pageup", "page(-1)", _("Page up"), show=False),
        Binding("pagedown,space", "page(1)", _("Page down"), show=False),
    ]

    def __init__(
        self,
        text: str,
        where: Path | str,
        title: str = "",
        trouble: str = "",
        line: int | None = None,
    ) -> None:
        """Show minutes: their Markdown, where their file lies, what they are, what was damaged in them.

        `line` of the text (from 0) is where they are opened, and is marked.
        """
        super().__init__()
        self._text = text
        self._where = shown(where)
        self._title = title
        self._trouble = trouble
        self._line = line

    def compose(self) -> ComposeResult:
        """What it is and where the file lies, the text, a row for trouble, the keys."""
        yield Static(" · ".join(filter(None, (self._title, self._where))), id="where", markup=False)
        with VerticalScroll(id="page"):
            yield Markdown(self._text, id="text", parser_factory=plain_parser, open_links=False)
        yield Static(self._trouble, id="hint", markup=False)
        yield KeyRow()

    def on_mount(self) -> None:
        """Show as many keys as fit."""
        self._lay_out()

    def on_resize(self) -> None:
        """Show as many keys as fit."""
        self._lay_out()

    @on(Markdown.TableOfContentsUpdated)
    def _go_to_line(self) -> None:
        """The text is there now: go to the line, with what stands before and behind it in sight."""
        line = self._line
        for block in self.query(MarkdownBlock) if line is not None else ():
            first, end = block.source_range
            # A list spans its items; the paragraph that begins here is the line itself.
            if first == line and not block.query(MarkdownBlock) and end > first:
                block.add_class("-found")
                page = self.query_one("#page", VerticalScroll)
                self.call_after_refresh(page.scroll_to_center, block, animate=False)
                return

    def action_back(self) -> None:
        """Go back to the screen before."""
        self.dismiss()

    def action_page(self, pages: int) -> None:
        """Move by whole pages."""
        page = self.query_one("#page", VerticalScroll)
        page.scroll_relative(y=pages * max(page.size.height - 1, 1), animate=False)

    def _lay_out(self) -> None:
        hints = (
            KeyHint("PgUp PgDn", _("Move"), "page(1)"),
            KeyHint(self.app.settings.key("minutes.back"), _("Back"), "back"),
        )
        self.query_one(KeyRow).show(hints, max(self.app.size.width - 4, 1))
        self.set_class(self.app.size.height < 10, "-tiny")


def plain_parser() -> MarkdownIt:
    """The parser of the reading screen: GitHub's Markdown, but addresses stay text and HTML is no markup."""
    parser = MarkdownIt("gfm-like", {"html": False, "linkify": False})
    return parser.disable(["link", "image", "autolink", "linkify"])
