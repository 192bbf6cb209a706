"""The consent round after a meeting: each owner is asked for her steps, the case giver for the case.

It is optional: it asks only once somebody wants the round, one line at a time. Every yes is an event.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from facilitator.capture.edit import read_edit, reopened
from facilitator.meeting.desk import carry_out, roster_of, today_of
from facilitator.meeting.meeting import Meeting
from facilitator.screens.closing_questions import Key, Question
from facilitator.screens.effects import Effect
from facilitator.session import intents as it
from facilitator.session.called import spoken
from facilitator.session.decide_closing import lines_of
from facilitator.session.state import Note
from facilitator.settings.model import USUAL, Settings
from facilitator.words.language import gettext as _
from facilitator.words.visible import visible


class Agreement:
    """Who is still to be asked for which line."""

    def __init__(self, meeting: Meeting, settings: Settings = USUAL) -> None:
        self.meeting = meeting
        self._settings = settings
        self.begun = False
        """Whether somebody wanted the round."""

    def question(self, left_open: Collection[Key]) -> Question | None:
        """What the round asks now; None when it is over, or there is nothing to agree to."""
        asked = [one for one in self._questions() if one.key not in left_open]
        if not asked:
            return None
        if self.begun or self.meeting.state.agreed:
            return asked[0]
        offer = Question(
            kind="consent",
            words=_("Does everyone agree to their lines?"),
            how=_("Enter asks each person in turn, a minute in all. Esc leaves it out."),
        )
        return None if offer.key in left_open else offer

    def keys(self) -> list[Key]:
        """All questions of the round that have no answer yet."""
        return [one.key for one in self._questions()]

    def _questions(self) -> list[Question]:
        state = self.meeting.state
        how = _(
            "Tab writes yes; Tab again opens it. {drop} drops it. Enter alone leaves it open. Esc ends it."
        )
        ends = _("Esc ends the round.")
        how = f"{how} {ends}".replace("{drop}", self._settings.key("close.drop"))
        found = []
        for name in state.names():
            mine = [one for one in lines_of(state, name) if name not in state.agreed.get(one, ())]
            said = visible(spoken(state, name))
            steps = [one for one in mine if state.notes[one].kind == "step"]
            for number in steps:
                found.append(
                    Question(
                        kind="agree",
                        words=self._is_this_yours(state.notes[number]).replace("{name}", said),
                        how=how,
                        what=visible(state.notes[number].text),
                        number=number,
                        suggestion=reopened(state.notes[number], roster_of(state), today_of(state)),
                        who=name,
                    )
                )
            if len(mine) > len(steps):
                found.append(
                    Question(
                        kind="agree_case",
                        words=_("{name}, may these lines stand?").replace("{name}", said),
                        how=_("Takeaways and decisions above. Tab writes yes. Enter alone leaves it open.")
                        + f" {ends}",
                        who=name,
                    )
                )
        return found

    def _is_this_yours(self, step: Note) -> str:
        """The question about a step. Its day is part of what she agrees to, and is never cut off."""
        if not step.due:
            return _("{name}, is this yours? “{what}”")
        day = self._settings.times.short(date.fromisoformat(step.due))
        return _("{name}, is this yours? By {day}: “{what}”").replace("{day}", day)

    def begin(self) -> Effect:
        """Enter on the offer: each person is asked now."""
        self.begun = True
        return Effect(hint=_("Ask each person by name, and wait for the answer."))

    def yes(self, asked: Question) -> Effect:
        """What was asked about stands as it is."""
        state = self.meeting.state
        numbers: tuple[int, ...] = (asked.number,) if asked.number is not None else ()
        if asked.kind == "agree_case":
            kinds = ("takeaway", "decision")
            numbers = tuple(one for one in lines_of(state, asked.who) if state.notes[one].kind in kinds)
        answer = carry_out(self.meeting, it.Agree(asked.who, numbers))
        return Effect(line="", hint=answer.refused or _("Agreed."))

    def reworded(self, asked: Question, text: str) -> Effect:
        """Other words for her step, which she then agrees to. Raises Refused for what is no line."""
        state = self.meeting.state
        if asked.number is None:
            return Effect()
        edit = read_edit(state.notes[asked.number], text, roster_of(state), today_of(state))
        answer = carry_out(self.meeting, edit)
        if answer.refused:
            return Effect(hint=answer.refused)
        note = self.meeting.state.notes[asked.number]
        if asked.who in note.owners:
            carry_out(self.meeting, it.Agree(asked.who, (asked.number,)))
        return Effect(line="", hint=_("Line {number} is changed.").format(number=asked.number))

    def drop(self, asked: Question) -> Effect:
        """Her step is struck: its words are gone."""
        answer = carry_out(self.meeting, it.Strike(asked.number))
        return Effect(line="", hint=answer.refused or answer.said[0])
