"""Letting words go: what strike and close take out of the log, and out of the state. Pure.

The log is given as payloads (the JSON of each line without its checksum), as the store hands them over.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from msgspec.structs import replace

from facilitator.session import events as ev
from facilitator.session.codec import undone_causes
from facilitator.session.evolve import evolve
from facilitator.session.row import Row
from facilitator.session.state import State, Undoing

_WORDS = ("note_captured", "note_edited")
_NAMES = ("turn_taken", "turn_passed")


def log_without_note(payloads: Sequence[bytes], number: int) -> list[bytes]:
    """The log without any line that holds words of this note."""
    kept = []
    for payload in payloads:
        line = msgspec.json.decode(payload)
        if line.get("type") in _WORDS and line.get("number") == number:
            continue
        kept.append(payload)
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
    """State and log after all that strikes and a close in them ask for; the same where that was done."""
    kept = list(payloads)
    for number in sorted(state.struck):
        fewer = log_without_note(kept, number)
        if len(fewer) != len(kept):
            kept, state = fewer, state_without_note(state, number)
    if state.phase == "closed":
        fewer = compacted(kept)
        if fewer != kept:
            kept, state = fewer, state_compacted(state)
    return state, kept


def _past(state: State) -> tuple[State, list[ev.AnyEvent]]:
    """The state that the session opened with, and the active events since, oldest first."""
    past: list[ev.AnyEvent] = []
    while state.past is not None:
        past.append(state.past.event)
        state = state.past.before
    past.reverse()
    return state, past


def state_compacted(state: State) -> State:
    """The same state with what was undone forgotten, and turns without names."""
    result, past = _past(state)
    for event in past:
        if isinstance(event, ev.TurnTaken | ev.TurnPassed):
            event = replace(event, name="")
        elif isinstance(event, ev.RoundOrdered):
            event = replace(event, names=())
        result = evolve(result, event)
    return replace(result, undone=Row(), last_t=state.last_t, last_at=state.last_at)


def state_without_note(state: State, number: int) -> State:
    """The same state with this note's events gone from its past as well."""

    def keeps(event: ev.AnyEvent) -> bool:
        return not (isinstance(event, ev.NoteCaptured | ev.NoteEdited) and event.number == number)

    result, past = _past(state)
    for event in past:
        if keeps(event):
            result = evolve(result, event)
    undone = tuple(
        Undoing(one.cause, tuple(filter(keeps, one.events)), min(one.depth, result.depth))
        for one in state.undone
    )
    return replace(
        result,
        undone=Row(one for one in undone if one.events),
        last_t=state.last_t,
        last_at=state.last_at,
    )
