"""Meetings played in tests of the core: intents in, events and states out, with no disk and no clock.

`Play` does what the desk does (decide, stamp, fold) and keeps every event, so that a test can fold them again
in its own way.
"""

from __future__ import annotations

import itertools
from datetime import UTC, datetime, timedelta
from typing import Any

from msgspec.structs import asdict, replace

from facilitator.agenda.model import Agenda, Stage
from facilitator.session import events as ev
from facilitator.session import intents as it
from facilitator.session.decide import decide
from facilitator.session.evolve import evolve
from facilitator.session.refused import Refused
from facilitator.session.state import Moment, State
from facilitator.words.dates import to_stamp

PEOPLE = ("Amina Diallo", "Bríd Ní Dhálaigh", "李娜", "Ann Otieno", "Annabel Otieno-Brandt")
BEGIN = datetime(2026, 11, 21, 19, 0, tzinfo=UTC)

AGENDA = Agenda(
    name="small",
    title="A small agenda",
    stages=(
        Stage(id="arrive", name="Arrive", kind="round", per_person=1, say="Welcome."),
        Stage(id="case", name="Case told", kind="talk", minutes=8, say="The floor is yours, {giver}."),
        Stage(id="pause", name="Reflective pause", kind="silence", minutes=4, say="Quiet.", protected=True),
        Stage(id="offers", name="Offers", kind="round", per_other=2, say="{name}, please."),
        Stage(id="lens", name="Lens", kind="discussion", minutes=5, say="Who decides?", optional=True),
        Stage(id="keep", name="Takeaways", kind="capture", minutes=5, say="What do you keep?"),
    ),
)


def opened(**changes: Any) -> ev.SessionOpened:
    """The first event of a session in Dakar with all five people."""
    values: dict[str, Any] = {
        "id": "open.1",
        "at": to_stamp(BEGIN),
        "by": "desk",
        "cause": "open",
        "agenda": AGENDA,
        "people": PEOPLE,
        "chair": PEOPLE[0],
        "keeper": PEOPLE[1],
        "giver": PEOPLE[3],
        "zone": "Africa/Dakar",
        "boot": "the-boot",
    }
    return ev.SessionOpened(**(values | changes))


class Play:
    """One session at the desk. `wait` moves its clock (seconds); `do` carries out an intent."""

    def __init__(self, **changes: Any) -> None:
        first = opened(**changes)
        self.events: list[ev.AnyEvent] = [first]
        self.state: State = evolve(None, first)
        self.t = 0.0
        self.at = BEGIN
        self._causes = itertools.count(1)

    def now(self) -> Moment:
        return Moment(self.t, self.at)

    def wait(self, seconds: float, wall: float | None = None) -> None:
        """Let the session's clock go on, and the wall clock by as much, or by another amount."""
        self.t = round(self.t + seconds, 3)
        self.at += timedelta(seconds=seconds if wall is None else wall)

    def do(self, *intents: it.Intent) -> tuple[ev.AnyEvent, ...]:
        """Carry out intents; the events of the last one. Raises Refused."""
        events: tuple[ev.AnyEvent, ...] = ()
        for intent in intents:
            cause = f"c{next(self._causes)}"
            events = tuple(
                replace(event, id=f"{cause}.{n}", cause=cause, t=self.t, at=to_stamp(self.at), by="desk")
                for n, event in enumerate(decide(self.state, intent, self.now()), 1)
            )
            self.take(*events)
        return events

    def take(self, *events: ev.AnyEvent) -> None:
        """Fold events that were stamped elsewhere."""
        for event in events:
            self.state = evolve(self.state, event)
            self.events.append(event)

    def reopened(self, away: float) -> None:
        """The window was killed and the session resumed after so many seconds."""
        cause = f"c{next(self._causes)}"
        self.take(
            ev.SessionResumed(
                id=f"{cause}.1", cause=cause, t=self.t, at=to_stamp(self.at), by="desk", away=away
            )
        )

    def refused(self, intent: it.Intent) -> str:
        """The sentence with which an intent is refused; fails where it is not."""
        before = self.state
        try:
            self.do(intent)
        except Refused as refusal:
            assert self.state is before
            return refusal.sentence
        raise AssertionError(f"{intent} was not refused")


def capture(text: str, kind: Any = "note", **more: Any) -> it.Capture:
    return it.Capture(kind=kind, text=text, **more)


def past(state: State) -> list[ev.AnyEvent]:
    """The active events since the opening, oldest first."""
    found = []
    while state.past is not None:
        found.append(state.past.event)
        state = state.past.before
    return found[::-1]


def seen(state: State, *but: str) -> dict[str, Any]:
    """Everything in a state as plain data, without the fields named. The past is a list of its events."""
    fields = {name: getattr(state, name) for name in state.__struct_fields__ if name not in but}
    if "past" in fields:
        fields["past"] = past(state)
    if "undone" in fields:
        fields["undone"] = [asdict(one) for one in state.undone]
    return fields
