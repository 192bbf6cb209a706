"""What is asked once a meeting is closed: one thing at a time, each mended on the spot, each may stay open.

This is the state behind the close screen; it knows nothing of Textual. Every answer is an intent submitted to
the meeting. Only what was left open is remembered here, so that it is not asked twice.
"""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from facilitator.capture.instants import read_meeting
from facilitator.capture.line import Kept, read_line
from facilitator.capture.marks import split_marks
from facilitator.capture.names import person
from facilitator.capture.people import read_people
from facilitator.meeting.desk import carry_out, roster_of, take, today_of
from facilitator.meeting.meeting import Meeting
from facilitator.minutes.missing import Gap, missing
from facilitator.screens.agreement import Agreement
from facilitator.screens.closing_answers import (
    YES,
    complete_name,
    is_yes,
    known_as,
    read_answered_day,
    read_names,
    read_owners,
)
from facilitator.screens.closing_questions import Key, Question, about, who_is
from facilitator.screens.effects import Effect
from facilitator.screens.forget_offer import ForgetOffer
from facilitator.screens.which_day import WhichAnswer, which_answer
from facilitator.session import intents as it
from facilitator.session.describe import happened
from facilitator.session.events import Role
from facilitator.session.refused import Refused
from facilitator.session.state import State
from facilitator.settings.model import USUAL, Settings
from facilitator.words.language import gettext as _
from facilitator.words.visible import visible

_ROLES: tuple[Role, ...] = ("chair", "keeper", "giver")
_NAMED = ("owner", "attendance", "chair", "keeper", "giver", "name", "speaker")
"""Questions that are answered with names of people in the session."""

_SAID = ("agree", "agree_case", "forget")
"""Questions that only a yes answers: what follows is told in the minutes, or is gone for good."""

_DATED = ("owner", "date", "agree")
"""Questions whose answer may hold the day that a step is due."""

_ENTER_ALONE = ("read_back", "consent")
"""Questions that no words answer: what is typed while they are asked is a line as any other."""


class Item(Struct, frozen=True):
    """One thing that is missing: `now` while it is asked, `quiet` once it was left open."""

    words: str
    now: bool = False
    quiet: bool = False


