"""What the close screen says beside the short text: header, keys, what only the chair sees. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from facilitator.meeting.meeting import Meeting
from facilitator.minutes.course import StageTime, stage_times
from facilitator.minutes.document import document
from facilitator.session.events import MeetingClosed
from facilitator.session.evolve import events_of, last_cause
from facilitator.session.state import State
from facilitator.settings.model import USUAL, Settings
from facilitator.widgets.keys import KeyHint
from facilitator.words.dates import SAME, Times, from_stamp, local
from facilitator.words.durations import short_minutes
from facilitator.words.language import gettext as _
from facilitator.words.language import ngettext

WORTH_TELLING = 60.0
"""Seconds by which a stage must differ from its plan to be named."""

MOST_STAGES = 3


def header(state: State, times: Times = SAME) -> str:
    """What this was, when it ended, and whether its minutes are final. Never the case title."""
    parts = [
        state.agenda.title,
        _("closed at {time}").format(time=times.time(local(state.closed_at, state.zone))),
    ]
    parts.append(_("final") if state.version else _("draft"))
    if state.rehearsal:
        parts.append(_("rehearsal"))
    return " · ".join(parts)


def kept_words(state: State, kept: bool) -> tuple[str, ...]:
    """How many lines there are and whether all is on disk: in full, and for a narrow row."""
    count = len(state.notes)
    if not kept:
        return (_("not yet all on disk"),)
    return (
        ngettext("{n} line kept on this computer", "{n} lines kept on this computer", count).format(n=count),
        ngettext("{n} line kept", "{n} lines kept", count).format(n=count),
    )


def heading(width: int, people: int = 0, about: str = "") -> str:
    """That nothing has been sent, or to how many people: said on every size of screen.

    `about` is what is shown, where that is not what the pod will read.
    """
    if width >= 54:
        return (about or _("This is what the pod will read.")) + " " + sent(people)
    if people:
        return sent(people)
    return _("Nothing has been sent.") if width >= 22 else _("Nothing is sent.")


def sent(people: int) -> str:
    """Whether something was sent from here."""
    if not people:
        return _("Nothing has been sent.")
    return ngettext("Sent to {n} person.", "Sent to {n} people.", people).format(n=people)


def trouble_words(meeting: Meeting) -> str:
    """The disk's trouble, plainly; empty when all is well."""
    if not meeting.trouble:
        return ""
    words = _("NOT ON DISK ({count} held in memory, tried again): {why} /keep-in FOLDER moves it.")
    return words.replace("{count}", str(meeting.waiting)).replace("{why}", meeting.trouble)


def left_out(state: State) -> str:
    """What of the minutes is not in the short text, counted; empty when nothing is left out."""
    whole = document(state)
    questions = sum(not line.pod_only for line in whole.questions)
    later = sum(not line.pod_only for line in whole.later)
    counted = [
        (whole.case_notes, ngettext("{n} note", "{n} notes", whole.case_notes)),
        (questions, ngettext("{n} question", "{n} questions", questions)),
        (later, ngettext("{n} topic for later", "{n} topics for later", later)),
        (whole.pod_only, ngettext("{n} pod-only line", "{n} pod-only lines", whole.pod_only)),
    ]
    parts = [words.format(n=count) for count, words in counted if count]
    return _("Not in this text: {what}.").format(what=", ".join(parts)) if parts else ""


def chair_lines(state: State) -> tuple[str, ...]:
    """For the chair alone: how the end stood to the promise, and which stages differed most from the plan."""
    lines = [_lateness(state)] if state.promised and state.closed_at else []
    differing = sorted(filter(_differs, stage_times(state)), key=_difference, reverse=True)
    return (*lines, *map(_stage_line, differing[:MOST_STAGES]))


def _lateness(state: State) -> str:
    late = round((from_stamp(state.closed_at) - from_stamp(state.promised)).total_seconds() / 60)
    if not late:
        return _("You ended on time.")
    minutes = ngettext("{n} minute", "{n} minutes", abs(late)).format(n=abs(late))
    words = _("You ended {minutes} late.") if late > 0 else _("You ended {minutes} early.")
    return words.format(minutes=minutes)


def _difference(row: StageTime) -> float:
    return abs((row.taken or 0.0) - (row.planned or 0.0))


def _differs(row: StageTime) -> bool:
    return row.planned is not None and _difference(row) >= WORTH_TELLING


def _stage_line(row: StageTime) -> str:
    planned = short_minutes(row.planned or 0.0)
    if row.taken is None:
        return _("{stage} was not held; {planned} planned.").format(stage=row.stage, planned=planned)
    return _("{stage} took {taken} of {planned}.").format(
        stage=row.stage, taken=short_minutes(row.taken), planned=planned
    )


def key_hints(state: State, width: int, settings: Settings = USUAL) -> tuple[KeyHint, ...]:
    """The six keys, in the longest words that fit into this many cells."""
    undone = events_of(state, last_cause(state))
    reopens = any(isinstance(event, MeetingClosed) for event in undone)
    undo = _("Reopen") if reopens else _("Undo")
    done = _("Done")
    sets = (
        (_("Copy for the chat"), _("Full minutes"), _("Where they lie"), undo, _("Make them final"), done),
        (_("Copy"), _("Full minutes"), _("Where"), undo, _("Final"), done),
        (_("Copy"), _("Full"), _("Path"), undo, _("Final"), done),
    )
    rows = [_hints(labels, settings) for labels in sets]
    return next((row for row in rows if _cells(row) <= width), rows[-1])


def _hints(labels: Sequence[str], settings: Settings) -> tuple[KeyHint, ...]:
    ids = ("close.copy", "close.minutes", "close.where", "close.undo", "close.final", "app.leave")
    keys = map(settings.key, ids)
    actions = ("copy", "minutes", "where", "take_back", "final", "done")
    return tuple(KeyHint(*one) for one in zip(keys, labels, actions, strict=True))


def _cells(row: Sequence[KeyHint]) -> int:
    return sum(len(hint.key) + 1 + len(hint.label) for hint in row) + 3 * (len(row) - 1)
