"""Decisions about people: who is here, who has which role, whose turn it is."""

from __future__ import annotations

from facilitator.session import events as ev
from facilitator.session import intents as it
from facilitator.session.describe import PLACE_WORDS, ROLE_WORDS
from facilitator.session.needs import Events, need_running, person, present, stage_name
from facilitator.session.refused import Refused
from facilitator.session.repeats import giver_of
from facilitator.session.rounds import is_round, next_person
from facilitator.session.state import Moment, State
from facilitator.words.language import gettext as _
from facilitator.words.language import ngettext


def here(state: State, intent: it.Here, now: Moment) -> Events:
    """Somebody has come (back)."""
    if person(state, intent.name) in state.here():
        raise Refused(_("{name} is here already.").format(name=intent.name))
    return [ev.PersonArrived(name=intent.name)]


def away(state: State, intent: it.Away, now: Moment) -> Events:
    """Somebody has gone, or is not here."""
    if person(state, intent.name) not in state.here():
        raise Refused(_("{name} is away already.").format(name=intent.name))
    gone: Events = [ev.PersonLeft(name=intent.name)]
    return [*gone, ev.LeadGiven()] if intent.name == state.lead else gone


def join(state: State, intent: it.Join, now: Moment) -> Events:
    """A guest joins; one who is known and away is back."""
    if not intent.name.strip():
        raise Refused(_("Who joins? Write /join and a name."))
    if intent.name in state.here():
        raise Refused(_("{name} is here already.").format(name=intent.name))
    if intent.name in state.names():
        return [ev.PersonArrived(name=intent.name)]
    return [ev.GuestJoined(name=intent.name)]


def give_role(state: State, intent: it.GiveRole, now: Moment) -> Events:
    """A role changes hands, to somebody present."""
    present(state, intent.name)
    case = intent.case if intent.role == "giver" else 0
    if case and not 1 <= case <= state.agenda.cases:
        cases = state.agenda.cases
        raise Refused(ngettext("There is {n} case.", "There are {n} cases.", cases).format(n=cases))
    has = giver_of(state, case) if case else state.role(intent.role)
    if has == intent.name:
        raise Refused(_("{name} is {role} already.").format(name=intent.name, role=ROLE_WORDS[intent.role]))
    return [ev.RoleGiven(role=intent.role, name=intent.name, case=case)]


def lead(state: State, intent: it.Lead, now: Moment) -> Events:
    """A guest facilitator leads, or the chair leads again."""
    name = intent.name.strip()
    chair = state.chair or _("The chair")
    if not name or (name == state.chair and state.lead):
        if not state.lead:
            raise Refused(_("{chair} leads already. /lead and a name has a guest lead.").format(chair=chair))
        return [ev.LeadGiven()]
    if name == state.leader:
        raise Refused(_("{name} leads already.").format(name=name))
    if name not in state.names():
        return [ev.GuestJoined(name=name), ev.LeadGiven(name=name)]
    return [ev.LeadGiven(name=present(state, name))]


def turn(state: State, intent: it.Turn, now: Moment) -> Events:
    """The turn goes to a person, or to the next of the round."""
    need_running(state)
    if intent.name:
        name = present(state, intent.name)
        if name == state.turn:
            raise Refused(_("It is already {name}'s turn.").format(name=name))
        return [ev.TurnTaken(name=name)]
    if not is_round(state):
        raise Refused(
            _("{stage} is not a round. /turn and a name gives somebody the turn.").format(
                stage=stage_name(state)
            )
        )
    name = next_person(state)
    if not name:
        raise Refused(_("Everyone has been heard. /next goes to the next stage."))
    return [ev.TurnTaken(name=name)]


def order_round(state: State, intent: it.OrderRound, now: Moment) -> Events:
    """The running round goes in another order."""
    need_running(state)
    if not is_round(state):
        raise Refused(_("{stage} is not a round.").format(stage=stage_name(state)))
    return [ev.RoundOrdered(names=tuple(present(state, name) for name in intent.names))]


def pass_turn(state: State, intent: it.Pass, now: Moment) -> Events:
    """Whose turn it is passes."""
    need_running(state)
    if not state.turn:
        raise Refused(_("It is nobody's turn, so nobody can pass."))
    return [ev.TurnPassed(name=state.turn)]


def meet_in(state: State, intent: it.MeetIn, now: Moment) -> Events:
    """What is said of cameras follows the place."""
    if state.agenda.place == intent.place:
        raise Refused(_("You meet {place} already.").format(place=PLACE_WORDS[intent.place]))
    return [ev.PlaceChanged(place=intent.place)]
