"""Stillness: what is on the screen while everyone is silent. Nearly empty; nothing ticks."""

from __future__ import annotations

import math

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Digits, Static

from facilitator.session.guide import Guide, fill
from facilitator.session.state import State
from facilitator.words.language import gettext as _
from facilitator.words.language import ngettext

BAR = 30
"""Cells of the bar."""

STEP = 10.0
"""Seconds between two moves of the bar."""

LAST = 10.0
"""Seconds before the end at which people are called back and seconds are shown."""


class Stillness(Vertical):
    """Stage name, whole minutes, a slow bar, the questions; at the end the sentence that calls back."""

    DEFAULT_CSS = """
    Stillness {
        height: 1fr;
        align: center middle;
        & > Static { width: 100%; text-align: center; height: auto; }
        & > #still-name { text-style: bold; }
        & > #still-clock {
            width: 100%; text-align: center; height: 3; color: $text-accent; margin-top: 1;
        }
        & > #still-unit { color: $text-muted; margin-bottom: 1; }
        & > #still-bar { color: $text-accent; margin-bottom: 1; }
        & > #still-ask { color: $text; margin-bottom: 1; }
        & > #still-foot { color: $text-muted; }
        & > #still-say { text-style: bold; padding: 0 4; margin: 1 0; }
    }
    """

    def __init__(self, id: str = "stillness") -> None:
        super().__init__(id=id)
        self._shown: tuple[object, ...] = ()

    def compose(self) -> ComposeResult:
        """Everything there ever is to see here."""
        yield Static("", id="still-name", markup=False)
        yield Digits("", id="still-clock")
        yield Static("", id="still-unit", markup=False)
        yield Static("", id="still-say", markup=False)
        yield Static("", id="still-bar", markup=False)
        yield Static("", id="still-ask", markup=False)
        yield Static("", id="still-foot", markup=False)

    def show(self, state: State, guide: Guide, until: str) -> None:
        """Show this moment of the silence; only what changed is painted. `until` is a time of day."""
        left, length = guide.left, max(state.planned.get(state.stage, 0.0), 1.0)
        ending = left <= LAST
        if ending:
            number, unit = str(max(math.ceil(left), 0)), _("seconds")
        else:
            minutes = max(math.ceil(left / 60 - 1e-6), 1)
            number = str(minutes)
            unit = ngettext("minute", "minutes", minutes)
        gone = length - left
        cells = BAR if left <= 0 else min(int((gone // STEP) * STEP / length * BAR), BAR)
        over = left <= 0
        facts = (
            state.stage,
            number,
            unit,
            cells,
            ending,
            over,
            guide.paused,
            self.app.size.height - 6,
            self.app.size.width,
        )
        if facts == self._shown:
            return
        self._shown = facts
        small = self.app.size.height - 6 < 16
        name = _("{stage} is over").format(stage=guide.stage) if over else guide.stage
        self.query_one("#still-name", Static).update(name)
        clock = self.query_one("#still-clock", Digits)
        clock.display = not over and self.app.size.height - 6 >= 8
        clock.update(number)
        unit_row = self.query_one("#still-unit", Static)
        unit_row.display = not over
        unit_row.update(unit if clock.display else f"{number} {unit}")
        say = self.query_one("#still-say", Static)
        say.display = ending
        say.update("“" + fill(state, guide.say) + "”" if ending else "")
        bar = self.query_one("#still-bar", Static)
        bar.display = self.app.size.height - 6 >= 6
        bar.update("━" * cells + "╌" * (BAR - cells))
        ask = self.query_one("#still-ask", Static)
        ask.display = not ending and self.app.size.height - 6 >= 10
        ask.update(_in_columns(guide.ask, self.app.size.width, small))
        foot = self.query_one("#still-foot", Static)
        foot.display = not ending and self.app.size.height - 6 >= 12
        foot.update(
            _("The clock stands still.")
            if guide.paused
            else _("Cameras and microphones off until {time}. You will be called back.").format(time=until)
        )


def _in_columns(lines: tuple[str, ...], width: int, small: bool) -> str:
    """Two short lines side by side where they fit, else one below the other."""
    longest = max((len(line) for line in lines), default=0)
    gap = "" if small else "\n"
    if 2 * longest + 8 > width or len(lines) < 2:
        return ("\n" + gap).join(lines)
    pairs = [lines[place : place + 2] for place in range(0, len(lines), 2)]
    rows = ["        ".join(part.ljust(longest) for part in pair) for pair in pairs]
    return ("\n" + gap).join(rows)
