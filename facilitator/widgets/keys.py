"""The footer: at most six keys, those that matter now, labelled with what they will do."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from textual.content import Content
from textual.widgets import Static

from facilitator.words.visible import visible

MOST = 6


class KeyHint(Struct, frozen=True):
    """A key as people write it (`^N`), what it will do now, and the screen's action behind it."""

    key: str
    label: str
    action: str
    rank: int = 0
    """Where the row is too short, the keys of the highest rank are left out first."""


def fitting(hints: Sequence[KeyHint], width: int) -> tuple[list[KeyHint], str]:
    """The keys that fit into `width` cells, and the space between them.

    The space shrinks before a key is left out; the first key always stays.
    """
    chosen = list(hints[:MOST])
    for gap in (3, 2):
        if _cells(chosen, gap) <= width:
            return chosen, " " * gap
    while len(chosen) > 1 and _cells(chosen, 2) > width:
        last = max(range(1, len(chosen)), key=lambda place: (chosen[place].rank, place))
        del chosen[last]
    return chosen, " " * (3 if _cells(chosen, 3) <= width else 2)


def _cells(hints: Sequence[KeyHint], gap: int) -> int:
    words = sum(Content(f"{hint.key} {visible(hint.label)}").cell_length for hint in hints)
    return words + gap * max(len(hints) - 1, 0)


class KeyRow(Static):
    """One row of keys. A click on one does the same as the key."""

    DEFAULT_CSS = """
    KeyRow {
        height: 1;
        color: $text-muted;
        link-style: none;
        link-color: $text-muted;
        link-background: $background;
        link-background-hover: $panel;
        link-color-hover: $text;
        link-style-hover: none;
    }
    """

    def __init__(self, id: str = "keys") -> None:
        super().__init__("", id=id, markup=False)
        self._shown: tuple[tuple[KeyHint, ...], int] = ((), 0)

    def show(self, hints: Sequence[KeyHint], width: int) -> None:
        """Show these keys, as many as fit; nothing is painted when they are the same as before."""
        wanted = (tuple(hints[:MOST]), width)
        if wanted == self._shown:
            return
        self._shown = wanted
        hints_that_fit, gap = fitting(wanted[0], width)
        parts = [
            Content.assemble(
                (hint.key, "bold $text-accent"),
                (f" {visible(hint.label)}", f"@click=screen.{hint.action}"),
            )
            for hint in hints_that_fit
        ]
        self.update(Content(gap).join(parts).truncate(max(width, 0), ellipsis=True))
