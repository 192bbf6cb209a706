"""The footer: at most six keys, those that matter now, labelled with what they will do."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace
from textual.content import Content
from textual.widgets import Static

from facilitator.words.visible import visible

MOST = 6

SPARE = 6
"""From this rank on a key is only handy: it goes before the label of the first key is shortened."""


class KeyHint(Struct, frozen=True):
    """A key as people write it (`^N`), what it will do now, and the screen's action behind it."""

    key: str
    label: str
    action: str
    rank: int = 0
    """Where the row is too short, the keys of the highest rank are shortened first, then left out."""
    short: str = ""
    """The label where the row is too short for all; empty: there is no shorter one."""


def fitting(hints: Sequence[KeyHint], width: int, rest: KeyHint | None = None) -> tuple[list[KeyHint], str]:
    """The keys that fit into `width` cells, and the space between them.

    The space shrinks before a label does, and a label before a key is left out; the first key always stays.
    `rest` leads to all of them, and stands last where some are left out and it fits.
    """
    chosen = list(hints[:MOST])
    cut = len(chosen)
    for place in (place for place in _least_wanted(chosen) if place):
        if _cells(chosen, 2) > width:
            chosen[place] = _shortened(chosen[place])
    while len(chosen) > 1 and _cells(chosen, 2) > width:
        last = _least_wanted(chosen[1:])[0] + 1
        if chosen[last].rank < SPARE and chosen[0].short:
            # What the first key does is worth more than a key that is only handy, and less than any other.
            chosen[0] = replace(_shortened(chosen[0]), short="")
        else:
            del chosen[last]
    if rest is not None and len(chosen) < cut:
        with_rest = [*chosen, rest]
        if _cells(with_rest, 2) <= width:
            chosen = with_rest
    return chosen, " " * (3 if _cells(chosen, 3) <= width else 2)


def _shortened(hint: KeyHint) -> KeyHint:
    return replace(hint, label=hint.short or hint.label)


def _least_wanted(hints: Sequence[KeyHint]) -> list[int]:
    """The places of these keys, those of the highest rank first and of two that are alike the last."""
    return sorted(range(len(hints)), key=lambda place: (hints[place].rank, place), reverse=True)


def _cells(hints: Sequence[KeyHint], gap: int) -> int:
    words = sum(Content(f"{hint.key} {visible(hint.label)}").cell_length for hint in hints)
    return words + gap * max(len(hints) - 1, 0)


def action_of(hint: KeyHint) -> str:
    """The action as Textual finds it from anywhere: the screen's, unless it says that it is the app's."""
    return hint.action if hint.action.startswith("app.") else f"screen.{hint.action}"


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

    def show(self, hints: Sequence[KeyHint], width: int, rest: KeyHint | None = None) -> None:
        """Show these keys, as many as fit; nothing is painted when they are the same as before."""
        wanted = (tuple(hints[:MOST]), width)
        if wanted == self._shown:
            return
        self._shown = wanted
        hints_that_fit, gap = fitting(wanted[0], width, rest)
        parts = [
            Content.assemble(
                (hint.key, "bold $text-accent"),
                (f" {visible(hint.label)}", f"@click={action_of(hint)}"),
            )
            for hint in hints_that_fit
        ]
        self.update(Content(gap).join(parts).truncate(max(width, 0), ellipsis=True))
