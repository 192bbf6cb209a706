"""The course of the meeting: its stages in the order they were held, when they began and what they took."""

from __future__ import annotations

from operator import attrgetter

from msgspec import Struct

from facilitator.agenda.blocks import find_planned, laid_out
from facilitator.minutes.times import placed
from facilitator.session.state import Note, State
from facilitator.words.dates import clock_time
from facilitator.words.language import gettext as _


class StageTime(Struct, frozen=True, kw_only=True):
    """Planned and taken time of a stage, in seconds.

    `planned` is None for a stage that was not in the plan, `taken` for one that was not held. `added` is what
    was given (or taken away, negative) while it ran.
    """

    stage: str
    planned: float | None
    added: float = 0.0
    taken: float | None


def stage_name(state: State, stage_id: str) -> str:
    """The name of a stage as people read it."""
    if not stage_id:
        return _("Before the meeting")
    try:
        return state.find_stage(stage_id).name
    except KeyError:
        return stage_id


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
    """The captured lines by stage and, within one, by when they were said."""
    places = {stage: place for place, stage in enumerate(stage_order(state))}
    last = len(places)
    # Sorted by number first, since that is nearly the whole order and numbers are quick to compare.
    by_number = sorted(state.notes.values(), key=attrgetter("number"))
    return sorted(by_number, key=lambda note: (places.get(note.stage, last), note.at))


def clock_times(state: State) -> dict[str, str]:
    """The clock time (19:17) at which each stage first began, by stage id, in the session's zone."""
    times: dict[str, str] = {}
    for visit in state.visits:
        if visit.stage not in times:
            times[visit.stage] = clock_time(placed(visit.at, state.zone)[0])
    return times


def stage_times(state: State) -> tuple[StageTime, ...]:
    """What each stage took, in meeting order.

    The running stage has no row until it is left. Stages that were planned and not held come in once the
    meeting is closed.
    """
    taken: dict[str, float] = {}
    for visit in state.visits:
        taken[visit.stage] = taken.get(visit.stage, 0.0) + visit.seconds
    if state.phase == "running" and state.visits:
        taken.pop(state.visits[-1].stage, None)
    plan = {item.id: item.seconds for item in state.plan}
    rows = []
    for stage in stage_order(state):
        if stage in taken or (state.phase == "closed" and stage in plan):
            planned = plan.get(stage, state.planned.get(stage))
            now = state.planned.get(stage, planned)
            rows.append(
                StageTime(
                    stage=stage_name(state, stage),
                    planned=planned,
                    added=0.0 if now is None or planned is None else now - planned,
                    taken=taken.get(stage),
                )
            )
    return tuple(rows)
