"""What minutes say, without a form: texts as typed, dates and times as words."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from facilitator.minutes.course import StageTime
from facilitator.words.language import LANGUAGE

Audience = Literal["pod", "beyond", "programme"]


class Line(Struct, frozen=True, gc=False):
    """A captured line. `due` is a date as people read it, `stage` a stage's name; both may be empty.

    `due_on` is the same date as programs read it (2026-12-01); empty where `due` is none. `done_at` is the
    instant (UTC stamp) at which somebody said that a step is done; empty while it is open.
    """

    number: int
    text: str
    speakers: tuple[str, ...] = ()
    owners: tuple[str, ...] = ()
    due: str = ""
    due_on: str = ""
    stage: str = ""
    pod_only: bool = False
    done_at: str = ""


class Attendee(Struct, frozen=True):
    """Somebody who was there, with what is said beside the name (roles, guest, left early), in words."""

    name: str
    roles: tuple[str, ...] = ()


class StageNotes(Struct, frozen=True):
    """The notes of one stage. `time` is the clock time (19:17) it first began; empty: never held."""

    stage: str
    time: str
    notes: tuple[Line, ...]


class NextTime(Struct, frozen=True):
    """The next meeting: when, as people read it (may be empty), and pairs of role and name.

    For programs: `at` is the instant (UTC stamp), `zone` an IANA name or an offset as it was written,
    `seconds` how long the meeting of these minutes was planned to be: nobody says more of the next one.
    """

    when: str
    roles: tuple[tuple[str, str], ...] = ()
    at: str = ""
    zone: str = ""
    seconds: float = 0.0


class Document(Struct, frozen=True, kw_only=True):
    """Minutes for one audience. Dates and times are already words; empty: there is nothing to say."""

    audience: Audience
    language: str = LANGUAGE
    """A tag for the program's own words; what was typed is in whatever language it is."""
    session: str = ""
    """The name of the session's folder; the shared document finds its part by it."""
    key: str = ""
    """The same in every rendering of a session for one audience, and in nothing else: for ids."""
    as_of: str = ""
    """The instant (UTC stamp) of the last thing that happened in the session."""
    began: str = ""
    ended: str = ""
    """Instants (UTC stamps) for programs; empty: not yet."""
    format: str
    """The format's title: what kind of meeting it was."""
    title: str = ""
    theme: str = ""
    """What it was about, where a theme was chosen."""
    status: str
    """Draft, or Final with its version."""
    version: int = 0
    """0: draft; from 1 on: final."""
    date: str = ""
    """The day it began: Saturday 21 November 2026."""
    start: str = ""
    end: str = ""
    zone: str = ""
    span: str = ""
    """Date, start, end and zone in one phrase."""
    rehearsal: bool = False
    present: tuple[Attendee, ...] = ()
    absent: tuple[str, ...] = ()
    takeaways: tuple[Line, ...] = ()
    steps: tuple[Line, ...] = ()
    """Those without an owner stand last."""
    decisions: tuple[Line, ...] = ()
    questions: tuple[Line, ...] = ()
    later: tuple[Line, ...] = ()
    next_meeting: NextTime | None = None
    notes: tuple[StageNotes, ...] = ()
    corrected: tuple[Line, ...] = ()
    """Since the version before: lines added or changed, as they stand now."""
    changes: tuple[str, ...] = ()
    """What else was corrected, each in a sentence."""
    since: int = 0
    """The version that `corrected` and `changes` are told against; 0: nothing was corrected."""
    final: str = ""
    """Who made the minutes final and when, in a sentence."""
    agreed: tuple[str, ...] = ()
    """Who agreed to their lines as they stand here."""
    times: tuple[StageTime, ...] = ()
    pod_only: int = 0
    """How many lines are for the pod only, whether or not this audience gets them."""
    case_notes: int = 0
    """How many plain notes there are besides, whether or not this audience gets them."""
    figures: tuple[tuple[str, str], ...] = ()
    """What is told in numbers: pairs of what it is and how many or how long, in words."""
