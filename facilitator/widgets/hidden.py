"""A line whose letters nobody sees: for a password. It is apart from the line in which notes are typed."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.widgets import Input


class HiddenLine(Input):
    """Asks once: what was typed goes to `taker` at Enter, None at Esc. Nothing of it stays here."""

    BINDINGS: ClassVar[list[BindingType]] = [
        # Nothing of it can be copied out, and it has no past.
        Binding("ctrl+c,super+c", "nothing", show=False),
        Binding("ctrl+x", "nothing", show=False),
    ]

    DEFAULT_CSS = """
    HiddenLine {
        border: none;
        padding: 0;
        height: 1;
        width: 1fr;
        background: $background;
        &:focus { border: none; }
    }
    """

    def __init__(self, taker: Callable[[str | None], None]) -> None:
        super().__init__(password=True, compact=True, id="hidden")
        self._taker = taker

    def action_nothing(self) -> None:
        """A key that does nothing here."""

    async def _on_key(self, event: events.Key) -> None:
        if event.key not in ("enter", "ctrl+j", "escape"):
            await super()._on_key(event)
            return
        event.stop()
        event.prevent_default()
        typed = self.value if event.key != "escape" else None
        self.value = ""
        self._taker(typed)
