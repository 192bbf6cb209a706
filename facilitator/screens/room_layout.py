"""The room's words as rows of a window of some size. Pure."""

from __future__ import annotations

from textual.content import Content

from facilitator.meeting.room.face import Face
from facilitator.screens.room_rows import Needs, plan
from facilitator.widgets.letters import LARGE_ROWS, SMALL_ROWS, drawn, drawn_large
from facilitator.words.language import gettext as _

WIDEST = 92
"""Cells that a line of text may have: longer ones are hard to read on a small picture of this window."""

PARTS: tuple[str, ...] = ("gap0", "top", "gap1", "name", "about", "gap2", "clock", "note", "gap5")
PARTS += ("turn", "notice", "gap3", "say", "gap4", "ask", "rest", "foot")
"""Everything there is to see, from top to bottom."""

Lines = list[str]


def lay_out(seen: Face, width: int, height: int) -> tuple[dict[str, str], dict[str, int]]:
    """Words and rows of each part, for so many cells and rows of text."""
    text = min(width, WIDEST)
    questions = [_question(one, text) for one in seen.ask]
    name_drawn = drawn(seen.name, width, lines=2) or ()
    # What the clock shows at its widest decides, so that nothing moves while it runs.
    widest = "0" * 2 if seen.quiet else "000:00"[-max(len(seen.clock), 5) :]
    has_clock = bool(seen.clock) or seen.quiet
    parts: dict[str, Lines] = {
        "top": _wrapped(" · ".join(filter(None, (seen.agenda, seen.place))), text)[:1],
        "name": _wrapped(seen.name, width)[:3],
        "about": _wrapped(seen.about, text),
        "note": _wrapped(seen.clock_note, text),
        "turn": _wrapped(seen.turn, width)[:1] or ([""] if seen.turns else []),
        "notice": _wrapped(seen.notice, text),
        "say": _wrapped(seen.say, text),
        "foot": _wrapped(_foot(seen), text)[:1],
    }
    needs = Needs(
        name=len(parts["name"]),
        name_drawn=len(name_drawn),
        clock=int(has_clock or bool(seen.clock_note)),
        clock_small=SMALL_ROWS if has_clock and drawn(widest, width) else 0,
        clock_large=LARGE_ROWS if has_clock and drawn_large(widest, width) else 0,
        note=len(parts["note"]),
        turn=len(parts["turn"]),
        notice=len(parts["notice"]),
        say=len(parts["say"]),
        ask=tuple(len(one) for one in questions),
        about=len(parts["about"]),
        top=len(parts["top"]),
    )
    shared = plan(needs, height)
    rows = {part: int(getattr(shared, part)) for part in PARTS if part not in ("ask", "rest")}
    asked = [line for one in questions[: shared.ask] for line in one]
    parts["ask"], rows["ask"] = asked, len(asked)
    rows["rest"] = max(height - sum(rows.values()), 0)
    words = {part: "\n".join(_cut(lines, rows[part], width)) for part, lines in parts.items()}
    if name_drawn and rows["name"] == len(name_drawn):
        words["name"] = "\n".join(name_drawn)
    words["clock"] = _clock(seen, rows["clock"], rows["note"], width)
    return words, rows


def _foot(seen: Face) -> str:
    if seen.goes_on:
        return _("q leaves this window. The meeting goes on.")
    return _("q leaves this window.")


def _wrapped(words: str, width: int) -> Lines:
    return [line.plain.rstrip() for line in Content(words).wrap(width)] if words else []


def _question(words: str, width: int) -> Lines:
    return [
        ("· " if not place else "  ") + line for place, line in enumerate(_wrapped(words, max(width - 2, 1)))
    ]


def _cut(lines: Lines, rows: int, width: int) -> Lines:
    """The first rows; where some are left out, the last that is shown says so."""
    if len(lines) <= rows or rows < 1:
        return lines[:rows]
    last = Content(lines[rows - 1]).truncate(width - 1).plain.rstrip() + "…"
    return [*lines[: rows - 1], last]


def _clock(seen: Face, rows: int, note_rows: int, width: int) -> str:
    if rows < 1:
        return ""
    if rows >= LARGE_ROWS:
        letters = drawn_large(seen.clock, width)
    elif rows >= SMALL_ROWS:
        letters = drawn(seen.clock, width)
    else:
        letters = None
    if letters is not None:
        return "\n".join(letters)
    whole = f"{seen.clock} {seen.clock_note}".strip()
    if rows > 1 or note_rows:
        return seen.clock
    if not seen.clock or Content(whole).cell_length <= width:
        return Content(whole).truncate(width, ellipsis=True).plain
    return f"+{seen.clock}" if seen.over else seen.clock
