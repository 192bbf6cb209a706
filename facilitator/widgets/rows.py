"""Which region of the live screen gets how many rows. Pure.

Small screens drop regions from the end of the order of importance (stage and clock, what to say, whose turn,
rule and questions, the end, what comes next, notes), never the line, its hint or the clock.
"""

from __future__ import annotations

from msgspec import Struct

RAIL_FROM = 100
"""Columns from which people and running order stand beside the stage."""

RAIL_WIDTH = 38
"""Columns of that rail."""

BIG_CLOCK_FROM = 40
"""Columns from which the clock has large digits (15 cells) beside the stage's name."""

_ORDER: tuple[tuple[str, int], ...] = (
    ("say", 2),
    ("header", 1),
    ("keys", 1),
    ("turn", 1),
    ("stage", 3),
    ("say", 1),
    ("hold", 2),
    ("pace", 1),
    ("divider", 1),
    ("notes", 2),
    ("line", 2),
    ("divider2", 1),
    ("hold", 1),
    ("notes", 2),
    ("gap", 1),
    ("turn", 1),
    ("say", 1),
    ("gap2", 1),
    ("notes", 3),
    ("hold", 1),
    ("gap3", 1),
    ("say", 1),
)


class Rows(Struct, frozen=True, kw_only=True):
    """Rows of each region. `stage` is 1 (all in one row, small clock) or 4 (large digits)."""

    header: int = 0
    stage: int = 1
    say: int = 0
    turn: int = 0
    hold: int = 0
    pace: int = 0
    divider: int = 0
    notes: int = 0
    divider2: int = 0
    line: int = 1
    hint: int = 1
    keys: int = 0
    gap: int = 0
    gap2: int = 0
    gap3: int = 0

    @property
    def big_clock(self) -> bool:
        """Whether the clock has large digits."""
        return self.stage > 1

    @property
    def foot(self) -> int:
        """Rows under the regions of the stage: from the line above the capture line to the keys."""
        return self.gap3 + self.divider2 + self.line + self.hint + self.keys


def plan_rows(width: int, height: int) -> Rows:
    """The rows of each region on a screen of that size; together no more than `height` (from 3 on)."""
    rows = {"stage": 1, "line": 1, "hint": 1}
    left = height - 3
    for name, wanted in _ORDER:
        if left <= 0:
            break
        if name == "stage" and width < BIG_CLOCK_FROM:
            continue
        if name == "stage" and left < wanted:
            # Nothing that a screen one row higher would take away again for the large digits.
            rows["say"] += left
            return Rows(**rows)
        given = min(wanted, left)
        rows[name] = rows.get(name, 0) + given
        left -= given
    if left > 0:
        rows["notes"] = rows.get("notes", 0) + left
    return Rows(**rows)


def has_rail(width: int, height: int) -> bool:
    """Whether there is room for the rail."""
    return width >= RAIL_FROM and height >= 20
