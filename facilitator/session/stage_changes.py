"""What events change about stages and time. Each function gives the fields of the state that are new."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from msgspec.structs import replace

from facilitator.agenda.blocks import Placed, find_planned
from facilitator.agenda.model import Planned, Stage
from facilitator.session import events as ev
from facilitator.session.later import topic_stage
from facilitator.session.repeats import begun_by
from facilitator.session.row import row_of
from facilitator.session.state import State, Visit
from facilitator.words.dates import from_stamp, to_stamp
from facilitator.words.language import gettext as _

Changes = dict[str, Any]


def away_settled(state: State, event: ev.AwaySettled) -> Changes:
    """The time away counts into the running stay, or is left out."""
    changes: Changes = {"away": None}
    if event.counted and state.paused_t is None:
        changes |= _shifted(state, -event.seconds)
    return changes


def _shifted(state: State, seconds: float) -> Changes:
    """The running stay, turn and meeting began so many seconds later."""
    return {
        "entered_t": state.entered_t + seconds,
        "turn_t": state.turn_t + seconds,
        "started_t": state.started_t + seconds,
    }


def started(state: State, event: ev.MeetingStarted) -> Changes:
    """The lobby is left; the plan stands."""
    return {
        "phase": "running",
        "started_at": event.at,
        "started_t": event.t,
        "plan": event.plan,
        "planned": state.planned.update({item.id: item.seconds for item in event.plan}),
        "dropped": event.dropped,
        "promised": event.promised,
    }


def left(state: State, t: float) -> Changes:
    """What leaving the running stage at `t` (seconds) changes."""
    if not state.stage:
        return {"visits": row_of(state.visits), "spent": state.spent}
    end = t if state.paused_t is None else state.paused_t
    seconds = max(end - state.entered_t, 0.0)
    visits = row_of(state.visits)
    return {
        "visits": visits.put(-1, replace(visits[-1], seconds=seconds)),
        "spent": state.spent.set(state.stage, state.spent.get(state.stage, 0.0) + seconds),
        "started_t": state.started_t + (t - end),
    }


def stage_entered(state: State, event: ev.StageEntered) -> Changes:
    """A stage begins or goes on."""
    changes = left(state, event.t)
    changes["visits"] = changes["visits"].append(Visit(event.stage, event.at))
    if event.how == "skip" and event.why:
        changes["reasons"] = state.reasons.set(state.stage, event.why)
    if event.how != "return":
        changes |= begun_by(state, event.stage)
    changes |= _kept_for_later(state, event)
    back = event.stage == state.interrupted
    return changes | {
        "stage": event.stage,
        "interrupted": state.outer if back else "",
        "outer": "",
        **_afresh(event.t),
    }


def _afresh(t: float) -> Changes:
    """What begins anew with a stage at `t`."""
    return {"entered_t": t, "paused_t": None, "turn": "", "turn_t": t, "card": None, "away": None}


def _kept_for_later(state: State, event: ev.StageEntered) -> Changes:
    """What is put off by leaving it for this stage, and what is not any more because it begins."""
    put_off = state.put_off
    if event.stage in put_off:
        put_off = put_off.delete(event.stage)
    if not event.later:
        return {"put_off": put_off}
    topics = [number for number, stage in state.taken_up.items() if stage == state.stage]
    if topics:
        return {"put_off": put_off, "taken_up": state.taken_up.delete(topics[0])}
    return {"put_off": put_off.set(state.stage, event.t)}


def topic_taken_up(state: State, event: ev.TopicTakenUp) -> Changes:
    """A topic is held, in a stage of its own."""
    stage = topic_stage(event.stage, event.seconds)
    return _put_in(state, event.stage, event) | {
        "inserted": state.inserted.set(event.stage, stage),
        "planned": state.planned.set(event.stage, event.seconds),
        "taken_up": state.taken_up.set(event.number, event.stage),
    }


def stage_taken_up(state: State, event: ev.StageTakenUp) -> Changes:
    """A stage that was put off is held."""
    changes = _put_in(state, event.stage, event) | begun_by(state, event.stage)
    if event.stage in state.put_off:
        changes["put_off"] = state.put_off.delete(event.stage)
    return changes


def _put_in(state: State, stage: str, event: ev.Event) -> Changes:
    """A stage runs now, and the running one afterwards; of two that were taken up, the first has ended."""
    changes = left(state, event.t)
    changes["visits"] = changes["visits"].append(Visit(stage, event.at))
    return changes | {
        "stage": stage,
        "interrupted": state.place,
        "outer": "",
        **_afresh(event.t),
    }


def silence_inserted(state: State, event: ev.SilenceInserted) -> Changes:
    """A silence is put into the running stage."""
    stage = Stage(
        id=event.stage,
        name=_("Silence"),
        kind="silence",
        minutes=event.seconds / 60,
        say=_("Let us be quiet together. {cameras} I will call you back."),
        say_stop=_("Welcome back, when you are ready. We go on where we were."),
        cameras="off",
    )
    changes = left(state, event.t)
    changes["visits"] = changes["visits"].append(Visit(event.stage, event.at))
    return changes | {
        "inserted": state.inserted.set(event.stage, stage),
        "planned": state.planned.set(event.stage, event.seconds),
        "stage": event.stage,
        "interrupted": state.stage,
        "outer": state.interrupted,
        "entered_t": event.t,
        "paused_t": None,
        "turn": "",
        "turn_t": event.t,
    }


def paused(state: State, event: ev.Paused) -> Changes:
    """The clock stands still."""
    return {"paused_t": event.t}


def unpaused(state: State, event: ev.Unpaused) -> Changes:
    """The clock runs again; everything begins so much later."""
    if state.paused_t is None:
        return {}
    return _shifted(state, event.t - state.paused_t) | {"paused_t": None}


def time_changed(state: State, event: ev.TimeChanged) -> Changes:
    """The running stage has more or less time."""
    now = state.planned.get(state.stage, 0.0)
    return {"planned": state.planned.set(state.stage, max(now + event.seconds, 0.0))}


def backdated(state: State, event: ev.StageBackdated) -> Changes:
    """The running stage began earlier; the stage before gives that up."""
    now = event.t if state.paused_t is None else state.paused_t
    earlier = event.seconds - (now - state.entered_t)
    visits = row_of(state.visits)
    running = visits[-1]
    began = to_stamp(from_stamp(running.at) - timedelta(seconds=earlier))
    changes: Changes = {"entered_t": state.entered_t - earlier}
    if len(visits) > 1:
        last = visits[-2]
        kept = max(last.seconds - earlier, 0.0)
        visits = visits.put(-2, replace(last, seconds=kept))
        spent = state.spent.get(last.stage, 0.0) - (last.seconds - kept)
        changes["spent"] = state.spent.set(last.stage, max(spent, 0.0))
    else:
        changes |= {"started_t": state.started_t - earlier, "started_at": began}
    changes["visits"] = visits.put(-1, replace(running, at=began))
    return changes


def end_moved(state: State, event: ev.EndMoved) -> Changes:
    """Another end is promised."""
    return {"promised": event.promised}


def resumed(state: State, event: ev.SessionResumed) -> Changes:
    """The session was opened again after some time away."""
    if state.phase != "running" or event.away < 1:
        return {}
    return {"away": (state.away or 0.0) + event.away}


def plan_shifted(state: State, event: ev.PlanShifted) -> Changes:
    """Stages to come have more or less time."""
    planned, plan = state.planned, state.plan
    for shift in event.shifts:
        if shift.stage in planned:
            before = planned[shift.stage]
            planned = planned.set(shift.stage, max(before + shift.seconds, 0.0))
            share = planned[shift.stage] / before if before else 1.0
            plan = tuple(_with_turns(item, share) if item.id == shift.stage else item for item in plan)
    return {"planned": planned, "plan": plan}


def _with_turns(item: Planned, share: float) -> Planned:
    """A round that is shortened before it begins is so for each of its turns, to five seconds."""
    if item.each is None:
        return item
    return replace(item, each=max(round(item.each * share / 5) * 5.0, 5.0))


def stage_dropped(state: State, event: ev.StageDropped) -> Changes:
    """A stage to come is left out of the plan."""
    return {
        "plan": tuple(item for item in state.plan if item.id != event.stage),
        "dropped": (*state.dropped, event.stage),
    }


def stage_added(state: State, event: ev.StageAdded) -> Changes:
    """A new stage stands behind the running one."""
    place = next((n for n, item in enumerate(state.plan) if item.id == state.place), len(state.plan) - 1) + 1
    item = Planned(id=event.stage.id, seconds=event.seconds)
    return {
        "plan": (*state.plan[:place], item, *state.plan[place:]),
        "planned": state.planned.set(event.stage.id, event.seconds),
        "inserted": state.inserted.set(event.stage.id, event.stage),
    }


def stages_swapped(state: State, event: ev.StagesSwapped) -> Changes:
    """Two stages of the plan change places; what is planned for each goes with it."""
    items = {item.id: item for item in state.plan}
    other = {event.first: event.second, event.second: event.first}
    if not other.keys() <= items.keys():
        return {}
    return {"plan": tuple(items[other.get(item.id, item.id)] for item in state.plan)}


def case_added(state: State, event: ev.CaseAdded) -> Changes:
    """The stages of one more case stand behind those of the others, and never behind the chair's back."""
    blocks = {placed.stage.block: placed.number for placed in (_placed(state, item) for item in event.plan)}
    here = state.interrupted or state.stage
    place = 0
    for number, item in enumerate(state.plan, 1):
        if item.id == here or (item.id not in state.inserted and _placed(state, item).stage.block in blocks):
            place = number
    cases = max(state.agenda.cases, *blocks.values())
    return {
        "plan": (*state.plan[:place], *event.plan, *state.plan[place:]),
        "planned": state.planned.update({item.id: item.seconds for item in event.plan}),
        "agenda": replace(state.agenda, cases=cases),
    }


def _placed(state: State, item: Planned) -> Placed:
    return find_planned(state.agenda, item.id)
