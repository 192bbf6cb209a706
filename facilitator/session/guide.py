"""What the chair needs now: what to say, how time stands, whose turn it is, what comes next.

Live screen, plain text and the covered screen show the same guide; it holds no note and no case title.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from facilitator.agenda import cameras
from facilitator.agenda.cameras import camera_sentence
from facilitator.agenda.model import Stage
from facilitator.agenda.themes import theme_words
from facilitator.session import intents as it
from facilitator.session.repeats import person_of, placed
from facilitator.session.rounds import is_round, listener, next_person, round_order, to_ask_again, unheard
from facilitator.session.state import Moment, State
from facilitator.session.timing import (
    NEUTRAL,
    cues,
    lateness,
    projected_end,
    remaining,
    to_come,
    turn_length,
    turn_remaining,
)
from facilitator.session.together import group_lines, questions_from_bank, vote_now
from facilitator.words.dates import SAME, Times, zone_of
from facilitator.words.durations import clock, in_words, short_minutes
from facilitator.words.language import gettext as _

LAST_WORDS = 30.0
"""Seconds before the end of a personal turn at which the chair may hint at it (methods.md section 4)."""

OFFER_AFTER = 30.0
"""Seconds over time after which more, next and later are offered (methods.md section 4)."""

Speech = Literal["open", "last", "stop"]


class MainStep(Struct, frozen=True):
    """What the main key does now: a label for people and the intent behind it."""

    label: str
    intent: it.Intent


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


def spoken(state: State, name: str) -> str:
    """How a name is said aloud: its first word where that is nobody else's, else the whole name."""
    first = name.split()[0] if name.split() else name
    same = [other for other in state.names() if first in other.split()]
    return first if len(same) == 1 else name


def fill(state: State, sentence: str, name: str = "", following: str = "", stage: Stage | None = None) -> str:
    """A sentence of the agenda with the people of this meeting in it; of the running stage, or of `stage`.

    In a block repeated for each person {name} is the one whose time it is, whoever speaks.
    """
    here = placed(state, state.stage)
    if here is not None and here.stage.repeat == "person":
        name = person_of(state, state.stage) or name
    if stage is None and state.stage:
        stage = state.find_stage(state.stage)
    values = {
        "{cameras}": camera_sentence(stage.cameras, state.agenda.place) if stage else "",
        "{giver}": spoken(state, state.giver) if state.giver else _("our case giver"),
        "{chair}": spoken(state, state.chair) if state.chair else _("our chair"),
        "{keeper}": spoken(state, state.keeper) if state.keeper else _("our record keeper"),
        "{name}": spoken(state, name) if name else _("everyone"),
        "{next}": spoken(state, following) if following else _("everyone"),
        # Last: a theme is somebody's own words, and no braces in them mean anything.
        "{theme}": theme_words(state.agenda),
    }
    for key, value in values.items():
        sentence = sentence.replace(key, value)
    return sentence[:1].upper() + sentence[1:]


def camera_words(state: State, stage: Stage) -> str:
    """What the stage asks of cameras where the people are, in words; may be empty."""
    return cameras.camera_words(stage.cameras, state.agenda.place)


def about(state: State, stage: Stage) -> str:
    """Who speaks and how, in one short line."""
    parts = [fill(state, stage.speaker) if stage.speaker else "", camera_words(state, stage)]
    if stage.private:
        parts.append(_("nothing is recorded"))
    return " · ".join(filter(None, parts))


def planned_seconds(state: State, stage_id: str) -> float:
    """Seconds planned for a stage as things stand now."""
    return state.planned.get(stage_id, 0.0)


def speech_now(state: State, t: float) -> Speech:
    """Which of the three sentences is due: to open, for the last minute, to stop kindly."""
    stage = state.find_stage(state.stage)
    if is_round(state) and state.turn and turn_length(state) > 0:
        left = turn_remaining(state, t)
        if left <= 0:
            return "stop"
        return "last" if left <= LAST_WORDS and turn_length(state) >= 2 * LAST_WORDS else "open"
    left = remaining(state, t)
    if left <= 0:
        return "stop"
    if stage.kind == "silence":
        return "stop" if left <= 10 else "open"
    marks = cues(planned_seconds(state, state.stage))
    return "last" if marks and left <= marks[-1] else "open"


def say_now(state: State, t: float) -> str:
    """The sentence that the chair reads aloud now."""
    stage = state.find_stage(state.stage)
    speech = speech_now(state, t)
    following = next_person(state)
    if is_round(state) and state.turn:
        return _say_in_round(state, stage, speech, following)
    if is_round(state) and round_order(state) and not following:
        after = _following_stage(state)
        if after is None:
            return _("Thank you, everyone has been heard.")
        return _("Thank you, everyone has been heard. We go on to: {stage}.").format(stage=after.name)
    if is_round(state) and speech == "stop":
        names = ", ".join(unheard_names(state))
        return _("Our time for this is up. {names}: one sentence each, then we go on.").format(names=names)
    if speech == "stop" and vote_now(state):
        length = in_words(vote_now(state))
        return _("The time is up. Thumbs, please: up for {length} more, down to go on.").format(length=length)
    if is_round(state) and state.heard and following and speech == "open":
        if following in state.passed:
            return _("{name}, you passed before. Would you like to say something now?").format(
                name=spoken(state, following)
            )
        return _("Thank you. {name}, it is your turn.").format(name=spoken(state, following))
    sentence = {"open": stage.say, "last": stage.say_last, "stop": stage.say_stop}[speech]
    if not sentence:
        sentence = _("Thank you. We leave it here and go on.") if speech == "stop" else stage.say
    return fill(state, sentence, name=following, following=following)


