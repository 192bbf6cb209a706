"""Where the meeting goes from here: what comes next, and what the main key does about it. Pure."""

from __future__ import annotations

from msgspec import Struct

from facilitator.session import intents as it
from facilitator.session.called import spoken
from facilitator.session.rounds import next_person
from facilitator.session.saying import camera_words
from facilitator.session.state import State
from facilitator.session.timing import following_stage
from facilitator.words.durations import short_minutes
from facilitator.words.language import gettext as _


class MainStep(Struct, frozen=True):
    """What the main key does now: a label for people and the intent behind it."""

    label: str
    intent: it.Intent


def then_sentence(state: State) -> str:
    """What comes after the running stage."""
    after = following_stage(state)
    if after is None:
        return _("The end of the meeting")
    if state.interrupted == after.id:
        return _("Back to {stage}").format(stage=after.name)
    left = max(state.planned.get(after.id, 0.0) - state.spent.get(after.id, 0.0), 0.0)
    parts = [after.name, short_minutes(left)]
    if after.cameras != "on":
        parts.append(camera_words(state, after))
    return " · ".join(filter(None, parts))


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
    after = following_stage(state)
    if after is None:
        return MainStep(_("Close the meeting"), it.Close())
    if state.interrupted == after.id:
        return MainStep(_("Back to {stage}").format(stage=after.name), it.Next())
    if after.kind == "silence":
        return MainStep(_("Start the silence"), it.Next())
    return MainStep(_("On to {stage}").format(stage=after.name), it.Next())
