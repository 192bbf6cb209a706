"""The order of captured lines: by stage as the meeting was held, within one as they were said or were put."""

from __future__ import annotations

from itertools import groupby
from operator import attrgetter

from facilitator.agenda.blocks import find_planned, laid_out
from facilitator.session.events import FIRST_RANK, NoteMoved
from facilitator.session.state import Note, State

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def stage_order(state: State) -> list[str]:
    """Ids of all stages that can hold a line: before the meeting, then as held, each at its first time.

    A stage that was never held (lines can be handed in for it) stands where the agenda has it.
    """
    order = [""]
    for visit in state.visits:
        if visit.stage not in order:
            order.append(visit.stage)
    place = 0
    for stage_id in _planned_order(state):
        if stage_id in order:
            place = max(place, order.index(stage_id))
        else:
            place += 1
            order.insert(place, stage_id)
    return order


def _planned_order(state: State) -> list[str]:
    """Ids of the agenda's stages in its order, those of a block once for each time they are planned."""
    planned = [item.id for item in state.plan]
    own = [one for one in planned if one not in state.inserted]
    times = max((find_planned(state.agenda, one).number for one in own), default=1)
    laid = laid_out(state.agenda.stages, times, times)
    return [one.id for one in laid if not one.number or one.id in planned]


def in_meeting_order(state: State) -> list[Note]:
    """The captured lines by stage and, within one, by when they were said or where they were put."""
    places = {stage: place for place, stage in enumerate(stage_order(state))}
    last = len(places)
    # Sorted by number first, since that is nearly the whole order and numbers are quick to compare.
    notes = sorted(state.notes.values(), key=attrgetter("number"))
    if any(map(attrgetter("place"), notes)):
        return sorted(notes, key=lambda note: (places.get(note.stage, last), *note.order))
    notes.sort(key=attrgetter("at"))
    stages: dict[int, list[Note]] = {}
    for stage, said in groupby(notes, attrgetter("stage")):
        stages.setdefault(places.get(stage, last), []).extend(said)
    return [note for place in sorted(stages) for note in stages[place]]


def moved_beside(number: int, among: list[Note], place: int, stage: str, own: Note) -> NoteMoved:
    """The line put before the one at `place` among the lines of a stage; behind the last where there is none.

    `among` are the stage's other lines in order, `own` is the line that moves.
    """
    before = among[place - 1] if place > 0 else None
    after = among[place] if place < len(among) else None
    if before is not None:
        when, line, low = before.order
        high = after.order[2] if after is not None and after.order[:2] == (when, line) else None
        rank = rank_between(low, high)
    elif after is not None:
        when, line, high = after.order
        rank = rank_between("", high)
    else:
        when, line, rank = own.at, own.number, FIRST_RANK
    return NoteMoved(number=number, stage=stage, when=when, line=line, rank=rank)


def rank_between(low: str, high: str | None) -> str:
    """A text that sorts behind `low` and before `high` (None: before nothing). No rank ends in 0.

    So there is always another one between, and none has to be written anew.
    """
    if high is not None:
        same = 0
        while same < len(high) and (low[same] if same < len(low) else "0") == high[same]:
            same += 1
        if same:
            return high[:same] + rank_between(low[same:], high[same:])
    first = _DIGITS.index(low[0]) if low else 0
    last = _DIGITS.index(high[0]) if high else len(_DIGITS)
    if last - first > 1:
        return _DIGITS[(first + last) // 2]
    if high is not None and len(high) > 1:
        return high[0]
    return _DIGITS[first] + rank_between(low[1:], None)
