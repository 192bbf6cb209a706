"""Captured lines in the minutes: by kind, by stage, and what was corrected since the last version."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from operator import attrgetter
from typing import Any, get_args

from facilitator.minutes.corrections import corrections
from facilitator.minutes.course import clock_times, stage_name, stage_order
from facilitator.minutes.document.model import Line, StageNotes
from facilitator.minutes.times import due_date, due_day
from facilitator.session.events import NoteKind
from facilitator.session.state import Note, State
from facilitator.session.steps import done_at
from facilitator.words.language import gettext as _
from facilitator.words.language import ngettext


def corrected(state: State) -> dict[str, Any]:
    """The fields of the document that tell what was corrected; none where nothing was."""
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
    lines, _said = lines_by_kind(state, [note for _what, note in found.lines])
    told = sorted((line for kind in lines.values() for line in kind), key=lambda line: line.number)
    return {
        "corrected": tuple(told),
        "changes": tuple(changes),
        "since": found.since,
    }


def lines_by_kind(
    state: State, notes: list[Note]
) -> tuple[dict[NoteKind, list[Line]], dict[str, list[Line]]]:
    """The lines of each kind in the order of the notes, and the plain notes among them by stage (its id)."""
    lines: dict[NoteKind, list[Line]] = {kind: [] for kind in get_args(NoteKind)}
    by_stage: dict[str, list[Line]] = {}
    plain = lines["note"]
    for stage_id, among in groupby(notes, attrgetter("stage")):
        stage = stage_name(state, stage_id)
        before = len(plain)
        for note in among:
            due, due_on = _due(note.due) if note.due else ("", "")
            done = done_at(state, note.number) if note.kind == "step" else ""
            lines[note.kind].append(
                Line(
                    note.number,
                    note.text,
                    note.speakers,
                    note.owners,
                    due,
                    due_on,
                    stage,
                    note.pod_only,
                    done,
                )
            )
        if len(plain) > before:
            by_stage.setdefault(stage_id, []).extend(plain[before:])
    return lines, by_stage


def _due(iso: str) -> tuple[str, str]:
    """A date as people and as programs read it; the second is empty where it is none."""
    day = due_day(iso)
    return due_date(iso), day.isoformat() if day else ""


def count_pod_only(lines: Iterable[Note | Line]) -> int:
    """How many of the lines stay in the pod."""
    return sum(map(attrgetter("pod_only"), lines))


def kept_for_later(state: State, topics: list[Line]) -> tuple[Line, ...]:
    """Topics and stages that were kept for later and not taken up."""
    stages = (
        Line(number=0, text=_("The stage {stage}").format(stage=stage_name(state, stage)))
        for stage in state.put_off
    )
    return (*(line for line in topics if line.number not in state.taken_up), *stages)


def notes_by_stage(state: State, said: dict[str, list[Line]], topics: list[Line]) -> tuple[StageNotes, ...]:
    """The notes of each stage, in the order of the stages; `said` are the plain ones by the stage's id."""
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
