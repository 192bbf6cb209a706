"""The moments of a stage at which something is said: half, the last minutes, time. All values are seconds.

A view asks which of them lie between its last look and now; so nothing is missed when a laptop slept, and
nothing is said twice.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from facilitator.session.guide import OFFER_AFTER
from facilitator.session.rounds import is_round
from facilitator.session.saying import LAST_WORDS
from facilitator.session.state import State
from facilitator.session.timing import cues, turn_length

MilestoneKind = Literal["half", "cue", "time", "offer", "ten", "turn-last", "turn-time"]


class Milestone(Struct, frozen=True):
    """A moment worth a word: its instant `t`, what it is, and how many seconds are left then."""

    t: float
    kind: MilestoneKind
    left: float


def milestones(state: State) -> tuple[Milestone, ...]:
    """The milestones of the running stage (and turn), by time. None while the clock stands still."""
    if state.phase != "running" or state.paused_t is not None:
        return ()
    stage = state.find_stage(state.stage)
    planned = state.planned.get(state.stage, 0.0)
    end = state.entered_t + planned - state.spent.get(state.stage, 0.0)
    found: list[Milestone] = []
    if stage.kind == "silence":
        found = [Milestone(end - 10, "ten", 10.0), Milestone(end, "time", 0.0)]
    elif stage.kind == "writing":
        found = [Milestone(end, "time", 0.0)]
    else:
        marks = cues(planned)
        if planned / 2 >= 120 and planned / 2 not in marks:
            found.append(Milestone(end - planned / 2, "half", planned / 2))
        found += [Milestone(end - left, "cue", left) for left in marks]
        found += [Milestone(end, "time", 0.0), Milestone(end + OFFER_AFTER, "offer", -OFFER_AFTER)]
    length = turn_length(state)
    if is_round(state) and state.turn and length > 0:
        turn_end = state.turn_t + length
        if length >= 2 * LAST_WORDS:
            found.append(Milestone(turn_end - LAST_WORDS, "turn-last", LAST_WORDS))
        found.append(Milestone(turn_end, "turn-time", 0.0))
    return tuple(sorted(found, key=lambda one: one.t))


def between(state: State, after: float, until: float) -> tuple[Milestone, ...]:
    """The milestones later than `after` and not later than `until`."""
    return tuple(one for one in milestones(state) if after < one.t <= until)


def next_after(state: State, t: float) -> float | None:
    """When the next milestone is due; None when there is none."""
    return next((one.t for one in milestones(state) if one.t > t), None)
