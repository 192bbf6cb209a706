"""The theme of a meeting is marked as used when the meeting really begins; a rehearsal marks nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from facilitator.agenda.problem import AgendaError
from facilitator.meeting.desk import today_of
from facilitator.meeting.meeting import Meeting, Outcome
from facilitator.session import events as ev
from facilitator.store.trouble import StoreError
from facilitator.words.language import gettext as _


def mark_when_begun(meeting: Meeting, home: Path, tell: Callable[[str], None]) -> None:
    """Mark the theme in the topic bank once the meeting has begun; where that fails, `tell` a sentence.

    A theme that is not in the bank is added to it.
    """

    def look(outcome: Outcome) -> None:
        state = outcome.state
        if not any(isinstance(event, ev.MeetingStarted) for event in outcome.events):
            return
        if state.rehearsal or not state.agenda.theme:
            return
        # Imported here: few meetings have a theme, and it is marked once.
        from facilitator.pod.topics import keep_used

        try:
            keep_used(home, state.agenda.theme, today_of(state))
        except (AgendaError, StoreError) as error:
            why = str(error).splitlines()[0]
            tell(_("The topic could not be marked as used: {why}").format(why=why))

    meeting.subscribe(look)
