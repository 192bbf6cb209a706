"""Commands about which stage is the running one, and about the stages to come."""

from __future__ import annotations

from facilitator.capture.commands.call import Call, Reader, always
from facilitator.capture.commands.wanted import Take
from facilitator.capture.durations import read_duration
from facilitator.capture.edit import read_number
from facilitator.capture.names import name_key
from facilitator.capture.stages import find_stage, find_two_stages, stages_of
from facilitator.session import intents as it
from facilitator.session.refused import Refused
from facilitator.words.language import gettext as _


def _skip(call: Call) -> it.Intent:
    if call.state.away is not None and not call.rest:
        return it.SkipAway()
    first, *why = call.rest.split(maxsplit=1) or [""]
    if name_key(first) == "later":
        return it.Skip(why[0] if why else "", later=True)
    return it.Skip(call.rest)


def _return(call: Call) -> it.Intent:
    words = call.rest.removeprefix("#").strip()
    if not words:
        return it.TakeUp()
    if words.isdecimal():
        return it.TakeUp(read_number(words))
    number = int(find_stage(call.state, words))
    return it.TakeUp(stage=call.state.plan[number - 1].id if call.state.plan else "")


def _take(call: Call) -> Take:
    # The screen writes "/take " itself; whoever types all of what the offers say means the same.
    number = call.rest.removeprefix("/take").strip()
    if not number.isdecimal() or len(number) > 3:
        raise Refused(_("Write /take and the number of an offer; /late lists them."))
    return Take(int(number))


def _drop(call: Call) -> it.Intent:
    number = int(find_stage(call.state, call.rest))
    return it.DropStage(call.state.plan[number - 1].id)


def _add(call: Call) -> it.Intent:
    kind, *length = call.rest.split(maxsplit=1)
    if name_key(kind) in ("case", "topic"):
        return it.AddCase(read_duration(length[0]) if length else 0.0)
    return it.AddStage(name_key(kind), read_duration(length[0]) if length else 300.0)


def _swap(call: Call) -> it.Intent:
    first, second = find_two_stages(call.state, call.rest)
    ids = [stage.id for stage in stages_of(call.state)]
    return it.SwapStages(ids[int(first) - 1], ids[int(second) - 1])


READERS: dict[str, Reader] = {
    "go": always(it.Go()),
    "next": always(it.Next()),
    "back": always(it.Back()),
    "goto": lambda call: it.GoTo(find_stage(call.state, call.rest)),
    "skip": _skip,
    "return": _return,
    "take": _take,
    "drop": _drop,
    "add": _add,
    "swap": _swap,
}
