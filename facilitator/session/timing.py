"""How time stands: everything is the difference of two instants. All values are seconds.

Remaining is the planned end minus now; a pause moves the planned end; nothing is cut off at zero.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from facilitator.agenda.model import Stage
from facilitator.session.rounds import round_order
from facilitator.session.state import Moment, State
from facilitator.words.dates import from_stamp

NEUTRAL = 180.0
"""Within so many seconds of the promise the meeting counts as on time (the issue's three minutes)."""


def elapsed(state: State, t: float, stage: str | None = None) -> float:
    """Seconds spent in a stage (the running one by default), all its stays together, pauses left out."""
    name = state.stage if stage is None else stage
    spent = state.spent.get(name, 0.0)
    if state.phase == "running" and name == state.stage:
        spent += stay(state, t)
    return spent


def stay(state: State, t: float) -> float:
    """Seconds of the running stay."""
    end = t if state.paused_t is None else state.paused_t
    return max(end - state.entered_t, 0.0)


def remaining(state: State, t: float, stage: str | None = None) -> float:
    """Seconds left of a stage; negative when it is over its time."""
    name = state.stage if stage is None else stage
    return state.planned.get(name, 0.0) - elapsed(state, t, name)


def running(state: State, t: float) -> float:
    """Seconds that the meeting has run, pauses left out."""
    if state.phase == "lobby":
        return 0.0
    end = state.closed_t if state.phase == "closed" else t
    if state.paused_t is not None:
        end = state.paused_t
    return max(end - state.started_t, 0.0)


def turn_length(state: State) -> float:
    """Seconds that one turn of the running stage may take; 0 where turns have no length of their own."""
    for item in state.plan:
        if item.id == state.stage:
            stage = state.find_stage(item.id)
            if stage.kind != "round":
                return 0.0
            if item.each is not None:
                return item.each
            return item.seconds / max(len(round_order(state)), 1)
    return 0.0


def turn_remaining(state: State, t: float) -> float:
    """Seconds left of the running turn; negative when it is over."""
    now = t if state.paused_t is None else state.paused_t
    return turn_length(state) - max(now - state.turn_t, 0.0)


def to_come(state: State) -> tuple[str, ...]:
    """Ids of the stages still to come after the running one, in order."""
    ids = [item.id for item in state.plan]
    if state.place not in ids:
        return tuple(ids)
    after = (one for one in ids[ids.index(state.place) + 1 :] if one != state.stage)
    return (*filter(None, (state.interrupted, state.outer)), *after)


def following_stage(state: State) -> Stage | None:
    """The stage that comes next; None after the last."""
    ids = to_come(state)
    return state.find_stage(ids[0]) if ids else None


def projected_end(state: State, now: Moment) -> datetime:
    """When the meeting ends (UTC) if every stage still to come takes what is planned for it."""
    left = max(remaining(state, now.t), 0.0)
    for stage in to_come(state):
        left += max(state.planned.get(stage, 0.0) - state.spent.get(stage, 0.0), 0.0)
    return now.at + timedelta(seconds=left)


def lateness(state: State, now: Moment) -> float:
    """Seconds by which the meeting will end after the promise; negative is time in hand."""
    if not state.promised:
        return 0.0
    return (projected_end(state, now) - from_stamp(state.promised)).total_seconds()


def cues(seconds: float) -> tuple[float, ...]:
    """At how many seconds left a stage of this length is called out.

    The grades are the issue's: under 2 minutes none, under 4 at 30 s, under 10 at 1 min, under 20 at 2 and 1,
    from 20 on at 5, 2 and 1.
    """
    minutes = seconds / 60
    if minutes < 2:
        return ()
    if minutes < 4:
        return (30.0,)
    if minutes < 10:
        return (60.0,)
    if minutes < 20:
        return (120.0, 60.0)
    return (300.0, 120.0, 60.0)