class Closing:
    """The questions after one meeting, and what came of them."""

    def __init__(self, meeting: Meeting, settings: Settings = USUAL) -> None:
        """`settings` are those of the person at this desk."""
        self.meeting = meeting
        self._times = settings.times
        self._left_open: set[Key] = set()
        self.agreement = Agreement(meeting, settings)
        self._forget = ForgetOffer(meeting, settings.times)
        self._which: WhichAnswer | None = None
        """The answer that waits, because its day has two readings."""
        self._looked: tuple[State, tuple[Gap, ...]] | None = None

    def gaps(self) -> tuple[Gap, ...]:
        """What is missing now."""
        state = self.meeting.state
        if self._looked is None or self._looked[0] is not state:
            self._looked = (state, missing(state))
        return self._looked[1]

    def question(self) -> Question | None:
        """What is asked now; None when nothing is asked any more."""
        for gap in self.gaps():
            asked = about(gap, self.meeting.state)
            if asked.key not in self._left_open:
                return asked
        for role in self._open_roles():
            if (role, None, "") not in self._left_open:
                return who_is(role, self.meeting.state)
        return self.agreement.question(self._left_open) or self._forget_offer()

    def _forget_offer(self) -> Question | None:
        if ("forget", None, "") in self._left_open:
            return None
        return self._forget.question()

    def items(self) -> tuple[Item, ...]:
        """Everything that is missing: what is asked now, what will be asked, then what was left open."""
        now = self.question()
        found = []
        for gap in self.gaps():
            key = about(gap, self.meeting.state).key
            found.append(Item(gap.sentence, now is not None and now.key == key, key in self._left_open))
        roles = self._open_roles()
        if roles:
            titles = {"chair": _("chair"), "keeper": _("record keeper"), "giver": _("case giver")}
            words = _("Not named for next time: {roles}.").format(
                roles=", ".join(titles[one] for one in roles)
            )
            quiet = all((role, None, "") in self._left_open for role in roles)
            found.append(Item(words, now is not None and now.kind in _ROLES, quiet))
        return tuple(sorted(found, key=lambda item: (not item.now, item.quiet)))

    def is_answer(self, text: str) -> bool:
        """Whether Enter on this text answers the question; else it is a line as any other.

        Commands, marked lines and lines with a speaker before them never answer, and no words answer whether
        something has been read aloud.
        """
        asked = self.question()
        if asked is None or not text.strip() or asked.kind in _ENTER_ALONE:
            return False
        if asked.kind in _SAID and is_yes(text):
            return True
        reading = read_line(text, roster_of(self.meeting.state), today_of(self.meeting.state))
        if not isinstance(reading, Kept):
            return False
        if asked.kind in _SAID:
            # Her step opened by Tab; a note written meanwhile must not take its place.
            return asked.kind == "agree" and reading.intent.kind == "step"
        if reading.intent.kind != "note" or reading.intent.pod_only:
            return False
        if asked.kind == "takeaway":
            return True
        return not reading.intent.speakers and not split_marks(text.strip()).verbatim

    def entered(self) -> Effect:
        """Enter on an empty line: leaves the question open, or says that all is as it should be."""
        asked = self.question()
        if asked is None:
            return Effect()
        if asked.kind == "read_back":
            return self._done(it.SayReadBack())
        if asked.kind == "attendance":
            return self._done(it.CallRoll())
        if asked.kind == "consent":
            return self.agreement.begin()
        return self.leave_open()

    def leave_open(self) -> Effect:
        """Do not ask this again; it stays among what is missing."""
        asked = self.question()
        if asked is None:
            return Effect()
        self._left_open.add(asked.key)
        return Effect(hint=_("Left open."))

    def escaped(self) -> Effect:
        """Esc: leave the question open; while people are asked for their yes, leave the whole round."""
        asked = self.question()
        if asked is None or asked.kind not in ("agree", "agree_case"):
            return self.leave_open()
        self._left_open.update(self.agreement.keys())
        return Effect(hint=_("The rest is left open."))

    def answer(self, text: str) -> Effect:
        """What came of an answer. A refused one stays in the line."""
        asked = self.question()
        if asked is None:
            return Effect()
        waited, self._which = self._which, None
        if waited is not None and waited.text == text:
            text = waited.settled
        elif (which := self._waiting_for_day(asked, text)) is not None:
            self._which = which
            return Effect()
        try:
            return self._answered(asked, text)
        except Refused as refusal:
            return Effect(hint=visible(refusal.sentence))

    def _waiting_for_day(self, asked: Question, text: str) -> WhichAnswer | None:
        if asked.kind not in _DATED or is_yes(text):
            return None
        return which_answer(text, today_of(self.meeting.state), whole=asked.kind == "date")

    def waits(self, text: str) -> WhichAnswer | None:
        """What this text waits with, if Enter was pressed on it and its day has two readings."""
        return self._which if self._which is not None and self._which.text == text else None

    def stop_waiting(self, text: str) -> bool:
        """Go back to the text; whether it waited."""
        waited, self._which = self.waits(text), None
        return waited is not None

    def goes_on(self, text: str) -> bool:
        """Whether a longer text could still be the answer that a refused one was meant to be: a name."""
        return complete_name(text, self.meeting.state.names()) is not None

    def echo(self, text: str) -> str:
        """How a half-typed answer would be read; empty where it cannot be read (yet)."""
        asked = self.question()
        state = self.meeting.state
        roster, today = roster_of(state), today_of(state)
        which = self._waiting_for_day(asked, text) if asked is not None else None
        if which is not None:
            return which.question
        try:
            match asked.kind if asked is not None else "":
                case "owner":
                    owners, due = read_owners(text, roster, today)
                    day = _("due {date}").format(date=self._times.day(date.fromisoformat(due))) if due else ""
                    return " · ".join(part for part in (", ".join(map(visible, owners)), day) if part)
                case "date":
                    return self._times.day(read_answered_day(text, today))
                case "attendance" | "speaker":
                    return ", ".join(map(visible, read_names(text, roster)))
                case "chair" | "keeper" | "giver" | "name":
                    return visible(person(roster, text.strip().lstrip("@＠")))
        except Refused:
            return ""
        return ""

    def tab(self, text: str) -> str | None:
        """Tab: the suggestion, or a half-typed name written out; None where there is neither."""
        asked, waited = self.question(), self.waits(text)
        if asked is None:
            return None
        if waited is not None:
            self._which = waited.turned()
            return None
        if asked.kind in _SAID:
            return YES if not text.strip() else asked.suggestion or None if is_yes(text) else None
        if asked.kind not in _NAMED:
            return None
        if not text.strip():
            return asked.suggestion or None
        return complete_name(text, self.meeting.state.names())

    def _open_roles(self) -> list[Role]:
        following = self.meeting.state.next_meeting
        held = {"chair": following.chair, "keeper": following.keeper, "giver": following.giver}
        return [role for role in _ROLES if not held[role]]

    def _answered(self, asked: Question, text: str) -> Effect:
        state = self.meeting.state
        roster, today = roster_of(state), today_of(state)
        match asked.kind:
            case "owner" if asked.number is not None:
                owners, due = read_owners(text, roster, today)
                return self._done(it.Edit(number=asked.number, owners=owners, due=due or None))
            case "date" if asked.number is not None:
                day = read_answered_day(text, today)
                return self._done(it.Edit(number=asked.number, due=day.isoformat()))
            case "name":
                return self._done(known_as(state, asked, person(roster, text.strip().lstrip("@＠"))))
            case "speaker" if asked.number is not None:
                return self._done(it.Edit(number=asked.number, speakers=read_names(text, roster)))
            case "forget":
                return self._forget.yes()
            case "agree" | "agree_case" if is_yes(text):
                return self.agreement.yes(asked)
            case "agree":
                return self.agreement.reworded(asked, text)
            case "attendance":
                return self._done(*map(it.Away, read_names(text, roster)))
            case "people":
                return self._done(*map(it.Join, read_people(text)))
            case "next_meeting":
                return self._done(it.Meet(*read_meeting(text, state.zone, today)))
            case "chair" | "keeper" | "giver":
                return self._done(it.NextRole(asked.kind, person(roster, text.strip().lstrip("@＠"))))
        answer = take(self.meeting, text, kind="takeaway")
        if answer.refused:
            return Effect(hint=answer.refused)
        return Effect(line="", hint=" ".join(answer.said))

    def _done(self, *intents: it.Intent) -> Effect:
        said = []
        for intent in intents:
            answer = carry_out(self.meeting, intent)
            if answer.refused:
                return Effect(hint=answer.refused)
            if answer.outcome is not None:
                said.append(
                    visible(
                        self._said(intent)
                        or happened(answer.outcome.events, answer.outcome.state, self._times)
                    )
                )
        return Effect(line="", hint=" ".join(said))

    def _said(self, intent: it.Intent) -> str:
        if not isinstance(intent, it.Edit):
            return ""
        note = self.meeting.state.notes[intent.number]
        if note.kind != "step":
            return ""
        parts = [", ".join(note.owners)] if intent.owners else []
        if intent.due:
            parts.append(_("due {date}").format(date=self._times.day(date.fromisoformat(note.due))))
        return _("Next step {number}: {what}.").format(number=note.number, what=" · ".join(parts))
