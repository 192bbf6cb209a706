"""Decisions after the meeting: who agrees to which lines, final versions, and letting words go."""

from __future__ import annotations

from facilitator.session import events as ev
from facilitator.session import intents as it
from facilitator.session.needs import Events, need_running, note_of, person
from facilitator.session.refused import Refused
from facilitator.session.state import Moment, State
from facilitator.words.language import gettext as _

KEPT_KINDS = frozenset({"takeaway", "step", "decision"})
"""What outlasts the case: forgetting never takes these."""


def lines_of(state: State, name: str) -> tuple[int, ...]:
    """The numbers of the lines that are this person's to agree to.

    An owner agrees to her next steps; a case giver also to takeaways and decisions, which tell of the case.
    """
    gives = name in (*state.givers, state.giver)
    return tuple(
        note.number
        for note in state.ordered_notes()
        if (note.kind == "step" and name in note.owners) or (gives and note.kind in ("takeaway", "decision"))
    )


def agree(state: State, intent: it.Agree, now: Moment) -> Events:
    """Somebody agrees to lines as they stand."""
    person(state, intent.name)
    numbers = tuple(note_of(state, number).number for number in intent.numbers)
    mine = numbers or lines_of(state, intent.name)
    if not mine:
        raise Refused(
            _("No next step is {name}'s. Write /agree {name} and the number of a line.").format(
                name=intent.name
            )
        )
    new = tuple(dict.fromkeys(one for one in mine if intent.name not in state.agreed.get(one, ())))
    if not new:
        raise Refused(_("{name} has agreed to this already.").format(name=intent.name))
    return [ev.LinesAgreed(name=intent.name, numbers=new)]


def call_roll(state: State, intent: it.CallRoll, now: Moment) -> Events:
    """All who are not marked away were here."""
    if state.roll_called:
        raise Refused(_("Who was here has been settled already. /away and a name still changes it."))
    return [ev.RollCalled()]


def forget(state: State, intent: it.Forget, now: Moment) -> Events:
    """The words of a case are let go; its takeaways, steps and decisions stay."""
    if state.phase != "closed":
        raise Refused(_("The meeting is still open. Close it first; then its notes can be forgotten."))
    numbers = tuple(
        note.number
        for note in state.ordered_notes()
        if note.kind == "note" or (intent.whole and note.kind not in KEPT_KINDS)
    )
    whole = intent.whole and bool(state.title or state.reasons)
    if not numbers and not whole:
        raise Refused(_("There is nothing left to forget here. Takeaways, next steps and decisions stay."))
    return [ev.NotesForgotten(numbers=numbers, whole=intent.whole)]


def close(state: State, intent: it.Close, now: Moment) -> Events:
    """The meeting ends; its minutes are a draft."""
    if state.phase == "lobby":
        raise Refused(_("The meeting has not begun. /leave leaves it for later."))
    need_running(state)
    return [ev.MeetingClosed()]


def finalise(state: State, intent: it.Finalise, now: Moment) -> Events:
    """The minutes are final; after a correction they become the next version."""
    if state.version and not state.corrected:
        raise Refused(_("The minutes are final already."))
    closing: Events = close(state, it.Close(), now) if state.phase != "closed" else []
    return [*closing, ev.MinutesFinalised(version=state.version + 1, who=state.keeper or state.chair)]
