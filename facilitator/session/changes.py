"""What each event changes. Each handler gives the fields of the state that are new; `HANDLERS` finds it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, cast

import immutables
from msgspec.structs import replace

from facilitator.session import events as ev
from facilitator.session import stage_changes
from facilitator.session.repeats import given_to, with_giver
from facilitator.session.stage_changes import Changes
from facilitator.session.state import Approval, Card, Final, NextMeeting, Note, Person, State


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


def _with(names: tuple[str, ...], name: str) -> tuple[str, ...]:
    return names if name in names else (*names, name)


def _round_ordered(state: State, event: ev.RoundOrdered) -> Changes:
    return {"order_in": state.order_in.set(state.stage, event.names)}


def _asked_again(state: State, name: str) -> Changes:
    """A turn of somebody who passed before is the second asking."""
    if name not in state.passed:
        return {}
    asked = state.asked_again_in.get(state.stage, ())
    return {"asked_again_in": state.asked_again_in.set(state.stage, _with(asked, name))}


def _turn_taken(state: State, event: ev.TurnTaken) -> Changes:
    if not event.name:
        return {}
    heard = state.heard_in.set(state.stage, _with(state.heard, event.name))
    turn: Changes = {"turn": event.name, "turn_t": event.t, "heard_in": heard}
    return turn | _asked_again(state, event.name) | given_to(state, event.name)


def _turn_passed(state: State, event: ev.TurnPassed) -> Changes:
    if not event.name:
        return {}
    return {
        "turn": "",
        "heard_in": state.heard_in.set(state.stage, _with(state.heard, event.name)),
        "passed_in": state.passed_in.set(state.stage, _with(state.passed, event.name)),
    }


def _people_with(state: State, name: str, here: bool) -> tuple[Person, ...]:
    return tuple(replace(person, here=here) if person.name == name else person for person in state.people)


def _arrived(state: State, event: ev.PersonArrived) -> Changes:
    return {"people": _people_with(state, event.name, True)}


def _person_left(state: State, event: ev.PersonLeft) -> Changes:
    changes: Changes = {"people": _people_with(state, event.name, False)}
    if state.turn == event.name:
        changes["turn"] = ""
    return changes


def _joined(state: State, event: ev.GuestJoined) -> Changes:
    if event.name in state.names():
        return {"people": _people_with(state, event.name, True)}
    return {"people": (*state.people, Person(event.name, guest=True))}


def _role_given(state: State, event: ev.RoleGiven) -> Changes:
    if event.role == "giver":
        return with_giver(state, event.name, event.case)
    if event.role == "chair" and event.name == state.lead:
        return {"chair": event.name, "lead": ""}
    return {event.role: event.name}


def _lead_given(state: State, event: ev.LeadGiven) -> Changes:
    return {"lead": event.name, "led": _with(state.led, event.name) if event.name else state.led}


def _place_changed(state: State, event: ev.PlaceChanged) -> Changes:
    return {"agenda": replace(state.agenda, place=event.place)}


def _card_shown(state: State, event: ev.CardShown) -> Changes:
    return {"card": Card(event.dimension, event.card, event.text)}


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


def _roll_called(state: State, event: ev.RollCalled) -> Changes:
    return {"roll_called": True}


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
    ev.RoundOrdered: _round_ordered,
    ev.TurnTaken: _turn_taken,
    ev.TurnPassed: _turn_passed,
    ev.PersonArrived: _arrived,
    ev.PersonLeft: _person_left,
    ev.GuestJoined: _joined,
    ev.RoleGiven: _role_given,
    ev.LeadGiven: _lead_given,
    ev.PlaceChanged: _place_changed,
    ev.CardShown: _card_shown,
    ev.NoteCaptured: _captured,
    ev.NoteEdited: _edited,
    ev.NoteStruck: _struck,
    ev.NoteMoved: _moved,
    ev.NotesMerged: _merged,
    ev.MergeSettled: _merged,
    ev.PensPut: _pens,
    ev.NextMeetingSet: _next_meeting,
    ev.NextRoleSet: _next_role,
    ev.ReadBack: _read_back,
    ev.RollCalled: _roll_called,
    ev.LinesAgreed: _agreed,
    ev.StepDone: _step_done,
    ev.NotesForgotten: _forgotten,
    ev.MeetingClosed: _closed,
    ev.MinutesFinalised: _finalised,
    ev.BeyondApproved: _beyond_approved,
    ev.BeyondWithdrawn: _beyond_withdrawn,
}
