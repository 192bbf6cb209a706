"""From the session's state to the room's. Pure, and the only way by which anything reaches the room.

Every field is chosen by name; what is not chosen here cannot be shown. The chair's card is not: it is for the
chair to read aloud, or not to.
"""

from __future__ import annotations

import re

from facilitator.agenda.model import Stage
from facilitator.meeting.clock import Clock, RehearsalClock
from facilitator.meeting.room.model import Anchor, Room
from facilitator.session.called import all_spoken, spoken
from facilitator.session.repeats import whose_time
from facilitator.session.rounds import is_round
from facilitator.session.saying import about, fill
from facilitator.session.state import State
from facilitator.session.timing import turn_length
from facilitator.session.together import group_lines, questions_from_bank, vote_now

_CALLS = re.compile(r"\{(?:name|next)\}")
"""Calls one person by name: who that will be is for the chair to say, and would tell who is not yet heard."""

_CALLS_NEXT = re.compile(r"\{next\}")
"""The same in a block for one person, whose name everybody knows while it is their time."""

_SENTENCE = re.compile(r".+?(?:[.!?…]+[\"”’»)]*(?=\s|$)|[。！？]+[”」』）]*|$)", re.DOTALL)


def room_of(state: State) -> Room:
    """What everyone may see of this state."""
    if state.phase != "running":
        return _empty(state)
    stage = state.find_stage(state.stage)
    ids = [item.id for item in state.plan]
    at_stage = state.stage if state.stage in ids else state.place
    turn_seconds = turn_length(state) if is_round(state) and state.turn else 0.0
    planned = state.planned.get(state.stage, 0.0)
    ends = state.entered_t + planned - state.spent.get(state.stage, 0.0)
    return Room(
        agenda=state.agenda.title,
        language=state.agenda.language,
        zone=state.zone,
        rehearsal=state.rehearsal,
        phase="running",
        stage=stage.name,
        kind=stage.kind,
        number=ids.index(at_stage) + 1 if at_stage in ids else len(ids),
        count=len(ids),
        about=about(state, stage),
        say=for_all(state, stage.say),
        back=for_all(state, stage.say_stop) if stage.kind == "silence" else "",
        ask=_questions(state, stage),
        turn=_turn(state, stage),
        groups=group_lines(state) if stage.kind != "round" else (),
        vote=vote_now(state),
        ends=state.turn_t + turn_seconds if turn_seconds > 0 else ends,
        length=turn_seconds or planned,
        personal=turn_seconds > 0,
        paused=state.paused_t,
    )


def _empty(state: State) -> Room:
    return Room(
        agenda=state.agenda.title,
        language=state.agenda.language,
        zone=state.zone,
        rehearsal=state.rehearsal,
        phase=state.phase,
    )


def for_all(state: State, words: str) -> str:
    """What of the chair's words is for everyone: without the sentences that call one person."""
    calls = _calls(state)
    kept = "".join(one for one in _SENTENCE.findall(words) if not calls.search(one)).strip()
    return fill(state, kept)


def _questions(state: State, stage: Stage) -> tuple[str, ...]:
    calls = _calls(state)
    return tuple(
        fill(state, one) for one in (*stage.ask, *questions_from_bank(state)) if not calls.search(one)
    )


def _calls(state: State) -> re.Pattern[str]:
    return _CALLS_NEXT if whose_time(state, state.stage) else _CALLS


def _turn(state: State, stage: Stage) -> str:
    """Whose turn it is; in a block for each person or group member, outside its rounds, whose time it is."""
    if state.turn or stage.kind == "round":
        return spoken(state, state.turn) if state.turn else ""
    return all_spoken(state, whose_time(state, state.stage))


def anchor_of(clock: Clock, t: float) -> Anchor:
    """The anchor of a session whose own clock shows `t` (seconds) now."""
    real = clock.real if isinstance(clock, RehearsalClock) else clock
    return Anchor(
        t=round(t, 3),
        clock=round(real.seconds(), 3),
        boot=real.boot(),
        wall=round(real.wall().timestamp(), 3),
        speed=clock.speed if isinstance(clock, RehearsalClock) else 1.0,
    )
