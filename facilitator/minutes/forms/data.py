"""The minutes as JSON for other programs. `docs/minutes.schema.json` is its contract.

A field is never renamed, moved or given another meaning within one `version`; new ones may be added. Texts
are as they were typed, with control characters as pictures. Nothing is left out because it is empty.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal

import msgspec
from msgspec import Struct

from facilitator.minutes.document import Document, Line, NextTime
from facilitator.words.visible import visible

VERSION: Literal[1] = 1


class Person(Struct, frozen=True):
    """Somebody who was there, with roles in words."""

    name: str
    roles: list[str]


class Said(Struct, frozen=True, kw_only=True):
    """A captured line. `number` never changes within a session; `stage` is the name of a stage or empty."""

    number: int
    text: str
    speakers: list[str]
    stage: str
    pod_only: bool


class Step(Struct, frozen=True, kw_only=True):
    """A next step. `due` is a day (2026-12-01) or empty, `due_words` the same as people read it."""

    number: int
    text: str
    owners: list[str]
    due: str
    due_words: str
    stage: str
    pod_only: bool
    done: bool
    done_at: str
    """The instant (UTC) at which somebody said that it is done; empty: it is open."""


class Role(Struct, frozen=True):
    """Who has a role next time; the role in words."""

    role: str
    name: str


class NextMeeting(Struct, frozen=True, kw_only=True):
    """`at` is an instant in UTC or empty, `zone` an IANA name or an offset, `when` the same in words."""

    at: str
    zone: str
    when: str
    roles: list[Role]


class StageNotes(Struct, frozen=True):
    """The notes of a stage. `time` is the time of day at which it began (19:17), or empty."""

    stage: str
    time: str
    notes: list[Said]


class StageTime(Struct, frozen=True, kw_only=True):
    """Seconds of a stage: null where it was not planned or not held; `added` is negative for less time."""

    stage: str
    planned: float | None
    added: float
    taken: float | None


class Figure(Struct, frozen=True):
    """A figure for a programme, with what it counts, in words."""

    name: str
    value: str


class Minutes(Struct, frozen=True, kw_only=True):
    """The minutes of one session for one audience."""

    version: Literal[1] = VERSION
    """The version of this format, not of the minutes."""
    audience: Literal["pod", "beyond", "programme"]
    language: str
    key: str
    """The same in every rendering of a session, and in no other session."""
    session: str
    """The name of the session's folder."""
    format: str
    title: str
    status: str
    """Draft or final, in words."""
    final: int
    """0: a draft; else the version of the minutes."""
    rehearsal: bool
    as_of: str
    """The instant (UTC) of the last thing that happened in the session."""
    began: str
    ended: str
    """Instants (UTC), empty: not yet."""
    zone: str
    """The zone of the times in words."""
    date: str
    span: str
    """The day, and day with times, in words."""
    present: list[Person]
    absent: list[str]
    takeaways: list[Said]
    steps: list[Step]
    decisions: list[Said]
    questions: list[Said]
    kept_for_later: list[Said]
    next_meeting: NextMeeting | None
    notes: list[StageNotes]
    times: list[StageTime]
    theme: str
    """What it was about, where a theme was chosen."""
    figures: list[Figure]
    """Only for a programme, which gets nothing else."""
    made_final: str
    """Who made the minutes final and when, in a sentence."""
    agreed: list[str]
    """Who agreed to all their own lines as they stand here."""
    since: int
    """The version that `corrected` and `changes` are told against; 0: nothing was corrected."""
    corrected: list[Said]
    """Lines added or changed since then, as they stand now."""
    changes: list[str]
    """What else was corrected, in sentences."""


def to_json(document: Document) -> bytes:
    """The whole text in UTF-8, indented, ending with a line break."""
    return msgspec.json.format(msgspec.json.encode(_minutes(document)), indent=2) + b"\n"


def schema() -> dict[str, Any]:
    """What `docs/minutes.schema.json` holds: JSON Schema, draft 2020-12."""
    made = msgspec.json.schema(Minutes)
    for part in made["$defs"].values():
        # `version` is in every file; the library takes a default for "may be left out".
        part["required"] = list(part["properties"])
        for field in part["properties"].values():
            field.pop("default", None)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Minutes made by facilitator",
        **made,
    }


def _minutes(document: Document) -> Minutes:
    return Minutes(
        audience=document.audience,
        language=document.language,
        key=document.key,
        session=visible(document.session),
        format=visible(document.format),
        title=visible(document.title),
        status=document.status,
        final=document.version,
        rehearsal=document.rehearsal,
        as_of=document.as_of,
        began=document.began,
        ended=document.ended,
        zone=visible(document.zone),
        date=document.date,
        span=visible(document.span),
        present=[Person(visible(one.name), list(one.roles)) for one in document.present],
        absent=_all(document.absent),
        takeaways=_lines(document.takeaways),
        steps=[_step(line) for line in document.steps],
        decisions=_lines(document.decisions),
        questions=_lines(document.questions),
        kept_for_later=_lines(document.later),
        next_meeting=_next(document.next_meeting) if document.next_meeting else None,
        notes=[StageNotes(visible(group.stage), group.time, _lines(group.notes)) for group in document.notes],
        times=[
            StageTime(stage=visible(row.stage), planned=row.planned, added=row.added, taken=row.taken)
            for row in document.times
        ],
        theme=visible(document.theme),
        figures=[Figure(name, visible(value)) for name, value in document.figures],
        made_final=visible(document.final),
        agreed=_all(document.agreed),
        since=document.since,
        corrected=_lines(document.corrected),
        changes=list(document.changes),
    )


def _all(texts: Iterable[str]) -> list[str]:
    return [visible(text) for text in texts]


def _lines(lines: Iterable[Line]) -> list[Said]:
    return [
        Said(
            number=line.number,
            text=visible(line.text),
            speakers=_all(line.speakers),
            stage=visible(line.stage),
            pod_only=line.pod_only,
        )
        for line in lines
    ]


def _step(line: Line) -> Step:
    return Step(
        number=line.number,
        text=visible(line.text),
        owners=_all(line.owners),
        due=line.due_on,
        due_words=visible(line.due),
        stage=visible(line.stage),
        pod_only=line.pod_only,
        done=bool(line.done_at),
        done_at=line.done_at,
    )


def _next(following: NextTime) -> NextMeeting:
    return NextMeeting(
        at=following.at,
        zone=visible(following.zone),
        when=visible(following.when),
        roles=[Role(role, visible(name)) for role, name in following.roles],
    )
