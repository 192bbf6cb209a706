"""The minutes as a document without a form: what they say and in which order. Pure; every form is made of it.

All texts are as they were typed; the forms make them safe. What is struck or undone is not in the state and
so cannot come here.
"""

from __future__ import annotations

import math
from hashlib import sha256
from typing import Literal, get_args

from msgspec import Struct
from msgspec.structs import replace

from facilitator.minutes.attendance import seen
from facilitator.minutes.course import StageTime, clock_times, in_meeting_order, stage_name, stage_times
from facilitator.minutes.times import due_date, due_day, meeting_span, placed
from facilitator.session.events import NoteKind
from facilitator.session.state import NextMeeting, Note, State
from facilitator.words.dates import clock_time, long_date
from facilitator.words.language import LANGUAGE
from facilitator.words.language import gettext as _

Audience = Literal["pod", "beyond"]


class Line(Struct, frozen=True, kw_only=True, gc=False):
    """A captured line. `due` is a date as people read it, `stage` a stage's name; both may be empty.

    `due_on` is the same date as programs read it (2026-12-01); empty where `due` is none.
    """

    number: int
    text: str
    speakers: tuple[str, ...] = ()
    owners: tuple[str, ...] = ()
    due: str = ""
    due_on: str = ""
    stage: str = ""
    pod_only: bool = False


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
    """The same for every rendering of a session, and of no other: what ids in other programs are made of."""
    as_of: str = ""
    """The instant (UTC stamp) of the last thing that happened in the session."""
    began: str = ""
    ended: str = ""
    """Instants (UTC stamps) for programs; empty: not yet."""
    format: str
    """The format's title: what kind of meeting it was."""
    title: str = ""
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
    times: tuple[StageTime, ...] = ()
    pod_only: int = 0
    """How many lines are for the pod only, whether or not this audience gets them."""
    case_notes: int = 0
    """How many plain notes there are besides, whether or not this audience gets them."""


def document(state: State, audience: Audience = "pod", timing: bool = False) -> Document:
    """The minutes of a session.

    `beyond` the pod go only takeaways, steps, decisions and the next meeting: no line that is for the pod
    only, no notes, questions or topics, no case title, and nobody's name but the owners of steps.
    `timing` adds what each stage took; that is for the chair.
    """
    whole = _for_pod(state, timing=timing)
    return whole if audience == "pod" else _for_beyond(whole)


def _for_pod(state: State, *, timing: bool) -> Document:
    notes = in_meeting_order(state)
    lines = _lines(state, notes)
    present, absent = _attendance(state)
    return Document(
        audience="pod",
        key=_key(state),
        as_of=state.last_at or state.closed_at or state.opened_at,
        began=state.started_at,
        ended=state.closed_at,
        format=state.agenda.title,
        title=state.title,
        status=_status(state),
        version=state.version,
        **_when(state),
        span=meeting_span(state.opened_at, state.started_at, state.closed_at, state.zone),
        rehearsal=state.rehearsal,
        present=present,
        absent=absent,
        takeaways=tuple(lines["takeaway"]),
        steps=tuple(sorted(lines["step"], key=lambda line: not line.owners)),
        decisions=tuple(lines["decision"]),
        questions=tuple(lines["question"]),
        later=tuple(lines["later"]),
        next_meeting=_next_meeting(state.next_meeting, _length(state)),
        notes=_notes_by_stage(state, lines["note"]),
        times=stage_times(state) if timing else (),
        pod_only=sum(note.pod_only for note in notes),
        case_notes=sum(not line.pod_only for line in lines["note"]),
    )


def _for_beyond(whole: Document) -> Document:
    def open_lines(lines: tuple[Line, ...]) -> tuple[Line, ...]:
        return tuple(replace(line, speakers=()) for line in lines if not line.pod_only)

    return replace(
        whole,
        audience="beyond",
        title="",
        present=(),
        absent=(),
        takeaways=open_lines(whole.takeaways),
        steps=open_lines(whole.steps),
        decisions=open_lines(whole.decisions),
        questions=(),
        later=(),
        next_meeting=whole.next_meeting and replace(whole.next_meeting, roles=()),
        notes=(),
        times=(),
    )


