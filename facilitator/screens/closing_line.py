"""The line of the close screen: the keys that copy and drop there are those of a text area elsewhere."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType

from facilitator.widgets.bound import bound
from facilitator.widgets.line import CaptureLine


class ClosingLine(CaptureLine):
    """A capture line that leaves the keys for copying and dropping to its screen."""

    # With priority, the screen's keys would overtake what was typed before them.
    BINDINGS: ClassVar[list[BindingType]] = [
        bound("close.copy", "screen.copy"),
        bound("close.drop", "screen.drop_step"),
    ]
