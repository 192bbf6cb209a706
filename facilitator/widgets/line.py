"""The capture line at the foot of the screen: always focused, as in a chat. It wraps to three rows."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.message import Message
from textual.widgets import TextArea


class CaptureLine(TextArea):
    """Where everything is typed. It knows nothing of marks or commands: it says what was done to it."""

    BINDINGS: ClassVar[list[BindingType]] = []

    DEFAULT_CSS = """
    CaptureLine {
        border: none;
        padding: 0;
        height: 1;
        background: $background;
        scrollbar-size: 0 0;
        &:focus { border: none; }
        & .text-area--cursor-line { background: $background; }
    }
    """

    class Sent(Message):
        """Enter was pressed on this text."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    class Pasted(Message):
        """Several lines were pasted at once; what was typed before stays in the line."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    class Asked(Message):
        """A key that the line itself does not use: tab, shift+tab, up, pageup, pagedown, escape."""

        def __init__(self, key: str) -> None:
            super().__init__()
            self.key = key

    def __init__(self, id: str = "line") -> None:
        super().__init__(
            id=id,
            soft_wrap=True,
            show_line_numbers=False,
            highlight_cursor_line=False,
            compact=True,
            tab_behavior="focus",
        )
        self.taker: Callable[[str], None] | None = None
        """What takes the text at Enter, before the next key is read, so that no key typed ahead falls into a
        line that is on its way. Without one, `Sent` is posted."""
        self.asker: Callable[[str], None] | None = None
        """The same for tab, shift+tab, up, pageup, pagedown and escape, which the line leaves alone."""
        self.locked = False
        """While True (covered screen) nothing can be typed."""

    def put(self, text: str) -> None:
        """Put a text into the line, the cursor behind it."""
        self.text = text
        self.move_cursor(self.document.end)

    async def _on_key(self, event: events.Key) -> None:
        key = event.key
        if key == "enter":
            self._take(event)
            if self.locked:
                return
            if self.taker is not None:
                self.taker(self.text)
            else:
                self.post_message(self.Sent(self.text))
        elif key in ("tab", "shift+tab", "pageup", "pagedown", "escape") or (key == "up" and not self.text):
            self._take(event)
            self._ask(key)
        elif self.locked and event.is_printable:
            self._take(event)
            self._ask("typed")
        else:
            await super()._on_key(event)

    def _ask(self, key: str) -> None:
        if self.asker is not None:
            self.asker(key)
        else:
            self.post_message(self.Asked(key))

    @staticmethod
    def _take(event: events.Key) -> None:
        event.stop()
        event.prevent_default()

    async def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        if self.locked:
            return
        if len(event.text.splitlines()) > 1:
            self.post_message(self.Pasted(event.text))
        else:
            self.insert(event.text.rstrip("\r\n"))