def _key(state: State) -> str:
    """Made of when it was opened, to the millisecond, and where: a moved folder changes nothing."""
    return sha256(f"{state.opened_at} {state.zone}".encode()).hexdigest()[:32]


def _status(state: State) -> str:
    return _("Final, version {n}").format(n=state.version) if state.version else _("Draft")


def _when(state: State) -> dict[str, str]:
    began = state.started_at or state.opened_at
    if not began:
        return {}
    start, zone = placed(began, state.zone)
    return {
        "date": long_date(start),
        "start": clock_time(start) if state.started_at else "",
        "end": clock_time(placed(state.closed_at, state.zone)[0]) if state.closed_at else "",
        "zone": zone,
    }


def _length(state: State) -> float:
    """Seconds that the meeting was to take: as asked for, else as planned, to the next five minutes."""
    if state.minutes:
        return state.minutes * 60
    return math.ceil(sum(item.seconds for item in state.plan) / 300) * 300.0


def _lines(state: State, notes: list[Note]) -> dict[NoteKind, list[Line]]:
    """The lines of each kind, in the order of the notes."""
    lines: dict[NoteKind, list[Line]] = {kind: [] for kind in get_args(NoteKind)}
    stages: dict[str, str] = {}
    for note in notes:
        stage = stages.get(note.stage)
        if stage is None:
            stage = stages[note.stage] = stage_name(state, note.stage)
        day = due_day(note.due) if note.due else None
        lines[note.kind].append(
            Line(
                number=note.number,
                text=note.text,
                speakers=note.speakers,
                owners=note.owners,
                due=due_date(note.due) if note.due else "",
                due_on=day.isoformat() if day else "",
                stage=stage,
                pod_only=note.pod_only,
            )
        )
    return lines


def _notes_by_stage(state: State, lines: list[Line]) -> tuple[StageNotes, ...]:
    grouped: dict[str, list[Line]] = {}
    for line in lines:
        grouped.setdefault(state.notes[line.number].stage, []).append(line)
    times = clock_times(state)
    return tuple(
        StageNotes(stage_name(state, stage), times.get(stage, ""), tuple(lines))
        for stage, lines in grouped.items()
    )


def _attendance(state: State) -> tuple[tuple[Attendee, ...], tuple[str, ...]]:
    roles: tuple[tuple[str, str], ...] = (
        (state.chair, _("chair")),
        (state.keeper, _("record keeper")),
        *((name, _("case giver")) for name in dict.fromkeys((*state.givers, state.giver))),
    )
    were_here = seen(state)
    present: list[Attendee] = []
    absent: list[str] = []
    for person in state.people:
        if not person.here and person.name not in were_here:
            absent.append(person.name)
            continue
        said = [role for name, role in roles if name == person.name]
        if person.guest:
            said.append(_("guest"))
        if not person.here:
            said.append(_("left before the end"))
        present.append(Attendee(person.name, tuple(said)))
    return tuple(present), tuple(absent)


def _next_meeting(following: NextMeeting, seconds: float) -> NextTime | None:
    roles = (
        (_("Chair"), following.chair),
        (_("Record keeper"), following.keeper),
        (_("Case giver"), following.giver),
    )
    given = tuple((role, name) for role, name in roles if name)
    if not following.when:
        return NextTime("", given) if given else None
    moment, zone = placed(following.when, following.zone)
    phrase = _("{date}, {time} {zone}") if zone.startswith("UTC") else _("{date}, {time} ({zone})")
    when = phrase.format(date=long_date(moment), time=clock_time(moment), zone=zone)
    return NextTime(when, given, at=following.when, zone=following.zone, seconds=seconds)
