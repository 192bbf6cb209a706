"""Meetings to measure with: five invented people, and as many notes as are wanted."""

from __future__ import annotations

from pathlib import Path

from facilitator.agenda.library import find
from facilitator.meeting.clock import SystemClock
from facilitator.meeting.meeting import Meeting
from facilitator.meeting.opening import Wanted, open_new
from facilitator.session import intents as it
from facilitator.session.events import NoteKind

PEOPLE = ("Awa Sarr", "Ingrid Ní Dhálaigh", "Teresa Quispe", "Sunita Rao", "李娜")

RUN = ("run", "intervision", "--people", ", ".join(PEOPLE), "--chair", "Awa", "--now")

LIVE = ("Arrive", "left of", "Say", "Then", "We end at", "the marks", "^N")
"""What is on the live screen once all of it is there, from the first row to the last."""


def meeting_of(home: Path, events: int) -> Meeting:
    """A meeting that runs, with about that many events: notes, now and then a question or a mended line."""
    wanted = Wanted(agenda=find("intervision"), people=PEOPLE, chair=PEOPLE[0], giver=PEOPLE[2])
    meeting = open_new(home, wanted, SystemClock())
    meeting.submit(it.Go())
    number = 0
    for place in range(events):
        who = PEOPLE[place % len(PEOPLE)]
        if place % 20 == 19:
            meeting.submit(
                it.Edit(number=number, text=f"{place}: a line that was mended, “as said” by {who}")
            )
            continue
        kind: NoteKind = "question" if place % 7 == 3 else "note"
        text = f"{place}: what somebody said about the board, and — “nothing moves” — what followed"
        meeting.submit(it.Capture(kind=kind, text=text, speakers=(who,)))
        number += 1
    return meeting
