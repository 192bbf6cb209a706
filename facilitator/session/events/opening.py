"""A session is opened, opened again, and its meeting begins."""

from __future__ import annotations

from facilitator.agenda.model import Agenda, Planned
from facilitator.session.events.envelope import Event

FORMAT = 1


class SessionOpened(Event, tag="session_opened", kw_only=True, frozen=True):
    """The first line: all that the session depends on, so that it needs no other file."""

    format: int = FORMAT
    program: str = ""
    agenda: Agenda
    people: tuple[str, ...] = ()
    chair: str = ""
    keeper: str = ""
    giver: str = ""
    givers: tuple[str, ...] = ()
    """Who gives each case, where more than one is named; an empty name is one still open."""
    title: str = ""
    zone: str = "UTC"
    """IANA name of the zone that printed times are in."""
    minutes: float | None = None
    """The length that was asked for, in minutes, if any."""
    until: str = ""
    """The end that was asked for (UTC), if any."""
    asked: tuple[str, ...] = ()
    """Questions of the agenda's banks that earlier sessions of the pod had, the longest ago first."""
    rehearsal: bool = False
    speed: float = 1.0
    """How many seconds of a rehearsal pass in one second; 0: only `/wait` moves the clock."""
    mishaps: str = ""
    """The seed of what goes less smoothly in a rehearsal; empty: all goes smoothly."""
    boot: str = ""
    """Which boot of the machine `clock` belongs to."""
    clock: float = 0.0
    """The machine's own clock, seconds since that boot."""


class SessionResumed(Event, tag="session_resumed", kw_only=True, frozen=True):
    """The session was opened again after `away` seconds, which are not counted until that is said."""

    away: float = 0.0
    boot: str = ""
    clock: float = 0.0


class AwaySettled(Event, tag="away_settled", kw_only=True, frozen=True):
    """The time away was counted into the running stage, or left out."""

    counted: bool
    seconds: float = 0.0


class MeetingStarted(Event, tag="meeting_started", kw_only=True, frozen=True):
    """The lobby was left: the plan as fitted to the people present, and the end that was promised (UTC)."""

    plan: tuple[Planned, ...]
    dropped: tuple[str, ...] = ()
    """Ids of optional stages that the fitting dropped."""
    promised: str
