"""An answer whose day has two readings waits, as such a line does: Tab turns, Enter keeps one. Pure."""

from __future__ import annotations

from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from facilitator.capture.sentences import which_day
from facilitator.capture.steps import day_at_end
from facilitator.capture.when import Either, read_any_day
from facilitator.words.dates import SAME, Times
from facilitator.words.language import gettext as _
from facilitator.words.visible import visible


class WhichAnswer(Struct, frozen=True):
    """The answer `text` waits: its day, from `start` on, has two readings; that at `at` is chosen."""

    text: str
    start: int
    either: Either
    at: int = 0

    def turned(self) -> WhichAnswer:
        """The other reading."""
        return replace(self, at=1 - self.at)

    @property
    def day(self) -> date:
        """The day that is chosen."""
        return self.either.second if self.at else self.either.first

    @property
    def settled(self) -> str:
        """The answer with the chosen day in place of the words."""
        return f"{self.text[: self.start]}by {self.day.isoformat()}".strip()

    @property
    def question(self) -> str:
        """`next Tue: 24 Nov or 1 Dec?`."""
        return visible(which_day(self.either))

    def sentence(self, times: Times = SAME) -> str:
        """The question, and what the keys do."""
        said = _("{question} Enter: {day} · Tab turns")
        return said.format(question=self.question, day=times.day(self.day))


def which_answer(text: str, today: date, *, whole: bool) -> WhichAnswer | None:
    """What an answer waits with; None where its day is clear, or there is none.

    `whole`: all of the answer is a day; else it may stand at its end, behind names or words.
    """
    if whole:
        found, start = read_any_day(text, today), 0
    else:
        start, found = day_at_end(text.rstrip(), today)
    return WhichAnswer(text, start, found) if isinstance(found, Either) else None
