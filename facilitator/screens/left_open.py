"""How a session that was left is offered on the first screen: which one, from when, how far it came. Pure.

Never with its title, which may be the case's; the screen may be seen by others.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from facilitator.session.state import State
from facilitator.words.dates import SAME, Times, from_stamp, zone_of
from facilitator.words.language import gettext as _
from facilitator.words.visible import visible

STILL_NOW = timedelta(hours=12)
"""So long after its beginning a meeting counts as the one of today, also past midnight."""


def is_unfinished(state: State) -> bool:
    """Whether the meeting itself can be gone on with."""
    return state.phase != "closed"


def is_of_today(state: State, now: datetime) -> bool:
    """Whether it began today where it was held, or not long ago. A practice never is: it can wait."""
    if state.rehearsal:
        return False
    began = _began(state)
    age = now - began
    return timedelta(0) <= age and (age <= STILL_NOW or began.date() == now.astimezone(began.tzinfo).date())


def is_draft_of_today(state: State, now: datetime) -> bool:
    """Whether it was closed today and its minutes were not made final: there may be something left to do."""
    return state.phase == "closed" and not state.version and is_of_today(state, now)


def offer_words(state: State, now: datetime, times: Times = SAME, *, alone: bool = True) -> str:
    """`Go on: InterVision, today 19:00, in Clarify`; without the stage where `about_words` stand below."""
    name, when = visible(state.agenda.title), _when(_began(state), now, times)
    if state.phase == "closed":
        return _("Finish the minutes: {name}, {when}").format(name=name, when=when)
    if state.rehearsal:
        words = _("Go on with practice: {when}").format(when=when)
    else:
        words = _("Go on: {name}, {when}").format(name=name, when=when)
    return _("{words}, {stage}").format(words=words, stage=_how_far(state)) if alone else words


def about_words(state: State) -> str:
    """How far it came, in one sentence."""
    if state.phase == "closed":
        return _("The meeting is closed. Its minutes are still a draft.")
    if state.phase == "lobby":
        return _("It was left before it began. Enter begins it.")
    return _("It was left {stage}, and not closed.").format(stage=_how_far(state))


def _how_far(state: State) -> str:
    if state.phase == "lobby":
        return _("not begun")
    return _("in {stage}").format(stage=visible(state.find_stage(state.stage).name))


def _began(state: State) -> datetime:
    return from_stamp(state.started_at or state.opened_at).astimezone(zone_of(state.zone))


def _when(began: datetime, now: datetime, times: Times) -> str:
    here = now.astimezone(began.tzinfo).date()
    day = began.date()
    if day == here:
        said = _("today")
    elif day == here - timedelta(days=1):
        said = _("yesterday")
    elif day.year == here.year:
        said = times.short(day)
    else:
        said = times.brief(day)
    return _("{day} {time}").format(day=said, time=times.time(began))
