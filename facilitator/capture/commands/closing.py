"""Commands that bring a meeting to its end, or take it and its minutes elsewhere."""

from __future__ import annotations

from facilitator.capture.commands.call import Call, Reader, always
from facilitator.capture.commands.wanted import Ask, KeepIn, Leave, Readback, ShareOut, Wanted
from facilitator.capture.edit import read_number
from facilitator.capture.instants import read_meeting
from facilitator.capture.names import person
from facilitator.session import intents as it


def _agree(call: Call) -> it.Intent:
    words = call.rest.replace(",", " ").split()
    count = 0
    while count < len(words) and words[-1 - count].isdecimal():
        count += 1
    name = " ".join(words[: len(words) - count])
    numbers = tuple(map(read_number, words[len(words) - count :]))
    return it.Agree(person(call.roster, name.lstrip("@＠")), numbers)


def _done(call: Call) -> Wanted:
    return it.MarkDone(_lines(call)) if call.rest else Ask("steps")


def _lines(call: Call) -> tuple[int, ...]:
    """Numbers of lines, with spaces or commas between."""
    return tuple(map(read_number, call.rest.replace(",", " ").replace("，", " ").split()))


READERS: dict[str, Reader] = {
    "meet": lambda call: it.Meet(*read_meeting(call.rest, call.state.zone, call.today)),
    "agree": _agree,
    "done": _done,
    "not-done": lambda call: it.MarkDone(_lines(call), done=False),
    "readback": lambda call: Readback(),
    "close": always(it.Close()),
    "final": always(it.Finalise()),
    "share": lambda call: ShareOut(call.rest),
    "beyond": lambda call: ShareOut(f"beyond {call.rest}"),
    "leave": lambda call: Leave(),
    "keep-in": lambda call: KeepIn(call.rest),
}
