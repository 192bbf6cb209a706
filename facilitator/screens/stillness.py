"""Stillness: what is on the screen while everyone is silent. Nearly empty; nothing ticks."""

from __future__ import annotations

import math

from msgspec import Struct
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Digits, Static

from facilitator.session.guide import Guide
from facilitator.session.state import State
from facilitator.session.timing import elapsed, stay
from facilitator.widgets.wrapping import one_row, wrapped
from facilitator.words.durations import clock
from facilitator.words.language import gettext as _
from facilitator.words.language import ngettext
from facilitator.words.visible import visible

BAR = 30
"""Cells of the bar; it moves by half cells."""

STEP = 10.0
"""Seconds between two moves of the bar."""

LAST = 10.0
"""Seconds before the end at which people are called back and seconds are shown."""

OPENING = 20.0
"""Seconds for which the sentence that opens the silence can be read."""


class StillRows(Struct, frozen=True, kw_only=True):
    """Rows of each part, from top to bottom; the same from the first second of a silence to its end."""

    name: int = 0
    clock: int = 0
    unit: int = 1
    say: int = 0
    bar: int = 0
    ask: int = 0
    foot: int = 0
    air: int = 0
    """Empty rows under unit, sentence, bar and questions each."""


def still_rows(room: int, ask: int) -> StillRows:
    """The rows of each part where there are `room` rows in all and the questions need `ask` of them."""
    rows = {"unit": 1}
    left = room - 1
    wanted = (("say", 2), ("name", 1), ("bar", 1), ("ask", ask), ("clock", 3), ("foot", 1), ("say", 1))
    for name, count in wanted:
        given = min(count, left) if name == "say" else count
        if 0 < given <= left:
            rows[name] = rows.get(name, 0) + given
            left -= given
    rows["air"] = 1 if left >= 4 else 0
    return StillRows(**rows)


def time_words(seen: Guide) -> tuple[str, str]:
    """How time stands, as a number and what it counts: whole minutes, seconds at the end, then up again."""
    if seen.left <= 0:
        return clock(int(-seen.left)), _("over the time")
    if seen.left <= LAST:
        seconds = math.ceil(seen.left - 1e-6)
        return str(seconds), ngettext("second", "seconds", seconds)
    minutes = math.ceil(seen.left / 60 - 1e-6)
    return str(minutes), ngettext("minute", "minutes", minutes)


def bar_words(gone: float, length: float) -> str:
    """The bar after so many of `length` seconds: it moves every ten seconds, by half cells."""
    share = 1.0 if gone >= length else (gone // STEP) * STEP / length
    halves = min(int(share * BAR * 2), BAR * 2)
    full, half = divmod(halves, 2)
    return "━" * full + "╸" * half + "╌" * (BAR - full - half)


def in_columns(lines: tuple[str, ...], width: int) -> list[str]:
    """The questions: two short ones side by side where they fit, else one below the other."""
    cells = [Content(visible(line)).cell_length for line in lines]
    longest = max(cells, default=0)
    if 2 * longest + 8 > width or len(lines) < 2:
        return [one_row(line, width) for line in lines]
    pairs = [lines[place : place + 2] for place in range(0, len(lines), 2)]
    return ["        ".join(one_row(part, longest, pad=True) for part in pair) for pair in pairs]


class Stillness(Vertical):
    """Stage name, whole minutes, a slow bar, the questions; at the end the sentence that calls back."""

    DEFAULT_CSS = """
    Stillness {
        height: 1fr;
        align: center middle;
        & > Static { width: 100%; text-align: center; height: 1; }
        & > #still-name { text-style: bold; }
        & > #still-clock { width: 100%; text-align: center; height: 3; color: $text-accent; }
        & > #still-unit { color: $text-muted; }
        & > #still-bar { color: $text-accent; }
        & > #still-ask { color: $text; }
        & > #still-foot { color: $text-muted; }
        & > #still-say { text-style: bold; }
    }
    """

    def __init__(self, id: str = "stillness") -> None:
        super().__init__(id=id)
        self._rows: StillRows | None = None
        self._shown: dict[str, str] = {}

    def compose(self) -> ComposeResult:
        """Everything there ever is to see here."""
        yield Static("", id="still-name", markup=False)
        yield Digits("", id="still-clock")
        yield Static("", id="still-unit", markup=False)
        yield Static("", id="still-say", markup=False)
        yield Static("", id="still-bar", markup=False)
        yield Static("", id="still-ask", markup=False)
        yield Static("", id="still-foot", markup=False)

    def show(self, state: State, seen: Guide, t: float, until: str, size: tuple[int, int]) -> None:
        """Show this moment of the silence in `size` (columns, rows); only what changed is painted.

        `t` is the session's time, `until` the time of day at which the silence ends.
        """
        width, room = size
        ask = in_columns(seen.ask, width)
        self._lay_out(still_rows(room, len(ask)))
        rows = self._rows or StillRows()
        number, unit = time_words(seen)
        over = seen.left <= 0
        name = _("{stage} is over").format(stage=seen.stage) if over else seen.stage
        self._put("name", one_row(name, width))
        self._put("clock", number)
        self._put("unit", unit if rows.clock else f"{number} {unit}")
        speaking = stay(state, t) < OPENING or seen.left <= LAST
        wide = max(min(width - 4, 76), min(width, 20))
        self._put("say", "\n".join(wrapped(f"“{seen.say}”", wide, rows.say)) if speaking else "")
        length = max(state.planned.get(state.stage, 0.0), 1.0)
        self._put("bar", bar_words(elapsed(state, t), length)[: max(width, 0)])
        self._put("ask", "\n".join(ask))
        off = state.find_stage(state.stage).cameras == "off" and state.agenda.place == "video"
        sentence = (
            _("Cameras and microphones off until {time}. We call you back.")
            if off
            else _("Quiet until {time}. You will be called back.")
        )
        foot = sentence.format(time=until)
        if seen.paused:
            foot = _("The clock stands still.")
        self._put("foot", "" if over else one_row(foot, width))

    def _lay_out(self, rows: StillRows) -> None:
        if rows == self._rows:
            return
        self._rows = rows
        for name in ("name", "clock", "unit", "say", "bar", "ask", "foot"):
            part, count = self.query_one(f"#still-{name}"), getattr(rows, name)
            part.display = count > 0
            part.styles.height = count
            part.styles.margin = (0, 0, rows.air if name in ("unit", "say", "bar", "ask") else 0, 0)

    def _put(self, name: str, words: str) -> None:
        if self._shown.get(name) == words:
            return
        self._shown[name] = words
        part = self.query_one(f"#still-{name}")
        if isinstance(part, Digits | Static):
            part.update(words)
