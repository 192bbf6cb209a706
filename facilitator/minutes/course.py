"""The course of the meeting: its stages in the order they were held, when they began and what they took."""

from __future__ import annotations

from msgspec import Struct

from facilitator.minutes.times import placed
from facilitator.session.order import in_meeting_order, stage_order
from facilitator.session.state import State
from facilitator.words.dates import clock_time
from facilitator.words.language import gettext as _

__all__ = ["StageTime", "clock_times", "in_meeting_order", "stage_name", "stage_order", "stage_times"]


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
