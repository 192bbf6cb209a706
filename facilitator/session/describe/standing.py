"""What stands open, in a sentence: the next meeting, time away, steps that nobody has."""

from __future__ import annotations

from facilitator.session.state import State
from facilitator.words.dates import SAME, Times, local, zone_label
from facilitator.words.durations import in_words
from facilitator.words.language import gettext as _
from facilitator.words.language import ngettext


def next_meeting_sentence(state: State, times: Times = SAME) -> str:
    """When the pod meets next, with its zone."""
    meeting = state.next_meeting
    if not meeting.when:
        return _("No next meeting is set.")
    when = local(meeting.when, meeting.zone)
    return _("Next meeting: {date}, {time} {zone}.").format(
        date=times.day(when.date()), time=times.time(when), zone=zone_label(when, meeting.zone)
    )


def away_sentence(state: State) -> str:
    """The question about time away, with its two answers; empty when there is none."""
    if state.away is None:
        return ""
    return _("Away {length}: /count counts that, /skip leaves it out.").format(length=in_words(state.away))


def open_steps_sentence(state: State) -> str:
    """How many next steps have no owner yet; empty when all have one."""
    count = sum(1 for note in state.ordered_notes() if note.kind == "step" and not note.owners)
    if not count:
        return ""
    return ngettext("{n} step has no owner yet.", "{n} steps have no owner yet.", count).format(n=count)
