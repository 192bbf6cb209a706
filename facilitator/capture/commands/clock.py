"""Commands about the clock: how long a stage has, when the meeting ends, time away."""

from __future__ import annotations

from facilitator.capture.commands.call import Call, Reader, always
from facilitator.capture.commands.wanted import Wait
from facilitator.capture.durations import read_duration
from facilitator.capture.instants import next_time
from facilitator.session import intents as it
from facilitator.session.refused import Refused
from facilitator.words.language import gettext as _

DEFAULT_MORE = 120.0
"""Seconds that /more alone gives."""


def _count(call: Call) -> it.Intent:
    if call.state.away is None:
        raise Refused(_("There is no time away to count."))
    return it.CountAway()


def _wait(call: Call) -> Wait:
    if not call.state.rehearsal:
        raise Refused(_("/wait works in a rehearsal only."))
    return Wait(read_duration(call.rest))


READERS: dict[str, Reader] = {
    "pause": always(it.Pause()),
    "resume": always(it.Resume()),
    "more": lambda call: it.More(read_duration(call.rest) if call.rest else DEFAULT_MORE),
    "less": lambda call: it.Less(read_duration(call.rest)),
    "started": lambda call: it.Started(read_duration(call.rest)),
    "end-at": lambda call: it.EndAt(next_time(call.rest, call.state.zone, call.now.at)),
    "silence": lambda call: it.Silence(read_duration(call.rest)),
    "count": _count,
    "wait": _wait,
}
