"""Letting words go: what strike, forgetting and close take out of the log, and out of the state. Pure.

The log is given as payloads (the JSON of each line without its checksum), as the store hands them over.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

import msgspec
from msgspec.structs import replace

from facilitator.session import events as ev
from facilitator.session.codec import undone_causes
from facilitator.session.evolve import evolve
from facilitator.session.row import Row
from facilitator.session.state import State, Undoing

_WORDS = ("note_captured", "note_edited")
_NAMES = ("turn_taken", "turn_passed")


def log_without_notes(payloads: Sequence[bytes], numbers: Collection[int]) -> list[bytes]:
    """The log without any line that holds words of these notes."""
    gone = frozenset(numbers)
    kept = []
    for payload in payloads:
        line = msgspec.json.decode(payload)
        if line.get("type") in _WORDS and line.get("number") in gone:
            continue
        kept.append(payload)
    return kept


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
    if len(fewer) != len(kept):
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

    return replace(_again(state, nameless), undone=Row())


def state_without_notes(state: State, numbers: Collection[int]) -> State:
    """The same state with the events of these notes gone from its past as well."""
    gone = frozenset(numbers)

    def keeps(event: ev.AnyEvent) -> ev.AnyEvent | None:
        if isinstance(event, ev.NoteCaptured | ev.NoteEdited) and event.number in gone:
            return None
        return event

    result = _again(state, keeps)
    undone = tuple(
        Undoing(one.cause, tuple(filter(keeps, one.events)), min(one.depth, result.depth))
        for one in state.undone
    )
    return replace(result, undone=Row(one for one in undone if one.events))


def state_without_case(state: State) -> State:
    """The same state with the case's title and the reasons for skipped stages gone from its past as well."""

    def wordless(event: ev.AnyEvent) -> ev.AnyEvent:
        return replace(event, why="") if isinstance(event, ev.StageEntered) and event.why else event

    return replace(_again(state, wordless, title=""), undone=Row())


def _again(
    state: State, change: Callable[[ev.AnyEvent], ev.AnyEvent | None], *, title: str | None = None
) -> State:
    """The state folded again from its opening, each event changed; one that becomes None is left out."""
    last_t, last_at, undone = state.last_t, state.last_at, state.undone
    past: list[ev.AnyEvent] = []
    while state.past is not None:
        past.append(state.past.event)
        state = state.past.before
    result = state if title is None else replace(state, title=title)
    for event in reversed(past):
        changed = change(event)
        if changed is not None:
            result = evolve(result, changed)
    return replace(result, undone=undone, last_t=last_t, last_at=last_at)
