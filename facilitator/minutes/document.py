"""The minutes as a document without a form: what they say and in which order. Pure; every form is made of it.

All texts are as they were typed; the forms make them safe. What is struck or undone is not in the state and
so cannot come here.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from hashlib import sha256
from itertools import groupby
from operator import attrgetter
from typing import Any, Literal, get_args

from msgspec import Struct

from facilitator.minutes.attendance import seen
from facilitator.minutes.corrections import corrections
from facilitator.minutes.course import (
    StageTime,
    clock_times,
    in_meeting_order,
    stage_name,
    stage_order,
    stage_times,
)
from facilitator.minutes.times import due_date, due_day, meeting_span, placed
from facilitator.session.decide_closing import lines_of
from facilitator.session.events import NoteKind
from facilitator.session.state import NextMeeting, Note, State
from facilitator.words.dates import clock_time, long_date
from facilitator.words.language import LANGUAGE, ngettext
from facilitator.words.language import gettext as _

Audience = Literal["pod", "beyond", "programme"]


class Line(Struct, frozen=True, gc=False):
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


def document(state: State, *, timing: bool = False) -> Document:
    """The minutes of a session for its pod, with everything. What goes to others is made in `beyond/`.

    `timing` adds what each stage took; that is for the chair.
    """
    notes = in_meeting_order(state)
    lines, said = _lines(state, notes)
    present, absent = _attendance(state)
    return Document(
        audience="pod",
        key=_key(state),
        as_of=state.last_at or state.closed_at or state.opened_at,
        began=state.started_at,
        ended=state.closed_at,
        format=state.agenda.title,
        title=state.title,
        theme=state.agenda.theme,
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
        later=_kept_for_later(state, lines["later"]),
        next_meeting=_next_meeting(state.next_meeting, _length(state)),
        notes=_notes_by_stage(state, said, lines["later"]),
        times=stage_times(state) if timing else (),
        final=_final(state),
        agreed=_agreed(state),
        **_corrections(state),
        figures=(),
        pod_only=_pod_only(notes),
        case_notes=len(lines["note"]) - _pod_only(lines["note"]),
    )


def _key(state: State) -> str:
    """Made of when it was opened, to the millisecond, and where: a moved folder changes nothing."""
    return sha256(f"{state.opened_at} {state.zone}".encode()).hexdigest()[:32]


def _status(state: State) -> str:
    if state.corrected:
        return _("Draft of version {n}").format(n=state.version + 1)
    return _("Final, version {n}").format(n=state.version) if state.version else _("Draft")


def _final(state: State) -> str:
    if not state.finals or state.corrected:
        return ""
    last = state.finals[-1]
    moment, zone = placed(last.at, state.zone)
    when = {"date": long_date(moment), "time": clock_time(moment), "zone": zone}
    if not last.who:
        return _("Made final on {date} at {time} {zone}.").format(**when)
    return _("Made final by {name} on {date} at {time} {zone}.").format(name=last.who, **when)


def _agreed(state: State) -> tuple[str, ...]:
    """Everybody whose yes covers all that is hers to agree to; half a yes is told of nobody."""
    asked = {name for names in state.agreed.values() for name in names}
    return tuple(
        name
        for name in state.names()
        if name in asked and all(name in state.agreed.get(one, ()) for one in lines_of(state, name))
    )


def _corrections(state: State) -> dict[str, Any]:
    found = corrections(state)
    if found is None:
        return {}
    changes = []
    if found.taken_out:
        changes.append(
            ngettext("{n} line was taken out.", "{n} lines were taken out.", found.taken_out).format(
                n=found.taken_out
            )
        )
    if found.people:
        changes.append(_("Who was there was corrected."))
    if found.next_meeting:
        changes.append(_("The next meeting was corrected."))
    lines, _said = _lines(state, [note for _what, note in found.lines])
    told = sorted((line for kind in lines.values() for line in kind), key=lambda line: line.number)
    return {
        "corrected": tuple(told),
        "changes": tuple(changes),
        "since": found.since,
    }


def _when(state: State) -> dict[str, Any]:
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


def _lines(state: State, notes: list[Note]) -> tuple[dict[NoteKind, list[Line]], dict[str, list[Line]]]:
    """The lines of each kind in the order of the notes, and the plain notes among them by stage (its id)."""
    lines: dict[NoteKind, list[Line]] = {kind: [] for kind in get_args(NoteKind)}
    by_stage: dict[str, list[Line]] = {}
    plain = lines["note"]
    for stage_id, among in groupby(notes, attrgetter("stage")):
        stage = stage_name(state, stage_id)
        before = len(plain)
        for note in among:
            due, due_on = _due(note.due) if note.due else ("", "")
            lines[note.kind].append(
                Line(note.number, note.text, note.speakers, note.owners, due, due_on, stage, note.pod_only)
            )
        if len(plain) > before:
            by_stage.setdefault(stage_id, []).extend(plain[before:])
    return lines, by_stage


def _due(iso: str) -> tuple[str, str]:
    """A date as people and as programs read it; the second is empty where it is none."""
    day = due_day(iso)
    return due_date(iso), day.isoformat() if day else ""


def _pod_only(lines: Iterable[Note | Line]) -> int:
    return sum(map(attrgetter("pod_only"), lines))


def _kept_for_later(state: State, topics: list[Line]) -> tuple[Line, ...]:
    """Topics and stages that were kept for later and not taken up."""
    stages = (
        Line(number=0, text=_("The stage {stage}").format(stage=stage_name(state, stage)))
        for stage in state.put_off
    )
    return (*(line for line in topics if line.number not in state.taken_up), *stages)


def _notes_by_stage(state: State, said: dict[str, list[Line]], topics: list[Line]) -> tuple[StageNotes, ...]:
    grouped: dict[str, list[Line]] = {}
    for line in topics:
        # What a topic was stands first where it was held.
        if line.number in state.taken_up:
            grouped.setdefault(state.taken_up[line.number], []).append(line)
    for stage, lines in said.items():
        grouped.setdefault(stage, []).extend(lines)
    times = clock_times(state)
    places = {stage: place for place, stage in enumerate(stage_order(state))}
    return tuple(
        StageNotes(stage_name(state, stage), times.get(stage, ""), tuple(lines))
        for stage, lines in sorted(grouped.items(), key=lambda one: places.get(one[0], len(places)))
    )


def _attendance(state: State) -> tuple[tuple[Attendee, ...], tuple[str, ...]]:
    roles: tuple[tuple[str, str], ...] = (
        (state.chair, _("chair")),
        (state.keeper, _("record keeper")),
        *((name, _("case giver")) for name in dict.fromkeys((*state.givers, state.giver))),
    )
    were_here = seen(state) if any(not person.here for person in state.people) else frozenset()
    present: list[Attendee] = []
    absent: list[str] = []
    for person in state.people:
        if not person.here and person.name not in were_here:
            absent.append(person.name)
            continue
        said = [role for name, role in roles if name == person.name]
        if person.name in state.led:
            said.append(_("guest facilitator"))
        elif person.guest:
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
