"""The bare Textual app that facilitator is held against: Header, Digits, Input, Footer.

`python -m benchmarks.reference_app` shows it; with `--tick` the digits change once a second.
"""

from __future__ import annotations

import sys

from textual.app import App, ComposeResult
from textual.widgets import Digits, Footer, Header, Input

READY = ("Reference", "type here", "Leave")
"""What is on its screen once all of it is there: header, input, footer."""


class ReferenceApp(App[None]):
    """Nothing but the four widgets."""

    TITLE = "Reference"
    BINDINGS = [("ctrl+q", "quit", "Leave")]

    def __init__(self, tick: bool) -> None:
        super().__init__()
        self.tick = tick
        self.seconds = 0

    def compose(self) -> ComposeResult:
        yield Header()
        yield Digits("12:34")
        yield Input(placeholder="type here")
        yield Footer()

    def on_mount(self) -> None:
        self.query_one(Input).focus()
        if self.tick:
            self.set_interval(1.0, self.count)

    def count(self) -> None:
        self.seconds += 1
        self.query_one(Digits).update(f"{self.seconds // 60:02d}:{self.seconds % 60:02d}")


if __name__ == "__main__":
    ReferenceApp(tick="--tick" in sys.argv).run()
