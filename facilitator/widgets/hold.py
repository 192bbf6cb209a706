"""What to hold in mind: the rule of the stage and its questions, in rows that never grow.

An item is shown whole or not at all; a card, or the private lines of a silence, take the questions' place.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from textual.content import Content
from textual.widget import Widget

from facilitator.widgets.labelled import LABEL
from facilitator.widgets.wrapping import wrapped

BETWEEN = "  ·  "


class Held(Struct, frozen=True):
    """Items under one label."""

    label: str
    items: tuple[str, ...]
    quiet: bool = False
    more: str = ""
    """How to see the items for which there is no room."""
    whole: bool = False
    """Whether it comes before all others: a card must be read to its end."""


def lay_out(held: Sequence[Held], width: int, rows: int) -> list[tuple[str, str, bool]]:
    """Rows of (label, words, quiet), at most `rows`.

    The first group is shown in full where it can be, then the next; each gets a row where all can have one.
    A `whole` group comes before the others: it takes the rows it needs even if nothing is left for them.
    """
    groups = [group for group in held if group.items]
    laid: list[tuple[str, str, bool]] = []
    for place, group in enumerate(groups):
        later = 0 if group.whole else len(groups) - place - 1
        room = rows - len(laid)
        lines = _lines(group, max(width - LABEL, 8), max(room - later, min(room, 1)))
        laid += [(group.label if number == 0 else "", line, group.quiet) for number, line in enumerate(lines)]
    return laid


def _lines(group: Held, width: int, rows: int) -> list[str]:
    """As many whole items as fit into the rows; of a first item that is too long, what fits.

    Where items are left out the group's `more` says how to see them, if there is room for that.
    """
    if rows <= 0:
        return []

    def fits(words: Sequence[str]) -> bool:
        return len(wrapped(BETWEEN.join(words), width, rows + 1)) <= rows

    chosen = list(group.items[:1])
    for item in group.items[1:]:
        if fits([*chosen, item]):
            chosen.append(item)
    if group.more and len(chosen) < len(group.items):
        shown = chosen
        while shown and not fits(chosen := [*shown, f"+{len(group.items) - len(shown)} {group.more}"]):
            shown = shown[:-1]
    return wrapped(BETWEEN.join(chosen), width, rows)


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