def _say_in_round(state: State, stage: Stage, speech: Speech, following: str) -> str:
    name = spoken(state, state.turn)
    again = following in state.passed
    if speech == "open" and state.turn in state.passed:
        return _("{name}, you passed before. Would you like to say something now?").format(name=name)
    if speech == "open":
        if len(state.heard) <= 1 and not state.passed:
            return fill(state, stage.say, name=state.turn, following=following)
        length = turn_length(state)
        if length <= 0:
            return _("{name}, we are listening.").format(name=name)
        return _("{name}, you have {length}. We are listening.").format(name=name, length=in_words(length))
    if speech == "last":
        if stage.say_last:
            return fill(state, stage.say_last, name=state.turn, following=following)
        return _("{name}, one last sentence.").format(name=name)
    if following and again:
        return _("Thank you, {name}. {next}, you passed before: would you like to say something?").format(
            name=name, next=spoken(state, following)
        )
    if following and stage.say_stop:
        return fill(state, stage.say_stop, name=state.turn, following=following)
    if following:
        return _("Thank you, {name}. {next}, you are next.").format(name=name, next=spoken(state, following))
    return _("Thank you, {name}. Everyone has been heard.").format(name=name)


def _following_stage(state: State) -> Stage | None:
    ids = to_come(state)
    return state.find_stage(ids[0]) if ids else None


def then_sentence(state: State) -> str:
    """What comes after the running stage."""
    after = _following_stage(state)
    if after is None:
        return _("The end of the meeting")
    if state.interrupted == after.id:
        return _("Back to {stage}").format(stage=after.name)
    left = max(planned_seconds(state, after.id) - state.spent.get(after.id, 0.0), 0.0)
    parts = [after.name, short_minutes(left)]
    if after.cameras != "on":
        parts.append(camera_words(state, after))
    return " · ".join(filter(None, parts))


def end_sentence(state: State, now: Moment, times: Times = SAME) -> str:
    """How the whole meeting stands against its promise, in one sentence."""
    end = times.time(projected_end(state, now).astimezone(zone_of(state.zone)))
    late = lateness(state, now)
    if late > NEUTRAL:
        return _("We end at {end}, {minutes} min late.").format(end=end, minutes=round(late / 60))
    if late < -NEUTRAL:
        return _("We end at {end}, {minutes} min in hand.").format(end=end, minutes=round(-late / 60))
    return _("We end at {end}.").format(end=end)


def main_step(state: State) -> MainStep:
    """What the main key does now: in a round the next person until all are heard, then the next stage."""
    if state.phase == "lobby":
        return MainStep(_("Begin the meeting"), it.Go())
    if state.phase == "closed":
        return MainStep(_("Make the minutes final"), it.Finalise())
    person = next_person(state)
    if person:
        return MainStep(_("{name}'s turn").format(name=spoken(state, person)), it.Turn(person))
    if is_to_read_back(state):
        return MainStep(_("Read back"), it.SayReadBack())
    return stage_step(state)


def is_to_read_back(state: State) -> bool:
    """Whether takeaways and next steps wait to be read back in the stage that gathers them."""
    if state.read_back or state.find_stage(state.stage).kind != "capture":
        return False
    return any(note.kind in ("takeaway", "step") for note in state.notes.values())


def stage_step(state: State) -> MainStep:
    """What going on to the next stage is called."""
    after = _following_stage(state)
    if after is None:
        return MainStep(_("Close the meeting"), it.Close())
    if state.interrupted == after.id:
        return MainStep(_("Back to {stage}").format(stage=after.name), it.Next())
    if after.kind == "silence":
        return MainStep(_("Start the silence"), it.Next())
    return MainStep(_("On to {stage}").format(stage=after.name), it.Next())


def unheard_names(state: State) -> tuple[str, ...]:
    """Who in the running round has not been heard, as said aloud."""
    return tuple(spoken(state, name) for name in unheard(state))


def guide(state: State, now: Moment, times: Times = SAME) -> Guide:
    """The guide for a running meeting now, for somebody who reads times like this."""
    stage = state.find_stage(state.stage)
    ids = [item.id for item in state.plan]
    at_stage = state.interrupted or state.stage
    personal = is_round(state) and bool(state.turn) and turn_length(state) > 0
    length = turn_length(state) if personal else planned_seconds(state, state.stage)
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
        turn=spoken(state, state.turn) if state.turn else "",
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
        then=then_sentence(state),
        paused=state.paused_t is not None,
        offer=-stage_left >= OFFER_AFTER and stage.kind != "silence",
        groups=group_lines(state),
        vote=vote_now(state),
        private=stage.private,
    )


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
