"""Letting words go: what strike, forgetting and close take out of the log, and out of the state. Pure.

The log is given as payloads (the JSON of each line without its checksum), as the store hands them over.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

import immutables
import msgspec
from msgspec.structs import replace

from facilitator.session import events as ev
from facilitator.session.codec import decode, encode, undone_causes
from facilitator.session.evolve import evolve, fold
from facilitator.session.kin import Letting, kin_of, moves, touches
from facilitator.session.row import Row
from facilitator.session.state import State, Undoing

_NAMES = ("turn_taken", "turn_passed")
_OF_NOTES = (
    "note_captured",
    "note_edited",
    "note_moved",
    "notes_merged",
    "note_split",
    "lines_agreed",
    "step_done",
)


def log_without_notes(payloads: Sequence[bytes], numbers: Collection[int]) -> list[bytes]:
    """The log without any line that holds words of these notes.

    Lines that share words with them stand in it as they are now, without their history.
    """
    gone = frozenset(numbers)
    if not gone:
        return list(payloads)
    lines = [msgspec.json.decode(payload) for payload in payloads]
    undone = undone_causes(lines)
    told = [
        decode(payload) if line.get("type") in _OF_NOTES else None
        for payload, line in zip(payloads, lines, strict=True)
    ]
    active = [event for event in told if event is not None and event.cause not in undone]
    kin = kin_of(gone, active)
    letting = Letting(gone, kin, active, _end_of(payloads) if len(kin) > len(gone) else None)
    ever = kin_of(gone, filter(None, told))
    kept: list[bytes] = []
    for payload, event in zip(payloads, told, strict=True):
        if event is None:
            kept.append(payload)
        elif event.cause in undone:
            kept += [] if touches(event, ever) or moves(event, gone) else [payload]
        else:
            stays = letting.stays(event)
            kept += [] if stays is None else [payload if stays is event else encode(stays)]
    return kept


def _end_of(payloads: Sequence[bytes]) -> State:
    return fold(event for event in map(decode, payloads) if event is not None)


def log_without_case(payloads: Sequence[bytes]) -> list[bytes]:
    """The log without the case's title and the reasons why stages were skipped."""
    kept = []
    for payload in payloads:
        line = msgspec.json.decode(payload)
        field = {"session_opened": "title", "stage_entered": "why"}.get(line.get("type"), "")
        kept.append(msgspec.json.encode({**line, field: ""}) if field and line.get(field) else payload)
    return kept


def compacted(payloads: Sequence[bytes]) -> list[bytes]:
    """The log as close leaves it: what was undone is gone, and turns no longer say whose they were."""
    lines = [msgspec.json.decode(payload) for payload in payloads]
    undone = undone_causes(lines)
    kept = []
    for payload, line in zip(payloads, lines, strict=True):
        kind = line.get("type")
        if kind in ("undone", "redone") or (line.get("cause") in undone and kind != "session_opened"):
            continue
        if kind in _NAMES and line.get("name"):
            kept.append(msgspec.json.encode({**line, "name": ""}))
        elif kind == "round_ordered":
            kept.append(msgspec.json.encode({**line, "names": []}))
        else:
            kept.append(payload)
    return kept


def let_go(state: State, payloads: Sequence[bytes]) -> tuple[State, list[bytes]]:
    """State and log after all that strikes, forgetting and a close ask for; the same where that was done."""
    kept = list(payloads)
    gone = frozenset(state.struck) | frozenset(state.forgotten)
    fewer = log_without_notes(kept, gone)
    if fewer != kept:
        kept, state = fewer, state_without_notes(state, gone)
    if was_forgotten(state):
        fewer = log_without_case(kept)
        if fewer != kept:
            kept, state = fewer, state_without_case(state)
    if state.phase == "closed":
        fewer = compacted(kept)
        if fewer != kept:
            kept, state = fewer, state_compacted(state)
    return state, kept


def was_forgotten(state: State) -> bool:
    """Whether the case as a whole was let go."""
    node = state.past
    while node is not None:
        if isinstance(node.event, ev.NotesForgotten) and node.event.whole:
            return True
        node = node.before.past
    return False


def state_compacted(state: State) -> State:
    """The same state with what was undone forgotten, and turns without names."""

    def nameless(event: ev.AnyEvent) -> ev.AnyEvent:
        if isinstance(event, ev.TurnTaken | ev.TurnPassed):
            return replace(event, name="")
        if isinstance(event, ev.RoundOrdered):
            return replace(event, names=())
        return event

    compact = _again(state, nameless)
    given = (*compact.notes, *compact.struck, *compact.forgotten, *compact.merged)
    return replace(compact, undone=Row(), taken_back=immutables.Map(), last_number=max(given, default=0))


def state_without_notes(state: State, numbers: Collection[int]) -> State:
    """The same state with the events of these notes gone from its past as well."""
    gone, past = frozenset(numbers), _past(state)
    letting = Letting(gone, kin_of(gone, past), past, state)
    ever = kin_of(gone, [*past, *(event for one in state.undone for event in one.events)])
    result = _again(state, letting.stays)
    undone = tuple(
        Undoing(
            one.cause,
            tuple(event for event in one.events if not (touches(event, ever) or moves(event, gone))),
            min(one.depth, result.depth),
        )
        for one in state.undone
    )
    return replace(result, undone=Row(one for one in undone if one.events))


def state_without_case(state: State) -> State:
    """The same state with the case's title and the reasons for skipped stages gone from its past as well."""

    def wordless(event: ev.AnyEvent) -> ev.AnyEvent:
        return replace(event, why="") if isinstance(event, ev.StageEntered) and event.why else event

    return replace(_again(state, wordless, title=""), undone=Row())


def _past(state: State) -> list[ev.AnyEvent]:
    """The active events since the opening, oldest first."""
    past: list[ev.AnyEvent] = []
    while state.past is not None:
        past.append(state.past.event)
        state = state.past.before
    past.reverse()
    return past


def _again(
    state: State, change: Callable[[ev.AnyEvent], ev.AnyEvent | None], *, title: str | None = None
) -> State:
    """The state folded again from its opening, each event changed; one that becomes None is left out."""
    was = state
    past = _past(state)
    while state.past is not None:
        state = state.past.before
    result = state if title is None else replace(state, title=title)
    for event in past:
        changed = change(event)
        if changed is not None:
            result = evolve(result, changed)
    return replace(
        result,
        undone=was.undone,
        taken_back=was.taken_back,
        last_number=was.last_number,
        last_t=was.last_t,
        last_at=was.last_at,
    )
