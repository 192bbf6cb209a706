"""A closed meeting in a folder of its own, on a clock that stands still until it is moved."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from harbour_people import AMINA as AMINA
from harbour_people import ANN as ANN
from harbour_people import ANNABEL as ANNABEL
from harbour_people import BRID as BRID
from harbour_people import DOLORES as DOLORES
from harbour_people import LI as LI
from harbour_people import PEOPLE as PEOPLE

from facilitator.agenda.library import find
from facilitator.meeting.desk import take
from facilitator.meeting.meeting import Meeting
from facilitator.meeting.opening import Wanted, open_new
from facilitator.session import intents as it

TITLE = "A board that agrees and then does nothing"
AWKWARD = "a [/] b [x] **c** | <script> @Élodie 李娜 \\ - [ ]"

LINES = (
    "Dolores: the treasurer says yes and pays nothing",
    "~ the chair is her former manager",
    "? who signs the payments",
    "! a decision without an owner is a wish",
    "~! she may leave by June",
    "= advice waits until after the silence",
    "> Ann: send the template by Tuesday",
    "> share the by-law paragraph",
)
SHARE = 8
"""The number of the step that has no owner and no day."""


class FakeClock:
    """Saturday 21 November 2026, 19:00 UTC."""

    def __init__(self) -> None:
        self.gone = 0.0

    def seconds(self) -> float:
        return 1000.0 + self.gone

    def wall(self) -> datetime:
        return datetime(2026, 11, 21, 19, 0, tzinfo=UTC) + timedelta(seconds=self.gone)

    def boot(self) -> str:
        return "boot"


def running_meeting(
    home: Path, *lines: str, people: tuple[str, ...] = PEOPLE, giver: str = DOLORES
) -> Meeting:
    """A meeting that has run for 67 minutes of 60, with these lines."""
    clock = FakeClock()
    roles = {"chair": people[0], "keeper": people[1]} if people else {}
    wanted = Wanted(
        agenda=find("intervision"),
        people=people,
        giver=giver if people else "",
        title=TITLE,
        minutes=60,
        zone="UTC",
        **roles,
    )
    meeting = open_new(home, wanted, clock)
    meeting.submit(it.Go())
    for line in lines:
        answer = take(meeting, line)
        assert not answer.refused, answer.refused
    clock.gone += 67 * 60
    return meeting


def closed_meeting(
    home: Path, *lines: str, people: tuple[str, ...] = PEOPLE, giver: str = DOLORES
) -> Meeting:
    """The same, closed at 20:07."""
    meeting = running_meeting(home, *(lines or LINES), people=people, giver=giver)
    meeting.submit(it.Close())
    return meeting
