"""A whole meeting on a clock that is moved by hand: decide, stamp, fold, and read what is said."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from msgspec.structs import replace

from facilitator.agenda.model import Agenda
from facilitator.session import events as ev
from facilitator.session import intents as it
from facilitator.session.decide import decide
from facilitator.session.evolve import evolve
from facilitator.session.flat import stage_line, time_lines, who_lines
from facilitator.session.guide import Guide, guide
from facilitator.session.rounds import next_person
from facilitator.session.saying import say_now
from facilitator.session.state import Moment, State
from facilitator.words.dates import to_stamp

BEGIN = datetime(2026, 11, 21, 19, 0, tzinfo=UTC)

FIRST_NAMES = (
    "Amina Diallo",
    "Bríd Ní Dhálaigh",
    "李娜",
    "Annabel Otieno-Brandt",
    "Bintou Sow",
    "Cem Öztürk",
    "Leila Haddad",
    "Mercy Wanjiru",
    "Nguyễn Thị Hoa",
    "Olga Petrova",
    "Teresa Quispe",
    "Yaw Mensah",
)


def people(count: int) -> tuple[str, ...]:
    """So many people, with names as they come."""
    more = (f"Guest {number}" for number in range(1, count))
    return tuple(itertools.islice(itertools.chain(FIRST_NAMES, more), count))


class Rehearsal:
    """One session. `wait` moves its clock (seconds), `do` carries out an intent, and nothing is written."""

    def __init__(
        self,
        agenda: Agenda,
        names: tuple[str, ...],
        roles: bool = True,
        begin: datetime = BEGIN,
        **more: object,
    ) -> None:
        self.begin = begin
        given = {"chair": names[0], "keeper": names[-1], "giver": names[1 % len(names)]} if roles else {}
        opened = ev.SessionOpened(agenda=agenda, people=names, at=to_stamp(begin), **(given | more))  # type: ignore[arg-type]
        self.state: State = evolve(None, opened)
        self.events: list[ev.AnyEvent] = [opened]
        self.t = 0.0
        self._causes = itertools.count(1)

    def now(self) -> Moment:
        return Moment(self.t, self.begin + timedelta(seconds=self.t))

    def wait(self, seconds: float) -> None:
        self.t += seconds

    def do(self, *intents: it.Intent) -> None:
        for intent in intents:
            now = self.now()
            cause = f"c{next(self._causes)}"
            for event in decide(self.state, intent, now):
                stamped = replace(event, cause=cause, t=self.t, at=to_stamp(now.at))
                self.state = evolve(self.state, stamped)
                self.events.append(stamped)

    def guide(self) -> Guide:
        return guide(self.state, self.now())

    def go_on(self) -> None:
        """What a chair does at the end of a turn or a stage: the next person, else the next stage."""
        person = next_person(self.state)
        self.do(it.Turn(person) if person else it.Next())

    def to(self, stage: str) -> None:
        """On to the stage of that id, without letting time pass."""
        if self.state.phase == "lobby":
            self.do(it.Go())
        while self.state.stage != stage:
            self.do(it.Next())

    def is_last(self) -> bool:
        return self.state.stage == self.state.plan[-1].id and not next_person(self.state)

    def said(self) -> list[str]:
        """All that people would read or hear now."""
        now, shown = self.now(), self.guide()
        return [
            shown.say,
            say_now(self.state, now.t),
            shown.stage,
            shown.about,
            shown.then,
            *shown.rules,
            *shown.ask,
            *shown.groups,
            stage_line(self.state, now),
            *time_lines(self.state, now),
            *who_lines(self.state),
        ]

    def whole_meeting(self) -> Iterator[str]:
        """From first to last stage, each as long as planned; all that is said, looked at again and again."""
        self.do(it.Go())
        while True:
            steps = max(len(self.state.here()), 1) if self.guide().kind == "round" else 1
            seconds = self.state.planned[self.state.stage] / steps
            for part in (0.0, 0.5, 0.35, 0.14, 0.01):
                self.wait(part * seconds)
                yield from self.said()
            if self.is_last():
                break
            self.go_on()
        self.wait(45)
        yield from self.said()
        self.do(it.Close())


BRACES = re.compile(r"[{}]")
