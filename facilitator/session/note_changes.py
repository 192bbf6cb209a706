"""What captured lines change: kept, edited, moved, merged, done, agreed to, struck and forgotten."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import immutables
from msgspec.structs import replace

from facilitator.session import events as ev
from facilitator.session.people_changes import _with
from facilitator.session.stage_changes import Changes
from facilitator.session.state import Note, State


def without(numbers: immutables.Map[int, None], gone: Iterable[int]) -> immutables.Map[int, None]:
    """Numbers without these."""
    for number in gone:
        if number in numbers:
            numbers = numbers.delete(number)
    return numbers


def _captured(state: State, event: ev.NoteCaptured) -> Changes:
    changes: Changes = {"last_number": max(state.last_number, event.number)}
    if event.number in state.struck or event.number in state.forgotten:
        return changes
    note = Note(
        number=event.number,
        kind=event.kind,
        text=event.text,
        speakers=event.speakers,
        owners=event.owners,
        due=event.due,
        pod_only=event.pod_only,
        stage=event.stage,
        at=event.when or event.at,
        t=event.t,
    )
    changes["notes"] = state.notes.set(event.number, note)
    if event.number in state.taken_back:
        # Older programs gave a number once more after an undo.
        changes["taken_back"] = state.taken_back.delete(event.number)
    if state.read_back and event.kind in ("takeaway", "step"):
        changes["read_back"] = False
    return changes


def _not_agreed(state: State, *numbers: int) -> Changes:
    """Who agreed to a line agreed to what it said then."""
    agreed = state.agreed
    for number in numbers:
        if number in agreed:
            agreed = agreed.delete(number)
    return {} if agreed is state.agreed else {"agreed": agreed}


def _edited(state: State, event: ev.NoteEdited) -> Changes:
    note = state.notes.get(event.number)
    if note is None:
        return {}
    edited = replace(
        note,
        kind=event.kind,
        text=event.text,
        speakers=event.speakers,
        owners=event.owners,
        due=event.due,
        pod_only=event.pod_only,
    )
    return {"notes": state.notes.set(event.number, edited), **_not_agreed(state, event.number)}


def _step_done(state: State, event: ev.StepDone) -> Changes:
    done = state.done
    for number in event.numbers:
        if number in state.notes and event.done:
            done = done.set(number, event.at)
        elif number in done:
            done = done.delete(number)
    return {"done": done}


def _not_done(state: State, *numbers: int) -> Changes:
    """What is gone is no step any more."""
    done = state.done
    for number in numbers:
        if number in done:
            done = done.delete(number)
    return {} if done is state.done else {"done": done}


def _struck(state: State, event: ev.NoteStruck) -> Changes:
    changes: Changes = {
        "struck": state.struck.set(event.number, None),
        "taken_back": without(state.taken_back, (event.number,)),
        "last_number": max(state.last_number, event.number),
    }
    if event.number in state.notes:
        changes["notes"] = state.notes.delete(event.number)
    return changes | _not_agreed(state, event.number) | _not_done(state, event.number)


def _forgotten(state: State, event: ev.NotesForgotten) -> Changes:
    notes, forgotten = state.notes, state.forgotten
    for number in event.numbers:
        forgotten = forgotten.set(number, None)
        if number in notes:
            notes = notes.delete(number)
    # A number that was given once is never given again.
    last = max((state.last_number, *event.numbers))
    changes: Changes = {"notes": notes, "forgotten": forgotten, "last_number": last}
    changes["taken_back"] = without(state.taken_back, event.numbers)
    changes |= _not_agreed(state, *event.numbers) | _not_done(state, *event.numbers)
    if event.whole:
        changes |= {"title": "", "reasons": immutables.Map()}
    return changes


def _agreed(state: State, event: ev.LinesAgreed) -> Changes:
    agreed = state.agreed
    for number in event.numbers:
        if number in state.notes:
            agreed = agreed.set(number, _with(agreed.get(number, ()), event.name))
    return {"agreed": agreed}


def _moved(state: State, event: ev.NoteMoved) -> Changes:
    note = state.notes.get(event.number)
    if note is None:
        return {}
    moved = replace(note, stage=event.stage, place=(event.when, event.line, event.rank))
    return {"notes": state.notes.set(event.number, moved)}


def _merged(state: State, event: ev.NotesMerged | ev.MergeSettled) -> Changes:
    notes, merged = state.notes, state.merged
    for number in event.gone:
        # Where the line that took the words in is not there, nothing is to get lost.
        if number in notes and event.number in notes:
            notes = notes.delete(number)
        merged = merged.set(number, event.number)
    last = max(state.last_number, *event.gone)
    back = without(state.taken_back, event.gone)
    changes: Changes = {"notes": notes, "merged": merged, "last_number": last, "taken_back": back}
    return (
        changes | _not_agreed(state, *event.gone) | _not_done(state, *event.gone, *_opened_by(state, event))
    )


def _opened_by(state: State, event: ev.NotesMerged | ev.MergeSettled) -> tuple[int, ...]:
    """A done step that takes in one that is still to be done is not done any more."""
    taken_in = (state.notes[number] for number in event.gone if number in state.notes)
    still_open = any(note.kind == "step" and note.number not in state.done for note in taken_in)
    return (event.number,) if still_open else ()


def _pens(state: State, event: ev.PensPut) -> Changes:
    return {"pens_down": event.down}


HANDLERS: dict[type, Callable[[State, Any], Changes]] = {
    ev.NoteCaptured: _captured,
    ev.NoteEdited: _edited,
    ev.NoteStruck: _struck,
    ev.NoteMoved: _moved,
    ev.NotesMerged: _merged,
    ev.MergeSettled: _merged,
    ev.PensPut: _pens,
    ev.LinesAgreed: _agreed,
    ev.StepDone: _step_done,
    ev.NotesForgotten: _forgotten,
}
