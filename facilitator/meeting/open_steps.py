"""The next steps that are still open, of this meeting and of earlier ones: what `/steps` answers.

The hint that there are some says no word of them, since the screen may be shared; `/steps` does, on purpose.
"""

from __future__ import annotations

from datetime import date

from facilitator.meeting.meeting import Meeting
from facilitator.meeting.opening import look
from facilitator.session.flat import note_line
from facilitator.session.state import Note, State
from facilitator.session.steps import open_steps
from facilitator.store.trouble import StoreError
from facilitator.words.dates import SAME, Times
from facilitator.words.language import gettext as _
from facilitator.words.language import ngettext
from facilitator.words.visible import visible

MOST = 30
"""So many steps of earlier meetings are listed; `facilitator done` lists all."""


def steps_lines(meeting: Meeting, times: Times = SAME) -> list[str]:
    """The open steps: those of this meeting with their numbers, those of earlier ones under their day."""
    here = [note_line(note, times) for note in open_steps(meeting.state)]
    lines = [*here, _("/done and the number says that one is done.")] if here else []
    before = _lines_before(meeting, times)
    if before:
        lines += [*before, _("facilitator done, in another window, lists these and marks one as done.")]
    return lines or [_("No next step is open.")]


def _lines_before(meeting: Meeting, times: Times) -> list[str]:
    """The newest ones, each with its day; then how many more there are."""
    if meeting.state.rehearsal:
        return []
    lines: list[str] = []
    left = 0
    for folder, had in meeting.earlier.open_steps():
        if len(lines) >= MOST:
            left += len(had.steps or ())
            continue
        try:
            steps = open_steps(look(folder).state)
        except StoreError:
            # What is wrong with a session is told where it is opened.
            continue
        day = date.fromisoformat(had.day) if had.day else None
        lines += [step_line(step, day, times) for step in steps]
    left += len(lines[MOST:])
    more = ngettext("and {n} more, from before", "and {n} more, from before", left).format(n=left)
    return [*lines[:MOST], *([more] if left else [])]


def step_line(step: Note, day: date | None, times: Times = SAME) -> str:
    """A step of an earlier meeting: from which day it is, whose it is, what, and by when."""
    who = ", ".join(step.owners) or _("Unassigned")
    if step.pod_only:
        who = f"{who}, " + _("pod only")
    due = ""
    if step.due:
        due = " · " + _("by {date}").format(date=times.day(date.fromisoformat(step.due)))
    from_day = _("from {day}").format(day=times.brief(day)) + ", " if day is not None else ""
    return visible(f"{from_day}{who}: {step.text}{due}")


def is_opening(state: State) -> bool:
    """Whether the first stage of a real meeting runs, and nothing was kept in it yet."""
    if state.phase != "running" or state.rehearsal or state.stage != state.plan[0].id:
        return False
    return all(note.stage != state.stage for note in state.notes.values())


def open_hint(meeting: Meeting, times: Times = SAME) -> str:
    """In the opening stage, that steps of earlier meetings are open; empty where there are none."""
    if not is_opening(meeting.state):
        return ""
    found = meeting.earlier.open_steps()
    if not found or not found[0][1].day:
        return ""
    counts = [len(had.steps or ()) for _folder, had in found]
    day = times.short(date.fromisoformat(found[0][1].day))
    said = ngettext("{n} next step is open from {day}", "{n} next steps are open from {day}", counts[0])
    words = said.format(n=counts[0], day=day)
    if len(counts) > 1:
        words += _(", and {n} from before").format(n=sum(counts[1:]))
    return f"{words}: /steps"
