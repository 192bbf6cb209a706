"""What a key asks before it acts. Questions stand in the hint row and are answered by a key again. Pure."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from facilitator.session import intents as it
from facilitator.session.going_on import MainStep
from facilitator.session.repeats import is_told_in
from facilitator.session.saying import fill, unheard_names
from facilitator.session.state import Moment, State
from facilitator.session.timing import remaining, to_come
from facilitator.settings.model import USUAL, Settings
from facilitator.words.durations import in_words
from facilitator.words.language import gettext as _

TWICE = 1.5
"""Seconds of real time within which a second press may be an accident (the issue's figure)."""

About = Literal["unheard", "silence", "consent", "twice", "close", "leave"]


class Question(Struct, frozen=True):
    """A sentence that waits for `key` to be pressed again."""

    key: str
    about: About
    sentence: str


def question_before(
    state: State,
    step: MainStep,
    now: Moment,
    since_last: float,
    key: str,
    answered: About | None = None,
    settings: Settings = USUAL,
) -> Question | None:
    """What is asked before this step, if anything.

    `since_last` is the real time (seconds) since a Next key was last pressed, `key` how the key is written.
    `answered` is the question that this very press answers: only the one for the case giver may follow it.
    """
    if state.phase != "running":
        return None
    if isinstance(step.intent, it.Next | it.Close) and answered is None:
        names = unheard_names(state)
        if names:
            said = _("{key} again goes on. Not heard yet: {names}.")
            return Question(key, "unheard", said.format(names=", ".join(names), key=key))
        left = remaining(state, now.t)
        if state.find_stage(state.stage).kind == "silence" and left > 0:
            said = _("{key} again ends the silence. It still has {left}.")
            return Question(key, "silence", said.format(left=in_words(left), key=key))
    if isinstance(step.intent, it.Next) and answered != "consent" and consent_is_next(state):
        asked = _("Ask {giver}: may we write notes? {key} yes · {pens} only takeaways")
        asked = asked.replace("{key}", key).replace("{pens}", settings.key("live.pens"))
        return Question(key, "consent", fill(state, asked))
    if answered is not None:
        return None
    if since_last < TWICE and not isinstance(step.intent, it.SayReadBack):
        said = _("Pressed twice? {key} again: {label}")
        return Question(key, "twice", said.format(key=key, label=step.label))
    if isinstance(step.intent, it.Close):
        return Question(key, "close", _("{key} again closes the meeting.").format(key=key))
    return None


def consent_is_next(state: State) -> bool:
    """Whether the next stage is the one in which the case is told, and pens are up."""
    if state.pens_down or state.interrupted:
        return False
    coming = to_come(state)
    if not coming:
        return False
    return is_told_in(state, coming[0]) and coming[0] not in state.spent
