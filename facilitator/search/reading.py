"""From a session's log, which alone is the truth, to what is kept of it for searching."""

from __future__ import annotations

from pathlib import Path

from facilitator.meeting.opening import look
from facilitator.minutes.course import stage_name
from facilitator.minutes.times import placed
from facilitator.search.record import Kept, Record
from facilitator.session.state import Note, State
from facilitator.session.steps import is_done
from facilitator.store.search_file import place_of
from facilitator.store.trouble import StoreError

LONGEST_BEFORE = 120
"""Characters of the line before that are kept as context."""


def read_record(folder: Path) -> Record:
    """The record of a session. One that cannot be read is a record without lines that says why."""
    place = place_of(folder)
    try:
        found = look(folder)
        return record_of(place, found.state, " ".join(found.reports))
    except StoreError as trouble:
        return Record(place=place, trouble=trouble.sentence)


def record_of(place: str, state: State, trouble: str = "") -> Record:
    """What is kept of a session that stands like this."""
    began = state.started_at or state.opened_at
    return Record(
        place=place,
        start=state.opened_at,
        day=placed(began, state.zone)[0].date().isoformat() if began else "",
        format=state.agenda.title,
        title=state.title,
        trouble=trouble,
        notes=tuple(_lines(state)),
    )


def _lines(state: State) -> list[Kept]:
    stages: dict[str, str] = {}
    last: dict[str, Note] = {}
    lines = []
    for note in state.ordered_notes():
        if note.stage not in stages:
            stages[note.stage] = stage_name(state, note.stage)
        before = last.get(note.stage)
        last[note.stage] = note
        lines.append(
            Kept(
                number=note.number,
                kind=note.kind,
                text=note.text,
                speakers=note.speakers,
                owners=note.owners,
                due=note.due,
                pod_only=note.pod_only,
                stage=stages[note.stage],
                done=is_done(state, note.number),
                before=_shortened(before) if before is not None else "",
            )
        )
    return lines


def _shortened(note: Note) -> str:
    who = f"{', '.join(note.speakers)}: " if note.speakers else ""
    words = f"{note.number} {who}{note.text}"
    return words if len(words) <= LONGEST_BEFORE else words[: LONGEST_BEFORE - 1].rstrip() + "…"
