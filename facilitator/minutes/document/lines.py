"""Captured lines in the minutes: by kind, by stage, and what was corrected since the last version."""

from __future__ import annotations

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
    lines = lines_by_kind(state, [note for _what, note in found.lines])
    told = sorted((line for kind in lines.values() for line in kind), key=lambda line: line.number)
    return {
        "corrected": tuple(told),
        "changes": tuple(changes),
        "since": found.since,
    }


def lines_by_kind(state: State, notes: list[Note]) -> dict[NoteKind, list[Line]]:
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
                done_at=done_at(state, note.number) if note.kind == "step" else "",
            )
        )
    return lines


def kept_for_later(state: State, topics: list[Line]) -> tuple[Line, ...]:
    """Topics and stages that were kept for later and not taken up."""
    stages = (
        Line(number=0, text=_("The stage {stage}").format(stage=stage_name(state, stage)))
        for stage in state.put_off
    )
    return (*(line for line in topics if line.number not in state.taken_up), *stages)


def notes_by_stage(state: State, lines: list[Line], topics: list[Line]) -> tuple[StageNotes, ...]:
    """The notes of each stage, in the order of the stages."""
    grouped: dict[str, list[Line]] = {}
    for line in topics:
        # What a topic was stands first where it was held.
        if line.number in state.taken_up:
            grouped.setdefault(state.taken_up[line.number], []).append(line)
    for line in lines:
        grouped.setdefault(state.notes[line.number].stage, []).append(line)
    times = clock_times(state)
    places = {stage: place for place, stage in enumerate(stage_order(state))}
    return tuple(
        StageNotes(stage_name(state, stage), times.get(stage, ""), tuple(lines))
        for stage, lines in sorted(grouped.items(), key=lambda one: places.get(one[0], len(places)))
    )
