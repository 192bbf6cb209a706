"""The round before a text leaves the pod, at the close screen: question by question, then the whole text.

The questions are those of `facilitator beyond`; here each is shown as a sheet, and answered at the line. What
was decided is kept at once, so that the round can be left and taken up again. Knows no Textual.
"""

from __future__ import annotations

from pathlib import Path

from facilitator.beyond.desk import Asked, Desk
from facilitator.beyond.questions import questions
from facilitator.meeting.meeting import Meeting
from facilitator.minutes.beyond.plain import numbered
from facilitator.screens.effects import Effect
from facilitator.session import intents as it
from facilitator.session.refused import Refused
from facilitator.session.state import State
from facilitator.store.trouble import StoreError
from facilitator.words.language import gettext as _
from facilitator.words.visible import visible


class BeyondRound:
    """One walk through the questions. `over` once the text may go, or somebody has not said yes."""

    def __init__(self, meeting: Meeting, home: Path) -> None:
        """Raises StoreError where what the pod has decided cannot be read."""
        self._meeting = meeting
        self._said: list[str] = []
        self._desk = Desk(
            home, meeting.folder, meeting.state, meeting.clock, lambda: None, self._said.append, self._record
        )
        self._asking = questions(self._desk)
        self._sheet: tuple[str, ...] = ()
        self.asked: Asked | None = None
        self.how = ""
        """What Enter does with the answer."""

    @property
    def over(self) -> bool:
        """Whether nothing is asked any more."""
        return self.asked is None

    @property
    def word(self) -> str:
        """What is asked, in a word, for the place left of the line."""
        if self.asked is None:
            return ""
        words = {
            "people": _("These words?"),
            "words": _("Instead?"),
            "text": _("The whole text?"),
            "yes": _("Who said yes?"),
        }
        return words[self.asked]

    @property
    def suggestion(self) -> str:
        """What Tab writes: the name of whose yes is asked for."""
        waiting = self._desk.prepared().consent.asked if self.asked == "yes" else ()
        return waiting[0] if waiting else ""

    def begin(self) -> Effect:
        """The first question, or the text where nothing is to be asked. Raises StoreError."""
        return self._shown(next(self._asking, None))

    def answer(self, text: str) -> Effect:
        """What came of an answer: the next question. Raises StoreError; the round is over then."""
        try:
            asked = self._asking.send(text.strip())
        except StopIteration:
            asked = None
        except StoreError:
            self.asked = None
            raise
        return self._shown(asked)

    def text(self) -> tuple[str, ...]:
        """The whole text as it would go."""
        return tuple(numbered(self._desk.prepared().note.document))

    def _shown(self, asked: Asked | None) -> Effect:
        self.asked = asked
        said = [line.rstrip() for line in self._said]
        self._said.clear()
        if asked is None:
            return Effect(line="", sheet=self.text())
        told = [line for line in said if line]
        if len(told) == 1:
            # It is about the answer, and the question still stands.
            return Effect(hint=told[0], sheet=self._sheet)
        # The last line says how to answer.
        self.how = told[-1]
        shown = said[: len(said) - 1 - said[::-1].index(told[-1])]
        if asked == "yes":
            shown += ["", *self.text()]
        while shown and not shown[0]:
            del shown[0]
        self._sheet = tuple(shown)
        return Effect(line="", sheet=self._sheet)

    def _record(self, wish: it.ApproveBeyond) -> State:
        try:
            outcome = self._meeting.submit(wish)
        except Refused as refusal:
            raise StoreError(visible(refusal.sentence)) from None
        if not self._meeting.wait_kept(outcome.mark):
            raise StoreError(
                self._meeting.trouble or _("The disk did not answer in time, so nothing is recorded.")
            )
        return self._meeting.state
