"""What each event changes. Each handler gives the fields of the state that are new; `HANDLERS` finds it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

from msgspec.structs import replace

from facilitator.session import events as ev
from facilitator.session import note_changes, people_changes, stage_changes
from facilitator.session.stage_changes import Changes
from facilitator.session.state import Approval, Card, Final, NextMeeting, Person, State


def opened(event: ev.SessionOpened) -> State:
    """The state that a session opens with."""
    return State(
        agenda=event.agenda,
        title=event.title,
        zone=event.zone,
        rehearsal=event.rehearsal,
        speed=event.speed,
        mishaps=event.mishaps,
        minutes=event.minutes,
        until=event.until,
        asked=event.asked,
        opened_at=event.at,
        people=tuple(Person(name) for name in event.people),
        chair=event.chair,
        keeper=event.keeper,
        giver=event.giver,
        givers=event.givers or ((event.giver,) if event.giver else ()),
        last_t=event.t,
        last_at=event.at,
    )


def _place_changed(state: State, event: ev.PlaceChanged) -> Changes:
    return {"agenda": replace(state.agenda, place=event.place)}


def _card_shown(state: State, event: ev.CardShown) -> Changes:
    return {"card": Card(event.dimension, event.card, event.text)}


def _next_meeting(state: State, event: ev.NextMeetingSet) -> Changes:
    return {"next_meeting": replace(state.next_meeting, when=event.when, zone=event.zone)}


def _next_role(state: State, event: ev.NextRoleSet) -> Changes:
    changed: NextMeeting = replace(state.next_meeting, **cast("dict[str, Any]", {event.role: event.name}))
    return {"next_meeting": changed}


def _read_back(state: State, event: ev.ReadBack) -> Changes:
    return {"read_back": True}


def _closed(state: State, event: ev.MeetingClosed) -> Changes:
    return stage_changes.left(state, event.t) | {
        "phase": "closed",
        "closed_at": event.at,
        "closed_t": event.t,
        "entered_t": event.t,
        "paused_t": None,
        "turn": "",
        "card": None,
        "away": None,
    }


def _finalised(state: State, event: ev.MinutesFinalised) -> Changes:
    final = Final(
        version=event.version,
        who=event.who,
        at=event.at,
        notes=state.notes,
        struck=state.struck,
        people=state.people,
        next_meeting=state.next_meeting,
    )
    return {"version": event.version, "finals": (*state.finals, final)}


def _beyond_approved(state: State, event: ev.BeyondApproved) -> Changes:
    approval = Approval(giver=event.giver, digest=event.digest, left_out=event.left_out, at=event.at)
    return {"beyond": (*_without_yes(state, event.giver), approval)}


def _beyond_withdrawn(state: State, event: ev.BeyondWithdrawn) -> Changes:
    return {"beyond": _without_yes(state, event.giver)}


def _without_yes(state: State, giver: str) -> tuple[Approval, ...]:
    return tuple(one for one in state.beyond if one.giver != giver)


HANDLERS: dict[type, Callable[[State, Any], Changes]] = {
    ev.SessionResumed: stage_changes.resumed,
    ev.AwaySettled: stage_changes.away_settled,
    ev.MeetingStarted: stage_changes.started,
    ev.StageEntered: stage_changes.stage_entered,
    ev.SilenceInserted: stage_changes.silence_inserted,
    ev.TopicTakenUp: stage_changes.topic_taken_up,
    ev.StageTakenUp: stage_changes.stage_taken_up,
    ev.Paused: stage_changes.paused,
    ev.Unpaused: stage_changes.unpaused,
    ev.TimeChanged: stage_changes.time_changed,
    ev.StageBackdated: stage_changes.backdated,
    ev.EndMoved: stage_changes.end_moved,
    ev.PlanShifted: stage_changes.plan_shifted,
    ev.StageDropped: stage_changes.stage_dropped,
    ev.StageAdded: stage_changes.stage_added,
    ev.StagesSwapped: stage_changes.stages_swapped,
    ev.CaseAdded: stage_changes.case_added,
    ev.PlaceChanged: _place_changed,
    ev.CardShown: _card_shown,
    ev.NextMeetingSet: _next_meeting,
    ev.NextRoleSet: _next_role,
    ev.ReadBack: _read_back,
    ev.MeetingClosed: _closed,
    ev.MinutesFinalised: _finalised,
    ev.BeyondApproved: _beyond_approved,
    ev.BeyondWithdrawn: _beyond_withdrawn,
    **people_changes.HANDLERS,
    **note_changes.HANDLERS,
}
