"""A meeting as a state, for tests of what is shown: no disk, and a clock moved by hand."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from msgspec.structs import replace
from textual.content import Content

from facilitator.agenda.library import find
from facilitator.session import events as ev
from facilitator.session import intents as it
from facilitator.session.decide import decide
from facilitator.session.evolve import evolve
from facilitator.session.state import Moment, State
from facilitator.words.dates import to_stamp

PEOPLE = ("Amina Diallo", "Bríd Ní Dhálaigh", "李娜", "Ann Otieno", "Annabel Otieno-Brandt")
BEGIN = datetime(2026, 11, 21, 19, 0, tzinfo=UTC)
TITLE = "A board that agrees"
AWKWARD = "a [/] b [x] **c** | <script> @Élodie 李娜 \\ - [ ]"


class Told:
    """A running meeting of an hour; `wait` moves its clock (seconds)."""

    def __init__(self, **changes: Any) -> None:
        values: dict[str, Any] = {
            "id": "open.1",
            "at": to_stamp(BEGIN),
            "agenda": find("intervision"),
            "people": PEOPLE,
            "chair": PEOPLE[0],
            "keeper": PEOPLE[1],
            "giver": PEOPLE[3],
            "title": TITLE,
            "zone": "UTC",
            "minutes": 60.0,
        }
        self.state: State = evolve(None, ev.SessionOpened(**(values | changes)))
        self.t = 0.0
        self._count = 0
        self.do(it.Go())

    @property
    def now(self) -> Moment:
        return Moment(self.t, BEGIN + timedelta(seconds=self.t))

    def wait(self, seconds: float) -> None:
        self.t += seconds

    def do(self, *intents: it.Intent) -> State:
        for intent in intents:
            self._count += 1
            cause = f"c{self._count}"
            for place, event in enumerate(decide(self.state, intent, self.now), 1):
                stamped = replace(
                    event, id=f"{cause}.{place}", cause=cause, t=self.t, at=to_stamp(self.now.at)
                )
                self.state = evolve(self.state, stamped)
        return self.state

    def note(self, text: str, kind: Any = "note", **more: Any) -> State:
        return self.do(it.Capture(kind=kind, text=text, **more))


def plain(rows: list[Content]) -> list[str]:
    return [str(row) for row in rows]


def told_at(stage: str, **changes: Any) -> Told:
    """A meeting that has just gone to that stage."""
    told = Told(**changes)
    if told.state.stage != stage:
        told.do(it.GoTo(stage))
    return told
