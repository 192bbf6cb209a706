"""The questions of the lobby and what was answered: from suggestions and typed texts to a `Wanted`.

This holds the state behind the lobby, so that none of it lives only in a widget. It knows nothing of Textual.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Literal, get_args

from msgspec.structs import replace

from facilitator.agenda.lengths import natural_length
from facilitator.agenda.library import find, shipped_names
from facilitator.agenda.model import Agenda
from facilitator.agenda.own import find as own_find
from facilitator.agenda.own import shelf
from facilitator.agenda.problem import AgendaError
from facilitator.capture.names import Found, Roster, fold_space, name_key, person
from facilitator.capture.people import read_people
from facilitator.meeting.opening import Wanted
from facilitator.pod.remembered import Remembered
from facilitator.pod.rotation import ROLES, Suggestion, suggest
from facilitator.screens.length import Length, read_length
from facilitator.session.events import Role
from facilitator.session.refused import Refused
from facilitator.words.dates import clock_time, from_stamp, local
from facilitator.words.language import gettext as _
from facilitator.words.visible import visible

Step = Literal["format", "people", "chair", "keeper", "giver", "length", "title", "ready"]
STEPS: tuple[Step, ...] = get_args(Step)
USUAL = "intervision"


class Answers:
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
    ) -> None:
        """`usual` is the agenda that is suggested first where none is wanted yet.

        Agendas of one's own lie in `home`; without it only the shipped ones are known.
        """
        self._home = home
        self.last = last
        self.agreed = agreed or {}
        """Who was named for each role when the last meeting closed."""
        self.agenda: Agenda = wanted.agenda if wanted else usual or _usual()
        self.people: tuple[str, ...] = ()
        self.roles: dict[Role, str] = {}
        self.length = Length()
        self.title = ""
        self.step: Step = "format"
        self._base = wanted or Wanted(agenda=self.agenda, zone=zone)
        self._own = self.agenda
        self._shelf: tuple[Agenda, ...] = ()
        self._texts: dict[Step, str] = {}
        """What was typed for each question answered otherwise than suggested."""
        self._drafts: dict[Step, str] = {}
        """What was half typed when a question was left backwards."""
        if wanted:
            self._fill(wanted)

    @property
    def zone(self) -> str:
        """The zone of the meeting, an IANA name."""
        return self._base.zone

    @property
    def rehearsal(self) -> bool:
        """Whether this is practice."""
        return self._base.rehearsal

    @property
    def agendas(self) -> tuple[Agenda, ...]:
        """The agendas to choose from: the one given, then those that come with the program."""
        if not self._shelf:
            found = shelf(self._home) if self._home else tuple(map(find, shipped_names()))
            self._shelf = (self._own, *(one for one in found if one.name != self._own.name))
        return self._shelf

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
            case "chair" | "keeper" | "giver":
                return self.suggested(step).name
            case "length":
                return f"{round(self.natural_minutes(), 2):g}"
        return ""

    def suggested(self, role: Role) -> Suggestion:
        """Who might take a role, and why."""
        taken = [self.roles[one] for one in ROLES[: ROLES.index(role)] if self.roles.get(one)]
        return suggest(role, self.people, self.last, agreed=self.agreed.get(role, ""), taken=taken)

    def natural_minutes(self) -> float:
        """What the agenda takes by itself with these people."""
        others = sum(1 for name in self.people if name != self.roles.get("giver"))
        return natural_length(self.agenda, len(self.people), others) / 60

    def accept(self, text: str, now: datetime) -> None:
        """Take a text as the answer to the open question and go on to the next.

        Raises Refused (the question stays open). `now` is UTC.
        """
        step, words = self.step, fold_space(text)
        unchanged = step in self._texts and self._texts[step] == words
        if step == "format":
            self.agenda = self._find_agenda(words)
            words = self.suggestion(step)
        elif step == "people":
            self.people = _some(read_people(words))
            words = ", ".join(self.people)
        elif step == "chair" or step == "keeper" or step == "giver":
            # Checked even when unchanged: the people may be others by now.
            words = self.roles[step] = self.person(words)
        elif step == "length":
            words = words or self.suggestion(step)
            if words == self.suggestion(step):
                self.length = Length()
            elif not unchanged or self.length.until:
                self.length = read_length(words, self.zone, now)
        elif step == "title":
            self.title = words
        self._drafts.pop(step, None)
        self._texts.pop(step, None)
        if words != self.suggestion(step):
            self._texts[step] = words
        self.step = STEPS[STEPS.index(step) + 1]

    def back(self, text: str) -> bool:
        """Go back one question, keeping what is half typed; False at the first one."""
        place = STEPS.index(self.step)
        if place == 0:
            return False
        if self.step != "ready" and (text, False) != self.line() and text != self.suggestion(self.step):
            self._drafts[self.step] = text
        self.step = STEPS[place - 1]
        return True

    def choices(self) -> tuple[str, ...]:
        """The answers to choose from by arrow key, where the open question has them; empty: nobody."""
        if self.step == "format":
            return tuple(visible(agenda.title) for agenda in self.agendas)
        if self.step in ROLES:
            return (*self.people, "")
        return ()

    def person(self, text: str) -> str:
        """Who is meant: a name, a short form, or the only one of whom a word begins so. Empty is nobody.

        Raises Refused, naming the nearest.
        """
        words = fold_space(text)
        if not words:
            return ""
        roster = Roster(self.people)
        found = roster.find(words)
        if isinstance(found, Found):
            return found.name
        begun = beginning_with(words, self.people)
        return begun[0] if len(begun) == 1 else person(roster, words)

    def complete(self, text: str) -> str:
        """What Tab makes of a half-typed answer; the same text where there is nothing to complete."""
        found = beginning_with(text, [one for one in self.choices() if one])
        return found[0] if found and text.strip() else text

    def check(self, now: datetime) -> None:
        """Look once more at what time may have changed. Raises Refused when the end is already past."""
        if self.length.until and from_stamp(self.length.until) <= now:
            ends = clock_time(local(self.length.until, self.zone))
            raise Refused(_("It is past {time}. Go back and choose a later end.").format(time=ends))

    def is_ready(self) -> bool:
        """Whether every question has its answer."""
        return self.step == "ready"

    def wanted(self) -> Wanted:
        """The session that was asked for."""
        return replace(
            self._base,
            agenda=self.agenda,
            people=self.people,
            chair=self.roles.get("chair", ""),
            keeper=self.roles.get("keeper", ""),
            giver=self.roles.get("giver", ""),
            title=self.title,
            minutes=self.length.minutes,
            until=self.length.until,
        )

    def _fill(self, wanted: Wanted) -> None:
        """Take over what the command line said; what it did not say of the people stays to be asked."""
        self.title = self._texts["title"] = wanted.title
        if wanted.minutes is not None:
            self.length = Length(minutes=wanted.minutes)
            self._texts["length"] = f"{round(wanted.minutes, 3):.10g}"
        elif wanted.until:
            self.length = Length(until=wanted.until)
            ends = clock_time(local(wanted.until, wanted.zone))
            # A word of the line's grammar, which is not translated.
            self._texts["length"] = f"until {ends}"
        self.step = "people"
        if not wanted.people:
            return
        self.people = wanted.people
        self._texts["people"] = ", ".join(wanted.people)
        for role, name in zip(ROLES, (wanted.chair, wanted.keeper, wanted.giver), strict=True):
            self.roles[role] = self._texts[role] = name
        self.step = "ready"

    def _find_agenda(self, words: str) -> Agenda:
        if not words:
            return self.agenda
        if words == visible(self.agenda.title):
            return self.agenda
        key = name_key(words)
        for agenda in self.agendas:
            if key in (name_key(agenda.title), name_key(agenda.name)):
                return agenda
        begun = [agenda for agenda in self.agendas if name_key(agenda.title).startswith(key)]
        if len(begun) == 1:
            return begun[0]
        try:
            return own_find(self._home, words) if self._home else find(words)
        except AgendaError as error:
            raise Refused(error.sentence or str(error).splitlines()[0]) from None


def beginning_with(text: str, names: Sequence[str]) -> list[str]:
    """The names that begin so, then those of which a later word does."""
    key = name_key(text)
    keyed = [(name, name_key(name)) for name in names]
    first = [name for name, whole in keyed if whole.startswith(key)]
    return first + [name for name, whole in keyed if name not in first and f" {key}" in f" {whole}"]


def _some(people: list[str]) -> tuple[str, ...]:
    if not people:
        raise Refused(_("Write the names of those who are here, with commas between."))
    return tuple(people)


def _usual() -> Agenda:
    names = shipped_names()
    return find(USUAL if USUAL in names or not names else names[0])
