"""The row under the line. A sentence too long for it begins in rows that the line leaves empty."""

from __future__ import annotations

from textual.content import Content
from textual.visual import VisualType
from textual.widgets import Static

from facilitator.words.visible import visible


class Hint(Static):
    """One row that never moves. `content` is the whole sentence, also while only its end is painted here."""

    def __init__(self) -> None:
        super().__init__("", id="hint", markup=False)
        self._above: tuple[str, ...] = ()
        self._end: Content | None = None

    def begin_in(self, above: Static, words: str, width: int, rows: int) -> None:
        """Put the beginning of a sentence of more than `width` cells into `rows` empty rows.

        `above` shows them. Nothing is painted when it is the same as before.
        """
        parts = Content(visible(words)).wrap(width) if words else []
        more = max(min(len(parts) - 1, rows), 0)
        end = Content(" ").join(parts[more:]) if more else None
        begun = tuple(part.plain.rstrip() for part in parts[:more])
        if begun != self._above:
            self._above = begun
            above.display = more > 0
            above.styles.height = max(more, 1)
            above.update(Content("\n".join(begun)))
        if end != self._end:
            self._end = end
            self.refresh()

    def render(self) -> VisualType:
        """What of the sentence is painted in this row."""
        return super().render() if self._end is None else self._end
