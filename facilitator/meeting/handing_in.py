"""Handing in a block of lines that the record keeper wrote elsewhere."""

from __future__ import annotations

from facilitator.capture.block import read_block, split_lines
from facilitator.meeting.desk import roster_of, today_of
from facilitator.meeting.meeting import Meeting
from facilitator.session.describe import kept_sentence
from facilitator.session.refused import Refused
from facilitator.words.dates import SAME, Times
from facilitator.words.language import gettext as _
from facilitator.words.language import ngettext


def hand_in(meeting: Meeting, text: str, times: Times = SAME) -> tuple[str, ...]:
    """Keep the lines of a block, each under the stage that was running then; says what became of each.

    Raises Refused where the session takes no lines now.
    """
    state = meeting.state
    block = read_block(split_lines(text), roster_of(state), state, today_of(state))
    if not block.lines:
        return (_("There was nothing new in it to keep."), *block.sentences())
    outcome = meeting.submit(block.intent)
    if not meeting.wait_kept(outcome.mark):
        raise Refused(meeting.trouble or _("The disk did not answer in time; nothing is promised."))
    count = ngettext("{n} line is kept.", "{n} lines are kept.", len(block.lines)).format(n=len(block.lines))
    return (*kept_sentence(outcome.events, times).split("\n"), count, *block.sentences())
