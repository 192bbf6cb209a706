"""The line of the close screen: ^Y copies there, which a text area has for something else."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType

from facilitator.widgets.line import CaptureLine


class ClosingLine(CaptureLine):
    """A capture line that leaves ^Y to its screen."""

    # With priority, the screen's ^Y would overtake what was typed before it.
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+y", "screen.copy", show=False)]
