"""What to hold in mind: the rule of the stage and its questions, in rows that never grow.

An item is shown whole or not at all; a card, or the private lines of a silence, take the questions' place.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from textual.content import Content
from textual.widget import Widget

LABEL = 7
"""Cells of the label before the words, as in `Labelled`."""

BETWEEN = "  ·  "


class Held(Struct, frozen=True):
    """Items under one label."""

    label: str
    items: tuple[str, ...]
    quiet: bool = False


def lay_out(held: Sequence[Held], width: int, rows: int) -> list[tuple[str, str, bool]]:
    """Rows of (label, words, quiet): every group gets at least one row where there is room, in order."""
    groups = [group for group in held if group.items]
    laid: list[tuple[str, str, bool]] = []
    for place, group in enumerate(groups):
        later = len(groups) - place - 1
        room = max(rows - len(laid) - later, 0)
        lines = _lines(group.items, max(width - LABEL, 8), room)
        laid += [(group.label if number == 0 else "", line, group.quiet) for number, line in enumerate(lines)]
    return laid[:rows]


def _lines(items: tuple[str, ...], width: int, rows: int) -> list[str]:
    """As many whole items as fit into the rows; of a first item that is too long, what fits."""
    if rows <= 0:
        return []
    chosen = items[0]
    for item in items[1:]:
        longer = chosen + BETWEEN + item
        if len(Content(longer).wrap(width)) > rows:
            continue
        chosen = longer
    wrapped = [str(line).rstrip() for line in Content(chosen).wrap(width)]
    if len(wrapped) > rows:
        wrapped = wrapped[:rows]
        wrapped[-1] = str(Content(wrapped[-1] + " …").truncate(width, ellipsis=True))
    return wrapped


class Hold(Widget):
    """The region for it on the live screen."""

    DEFAULT_CSS = "Hold { height: 3; }"

    def __init__(self, id: str = "hold") -> None:
        super().__init__(id=id)
        self._held: tuple[Held, ...] = ()

    def show(self, held: Sequence[Held]) -> None:
        """Show these groups; nothing is painted when they are the same as before."""
        if tuple(held) != self._held:
            self._held = tuple(held)
            self.refresh()

    def render(self) -> Content:
        """The rows."""
        rows = []
        for label, words, quiet in lay_out(self._held, self.size.width, self.size.height):
            rows.append(Content.assemble((f"{label:<{LABEL}}", "dim"), (words, "dim" if quiet else "")))
        return Content("\n").join(rows)
