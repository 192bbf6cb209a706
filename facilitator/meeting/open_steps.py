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


def steps_lines(meeting: Meeting, times: Times = SAME) -> list[str]:
    """The open steps: those of this meeting with their numbers, those of earlier ones under their day."""
    here = [note_line(note, times) for note in open_steps(meeting.state)]
    lines = [*here, _("/done and the number says that one is done.")] if here else []
    before = _lines_before(meeting, times)
    if before:
        lines += [*before, _("facilitator done, in another window, lists these and marks one as done.")]
    return lines or [_("No next step is open.")]


def _lines_before(meeting: Meeting, times: Times) -> list[str]:
    if meeting.state.rehearsal:
        return []
    lines = []
    for folder, had in meeting.earlier.open_steps():
        try:
            steps = open_steps(look(folder).state)
        except StoreError:
            # What is wrong with a session is told where it is opened.
            continue
        day = date.fromisoformat(had.day) if had.day else None
        lines += [step_line(step, day, times) for step in steps]
    return lines


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
    found = [had for _folder, had in meeting.earlier.open_steps()]
    count = sum(len(had.steps or ()) for had in found)
    if not count or not found[0].day:
        return ""
    day = times.short(date.fromisoformat(found[0].day))
    if len(found) == 1:
        said = ngettext(
            "{n} next step is open from {day}: /steps", "{n} next steps are open from {day}: /steps", count
        )
    else:
        said = _("{n} next steps are open from {day} and before: /steps")
    return said.format(n=count, day=day)
