"""One event after another makes the state. Pure, and O(1) for each event on average.

Undo is told by an event as well: `undone` names a cause, and folding skips all events of that cause and
replays the rest. As undo takes back the newest thing first, the rest is almost always nothing: the state
keeps its own past, so the state before the undone cause is at hand and only what came later is replayed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import timedelta
from typing import Any, TypeVar, cast

from msgspec.structs import replace

from facilitator.agenda.model import Stage
from facilitator.session import events as ev
from facilitator.session.repeats import begun_by, given_to, with_giver
from facilitator.session.row import Row
from facilitator.session.state import Card, NextMeeting, Note, Past, Person, State, Undoing, Visit
from facilitator.words.dates import from_stamp, to_stamp
from facilitator.words.language import gettext as _

NOT_UNDOABLE = (ev.SessionOpened, ev.SessionResumed, ev.NoteStruck)
"""What stays whatever is taken back (contract 1)."""

Changes = dict[str, Any]
T = TypeVar("T")


def fold(events: Iterable[ev.AnyEvent]) -> State:
    """The state after all these events.

    Raises ValueError when the first of them does not open a session.
    """
    state: State | None = None
    for event in events:
        state = evolve(state, event)
    if state is None:
        raise ValueError("a session begins with session_opened")
    return state


def evolve(state: State | None, event: ev.AnyEvent) -> State:
    """The state after this event. Only `session_opened` may come with no state before it."""
    if state is None:
        if not isinstance(event, ev.SessionOpened):
            raise ValueError("a session begins with session_opened")
        return _opened(event)
    if isinstance(event, ev.Undone):
        return _undo(state, event)
    if isinstance(event, ev.Redone):
        return _redo(state, event)
    after = _apply(state, event)
    if state.undone and not isinstance(event, NOT_UNDOABLE):
        after = replace(after, undone=Row())
    return after


def last_cause(state: State) -> str:
    """The cause that undo would take back now; empty when there is none."""
    node = state.past
    while node is not None:
        if not isinstance(node.event, NOT_UNDOABLE):
            return node.event.cause
        node = node.before.past
    return ""


def events_of(state: State, cause: str) -> tuple[ev.AnyEvent, ...]:
    """The active events of a cause, oldest first."""
    found = []
    node = state.past
    while node is not None:
        if node.event.cause == cause:
            found.append(node.event)
        elif found:
            break
        node = node.before.past
    return tuple(reversed(found))


def _apply(state: State, event: ev.AnyEvent) -> State:
    handler = _HANDLERS.get(type(event))
    changes = handler(state, event) if handler is not None else {}
    return replace(
        state,
        **changes,
        past=Past(event, state),
        depth=state.depth + 1,
        last_t=event.t if event.t > state.last_t else state.last_t,
        last_at=event.at,
    )


def _row(items: Sequence[T]) -> Row[T]:
    return items if isinstance(items, Row) else Row(items)


def _undo(state: State, event: ev.Undone) -> State:
    later: list[ev.AnyEvent] = []
    node = state.past
    while node is not None and node.event.cause != event.undone:
        later.append(node.event)
        node = node.before.past
    if node is None:
        return replace(state, last_t=max(event.t, state.last_t), last_at=event.at)
    mine: list[ev.AnyEvent] = []
    base = state
    while node is not None and node.event.cause == event.undone:
        mine.append(node.event)
        base = node.before
        node = base.past
    undoing = Undoing(event.undone, tuple(reversed(mine)), base.depth)
    return _settle(_replay(base, reversed(later)), state, event, _row(state.undone).append(undoing))


def _redo(state: State, event: ev.Redone) -> State:
    chosen = next((one for one in reversed(state.undone) if one.cause == event.redone), None)
    if chosen is None:
        return replace(state, last_t=max(event.t, state.last_t), last_at=event.at)
    later: list[ev.AnyEvent] = []
    base = state
    while base.depth > chosen.depth and base.past is not None:
        later.append(base.past.event)
        base = base.past.before
    again = _replay(_replay(base, chosen.events), reversed(later))
    left = _row(state.undone)
    left = left.but_last() if left[-1] is chosen else Row(one for one in left if one is not chosen)
    return _settle(again, state, event, left)


def _replay(state: State, events: Iterable[ev.AnyEvent]) -> State:
    for event in events:
        state = _apply(state, event)
    return state


def _settle(result: State, before: State, event: ev.AnyEvent, undone: Row[Undoing]) -> State:
    return replace(result, undone=undone, last_t=max(event.t, before.last_t), last_at=event.at)


def _opened(event: ev.SessionOpened) -> State:
    return State(
        agenda=event.agenda,
        title=event.title,
        zone=event.zone,
        rehearsal=event.rehearsal,
        speed=event.speed,
        minutes=event.minutes,
        until=event.until,
        opened_at=event.at,
        people=tuple(Person(name) for name in event.people),
        chair=event.chair,
        keeper=event.keeper,
        giver=event.giver,
        givers=event.givers or ((event.giver,) if event.giver else ()),
        last_t=event.t,
        last_at=event.at,
    )


def _resumed(state: State, event: ev.SessionResumed) -> Changes:
    if state.phase != "running" or event.away < 1:
        return {}
    return {"away": (state.away or 0.0) + event.away}


def _away_settled(state: State, event: ev.AwaySettled) -> Changes:
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


def _started(state: State, event: ev.MeetingStarted) -> Changes:
    return {
        "phase": "running",
        "started_at": event.at,
        "started_t": event.t,
        "plan": event.plan,
        "planned": state.planned.update({item.id: item.seconds for item in event.plan}),
        "dropped": event.dropped,
        "promised": event.promised,
    }


def _left(state: State, t: float) -> Changes:
    """What leaving the running stage at `t` changes."""
    if not state.stage:
        return {"visits": _row(state.visits), "spent": state.spent}
    end = t if state.paused_t is None else state.paused_t
    seconds = max(end - state.entered_t, 0.0)
    visits = _row(state.visits)
    return {
        "visits": visits.put(-1, replace(visits[-1], seconds=seconds)),
        "spent": state.spent.set(state.stage, state.spent.get(state.stage, 0.0) + seconds),
        "started_t": state.started_t + (t - end),
    }


def _stage_entered(state: State, event: ev.StageEntered) -> Changes:
    changes = _left(state, event.t)
    changes["visits"] = changes["visits"].append(Visit(event.stage, event.at))
    if event.how == "skip" and event.why:
        changes["reasons"] = state.reasons.set(state.stage, event.why)
    if event.how != "return":
        changes |= begun_by(state, event.stage)
    return changes | {
        "stage": event.stage,
        "interrupted": "",
        "entered_t": event.t,
        "paused_t": None,
        "turn": "",
        "turn_t": event.t,
        "card": None,
        "away": None,
    }


def _silence_inserted(state: State, event: ev.SilenceInserted) -> Changes:
    stage = Stage(
        id=event.stage,
        name=_("Silence"),
        kind="silence",
        minutes=event.seconds / 60,
        say=_("Let us be quiet together. {cameras} I will call you back."),
        say_stop=_("Welcome back, when you are ready. We go on where we were."),
        cameras="off",
    )
    changes = _left(state, event.t)
    changes["visits"] = changes["visits"].append(Visit(event.stage, event.at))
    return changes | {
        "inserted": state.inserted.set(event.stage, stage),
        "planned": state.planned.set(event.stage, event.seconds),
        "stage": event.stage,
        "interrupted": state.stage,
        "entered_t": event.t,
        "paused_t": None,
        "turn": "",
        "turn_t": event.t,
    }


def _paused(state: State, event: ev.Paused) -> Changes:
    return {"paused_t": event.t}


def _unpaused(state: State, event: ev.Unpaused) -> Changes:
    if state.paused_t is None:
        return {}
    return _shifted(state, event.t - state.paused_t) | {"paused_t": None}


def _time_changed(state: State, event: ev.TimeChanged) -> Changes:
    now = state.planned.get(state.stage, 0.0)
    return {"planned": state.planned.set(state.stage, max(now + event.seconds, 0.0))}


def _backdated(state: State, event: ev.StageBackdated) -> Changes:
    now = event.t if state.paused_t is None else state.paused_t
    earlier = event.seconds - (now - state.entered_t)
    visits = _row(state.visits)
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


def _end_moved(state: State, event: ev.EndMoved) -> Changes:
    return {"promised": event.promised}


def _with(names: tuple[str, ...], name: str) -> tuple[str, ...]:
    return names if name in names else (*names, name)


def _turn_taken(state: State, event: ev.TurnTaken) -> Changes:
    if not event.name:
        return {}
    heard = state.heard_in.set(state.stage, _with(state.heard, event.name))
    return {"turn": event.name, "turn_t": event.t, "heard_in": heard} | given_to(state, event.name)


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
    return {event.role: event.name}


def _card_shown(state: State, event: ev.CardShown) -> Changes:
    return {"card": Card(event.dimension, event.card, event.text)}


def _captured(state: State, event: ev.NoteCaptured) -> Changes:
    changes: Changes = {"last_number": max(state.last_number, event.number)}
    if event.number in state.struck:
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
    if state.read_back and event.kind in ("takeaway", "step"):
        changes["read_back"] = False
    return changes


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
    return {"notes": state.notes.set(event.number, edited)}


def _struck(state: State, event: ev.NoteStruck) -> Changes:
    changes: Changes = {
        "struck": state.struck.set(event.number, None),
        "last_number": max(state.last_number, event.number),
    }
    if event.number in state.notes:
        changes["notes"] = state.notes.delete(event.number)
    return changes


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
    return _left(state, event.t) | {
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
    return {"version": event.version}


_HANDLERS: dict[type, Callable[[State, Any], Changes]] = {
    ev.SessionResumed: _resumed,
    ev.AwaySettled: _away_settled,
    ev.MeetingStarted: _started,
    ev.StageEntered: _stage_entered,
    ev.SilenceInserted: _silence_inserted,
    ev.Paused: _paused,
    ev.Unpaused: _unpaused,
    ev.TimeChanged: _time_changed,
    ev.StageBackdated: _backdated,
    ev.EndMoved: _end_moved,
    ev.TurnTaken: _turn_taken,
    ev.TurnPassed: _turn_passed,
    ev.PersonArrived: _arrived,
    ev.PersonLeft: _person_left,
    ev.GuestJoined: _joined,
    ev.RoleGiven: _role_given,
    ev.CardShown: _card_shown,
    ev.NoteCaptured: _captured,
    ev.NoteEdited: _edited,
    ev.NoteStruck: _struck,
    ev.PensPut: _pens,
    ev.NextMeetingSet: _next_meeting,
    ev.NextRoleSet: _next_role,
    ev.ReadBack: _read_back,
    ev.MeetingClosed: _closed,
    ev.MinutesFinalised: _finalised,
}
