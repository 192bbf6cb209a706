"""What was kept for later: topics among the captured lines, and stages that were put off. Pure.

Times are seconds. A topic that is taken up is held in a short stage of its own, put into the running one. A
stage that was put off is held with the time it still has. Afterwards the meeting goes on where it was.
"""

from __future__ import annotations

from msgspec import Struct

from facilitator.agenda.model import Stage
from facilitator.session.state import Note, State
from facilitator.words.language import gettext as _

TOPIC = 300.0
"""What a topic gets when it is taken up."""

LEAST = 120.0
"""What a stage that was put off gets at least: less is over before it has begun."""


class Kept(Struct, frozen=True):
    """A topic, by the number of its line, or (number 0) a stage, by its id. `t` is when it was kept."""

    t: float
    number: int = 0
    stage: str = ""


def kept_for_later(state: State) -> tuple[Kept, ...]:
    """What is still to be taken up, the first one kept first."""
    topics = [
        Kept(note.t, number=note.number)
        for note in state.notes.values()
        if note.kind == "later" and note.number not in state.taken_up
    ]
    stages = [Kept(t, stage=stage) for stage, t in state.put_off.items()]
    return tuple(sorted([*topics, *stages], key=lambda one: (one.t, one.number)))


def topic_now(state: State) -> Note | None:
    """The topic that is held now; None where there is none, or its words were struck."""
    for number, stage in state.taken_up.items():
        if stage == state.stage:
            return state.notes.get(number)
    return None


def topic_stage(stage_id: str, seconds: float) -> Stage:
    """The stage in which a topic is held. The topic's words are not in it: everybody may see a stage."""
    return Stage(
        id=stage_id,
        name=_("A topic kept for later"),
        kind="discussion",
        minutes=seconds / 60,
        say=_("We kept a topic for later. Now there is time for it, and I read it to you."),
        say_last=_("One more minute for this. Is there a step to write down?"),
        say_stop=_("Thank you. We leave it here and go on where we were."),
        ask=(_("What do we want to do about it?"),),
    )
