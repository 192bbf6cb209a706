"""The line of the close screen: ^Y copies and ^X drops there, which a text area has for something else."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType

from facilitator.widgets.line import CaptureLine


class ClosingLine(CaptureLine):
    """A capture line that leaves ^Y and ^X to its screen."""

    # With priority, the screen's keys would overtake what was typed before them.
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+y", "screen.copy", show=False),
        Binding("ctrl+x", "screen.drop_step", show=False),
    ]
