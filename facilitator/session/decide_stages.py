"""Decisions about the running order: on, back, to a stage, past one, a silence put in."""

from __future__ import annotations

import difflib

from facilitator.agenda.blocks import MOST_CASES, planned_id
from facilitator.agenda.model import Planned
from facilitator.session import added
from facilitator.session import events as ev
from facilitator.session import intents as it
from facilitator.session.decide_later import check_put_off
from facilitator.session.needs import Events, need_running, stage_name
from facilitator.session.refused import Refused
from facilitator.session.repeats import last_case
from facilitator.session.state import Moment, State
from facilitator.session.timing import to_come
from facilitator.words.language import gettext as _


def _ids(state: State) -> list[str]:
    return [item.id for item in state.plan]


def _following(state: State) -> str:
    """Id of the stage that comes next; empty after the last."""
    if state.interrupted:
        return state.interrupted
    ids = _ids(state)
    place = ids.index(state.stage) + 1
    return ids[place] if place < len(ids) else ""


def next_stage(state: State, intent: it.Next, now: Moment) -> Events:
    """The next stage, or back from an inserted silence."""
    need_running(state)
    stage = _following(state)
    if not stage:
        name = stage_name(state)
        raise Refused(_("{stage} is the last stage. /close ends the meeting.").format(stage=name))
    return [ev.StageEntered(stage=stage, how="return" if state.interrupted else "next")]


def stage_before(state: State, intent: it.Back, now: Moment) -> Events:
    """The stage before, or back from an inserted silence."""
    need_running(state)
    if state.interrupted:
        return [ev.StageEntered(stage=state.interrupted, how="return")]
    ids = _ids(state)
    place = ids.index(state.stage)
    if place == 0:
        raise Refused(_("{stage} is the first stage.").format(stage=stage_name(state)))
    return [ev.StageEntered(stage=ids[place - 1], how="back")]


def go_to(state: State, intent: it.GoTo, now: Moment) -> Events:
    """A stage by number, id or name."""
    need_running(state)
    wanted = intent.stage.strip()
    ids = _ids(state)
    target = ""
    if wanted.isdecimal():
        number = int(wanted) if len(wanted) < 5 else 0
        if not 1 <= number <= len(ids):
            raise Refused(_("There are stages 1 to {count}; /agenda lists them.").format(count=len(ids)))
        target = ids[number - 1]
    else:
        names = {state.find_stage(one).name.casefold(): one for one in ids}
        target = names.get(wanted.casefold(), wanted if wanted in ids else "")
        if not target:
            near = difflib.get_close_matches(wanted.casefold(), list(names), n=1, cutoff=0.0)
            nearest = state.find_stage(names[near[0]]).name if near else ""
            raise Refused(
                _("No stage is called {wanted}. The nearest is {nearest}.").format(
                    wanted=wanted, nearest=nearest
                )
            )
    if target == state.stage:
        raise Refused(_("{stage} is already running.").format(stage=stage_name(state)))
    return [ev.StageEntered(stage=target, how="return" if target == state.interrupted else "goto")]


def skip(state: State, intent: it.Skip, now: Moment) -> Events:
    """On to the next stage, with a reason; the one that is left may be kept for later."""
    need_running(state)
    if intent.later:
        check_put_off(state)
    stage = _following(state)
    if not stage:
        name = stage_name(state)
        raise Refused(_("{stage} is the last stage. /close ends the meeting.").format(stage=name))
    return [ev.StageEntered(stage=stage, how="skip", why=intent.why.strip(), later=intent.later)]


def shift_plan(state: State, intent: it.ShiftPlan, now: Moment) -> Events:
    """Stages to come get more or less time; none of them ends up with nothing."""
    need_running(state)
    coming = set(to_come(state))
    for shift in intent.shifts:
        if shift.stage not in coming:
            raise Refused(_("Only stages still to come can be shortened or get more time."))
        if state.planned.get(shift.stage, 0.0) + shift.seconds <= 0:
            name = state.find_stage(shift.stage).name
            raise Refused(_("{stage} would have no time left.").format(stage=name))
    if not intent.shifts:
        raise Refused(_("There is nothing to change."))
    return [ev.PlanShifted(shifts=intent.shifts)]


