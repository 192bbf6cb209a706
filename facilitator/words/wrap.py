"""Breaking text into rows by the cells it takes: a Chinese character takes two."""

from __future__ import annotations


def wrapped(text: str, width: int) -> list[str]:
    """The text in rows of at most so many cells, broken between words, and inside those that are too long."""
    from rich.cells import cell_len, chop_cells

    rows: list[str] = []
    row = ""
    for word in text.split():
        longer = f"{row} {word}" if row else word
        if cell_len(longer) <= width:
            row = longer
            continue
        if row:
            rows.append(row)
        # Characters without a cell of their own (controls) may chop to nothing.
        *full, row = chop_cells(word, max(width, 2)) or [word]
        rows += full
    return [*rows, row] if row else rows
