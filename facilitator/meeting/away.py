"""How far a session's own clock had come when its window was last seen, after the last event in its log."""

from __future__ import annotations

from collections.abc import Sequence

from facilitator.session import events as ev
from facilitator.session.codec import Misread, decode
from facilitator.session.state import State
from facilitator.store.machine import LastSeen, same_boot
from facilitator.words.dates import from_stamp


def clock_when_left(state: State, payloads: Sequence[bytes], seen: LastSeen | None) -> float:
    """The session's `t` (seconds) when its window was last seen open; what comes after that is time away.

    A stage may run for long without any event, and that time has passed in the meeting. A rehearsal's clock
    stops with its window.
    """
    if seen is None or state.rehearsal:
        return state.last_t
    opening = _last_opening(payloads)
    if opening is not None and same_boot(opening.boot, seen.boot):
        return max(state.last_t, round(opening.t + seen.clock - opening.clock, 3))
    since = seen.wall - from_stamp(state.last_at).timestamp()
    return state.last_t + max(round(since, 3), 0.0)


def _last_opening(payloads: Sequence[bytes]) -> ev.SessionOpened | ev.SessionResumed | None:
    for payload in reversed(payloads):
        if payload.startswith((b'{"type":"session_resumed"', b'{"type":"session_opened"')):
            try:
                event = decode(payload)
            except Misread:
                continue
            if isinstance(event, ev.SessionOpened | ev.SessionResumed):
                return event
    return None
