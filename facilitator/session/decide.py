"""Which events follow from a wish. Pure: no clock of its own, no I/O.

What makes no sense now is `Refused` with a sentence, and there are no events.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from facilitator.agenda.fit import Fit, fit
from facilitator.session import (
    decide_beyond,
    decide_closing,
    decide_done,
    decide_later,
    decide_notes,
    decide_order,
    decide_people,
    decide_stages,
    decide_time,
)
from facilitator.session import events as ev
from facilitator.session import intents as it
from facilitator.session.evolve import events_of, last_cause
from facilitator.session.needs import Events, need_running
from facilitator.session.refused import Refused
from facilitator.session.state import Moment, State
from facilitator.words.dates import from_stamp, to_stamp
from facilitator.words.language import gettext as _


def decide(state: State, intent: it.Intent, now: Moment) -> Events:
    """The events that follow from this intent now, not yet stamped.

    Raises Refused with a sentence when it makes no sense now.
    """
    return _DECISIONS[type(intent)](state, intent, now)


def fitted(state: State, now: Moment) -> Fit:
    """The agenda fitted to those present and to the time asked for, as leaving the lobby now would do it."""
    here = state.here()
    others = [name for name in here if name != state.giver]
    seconds: float | None = None
    if state.until:
        # To the minute: a chair who begins a few seconds late has lost nothing worth trimming for.
        seconds = max(round((from_stamp(state.until) - now.at).total_seconds() / 60), 1) * 60.0
    elif state.minutes is not None:
        seconds = state.minutes * 60
    return fit(state.agenda, present=len(here), others=len(others), seconds=seconds)


def _go(state: State, intent: it.Go, now: Moment) -> Events:
    if state.phase == "running":
        raise Refused(_("The meeting is already running. /next goes to the next stage."))
    if state.phase == "closed":
        need_running(state)
    fit_now = fitted(state, now)
    if state.until:
        promised = state.until
    else:
        seconds = state.minutes * 60 if state.minutes is not None else fit_now.total
        promised = to_stamp(now.at + timedelta(seconds=seconds))
    return [
        ev.MeetingStarted(plan=fit_now.plan, dropped=fit_now.dropped, promised=promised),
        ev.StageEntered(stage=fit_now.plan[0].id, how="start"),
    ]


def _show_card(state: State, intent: it.ShowCard, now: Moment) -> Events:
    need_running(state)
    return [ev.CardShown(dimension=intent.dimension, card=intent.card, text=intent.text)]


def _undo(state: State, intent: it.Undo, now: Moment) -> Events:
    cause = last_cause(state)
    if not cause:
        raise Refused(_("There is nothing to take back."))
    captured = (one for one in events_of(state, cause) if isinstance(one, ev.NoteCaptured))
    return [ev.Undone(undone=cause, numbers=tuple(one.number for one in captured))]


def _redo(state: State, intent: it.Redo, now: Moment) -> Events:
    if not state.undone:
        raise Refused(_("There is nothing to do again."))
    return [ev.Redone(redone=state.undone[-1].cause)]


def _meet(state: State, intent: it.Meet, now: Moment) -> Events:
    if intent.when and from_stamp(intent.when) <= now.at:
        raise Refused(_("The next meeting must lie in the future."))
    return [ev.NextMeetingSet(when=intent.when, zone=intent.zone)]


def _next_role(state: State, intent: it.NextRole, now: Moment) -> Events:
    return [ev.NextRoleSet(role=intent.role, name=intent.name)]


_DECISIONS: dict[type, Callable[[State, Any, Moment], Events]] = {
    it.Go: _go,
    it.Next: decide_stages.next_stage,
    it.Back: decide_stages.stage_before,
    it.GoTo: decide_stages.go_to,
    it.Skip: decide_stages.skip,
    it.TakeUp: decide_later.take_up,
    it.Pause: decide_time.pause,
    it.Resume: decide_time.resume,
    it.More: decide_time.more,
    it.Less: decide_time.less,
    it.Started: decide_time.started_ago,
    it.EndAt: decide_time.end_at,
    it.Turn: decide_people.turn,
    it.Pass: decide_people.pass_turn,
    it.ShiftPlan: decide_stages.shift_plan,
    it.DropStage: decide_stages.drop_stage,
    it.AddStage: decide_stages.add_stage,
    it.SwapStages: decide_stages.swap_stages,
    it.AddCase: decide_stages.add_case,
    it.OrderRound: decide_people.order_round,
    it.Silence: decide_stages.silence,
    it.Here: decide_people.here,
    it.Away: decide_people.away,
    it.Join: decide_people.join,
    it.GiveRole: decide_people.give_role,
    it.Lead: decide_people.lead,
    it.MeetIn: decide_people.meet_in,
    it.ShowCard: _show_card,
    it.Capture: decide_notes.capture,
    it.CaptureBlock: decide_notes.capture_block,
    it.Edit: decide_notes.edit,
    it.Move: decide_order.move,
    it.Merge: decide_order.merge,
    it.Split: decide_order.split,
    it.Undo: _undo,
    it.Redo: _redo,
    it.Strike: decide_notes.strike,
    it.PensDown: decide_notes.pens_down,
    it.PensUp: decide_notes.pens_up,
    it.Meet: _meet,
    it.NextRole: _next_role,
    it.CountAway: decide_time.count_away,
    it.SkipAway: decide_time.skip_away,
    it.SayReadBack: decide_notes.say_read_back,
    it.CallRoll: decide_closing.call_roll,
    it.Agree: decide_closing.agree,
    it.MarkDone: decide_done.mark_done,
    it.Forget: decide_closing.forget,
    it.Close: decide_closing.close,
    it.Finalise: decide_closing.finalise,
    it.ApproveBeyond: decide_beyond.approve,
    it.WithdrawBeyond: decide_beyond.withdraw,
}
