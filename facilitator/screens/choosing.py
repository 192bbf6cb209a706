"""What the line waits with: a day that has two readings, or a paste that can be several lines or one. Pure.

The hint row asks. Tab turns, Enter keeps what is shown, Esc goes back to the line. Whoever types on begins
the next line: the one that waits is kept as it was typed, so that no question takes a line. A paste is kept
before anything is asked, so no answer can lose it.
"""

from __future__ import annotations

from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from facilitator.capture.line import Kept
from facilitator.capture.sentences import which_day
from facilitator.session.intents import Capture
from facilitator.settings.model import USUAL
from facilitator.words.dates import SAME, Times
from facilitator.words.language import gettext as _
from facilitator.words.language import ngettext
from facilitator.words.visible import visible

UNDO = USUAL.key("live.undo")


class WhichDay(Struct, frozen=True):
    """The line `text` waits: its day has two readings, of which the one at `at` is chosen.

    `as_typed`: nobody said which, and it is kept with the day in its words and no due date.
    """

    text: str
    kept: Kept
    at: int = 0
    as_typed: bool = False

    def turned(self) -> WhichDay:
        """The other reading."""
        return replace(self, at=1 - self.at)

    @property
    def chosen(self) -> Capture:
        """The line with the day that is chosen."""
        if self.kept.doubt is None or self.as_typed:
            return self.kept.intent
        return self.kept.doubt.choices[self.at]

    def said(self, number: int) -> tuple[str, ...]:
        """What there is to say once the line is kept under this number."""
        return self.kept.said(number) if self.as_typed else self.kept.remarks

    def sentence(self, times: Times = SAME) -> str:
        """`next Tue: 24 Nov or 1 Dec? Enter: Tuesday 24 November 2026 · Tab turns`."""
        if self.kept.doubt is None:
            return ""
        day = times.day(date.fromisoformat(self.chosen.due))
        asked = visible(which_day(self.kept.doubt.when))
        return _("{question} Enter: {day} · Tab turns").format(question=asked, day=day)


class OneOrSeveral(Struct, frozen=True):
    """A paste that was kept as several lines, or as `one`; `cause` is under which it was kept."""

    lines: tuple[str, ...]
    """As pasted, without blank ones."""
    pod_only: bool
    cause: str
    one: bool = False

    def sentence(self, undo: str = UNDO) -> str:
        """What it is now, and what the keys make of it."""
        return f"{self.is_kept(undo)} {self.keys()}"

    def is_kept(self, undo: str = UNDO) -> str:
        """What it was kept as; `undo` is how the key is named that takes it back."""
        if self.one:
            return _("Kept as 1 line. {undo} takes it back.").format(undo=undo)
        count = len(self.lines)
        said = ngettext("{n} line is kept.", "{n} lines are kept.", count).format(n=count)
        return f"{said} " + _("{undo} takes all of it back.").format(undo=undo)

    def keys(self) -> str:
        """What Tab makes of it; empty where one line was pasted."""
        if self.one:
            return _("Tab: {n} lines.").format(n=len(self.lines))
        return _("Tab: one line instead.") if len(self.lines) > 1 else ""
