"""Letting the notes of a case go: from the log, its opening, the minutes, and whatever lies beside them."""

from __future__ import annotations

from pathlib import Path

from facilitator.meeting.clock import Clock
from facilitator.meeting.decisions import forget_decisions
from facilitator.meeting.meeting import Meeting
from facilitator.meeting.opening import look, resume
from facilitator.session import events as ev
from facilitator.session import intents as it
from facilitator.session.decide_closing import KEPT_KINDS
from facilitator.session.refused import Refused
from facilitator.session.state import State
from facilitator.store.eventlog import write_opening
from facilitator.store.places import all_sessions
from facilitator.store.purge import purge
from facilitator.store.trouble import StoreError
from facilitator.words.language import gettext as _
from facilitator.words.language import ngettext


class NotForgotten(StoreError):  # noqa: N818 - told as a sentence
    """Why words could not be let go, in a sentence."""


def forgettable(state: State, *, whole: bool = True) -> int:
    """How many captured lines of this session forgetting would let go."""
    if state.phase != "closed":
        return 0
    return sum(
        note.kind == "note" or (whole and note.kind not in KEPT_KINDS) for note in state.notes.values()
    )


def forget(folder: Path, clock: Clock, *, whole: bool = True) -> tuple[str, ...]:
    """Let go the notes of a closed session, and with `whole` its questions, topics and title as well.

    Returns what is to be said: that it is done, and what is out of reach. Raises StoreError where the session
    cannot be opened, has nothing to forget, or the disk still holds the words.
    """
    meeting = resume(folder, clock)
    try:
        return forget_in(meeting, whole=whole)
    finally:
        meeting.leave()


def forget_in(meeting: Meeting, *, whole: bool = True) -> tuple[str, ...]:
    """The same for a session that is open here. It is said to be done once the disk holds no word of it."""
    count = forgettable(meeting.state, whole=whole)
    try:
        outcome = meeting.submit(it.Forget(whole=whole))
    except Refused as refusal:
        raise NotForgotten(refusal.sentence) from None
    if not meeting.settle():
        raise NotForgotten(
            _("The words are still on the disk: {why}").format(
                why=meeting.trouble or _("the disk has not answered yet.")
            )
        )
    write_opening(meeting.folder, meeting.opening)
    said = ngettext(
        "{n} line is forgotten: its words are gone from this computer's files.",
        "{n} lines are forgotten: their words are gone from this computer's files.",
        count,
    ).format(n=count)
    numbers = [n for event in outcome.events if isinstance(event, ev.NotesForgotten) for n in event.numbers]
    trouble = forget_decisions(meeting.folder, outcome.before, numbers)
    return (said, _("Takeaways, next steps and decisions stay."), *trouble, *purge(meeting.folder))


def session_before(home: Path, folder: Path) -> tuple[Path, State] | None:
    """The newest real session before this one that still holds notes to forget; None where there is none."""
    for other in all_sessions(home):
        if other == folder or other.name >= folder.name or other.parent != folder.parent:
            continue
        try:
            state = look(other).state
        except StoreError:
            continue
        if state.phase == "closed" and not state.rehearsal:
            return (other, state) if forgettable(state) else None
    return None
