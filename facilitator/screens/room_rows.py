"""Which part of the room's window gets how many rows. Pure.

The most important comes first: the stage, its clock, whose turn it is, what to do, the question. What does
not fit is left out from the end of that order; letters grow into rows that nothing more important needs.
"""

from __future__ import annotations

from msgspec import Struct

FOOT_FROM = 14
"""Rows from which the last one says how to leave."""

LOWEST = 5
"""Rows by which everything may move down in a tall window."""


class Needs(Struct, frozen=True, kw_only=True):
    """How many rows each part would fill at this width; 0: there is nothing to show, or no way to."""

    name: int
    """In plain letters."""
    name_drawn: int = 0
    clock: int = 0
    """1: there is a clock, or a note in its place."""
    clock_small: int = 0
    clock_large: int = 0
    note: int = 0
    turn: int = 0
    notice: int = 0
    say: int = 0
    ask: tuple[int, ...] = ()
    about: int = 0
    top: int = 0


class Rows(Struct, kw_only=True):
    """Rows of each part. A clock of one row shares it with its note."""

    gap0: int = 0
    top: int = 0
    gap1: int = 0
    name: int = 0
    about: int = 0
    gap2: int = 0
    clock: int = 0
    note: int = 0
    gap5: int = 0
    turn: int = 0
    notice: int = 0
    gap3: int = 0
    say: int = 0
    gap4: int = 0
    ask: int = 0
    """How many questions are shown; not rows."""
    foot: int = 0


def plan(needs: Needs, height: int) -> Rows:
    """Share out the rows of a window."""
    rows = Rows()
    left = height

    def grow(part: str, by: int, *, some: bool = False) -> None:
        """So many rows more, or none of them; with `some` as many as there are."""
        nonlocal left
        given = min(by, left) if some else by
        if 0 < given <= left:
            setattr(rows, part, getattr(rows, part) + given)
            left -= given

    def ask(upto: int) -> None:
        nonlocal left
        while rows.ask < min(upto, len(needs.ask)) and needs.ask[rows.ask] <= left:
            left -= needs.ask[rows.ask]
            rows.ask += 1

    grow("name", 1)
    grow("clock", needs.clock)
    grow("turn", needs.turn)
    grow("notice", needs.notice, some=True)
    grow("say", min(needs.say, 3), some=True)
    ask(1)
    if needs.clock_small and needs.clock_small - 1 + needs.note <= left:
        grow("clock", needs.clock_small - 1)
        grow("note", needs.note)
    grow("say", needs.say - rows.say)
    grow("name", (needs.name_drawn or needs.name) - rows.name)
    if rows.name == 1:
        grow("name", needs.name - 1)
    grow("gap1", 1 if needs.top else 0)
    grow("gap2", 1)
    grow("top", needs.top)
    grow("gap3", 1 if needs.say or needs.ask else 0)
    ask(len(needs.ask))
    grow("about", needs.about)
    grow("gap4", 1 if needs.say and rows.ask else 0)
    grow("gap5", 1 if needs.turn and rows.note else 0)
    grow("foot", 1 if height >= FOOT_FROM else 0)
    if needs.clock_small and rows.clock == needs.clock_small:
        grow("clock", needs.clock_large - needs.clock_small)
    if left >= 2 * LOWEST:
        grow("gap2", 1)
        grow("gap3", 1 if rows.gap3 else 0)
        grow("gap0", min(left // 3, LOWEST))
    return rows
