"""The capture line at the foot of the screen: always focused, as in a chat. It wraps to three rows."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.message import Message
from textual.strip import Strip
from textual.widgets import TextArea

ASKS = ("tab", "shift+tab", "pageup", "pagedown", "escape")
"""Keys that the line leaves to the screen; `up` and `backspace` while it is empty, `right` where it ends."""

MOVES = ("shift+up", "shift+down", "alt+up", "alt+down")
"""Keys that the line leaves to the screen while nothing was typed into the note that stands in it."""

WALKS = ("up", "down")
"""The same while nothing at all of it was changed."""

JOINS, DIVIDES = "backspace", "ctrl+j"
"""Then these as well: the one at its start, the other between its first character and its last."""

SENDS = ("enter", "ctrl+j")
"""A terminal without bracketed paste gives line ends as either."""


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
        """A key that the line has no use for now: one of `ASKS` or `MOVES`, `up`, `backspace` or `right`."""

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
        # A blinking cursor paints twice a second, and in a silence nothing ticks.
        self.cursor_blink = False
        self.taker: Callable[[str], None] | None = None
        """What takes the text at Enter, before the next key is read, so that no key typed ahead falls into a
        line that is on its way. Without one, `Sent` is posted."""
        self.asker: Callable[[str], None] | None = None
        """The same for the keys that the line leaves alone, without one `Asked`; and `locked` for a key that
        would have been typed into a locked line."""
        self.paster: Callable[[str], None] | None = None
        """The same for a paste of several lines; without one, `Pasted`."""
        self.first: Callable[[str], bool] | None = None
        """Asked about the first character of a line; True when it meant something else and is not typed."""
        self.ahead: Callable[[str], None] | None = None
        """Called with what is about to be put behind what stands in the line: a line that waits to be taken
        is taken then, and a refused one gives way, so that what is typed next is a line of its own."""
        self.watcher: Callable[[], None] | None = None
        """Called after every key, so that a key bound to something finds what was typed before it known."""
        self.browsed = False
        """Whether keys that go up and down are for the screen: a note stands in the line as it was kept."""
        self.turned = False
        """Whether keys that move the note are for the screen still: only its kind was changed, by a key."""
        self._locked = False

    @property
    def locked(self) -> bool:
        """While True (covered screen) nothing can be typed, and nothing of the line is to be seen."""
        return self._locked

    @locked.setter
    def locked(self, locked: bool) -> None:
        self._locked = self.read_only = locked
        self.refresh()

    def put(self, text: str) -> None:
        """Put a text into the line, the cursor behind it."""
        self.text = text
        self.move_cursor(self.document.end)

    def render_line(self, y: int) -> Strip:
        """A row of the line; an empty one while it is locked."""
        return Strip.blank(self.size.width, self.rich_style) if self._locked else super().render_line(y)

    async def _on_key(self, event: events.Key) -> None:
        key = event.key
        if self._locked and key not in ("escape", "pageup", "pagedown"):
            # Keys that are bound elsewhere go on; what would change the line does not.
            if event.is_printable or key in (*SENDS, *ASKS, "up", "backspace", "delete", "space"):
                self._take(event)
                self._ask("locked")
        elif key in SENDS and not self._divides(key):
            self._take(event)
            if self.taker is not None:
                self.taker(self.text)
            else:
                self.post_message(self.Sent(self.text))
        elif key in ASKS or self._leaves(key):
            self._take(event)
            self._ask(key)
        elif event.is_printable:
            self._go_ahead(event.character or "")
            if not self.text and self._is_taken(event.character or ""):
                self._take(event)
            else:
                await super()._on_key(event)
        else:
            await self._act(event)
        if self.watcher is not None:
            self.watcher()

    def _leaves(self, key: str) -> bool:
        """Whether the line, as it is now, has no use of its own for this key."""
        if key == "right":
            return bool(self.text) and self.cursor_location == self.document.end
        if not self.text:
            return key in ("up", "backspace") or (self.browsed and key in (*WALKS, *MOVES))
        if self.browsed:
            joins = key == JOINS and self.cursor_location == (0, 0) and self.selection.is_empty
            return key in (*WALKS, *MOVES) or joins or self._divides(key)
        return self.turned and key in MOVES

    def _divides(self, key: str) -> bool:
        ends = ((0, 0), self.document.end)
        return key == DIVIDES and self.browsed and self.cursor_location not in ends

    async def _act(self, event: events.Key) -> None:
        """Carry out what the key is bound to, here or further up, before the next key is read.

        Left alone, such a key would act only after it has passed through the app, and text typed right behind
        it would be in the line before.
        """
        bound = self.screen.active_bindings.get(event.key)
        if bound is None or bound.binding.priority or not bound.enabled:
            return
        self._take(event)
        await self.app.run_action(bound.binding.action, bound.node)

    def _go_ahead(self, more: str) -> None:
        if self.ahead is not None and self.text and self.cursor_location == self.document.end:
            self.ahead(more)

    def _is_taken(self, character: str) -> bool:
        return self.first is not None and self.first(character)

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
        if self._locked:
            self._ask("locked")
        elif len(event.text.splitlines()) <= 1:
            self._go_ahead(event.text.rstrip("\r\n"))
            self.insert(event.text.rstrip("\r\n"))
        elif self.paster is not None:
            self.paster(event.text)
        else:
            self.post_message(self.Pasted(event.text))
