"""Decisions about what goes beyond the pod: whose yes is recorded, and taking it back."""

from __future__ import annotations

from facilitator.session import events as ev
from facilitator.session import intents as it
from facilitator.session.needs import Events, person
from facilitator.session.refused import Refused
from facilitator.session.state import State
from facilitator.words.language import gettext as _


def approve(state: State, intent: it.ApproveBeyond, now: object) -> Events:
    """A yes to one text is recorded; a yes to another text replaces it."""
    giver = _named(state, intent.giver)
    given = ev.BeyondApproved(giver=giver, digest=intent.digest, left_out=intent.left_out)
    for one in state.beyond:
        if (one.giver, one.digest, one.left_out) == (giver, given.digest, given.left_out):
            raise Refused(_("{name} has said yes to this text already.").format(name=giver))
    return [given]


def withdraw(state: State, intent: it.WithdrawBeyond, now: object) -> Events:
    """A yes is taken back."""
    if all(one.giver != intent.giver for one in state.beyond):
        raise Refused(
            _("{name} has not said yes to a text that goes beyond the pod.").format(name=intent.giver)
        )
    return [ev.BeyondWithdrawn(giver=intent.giver)]


def _named(state: State, name: str) -> str:
    """Who says yes: somebody of the meeting; anybody with a name where the meeting names nobody."""
    if not name.strip():
        raise Refused(_("A yes needs the name of who said it."))
    return person(state, name) if state.people else name
