"""The questions of the lobby, one after the other: what is suggested, and what a typed text answers.

This holds the state behind the lobby, so that none of it lives only in a widget. It knows nothing of Textual.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from facilitator.agenda.model import Agenda
from facilitator.capture.names import fold_space
from facilitator.capture.people import read_people
from facilitator.meeting.opening import Wanted
from facilitator.meeting.wanted import read_cases
from facilitator.pod.lists import Topic
from facilitator.pod.remembered import Remembered
from facilitator.pod.rotation import ROLES, Suggestion, suggest
from facilitator.screens.chosen import Chosen, beginning_with
from facilitator.screens.length import Length, read_length
from facilitator.screens.lobby_formats import Formats, usual_format
from facilitator.screens.lobby_steps import Step, case_of, role_of, steps_of
from facilitator.session.events import Role
from facilitator.session.refused import Refused
from facilitator.words.dates import SAME, Times, from_stamp, local
from facilitator.words.language import gettext as _
from facilitator.words.visible import visible


class Answers(Chosen):
    """One walk through the lobby. `step` is the question that is open now.

    An answer that was never typed is a suggestion, worked out anew from the answers before it.
    """

    def __init__(
        self,
        wanted: Wanted | None,
        zone: str,
        last: Remembered | None = None,
        agreed: dict[Role, str] | None = None,
        usual: Agenda | None = None,
        home: Path | None = None,
        topics: Sequence[Topic] = (),
        times: Times = SAME,
    ) -> None:
        """`usual` is the agenda that is suggested first where none is wanted yet.

        Agendas of one's own lie in `home`; without it only the shipped ones are known.
        `times` is how the person who answers has times of day written.
        """
        super().__init__(wanted or Wanted(agenda=usual or usual_format(), zone=zone), topics)
        self.times = times
        self.last = last
        self.agreed = agreed or {}
        """Who was named for each role when the last meeting closed."""
        self.step: Step = "format"
        self._formats = Formats(self.agenda, home)
        self._aside = False
        """Whether one question was gone to from the plan, and leads back there."""
        self._texts: dict[Step, str] = {}
        """What was typed for each question answered otherwise than suggested."""
        self._drafts: dict[Step, str] = {}
        """What was half typed when a question was left backwards."""
        if wanted:
            self._fill(wanted)

    @property
    def agendas(self) -> tuple[Agenda, ...]:
        """The agendas to choose from: the one given, then those that come with the program."""
        return self._formats.all()

    @property
    def steps(self) -> tuple[Step, ...]:
        """The questions for this format, in their order."""
        steps = steps_of(self.held)
        # A theme may be given to any meeting, from the plan.
        return steps if self.step in steps else (*steps[:-2], self.step, *steps[-2:])

    def step_before(self) -> Step:
        """The question that going back leads to; empty at the first one."""
        if self._aside:
            return "ready"
        place = self.steps.index(self.step)
        return self.steps[place - 1] if place else ""

    def line(self) -> tuple[str, bool]:
        """What stands in the line for the open question, and whether it is only suggested."""
        step = self.step
        if step in self._drafts:
            return self._drafts[step], False
        if step in self._texts:
            return self._texts[step], False
        return self.suggestion(step), True

    def suggestion(self, step: Step) -> str:
        """What is suggested for a question, given the answers before it."""
        match step:
            case "format":
                return visible(self.agenda.title)
            case "people":
                return visible(", ".join(map(fold_space, self.last.people))) if self.last else ""
            case "cases":
                return str(self.agenda.cases)
            case "length":
                return f"{round(self.natural_minutes(), 2):g}"
        return self.suggested(step).name

    def suggested(self, step: Step) -> Suggestion:
        """Who might take the role that a question asks for, and why; nobody where it asks for none."""
        role = role_of(step)
        if role is None:
            return Suggestion()
        taken = [self.roles[one] for one in ROLES[: ROLES.index(role)] if self.roles.get(one)]
        if case_of(step) > 1:
            before = [self.roles.get("giver", ""), *map(self.others.get, range(2, case_of(step)))]
            free = [name for name in self.people if name not in (*taken, *before)]
            return Suggestion(free[0] if free else "")
        return suggest(role, self.people, self.last, agreed=self.agreed.get(role, ""), taken=taken)

    def accept(self, text: str, now: datetime) -> None:
        """Take a text as the answer to the open question and go on to the next.

        Raises Refused (the question stays open). `now` is UTC.
        """
        step, words = self.step, fold_space(text)
        unchanged = step in self._texts and self._texts[step] == words
        if step == "format":
            before = self.agenda
            self.agenda = self._formats.find(words, before)
            if self.agenda.name != before.name:
                self.cases = 0
                self._texts.pop("cases", None)
            words = self.suggestion(step)
        elif step == "people":
            self.people = _some(read_people(words))
            words = ", ".join(self.people)
        elif (role := role_of(step)) is not None:
            # Checked even when unchanged: the people may be others by now.
            words = self.person(words)
            if case_of(step) > 1:
                self.others[case_of(step)] = words
            else:
                self.roles[role] = words
        elif step == "cases":
            words = words or self.suggestion(step)
            count = read_cases(words, self.agenda)
            words, self.cases = str(count), 0 if count == self.agenda.cases else count
        elif step == "length":
            words = words or self.suggestion(step)
            if words == self.suggestion(step):
                self.length = Length()
            elif not unchanged or self.length.until:
                self.length = read_length(words, self.zone, now)
        elif step == "theme":
            self.take_theme(words)
            words = self.theme.title
        elif step == "title":
            self.title = words
        self._drafts.pop(step, None)
        self._texts.pop(step, None)
        if words != self.suggestion(step):
            self._texts[step] = words
        self.step = "ready" if self._aside else self.steps[self.steps.index(step) + 1]
        self._aside = False

    def take_theme(self, words: str) -> None:
        """Take this theme, whichever question is open; no words take it away."""
        self.theme = self.topic(fold_space(words))
        self._texts["theme"] = self.theme.title

    def go_aside(self, step: Step) -> None:
        """Ask one question from the plan; its answer leads back there."""
        self.step, self._aside = step, True

    def back(self, text: str) -> bool:
        """Go back one question, keeping what is half typed; False at the first one."""
        before = self.step_before()
        if not before:
            return False
        if self.step != "ready" and (text, False) != self.line() and text != self.suggestion(self.step):
            self._drafts[self.step] = text
        self.step, self._aside = before, False
        return True

    def choices(self) -> tuple[str, ...]:
        """The answers to choose from by arrow key, where the open question has them; empty: nobody."""
        if self.step == "format":
            return tuple(visible(agenda.title) for agenda in self.agendas)
        if self.step == "theme":
            return (*(visible(topic.title) for topic in self.topics), "")
        return (*self.people, "") if role_of(self.step) else ()

    def complete(self, text: str) -> str:
        """What Tab makes of a half-typed answer; the same text where there is nothing to complete."""
        found = beginning_with(text, [one for one in self.choices() if one])
        return found[0] if found and text.strip() else text

    def check(self, now: datetime) -> None:
        """Look once more at what time may have changed. Raises Refused when the end is already past."""
        if self.length.until and from_stamp(self.length.until) <= now:
            ends = self.times.time(local(self.length.until, self.zone))
            raise Refused(_("It is past {time}. Go back and choose a later end.").format(time=ends))

    def is_ready(self) -> bool:
        """Whether every question has its answer."""
        return self.step == "ready"

    def _fill(self, wanted: Wanted) -> None:
        """Take over what the command line said; what it did not say of the people stays to be asked."""
        self.title = self._texts["title"] = wanted.title
        self.place, self.cases = wanted.place, wanted.cases
        if wanted.cases:
            self._texts["cases"] = str(wanted.cases)
        if wanted.theme:
            self.theme = Topic(title=wanted.theme, about=wanted.question)
            self._texts["theme"] = wanted.theme
        if wanted.minutes is not None:
            self.length = Length(minutes=wanted.minutes)
            self._texts["length"] = f"{round(wanted.minutes, 3):.10g}"
        elif wanted.until:
            self.length = Length(until=wanted.until)
            ends = self.times.time(local(wanted.until, wanted.zone))
            # A word of the line's grammar, which is not translated.
            self._texts["length"] = f"until {ends}"
        self.step = "people"
        if not wanted.people:
            return
        self.people = wanted.people
        self._texts["people"] = ", ".join(wanted.people)
        for role, name in zip(ROLES, (wanted.chair, wanted.keeper, wanted.giver), strict=True):
            self.roles[role] = self._texts[role] = name
        for case, name in enumerate(wanted.givers[1:], 2):
            self.others[case] = self._texts[f"giver {case}"] = name
        self.step = "ready"


def _some(people: list[str]) -> tuple[str, ...]:
    if not people:
        raise Refused(_("Write the names of those who are here, with commas between."))
    return tuple(people)
