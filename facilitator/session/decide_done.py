"""Decisions about following up: a next step is done, or not done after all."""

from __future__ import annotations

from facilitator.session import events as ev
from facilitator.session import intents as it
from facilitator.session.needs import Events, note_of
from facilitator.session.refused import Refused
from facilitator.session.state import State
from facilitator.session.steps import is_done
from facilitator.words.language import gettext as _


def mark_done(state: State, intent: it.MarkDone, now: object) -> Events:
    """Steps are done, or not done after all; of several, those that stand like this already are let be."""
    numbers = tuple(step_of(state, number) for number in dict.fromkeys(intent.numbers))
    if not numbers:
        raise Refused(_("Say which next step it is, by the number of its line."))
    new = tuple(number for number in numbers if is_done(state, number) != intent.done)
    if new:
        return [ev.StepDone(numbers=new, done=intent.done)]
    if intent.done:
        raise Refused(
            _("Next step {number} is done already. /not-done {number} takes that back.").format(
                number=numbers[0]
            )
        )
    raise Refused(_("Next step {number} is not marked as done.").format(number=numbers[0]))


def step_of(state: State, number: int) -> int:
    """The number, where the line of that number is a next step; Refused with a sentence otherwise."""
    if note_of(state, number).kind != "step":
        raise Refused(
            _("Line {number} is no next step. /mark {number} step makes it one.").format(number=number)
        )
    return number
