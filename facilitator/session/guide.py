"""What the chair needs now: what to say, how time stands, whose turn it is, what comes next.

Live screen, plain text and the covered screen show the same guide; it holds no note and no case title.
"""

from __future__ import annotations

from msgspec import Struct

from facilitator.session.called import all_spoken, spoken
from facilitator.session.going_on import then_sentence
from facilitator.session.offers import offers
from facilitator.session.repeats import whose_time
from facilitator.session.rounds import is_round, listener, round_order, to_ask_again, unheard
from facilitator.session.saying import Speech, about, fill, say_now, speech_now
from facilitator.session.state import Moment, State
from facilitator.session.timing import (
    NEUTRAL,
    lateness,
    projected_end,
    remaining,
    turn_length,
    turn_remaining,
)
from facilitator.session.together import group_lines, questions_from_bank, vote_now
from facilitator.words.dates import SAME, Times, zone_of
from facilitator.words.durations import clock, short_minutes
from facilitator.words.language import gettext as _

OFFER_AFTER = 30.0
"""Seconds over time after which more, next and later are offered (methods.md section 4)."""


class Guide(Struct, frozen=True, kw_only=True):
    """One look at the meeting for the person who chairs it. Times are seconds."""

    format: str
    number: int
    count: int
    stage: str
    kind: str
    about: str
    clock: str
    over: bool
    clock_note: str
    left: float
    fraction: float
    """How much of the running length is gone, 0 to 1."""
    say: str
    speech: Speech
    turn: str = ""
    heard: tuple[str, ...] = ()
    coming: tuple[str, ...] = ()
    listening: str = ""
    rules: tuple[str, ...] = ()
    ask: tuple[str, ...] = ()
    end: str = ""
    late: bool = False
    spare: bool = False
    """There are minutes in hand, and offers of where they would do most good."""
    then: str = ""
    paused: bool = False
    offer: bool = False
    """The stage is so far over that more, next and later are offered."""
    groups: tuple[str, ...] = ()
    """The small groups, a line each."""
    vote: float = 0.0
    """Seconds that the group may vote for when the time is up; 0 where there is no vote."""
    private: bool = False
    """What is written now is nobody else's: nothing is recorded."""


def end_sentence(state: State, now: Moment, times: Times = SAME) -> str:
    """How the whole meeting stands against its promise, in one sentence."""
    end = times.time(projected_end(state, now).astimezone(zone_of(state.zone)))
    late = lateness(state, now)
    if late > NEUTRAL:
        return _("We end at {end}, {minutes} min late.").format(end=end, minutes=round(late / 60))
    if late < -NEUTRAL:
        return _("We end at {end}, {minutes} min early.").format(end=end, minutes=round(-late / 60))
    return _("We end at {end}.").format(end=end)


def guide(state: State, now: Moment, times: Times = SAME) -> Guide:
    """The guide for a running meeting now, for somebody who reads times like this."""
    stage = state.find_stage(state.stage)
    ids = [item.id for item in state.plan]
    at_stage = state.stage if state.stage in ids else state.place
    personal = is_round(state) and bool(state.turn) and turn_length(state) > 0
    length = turn_length(state) if personal else state.planned.get(state.stage, 0.0)
    left = turn_remaining(state, now.t) if personal else remaining(state, now.t)
    over = left <= 0
    stage_left = remaining(state, now.t)
    late = lateness(state, now)
    order = round_order(state)
    listening = listener(state) if order else ""
    return Guide(
        format=state.agenda.title,
        number=ids.index(at_stage) + 1 if at_stage in ids else len(ids),
        count=len(ids),
        stage=stage.name,
        kind=stage.kind,
        about=about(state, stage),
        clock=_shown_clock(left),
        over=over,
        clock_note=_clock_note(state, personal, over, length),
        left=left,
        fraction=min(max(1 - left / length, 0.0), 1.0) if length > 0 else 1.0,
        say=say_now(state, now.t),
        speech=speech_now(state, now.t),
        turn=_turn(state),
        heard=tuple(
            spoken(state, name)
            for name in state.heard
            if name in order and name != state.turn and name not in to_ask_again(state)
        ),
        coming=tuple(spoken(state, name) for name in (*unheard(state), *to_ask_again(state))),
        listening=spoken(state, listening) if listening in state.here() else "",
        rules=tuple(fill(state, rule) for rule in stage.rules),
        ask=tuple(fill(state, question) for question in (*stage.ask, *questions_from_bank(state))),
        end=end_sentence(state, now, times),
        late=late > NEUTRAL,
        spare=late < -NEUTRAL and bool(offers(state, now)),
        then=then_sentence(state),
        paused=state.paused_t is not None,
        offer=-stage_left >= OFFER_AFTER and stage.kind != "silence",
        groups=group_lines(state),
        vote=vote_now(state),
        private=stage.private,
    )


def _turn(state: State) -> str:
    """Whose turn it is; while small groups work in turns, one of each group."""
    if state.turn:
        return spoken(state, state.turn)
    stage = state.find_stage(state.stage)
    return all_spoken(state, whose_time(state, state.stage)) if stage.repeat == "member" else ""


def _shown_clock(left: float) -> str:
    """Down to zero, then up again, in the same place."""
    return clock(left) if left > 0 else clock(int(-left))


def _clock_note(state: State, personal: bool, over: bool, length: float) -> str:
    if state.paused_t is not None:
        return _("the clock stands still")
    of = short_minutes(length)
    if personal:
        name = spoken(state, state.turn)
        if over:
            return _("{name}, over the {length}").format(name=name, length=of)
        return _("{name}, left of {length}").format(name=name, length=of)
    return _("over the {length}").format(length=of) if over else _("left of {length}").format(length=of)
