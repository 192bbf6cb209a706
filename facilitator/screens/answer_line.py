"""The line of the lobby in which one answer stands."""

from __future__ import annotations

from textual import events
from textual.message import Message
from textual.widgets import Input


class AnswerLine(Input):
    """One answer. A suggestion is selected, so that typing replaces it; an own answer is not."""

    DEFAULT_CSS = """
    AnswerLine {
        &:focus { background-tint: $foreground 0%; }
    }
    """

    class Asked(Message):
        """A key that the line leaves alone: up, tab, shift+tab, escape; with `arrows` left and right."""

        def __init__(self, key: str) -> None:
            super().__init__()
            self.key = key

    def __init__(self, id: str = "answer") -> None:
        super().__init__(id=id, compact=True, select_on_focus=False)
        self.cursor_blink = False
        self.arrows = False
        """Whether left and right choose among answers instead of moving the cursor."""

    def put(self, text: str, *, select: bool) -> None:
        """Put an answer into the line, selected or with the cursor behind it."""
        self.value = text
        if select and text:
            self.select_all()
        else:
            self.cursor_position = len(text)

    async def _on_key(self, event: events.Key) -> None:
        taken = {"up", "tab", "shift+tab", "escape", *(("left", "right") if self.arrows else ())}
        if event.key in taken:
            event.stop()
            event.prevent_default()
            self.post_message(self.Asked(event.key))

    def _on_paste(self, event: events.Paste) -> None:
        # A list with one name a line is as good as one with commas; nothing of it is lost.
        event.stop()
        event.prevent_default()
        text = ", ".join(line.strip() for line in event.text.splitlines() if line.strip())
        if not text:
            return
        if self.selection.is_empty:
            self.insert_text_at_cursor(text)
        else:
            self.replace(text, *self.selection)
