"""Decisions about what was kept for later: putting a stage off, taking it or a topic up."""

from __future__ import annotations

from facilitator.session import events as ev
from facilitator.session import intents as it
from facilitator.session.later import LEAST, TOPIC, Kept, kept_for_later
from facilitator.session.needs import Events, need_running, stage_name
from facilitator.session.refused import Refused
from facilitator.session.state import Moment, State
from facilitator.words.language import gettext as _


def check_put_off(state: State) -> None:
    """Refuse where the running stage is nothing that could be held later."""
    if state.stage in state.inserted and state.find_stage(state.stage).kind == "silence":
        raise Refused(_("A silence is not kept for later. /next ends it."))


def take_up(state: State, intent: it.TakeUp, now: Moment) -> Events:
    """A topic, or a stage that was put off, is held now; the last one kept where none is named."""
    need_running(state)
    if state.find_stage(state.stage).kind == "silence":
        raise Refused(_("It is quiet now. /next ends the silence; then it can be taken up."))
    kept = _meant(state, intent)
    if kept.number:
        return [ev.TopicTakenUp(number=kept.number, stage=_new_id(state), seconds=TOPIC)]
    events: Events = [ev.StageTakenUp(stage=kept.stage)]
    left = state.planned.get(kept.stage, 0.0) - state.spent.get(kept.stage, 0.0)
    if left < LEAST:
        events.append(ev.TimeChanged(seconds=LEAST - left))
    return events


def _meant(state: State, intent: it.TakeUp) -> Kept:
    kept = kept_for_later(state)
    if intent.number is not None:
        found = [one for one in kept if one.number == intent.number]
        if not found and intent.number in state.taken_up and intent.number in state.notes:
            raise Refused(_("Line {number} was taken up already.").format(number=intent.number))
        if not found:
            said = _("Line {number} is not kept for later. /later lists what is.")
            raise Refused(said.format(number=intent.number))
        return found[-1]
    if intent.stage:
        found = [one for one in kept if one.stage == intent.stage]
        if intent.stage == state.stage:
            raise Refused(_("{stage} is already running.").format(stage=stage_name(state)))
        if not found:
            said = _("{stage} is not kept for later. /goto goes to any stage.")
            raise Refused(said.format(stage=state.find_stage(intent.stage).name))
        return found[-1]
    if not kept:
        raise Refused(_("Nothing is kept for later. /later and a text keeps a topic."))
    return kept[-1]


def _new_id(state: State) -> str:
    taken = {item.id for item in state.plan} | {stage.id for stage in state.agenda.stages}
    number = len(state.taken_up) + 1
    while f"topic-{number}" in taken or f"topic-{number}" in state.inserted:
        number += 1
    return f"topic-{number}"
