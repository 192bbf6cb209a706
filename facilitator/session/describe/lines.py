"""What is said of captured lines: that they are kept, and where they stand."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from facilitator.session import events as ev
from facilitator.session.describe.words import KIND_WORDS
from facilitator.session.order import in_meeting_order
from facilitator.session.state import State
from facilitator.words.dates import SAME, Times
from facilitator.words.language import gettext as _


def kept_sentence(events: Sequence[ev.AnyEvent], times: Times = SAME) -> str:
    """`Kept 14, question, Leila.` for each captured line among these events."""
    said = []
    if any(isinstance(event, ev.NoteSplit) for event in events):
        return ""
    for event in events:
        if isinstance(event, ev.NoteCaptured):
            said.append(
                _("Kept {what}.").format(what=", ".join([str(event.number), *_read_as(event, times)]))
            )
    return "\n".join(said)


def changed_sentence(event: ev.NoteEdited, times: Times = SAME) -> str:
    """`Line 14 is changed: step, Leila, by Friday 27 November 2026.`"""
    what = ", ".join(_read_as(event, times))
    return _("Line {number} is changed: {what}.").format(number=event.number, what=what)


def _read_as(event: ev.NoteCaptured | ev.NoteEdited, times: Times) -> list[str]:
    """How a line was read: its kind, for the pod only, whose it is, by when."""
    parts = [KIND_WORDS[event.kind] if event.kind == "later" else event.kind]
    if event.pod_only:
        parts.append(_("pod only"))
    parts += event.owners if event.kind == "step" and event.owners else event.speakers
    if event.due:
        parts.append(_("by {date}").format(date=times.day(date.fromisoformat(event.due))))
    return parts


def numbers_said(numbers: Sequence[int]) -> str:
    """7 and 8; 7, 8 and 9."""
    words = [str(number) for number in numbers]
    if len(words) < 2:
        return "".join(words)
    return _("{numbers} and {last}").format(numbers=", ".join(words[:-1]), last=words[-1])


def place_sentence(state: State, number: int) -> str:
    """Where a line stands now: behind which one, and in which stage."""
    note = state.notes.get(number)
    if note is None:
        return ""
    stage = state.find_stage(note.stage).name if note.stage else _("Before the meeting")
    here = [one.number for one in in_meeting_order(state) if one.stage == note.stage]
    place = here.index(number)
    if place:
        sentence = _("Line {number} stands below line {other}, in {stage}.")
        return sentence.format(number=number, other=here[place - 1], stage=stage)
    return _("Line {number} stands first in {stage}.").format(number=number, stage=stage)
