"""At the end of a meeting: whether the notes of the session before may go. A yes lets them go."""

from __future__ import annotations

from pathlib import Path

from facilitator.meeting.forgetting import forget, forgettable, session_before
from facilitator.meeting.meeting import Meeting
from facilitator.screens.closing_questions import Question
from facilitator.screens.effects import Effect
from facilitator.session.state import State
from facilitator.store.trouble import StoreError
from facilitator.words.dates import SAME, Times, local
from facilitator.words.language import gettext as _
from facilitator.words.language import ngettext
from facilitator.words.visible import visible


class ForgetOffer:
    """The offer for one meeting; it looks for the session before once, when it is first asked."""

    def __init__(self, meeting: Meeting, times: Times = SAME) -> None:
        self.meeting = meeting
        self._times = times
        self._found: tuple[Path, State] | None = None
        self._looked = meeting.state.rehearsal

    def question(self) -> Question | None:
        """The offer; None where there is no session before with notes to forget."""
        if not self._looked:
            self._looked = True
            self._find()
        if self._found is None:
            return None
        state = self._found[1]
        day = self._times.day(local(state.opened_at, state.zone))
        how = ngettext(
            "Tab writes yes: {n} line is gone for good then. Enter alone keeps it.",
            "Tab writes yes: {n} lines are gone for good then. Enter alone keeps them.",
            forgettable(state),
        ).format(n=forgettable(state))
        words = _("May the notes of {day} be forgotten?").replace("{day}", day)
        return Question(kind="forget", words=words, how=how)

    def _find(self) -> None:
        folder = self.meeting.folder
        try:
            self._found = session_before(folder.parent.parent, folder)
        except StoreError:
            # An offer that cannot be made is none; `facilitator forget` says what is wrong.
            self._found = None

    def yes(self) -> Effect:
        """A yes: the notes go."""
        if self._found is None:
            return Effect()
        folder, self._found = self._found[0], None
        try:
            said = forget(folder, self.meeting.clock)
        except StoreError as trouble:
            return Effect(hint=visible(trouble.sentence))
        return Effect(line="", hint=said[0])
