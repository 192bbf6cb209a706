"""What goes wrong in a rehearsal: who comes late, who talks on, which stage runs over. Pure: a seed decides.

The chair meets in practice what every chair meets: people who are not there yet when the meeting begins, and
people who do not stop when their time is up.
"""

from __future__ import annotations

from collections.abc import Collection
from random import Random

from msgspec import Struct

from facilitator.session import events as ev
from facilitator.session.called import spoken
from facilitator.session.rounds import is_round
from facilitator.session.state import State
from facilitator.session.timing import remaining, turn_length, turn_remaining
from facilitator.words.language import gettext as _

LATE = (2, 9)
"""Minutes after the beginning at which people come who are late: the first, the last."""

TALKERS = 3
"""One person in so many talks on, and one stage in so many runs over; at least one of each."""


class Late(Struct, frozen=True):
    """Somebody who is not there at the beginning, and comes so many seconds after it."""

    name: str
    seconds: float


class Mishaps(Struct, frozen=True):
    """What goes wrong in one rehearsal."""

    late: tuple[Late, ...] = ()
    talkers: tuple[str, ...] = ()
    """Who goes on when the time of their turn is up."""
    stages: tuple[str, ...] = ()
    """Ids of the stages in which somebody goes on when their time is up, rounds and silences left out."""


def invent(seed: str, state: State) -> Mishaps:
    """What goes wrong in this meeting, which has begun. The same seed gives the same mishaps.

    Neither the chair nor the case giver is late, and never so many that fewer than two are left.
    """
    random = Random(seed)
    others = [name for name in state.names() if name != state.chair]
    may_be_late = [name for name in others if name not in (state.giver, *state.givers)]
    count = min(random.randint(1, 2), len(may_be_late), max(len(state.people) - 2, 0))
    late = tuple(
        Late(name, 60.0 * random.randint(*LATE)) for name in sorted(random.sample(may_be_late, count))
    )
    talking = [
        item.id
        for item in state.plan
        if state.find_stage(item.id).kind not in ("round", "silence", "writing")
    ]
    return Mishaps(late, _some(random, others), _some(random, talking))


def as_it_began(state: State) -> State | None:
    """The meeting as it was when its first stage began; None where it has not begun."""
    while state.past is not None:
        event, before = state.past.event, state.past.before
        if isinstance(event, ev.StageEntered) and before.stage == "":
            return state
        state = before
    return None


def come_by_now(mishaps: Mishaps, state: State, t: float) -> tuple[str, ...]:
    """Who of those that were late has come by now and is still counted as away.

    Whoever has come once and is away again was sent by the chair, and stays away.
    """
    gone = t - state.started_t
    away = {person.name for person in state.people if not person.here}
    due = [one.name for one in mishaps.late if one.name in away and gone >= one.seconds]
    return tuple(name for name in due if name not in _have_come(state)) if due else ()


def _have_come(state: State) -> set[str]:
    come = set()
    while state.past is not None:
        if isinstance(state.past.event, ev.PersonArrived):
            come.add(state.past.event.name)
        state = state.past.before
    return come


def overrun(mishaps: Mishaps, state: State, t: float) -> str:
    """What the chair hears when somebody talks on now; empty when nobody does."""
    if state.phase != "running" or state.paused_t is not None:
        return ""
    if is_round(state):
        if state.turn in mishaps.talkers and turn_length(state) > 0 and turn_remaining(state, t) <= 0:
            return _keeps_talking(state, state.turn)
        return ""
    if state.stage in mishaps.stages and remaining(state, t) <= 0:
        talker = next((name for name in mishaps.talkers if name in state.here()), "")
        if talker:
            return _keeps_talking(state, talker)
        return _("The talk goes on. What do you say?")
    return ""


def _keeps_talking(state: State, name: str) -> str:
    return _("{name} keeps talking. What do you say?").format(name=spoken(state, name))


def _some(random: Random, among: Collection[str]) -> tuple[str, ...]:
    count = max(len(among) // TALKERS, 1) if among else 0
    chosen = set(random.sample(sorted(among), count))
    return tuple(one for one in among if one in chosen)
