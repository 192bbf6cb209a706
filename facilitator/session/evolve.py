"""One event after another makes the state. Pure, and O(1) for each event on average.

Undo is told by an event as well: `undone` names a cause, and folding skips all events of that cause and
replays the rest. As undo takes back the newest thing first, the rest is almost always nothing: the state
keeps its own past, so the state before the undone cause is at hand and only what came later is replayed.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from facilitator.session import events as ev
from facilitator.session.changes import HANDLERS, opened
from facilitator.session.note_changes import without
from facilitator.session.row import Row, row_of
from facilitator.session.state import Past, State, Undoing

NOT_UNDOABLE = (
    ev.SessionOpened,
    ev.SessionResumed,
    ev.NoteStruck,
    ev.NotesForgotten,
    ev.MergeSettled,
)
"""What stays whatever is taken back (contract 1)."""


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
        return opened(event)
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
    handler = HANDLERS.get(type(event))
    changes = handler(state, event) if handler is not None else {}
    return replace(
        state,
        **changes,
        past=Past(event, state),
        depth=state.depth + 1,
        last_t=event.t if event.t > state.last_t else state.last_t,
        last_at=event.at,
    )


def _undo(state: State, event: ev.Undone) -> State:
    later: list[ev.AnyEvent] = []
    node = state.past
    while node is not None and node.event.cause != event.undone:
        later.append(node.event)
        node = node.before.past
    if node is None:
        # Its words were let go since; the numbers they had are still not given again.
        return _with_numbers(
            replace(state, last_t=max(event.t, state.last_t), last_at=event.at), event.numbers
        )
    mine: list[ev.AnyEvent] = []
    base = state
    while node is not None and node.event.cause == event.undone:
        mine.append(node.event)
        base = node.before
        node = base.past
    undoing = Undoing(event.undone, tuple(reversed(mine)), base.depth)
    after = _settle(_replay(base, reversed(later)), state, event, row_of(state.undone).append(undoing))
    return _with_numbers(after, (*event.numbers, *_captured(mine)))


def _captured(events: Iterable[ev.AnyEvent]) -> tuple[int, ...]:
    return tuple(event.number for event in events if isinstance(event, ev.NoteCaptured))


def _with_numbers(state: State, numbers: Iterable[int]) -> State:
    """The state in which lines with these numbers were taken back."""
    back = state.taken_back
    for number in numbers:
        if not any(number in gone for gone in (state.notes, state.struck, state.forgotten, state.merged)):
            back = back.set(number, None)
    return replace(state, taken_back=back, last_number=max((state.last_number, *numbers)))


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
    left = row_of(state.undone)
    left = left.but_last() if left[-1] is chosen else Row(one for one in left if one is not chosen)
    after = _settle(again, state, event, left)
    return replace(after, taken_back=without(after.taken_back, _captured(chosen.events)))


def _replay(state: State, events: Iterable[ev.AnyEvent]) -> State:
    for event in events:
        state = _apply(state, event)
    return state


def _settle(result: State, before: State, event: ev.AnyEvent, undone: Row[Undoing]) -> State:
    return replace(
        result,
        undone=undone,
        taken_back=before.taken_back,
        last_number=max(result.last_number, before.last_number),
        last_t=max(event.t, before.last_t),
        last_at=event.at,
    )
