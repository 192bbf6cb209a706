"""A label with words beside it, in a region that keeps its rows whatever the words are."""

from __future__ import annotations

from textual.content import Content
from textual.widget import Widget

from facilitator.widgets.wrapping import wrapped

LABEL = 7
"""Cells of the label before the words."""

NARROW = 40
"""Columns below which words take the label's place."""


class Labelled(Widget):
    """`Say    “…”`. Words are text, never markup; what does not fit ends in an ellipsis."""

    DEFAULT_CSS = "Labelled { height: 1; }"

    def __init__(
        self, label: str, id: str, label_style: str = "dim", words_style: str = "", beside: bool = False
    ) -> None:
        """`beside`: it shares its row, so that it is narrow on a wide screen too. There the label stays
        where it and the words fit."""
        super().__init__(id=id)
        self._beside = beside
        self._shown = ("", label)
        self._styles = (label_style, words_style)

    def show(self, words: str, label: str | None = None) -> None:
        """Show these words; nothing is painted when they are the same as before."""
        wanted = (words, self._shown[1] if label is None else label)
        if wanted != self._shown:
            self._shown = wanted
            self.refresh()

    @staticmethod
    def has_room(words: str, width: int, rows: int) -> bool:
        """Whether all of these words can be read in so many rows of `width` cells."""
        indent = LABEL if width >= NARROW else 0
        return len(wrapped(words, width - indent, rows + 1)) <= rows

    def render(self) -> Content:
        """The rows."""
        (words, label), (label_style, words_style) = self._shown, self._styles
        width, height = self.size
        fits = self._beside and LABEL + Content(words).cell_length <= width
        indent = LABEL if width >= NARROW or fits else 0
        rows = []
        for number, line in enumerate(wrapped(words, width - indent, height)):
            head = f"{label if number == 0 else '':<{indent}}"[:indent]
            rows.append(Content.assemble((head, label_style), (line, words_style)))
        return Content("\n").join(rows)
