"""Decisions about where captured lines stand, and about making one of several or several of one."""

from __future__ import annotations

from collections.abc import Iterable

from facilitator.session import events as ev
from facilitator.session import intents as it
from facilitator.session.needs import Events, note_of
from facilitator.session.order import in_meeting_order, moved_beside, stage_order
from facilitator.session.refused import Refused
from facilitator.session.state import Moment, Note, State
from facilitator.words.language import gettext as _


def move(state: State, intent: it.Move, now: Moment) -> Events:
    """A line gets another place; its number stays."""
    note = note_of(state, intent.number)
    if intent.how in ("above", "below"):
        return [_beside(state, note, intent)]
    if intent.how == "to":
        if not intent.stage or intent.stage not in stage_order(state):
            raise Refused(_("There is no such stage to move line {number} to.").format(number=note.number))
        if intent.stage == note.stage:
            raise Refused(_("Line {number} is in that stage already.").format(number=note.number))
        return [_last_in(state, note, intent.stage)]
    return [_one_place(state, note, -1 if intent.how == "up" else 1)]


def _others(state: State, note: Note, stage: str) -> list[Note]:
    return [one for one in in_meeting_order(state) if one.stage == stage and one.number != note.number]


def _beside(state: State, note: Note, intent: it.Move) -> ev.NoteMoved:
    other = note_of(state, intent.other)
    if other.number == note.number:
        raise Refused(_("A line cannot be moved next to itself. Write the number of another line."))
    others = _others(state, note, other.stage)
    place = [one.number for one in others].index(other.number) + (intent.how == "below")
    if note.stage == other.stage:
        was = [one.number for one in in_meeting_order(state) if one.stage == note.stage].index(note.number)
        if was == place:
            raise Refused(_("Line {number} stands there already.").format(number=note.number))
    return moved_beside(note.number, others, place, other.stage, note)


def _last_in(state: State, note: Note, stage: str) -> ev.NoteMoved:
    others = _others(state, note, stage)
    return moved_beside(note.number, others, len(others), stage, note)


def _one_place(state: State, note: Note, step: int) -> ev.NoteMoved:
    """One place up or down; past the edge of its stage it is in the stage beside."""
    here = [one.number for one in in_meeting_order(state) if one.stage == note.stage]
    place = here.index(note.number) + step
    if 0 <= place < len(here):
        return moved_beside(note.number, _others(state, note, note.stage), place, note.stage, note)
    held = {visit.stage for visit in state.visits} | {one.stage for one in state.notes.values()}
    stages = [stage for stage in stage_order(state) if stage in held]
    beside = stages.index(note.stage) + step if note.stage in stages else -1
    if not 0 <= beside < len(stages):
        sentence = (
            _("Line {number} is the first already.") if step < 0 else _("Line {number} is the last already.")
        )
        raise Refused(sentence.format(number=note.number))
    stage = stages[beside]
    if step < 0:
        return _last_in(state, note, stage)
    return moved_beside(note.number, _others(state, note, stage), 0, stage, note)


def merge(state: State, intent: it.Merge, now: Moment) -> Events:
    """The first line takes in the words, the people and the day of the others, which are gone."""
    if len(set(intent.numbers)) != len(intent.numbers) or len(intent.numbers) < 2:
        raise Refused(_("Write the numbers of two or more different lines."))
    first, *others = (note_of(state, number) for number in intent.numbers)
    due = first.due or next((one.due for one in others if one.due), "")
    texts = [first.text]
    for one in others:
        texts.append(one.text)
        if one.due and one.due != due:
            # A line has one day: another one is not lost, it stands in the words.
            texts.append(_("(due {day})").format(day=one.due))
    merged = ev.NoteEdited(
        number=first.number,
        kind=first.kind,
        text=" ".join(texts),
        speakers=_everybody(one.speakers for one in (first, *others)),
        owners=_everybody(one.owners for one in (first, *others)),
        due=due,
        pod_only=any(one.pod_only for one in (first, *others)),
    )
    return [merged, ev.NotesMerged(number=first.number, gone=tuple(one.number for one in others))]


def _everybody(names: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for some in names for name in some))


def split(state: State, intent: it.Split, now: Moment) -> Events:
    """The end of a line becomes a line of its own right behind it, of the same kind and people."""
    note = note_of(state, intent.number)
    at = max(intent.at, 0)
    first, rest = note.text[:at].rstrip(), note.text[at:].lstrip()
    if not first or not rest:
        raise Refused(_("Both parts of a line need words."))
    new = state.last_number + 1
    others = _others(state, note, note.stage)
    place = sum(1 for one in others if (*one.order, one.number) < (*note.order, note.number))
    return [
        ev.NoteEdited(
            number=note.number,
            kind=note.kind,
            text=first,
            speakers=note.speakers,
            owners=note.owners,
            due=note.due,
            pod_only=note.pod_only,
        ),
        ev.NoteSplit(number=note.number, new=new),
        ev.NoteCaptured(
            number=new,
            kind=note.kind,
            text=rest,
            speakers=note.speakers,
            owners=note.owners,
            due=note.due,
            pod_only=note.pod_only,
            stage=note.stage,
            when=note.at,
        ),
        moved_beside(new, [*others[:place], note, *others[place:]], place + 1, note.stage, note),
    ]