def drop_stage(state: State, intent: it.DropStage, now: Moment) -> Events:
    """A stage to come is left out; a protected one never."""
    need_running(state)
    coming = [stage for stage in to_come(state) if stage not in state.spent]
    if intent.stage not in coming:
        raise Refused(_("Only a stage still to come can be left out."))
    if state.find_stage(intent.stage).protected:
        name = state.find_stage(intent.stage).name
        raise Refused(_("{stage} is protected. /skip leaves it when it is its turn.").format(stage=name))
    return [ev.StageDropped(stage=intent.stage)]


def add_stage(state: State, intent: it.AddStage, now: Moment) -> Events:
    """A stage from the small list is put behind the running one."""
    need_running(state)
    if intent.kind not in added.KINDS:
        kinds = ", ".join((*added.KINDS, "case", "topic"))
        raise Refused(_("A stage to add is one of: {kinds}.").format(kinds=kinds))
    taken = {*_ids(state), *state.inserted, *(stage.id for stage in state.agenda.stages), *state.dropped}
    number = 1
    while f"added-{number}" in taken:
        number += 1
    stage = added.stage(intent.kind, f"added-{number}", intent.seconds)
    return [ev.StageAdded(stage=stage, seconds=intent.seconds)]


def swap_stages(state: State, intent: it.SwapStages, now: Moment) -> Events:
    """Two stages to come change places, protected ones too: nothing of their time is lost."""
    need_running(state)
    if intent.first == intent.second:
        raise Refused(_("Name two stages: /swap 6 7."))
    ids, coming = _ids(state), to_come(state)
    for stage in (intent.first, intent.second):
        if stage not in ids:
            raise Refused(_("Only stages still to come can change places; /agenda lists them."))
        name = state.find_stage(stage).name
        if stage in (state.stage, state.interrupted, state.outer):
            raise Refused(
                _("{stage} is running. Only stages still to come can change places.").format(stage=name)
            )
        if stage not in coming:
            raise Refused(
                _("{stage} is past. Only stages still to come can change places.").format(stage=name)
            )
        if state.find_stage(stage).block:
            sentence = _("{stage} is run together with others, more than once. It keeps its place.")
            raise Refused(sentence.format(stage=name))
    first, second = sorted((intent.first, intent.second), key=ids.index)
    return [ev.StagesSwapped(first=first, second=second)]


def add_case(state: State, intent: it.AddCase, now: Moment) -> Events:
    """One more case or topic: what is run for each is run once more, as long as the last time."""
    need_running(state)
    last = last_case(state)
    if not last:
        raise Refused(_("Nothing here is run for each case or topic. /add discussion adds a stage."))
    number = last[0].number + 1
    if number > MOST_CASES:
        raise Refused(_("There can be {most} of them at most.").format(most=MOST_CASES))
    planned = {item.id: item for item in state.plan}
    items = [planned[one.id] for one in last]
    share = intent.seconds / sum(item.seconds for item in items) if intent.seconds else 1.0
    return [
        ev.CaseAdded(
            plan=tuple(
                Planned(
                    id=planned_id(one.stage, number),
                    seconds=item.seconds * share,
                    each=None if item.each is None else item.each * share,
                )
                for one, item in zip(last, items, strict=True)
            )
        )
    ]


def silence(state: State, intent: it.Silence, now: Moment) -> Events:
    """A silence is put into the running stage."""
    need_running(state)
    if state.find_stage(state.stage).kind == "silence":
        raise Refused(_("It is quiet already. /more gives the silence more time."))
    count = len(state.inserted) + 1
    taken = {*_ids(state), *(stage.id for stage in state.agenda.stages)}
    while f"silence-{count}" in taken or f"silence-{count}" in state.inserted:
        count += 1
    return [ev.SilenceInserted(stage=f"silence-{count}", seconds=intent.seconds)]
