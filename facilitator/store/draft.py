"""`draft.txt`: the line being typed, so that a killed window gives it back."""

from __future__ import annotations

from pathlib import Path

from facilitator.store.atomic import write_whole
from facilitator.store.places import DRAFT
from facilitator.store.whole import read_whole


class Draft:
    """The half-typed line of one session. For one thread."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / DRAFT
        self._written: str | None = None

    def read(self) -> str:
        """The line as it was left; empty where there is none. Raises StoreTrouble."""
        data = read_whole(self.path)
        if data is None:
            return ""
        # A power cut may leave zeros where words should be; what is no UTF-8 shows as U+FFFD.
        return data.rstrip(b"\0").decode("utf-8", "replace")

    def write(self, text: str) -> None:
        """Keep the line as it stands. Raises StoreTrouble; the old line is then still there.

        Nothing is done when this `Draft` wrote the same line last.
        """
        if text == self._written:
            return
        self._written = None
        write_whole(self.path, text.encode("utf-8", "replace"))
        self._written = text

    def empty(self) -> None:
        """Let the line go, on the disk too: it was kept as an event, or struck. Raises StoreTrouble."""
        self._written = None
        self.write("")
