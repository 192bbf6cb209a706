"""What is said aloud now: the agenda's sentences with the people of this meeting in them. Pure.

No note and no case title is among it.
"""

from __future__ import annotations

from typing import Literal

from facilitator.agenda import cameras
from facilitator.agenda.cameras import camera_sentence
from facilitator.agenda.model import Stage
from facilitator.agenda.themes import theme_words
from facilitator.session.called import all_spoken, spoken
from facilitator.session.repeats import whose_time
from facilitator.session.rounds import is_round, next_person, round_order, unheard
from facilitator.session.state import State
from facilitator.session.timing import cues, following_stage, remaining, turn_length, turn_remaining
from facilitator.session.together import vote_now
from facilitator.words.durations import in_words
from facilitator.words.language import gettext as _

LAST_WORDS = 30.0
"""Seconds before the end of a personal turn at which the chair may hint at it (methods.md section 4)."""

Speech = Literal["open", "last", "stop"]


def fill(state: State, sentence: str, name: str = "", following: str = "", stage: Stage | None = None) -> str:
    """A sentence of the agenda with the people of this meeting in it; of the running stage, or of `stage`.

    In a block repeated for each person {name} is the one whose time it is, whoever speaks; in one for each
    member of a small group, one of each group.
    """
    whose = whose_time(state, stage.id if stage is not None else state.stage)
    if whose:
        name = all_spoken(state, whose)
    elif name:
        name = spoken(state, name)
    if stage is None and state.stage:
        stage = state.find_stage(state.stage)
    values = {
        "{cameras}": camera_sentence(stage.cameras, state.agenda.place) if stage else "",
        "{giver}": spoken(state, state.giver) if state.giver else _("our case giver"),
        "{chair}": spoken(state, state.leader) if state.leader else _("our chair"),
        "{keeper}": spoken(state, state.keeper) if state.keeper else _("our record keeper"),
        "{name}": name or _("everyone"),
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
    marks = cues(state.planned.get(state.stage, 0.0))
    return "last" if marks and left <= marks[-1] else "open"


def say_now(state: State, t: float) -> str:
    """The sentence that the chair reads aloud now."""
    stage = state.find_stage(state.stage)
    speech = speech_now(state, t)
    following = next_person(state)
    if is_round(state) and state.turn:
        return _say_in_round(state, stage, speech, following)
    if is_round(state) and round_order(state) and not following:
        after = following_stage(state)
        if after is None:
            return _("Thank you, everyone has been heard.")
        return _("Thank you, everyone has been heard. We go on to: {stage}.").format(stage=after.name)
    if is_round(state) and speech == "stop":
        names = ", ".join(unheard_names(state))
        return _("Our time for this is up. {names}: one sentence each, then we go on.").format(names=names)
    if is_round(state) and speech == "last":
        # Whoever speaks now was not named with a key: a last sentence is nobody's in particular.
        return _("One minute is left for this. Who has not spoken yet: one sentence each, please.")
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


def unheard_names(state: State) -> tuple[str, ...]:
    """Who in the running round has not been heard, as said aloud."""
    return tuple(spoken(state, name) for name in unheard(state))
