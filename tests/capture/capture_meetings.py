"""Sessions to read lines in: states made by hand, no log and no clock."""

from __future__ import annotations

from datetime import UTC, date, datetime

import immutables
from harbour_people import PEOPLE

from facilitator.agenda.model import Agenda, Planned, Stage
from facilitator.capture.names import Roster
from facilitator.session.state import Moment, Note, Person, State, Visit

ROSTER = Roster(PEOPLE)
TODAY = date(2026, 11, 21)
"""A Saturday."""
NOW = Moment(t=1200.0, at=datetime(2026, 11, 21, 19, 20, tzinfo=UTC))

STAGES = (("arrive", "Arrive"), ("case", "Case told"), ("power", "Power lens"), ("journal", "Journalling"))


def state_of(**changes: object) -> State:
    """A running session of six in UTC: Arrive from 19:00, Case told from 19:10:20."""
    stages = tuple(Stage(id=one, name=name, kind="talk", minutes=10, say="Go on.") for one, name in STAGES)
    fields: dict[str, object] = {
        "agenda": Agenda(title="InterVision", stages=stages),
        "people": tuple(Person(name) for name in PEOPLE),
        "phase": "running",
        "opened_at": "2026-11-21T18:58:00.000Z",
        "started_at": "2026-11-21T19:00:00.000Z",
        "last_at": "2026-11-21T19:20:00.000Z",
        "plan": tuple(Planned(id=one, seconds=600.0) for one, _name in STAGES),
        "stage": "case",
        "visits": (
            Visit("arrive", "2026-11-21T19:00:00.000Z", 620.0),
            Visit("case", "2026-11-21T19:10:20.000Z"),
        ),
        "rehearsal": True,
    }
    return State(**{**fields, **changes})  # type: ignore[arg-type]


def with_notes(*notes: Note, **changes: object) -> State:
    """A running session in which these lines were kept."""
    return state_of(notes=immutables.Map({note.number: note for note in notes}), **changes)
