"""Words cut to a region that keeps its rows: what does not fit ends in an ellipsis. Widths are cells."""

from __future__ import annotations

from textual.content import Content

from facilitator.words.visible import visible


def wrapped(text: str, width: int, rows: int) -> list[str]:
    """At most `rows` lines of at most `width` cells; the last ends in "…" where words are left over."""
    if rows <= 0 or width <= 0:
        return []
    lines = [str(line).rstrip() for line in Content(visible(text)).wrap(width)]
    if len(lines) > rows:
        lines = [*lines[: rows - 1], one_row(lines[rows - 1] + " …", width)]
        if not lines[-1].endswith("…"):
            lines[-1] = one_row(lines[-1] + "…", width)
    return lines


def one_row(text: str, width: int, *, pad: bool = False) -> str:
    """The text in one row of `width` cells, with "…" where it is longer; filled with spaces if wanted."""
    return str(Content(visible(text)).truncate(max(width, 0), ellipsis=True, pad=pad))


def apart(left: str, right: str, width: int) -> str:
    """One row with words at both ends. Those on the right stay whole; the others are cut where they must."""
    room = max(width - Content(right).cell_length - 1, 0)
    return one_row(f"{one_row(left, room, pad=True)} {right}", width)
