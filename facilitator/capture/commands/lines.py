"""Commands about captured lines."""

from __future__ import annotations

from facilitator.capture import rearrange
from facilitator.capture.commands.call import Call, Reader, always
from facilitator.capture.commands.wanted import Ask, Reopen, Wanted
from facilitator.capture.edit import kept_note, read_edit, read_number
from facilitator.capture.line import Kept, read_line
from facilitator.session import intents as it
from facilitator.session.refused import Refused
from facilitator.words.language import gettext as _


def _later(call: Call) -> Wanted:
    return _capture(call) if call.rest else Ask("later")


def _capture(call: Call) -> it.Intent:
    reading = read_line(f"/{call.name} {call.rest}", call.roster, call.today)
    if not isinstance(reading, Kept):
        raise Refused(_("There are no words to keep."))
    return reading.intent


def _edit(call: Call) -> Wanted:
    number, *text = call.rest.split(maxsplit=1)
    note = kept_note(call.state, read_number(number))
    return read_edit(note, text[0], call.roster, call.today) if text else Reopen(note.number)


READERS: dict[str, Reader] = {
    "later": _later,
    "only": _capture,
    "edit": _edit,
    "move": lambda call: rearrange.read_move(call.state, call.rest),
    "merge": lambda call: rearrange.read_merge(call.state, call.rest),
    "split": lambda call: rearrange.read_split(call.state, call.rest),
    "mark": lambda call: rearrange.read_mark(call.state, call.rest),
    "due": lambda call: rearrange.read_due_command(call.state, call.rest, call.roster, call.today),
    "undo": always(it.Undo()),
    "redo": always(it.Redo()),
    "strike": lambda call: it.Strike(read_number(call.rest) if call.rest else None),
    "off": always(it.PensDown()),
    "on": always(it.PensUp()),
}
