"""The meeting comes to its end: what is agreed for next time, read back, agreed to and let go."""

from __future__ import annotations

from facilitator.session.events.envelope import Event
from facilitator.session.events.people import Role


class NextMeetingSet(Event, tag="next_meeting_set", kw_only=True, frozen=True):
    """When the pod meets next: an instant (UTC) and the zone it was given in. Empty: none is set."""

    when: str
    zone: str = "UTC"


class NextRoleSet(Event, tag="next_role_set", kw_only=True, frozen=True):
    """Who has a role next time."""

    role: Role
    name: str


class ReadBack(Event, tag="read_back", kw_only=True, frozen=True):
    """Takeaways and next steps were read back to the group."""


class RollCalled(Event, tag="roll_called", kw_only=True, frozen=True):
    """Somebody looked at who is there: all who are not marked away were here."""


class LinesAgreed(Event, tag="lines_agreed", kw_only=True, frozen=True):
    """Somebody agrees to these lines as they stand now: an owner to her steps, the giver to the case."""

    name: str
    numbers: tuple[int, ...]


class StepDone(Event, tag="step_done", kw_only=True, frozen=True):
    """These next steps are done; with `done` false: they are not done after all."""

    numbers: tuple[int, ...]
    done: bool = True


class NotesForgotten(Event, tag="notes_forgotten", kw_only=True, frozen=True):
    """The words of these lines are let go for good; takeaways, steps and decisions stay."""

    numbers: tuple[int, ...]
    whole: bool = False
    """The case as a whole: its title and the reasons for skipped stages go as well."""


class MeetingClosed(Event, tag="meeting_closed", kw_only=True, frozen=True):
    """The meeting is over; its minutes are a draft."""
