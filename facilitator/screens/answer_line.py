"""The line of the lobby in which one answer stands."""

from __future__ import annotations

from collections.abc import Callable

from textual import events
from textual.widgets import Input
from textual.widgets.input import Selection


class AnswerLine(Input):
    """One answer. A suggestion is selected, so that typing replaces it; an own answer is not."""

    DEFAULT_CSS = """
    AnswerLine {
        &:focus { background-tint: $foreground 0%; }
    }
    """

    def __init__(
        self, taker: Callable[[str], None], asker: Callable[[str], None], id: str = "answer"
    ) -> None:
        """`taker` is called with the text at Enter, `asker` with the name of each key the line leaves alone:
        up, tab, shift+tab, escape, and left and right with `arrows`.

        They are called before the next key is read, so that a key typed ahead never falls into an answer that
        is on its way.
        """
        super().__init__(id=id, compact=True, select_on_focus=False)
        self.cursor_blink = False
        self._taker, self._asker = taker, asker
        self.arrows = False
        """Whether left and right choose among answers instead of moving the cursor."""

    def put(self, text: str, *, select: bool) -> None:
        """Put an answer into the line, selected or with the cursor behind it."""
        self.value = text
        if select and text:
            # The cursor at the front: of a long list the beginning is seen.
            self.selection = Selection(len(text), 0)
        else:
            self.cursor_position = len(text)

    async def _on_key(self, event: events.Key) -> None:
        key = event.key
        if key == "enter":
            self._stop(event)
            self._taker(self.value)
        elif key in ("up", "tab", "shift+tab", "escape") or (self.arrows and key in ("left", "right")):
            self._stop(event)
            self._asker(key)

    @staticmethod
    def _stop(event: events.Event) -> None:
        event.stop()
        event.prevent_default()

    def _on_paste(self, event: events.Paste) -> None:
        # A list with one name a line is as good as one with commas; nothing of it is lost.
        self._stop(event)
        text = ", ".join(line.strip() for line in event.text.splitlines() if line.strip())
        if not text:
            return
        if self.selection.is_empty:
            self.insert_text_at_cursor(text)
        else:
            self.replace(text, *self.selection)
