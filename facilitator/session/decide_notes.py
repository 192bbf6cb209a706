"""Decisions about captured lines: keeping, mending, striking them, and pens down."""

from __future__ import annotations

from typing import Any

from facilitator.session import events as ev
from facilitator.session import intents as it
from facilitator.session.needs import Events, note_of, part_of
from facilitator.session.refused import Refused
from facilitator.session.state import Moment, State
from facilitator.words.language import gettext as _


def _check_private(state: State, intent: it.Capture) -> None:
    """A plain line in a private stage was meant for somebody's own paper; what is marked is on purpose."""
    if state.phase != "running" or intent.kind != "note" or intent.stage not in (None, state.stage):
        return
    stage = state.find_stage(state.stage)
    if stage.private:
        sentence = _("{stage} is private: no plain line is kept. It can wait until the next stage.")
        raise Refused(sentence.format(stage=stage.name))


def _check_writing(state: State, text: str) -> None:
    if state.pens_down:
        raise Refused(_("Pens are down: nothing is written. /on takes them up again."))
    if not text.strip():
        raise Refused(_("There are no words to keep."))


def _noted(state: State, intent: it.Capture, number: int) -> ev.NoteCaptured:
    return ev.NoteCaptured(
        number=number,
        kind=intent.kind,
        text=intent.text,
        speakers=intent.speakers,
        owners=intent.owners,
        due=intent.due,
        pod_only=intent.pod_only,
        stage=state.stage if intent.stage is None else intent.stage,
        when=intent.when,
    )


def capture(state: State, intent: it.Capture, now: Moment) -> Events:
    """A line is kept under the next number."""
    _check_writing(state, intent.text)
    _check_private(state, intent)
    return [_noted(state, intent, state.last_number + 1)]


def capture_block(state: State, intent: it.CaptureBlock, now: Moment) -> Events:
    """Several lines are kept as one."""
    if not intent.lines:
        raise Refused(_("There are no words to keep."))
    for line in intent.lines:
        _check_writing(state, line.text)
        _check_private(state, line)
    first = state.last_number + 1
    return [_noted(state, line, first + place) for place, line in enumerate(intent.lines)]


def edit(state: State, intent: it.Edit, now: Moment) -> Events:
    """A kept line gets another form."""
    note = note_of(state, intent.number)

    def chosen(new: Any, old: Any) -> Any:
        return old if new is None else new

    edited = ev.NoteEdited(
        number=note.number,
        kind=chosen(intent.kind, note.kind),
        text=chosen(intent.text, note.text),
        speakers=chosen(intent.speakers, note.speakers),
        owners=chosen(intent.owners, note.owners),
        due=chosen(intent.due, note.due),
        pod_only=chosen(intent.pod_only, note.pod_only),
    )
    if not edited.text.strip():
        raise Refused(_("A line needs words. /strike {number} takes it away.").format(number=note.number))
    fields = ("kind", "text", "speakers", "owners", "due", "pod_only")
    if all(getattr(edited, field) == getattr(note, field) for field in fields):
        raise Refused(_("Line {number} already reads like that.").format(number=note.number))
    if state.pens_down and edited.text != note.text:
        _check_writing(state, edited.text)
    return [edited]


def strike(state: State, intent: it.Strike, now: Moment) -> Events:
    """A line's words are to go; the newest where no number is said."""
    number = intent.number
    if number is None:
        # A line that was just taken back is the newest one still: its words are in the file.
        number = max((*state.notes, *state.taken_back), default=None)
    if number is None:
        raise Refused(_("There is no line to strike."))
    if number in state.taken_back:
        _check_words_elsewhere(state, number)
        return [ev.NoteStruck(number=number)]
    if (other := part_of(state, number)) != number and other in state.notes:
        sentence = _("Line {number} is part of line {other} now. /strike {other} takes out both.")
        raise Refused(sentence.format(number=number, other=other))
    return [ev.NoteStruck(number=note_of(state, number).number)]


def _check_words_elsewhere(state: State, number: int) -> None:
    """Refuse to strike a line that came of a split and was taken back: another line says its words again."""
    for undoing in state.undone:
        for event in undoing.events:
            if isinstance(event, ev.NoteSplit) and event.new == number:
                sentence = _("Line {number} was taken back: its words are in line {other} again.")
                raise Refused(sentence.format(number=number, other=event.number))


def pens_down(state: State, intent: it.PensDown, now: Moment) -> Events:
    """Nothing is written until pens are up."""
    if state.pens_down:
        raise Refused(_("Pens are down already. /on takes them up again."))
    return [ev.PensPut(down=True)]


def pens_up(state: State, intent: it.PensUp, now: Moment) -> Events:
    """Writing is welcome again."""
    if not state.pens_down:
        raise Refused(_("Pens are up: lines are kept as you write them."))
    return [ev.PensPut(down=False)]


def say_read_back(state: State, intent: it.SayReadBack, now: Moment) -> Events:
    """Takeaways and next steps have been read back."""
    if state.read_back:
        raise Refused(_("They have been read back already."))
    return [ev.ReadBack()]
