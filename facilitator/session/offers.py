"""What can be done when the meeting will not end on time: offers in words, each with its effect. Pure.

Nothing is ever shortened silently; an offer becomes an intent only when the chair takes it. Protected stages
are offered last and marked, so that the view asks once more.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Literal

from msgspec import Struct

from facilitator.session import intents as it
from facilitator.session.events import Shift
from facilitator.session.later import TOPIC, kept_for_later
from facilitator.session.repeats import placed
from facilitator.session.state import Moment, State
from facilitator.session.timing import NEUTRAL, lateness, projected_end, to_come
from facilitator.words.dates import SAME, Times, from_stamp, to_stamp, zone_of
from facilitator.words.durations import short_minutes
from facilitator.words.language import gettext as _

STEP = 30.0
"""Seconds: lengths are trimmed in steps of half a minute."""

LEAST = 0.6
"""A stage keeps at least this part of what the agenda planned for it, as in fitting."""

ASKED_STEP = 300.0
"""Seconds: a group is asked for time in steps of five minutes."""

Kind = Literal["trim", "drop", "ask", "protected", "give", "later"]


class Offer(Struct, frozen=True):
    """One thing that can be done: what it is with its effect, and the intent behind it."""

    kind: Kind
    sentence: str
    intent: it.Intent
    aloud: str = ""
    """A sentence for the chair to read aloud first."""

    @property
    def careful(self) -> bool:
        """Whether it touches a protected stage, and is to be asked once more."""
        return self.kind == "protected"


def offers(state: State, now: Moment, times: Times = SAME) -> tuple[Offer, ...]:
    """The offers that make sense now: three kinds when late, what minutes in hand are good for."""
    if state.phase != "running" or not state.promised:
        return ()
    late = lateness(state, now)
    if late > NEUTRAL:
        found = [_trim(state, now, late, times), *_drops(state, now, times), _ask(state, now, late, times)]
        if found[0] is None:
            found.append(_trim(state, now, late, times, protected=True))
        return tuple(offer for offer in found if offer is not None)
    if late < -NEUTRAL:
        return tuple(filter(None, (*_gives(state, now, -late, times), _take_up(state, now, -late, times))))
    return ()


def _coming(state: State) -> list[str]:
    back = (state.interrupted, state.outer)
    return [stage for stage in to_come(state) if stage not in state.spent and stage not in back]


def _room(state: State, stage: str) -> float:
    """Seconds that this stage could lose."""
    original = next((item.seconds for item in state.plan if item.id == stage), 0.0)
    least = max(LEAST * original, min(60.0, original))
    return max((state.planned.get(stage, 0.0) - least) // STEP * STEP, 0.0)


def _trim(state: State, now: Moment, late: float, times: Times, protected: bool = False) -> Offer | None:
    stages = [one for one in _coming(state) if state.find_stage(one).protected == protected]
    rooms = {stage: _room(state, stage) for stage in stages}
    total = sum(rooms.values())
    if total <= 0:
        return None
    wanted = min(late, total)
    shifts, left = [], wanted
    for stage in sorted(rooms, key=lambda one: -rooms[one]):
        if rooms[stage] <= 0 or left <= 0:
            continue
        part = min(-(-(wanted * rooms[stage] / total) // STEP) * STEP, rooms[stage], -(-left // STEP) * STEP)
        if part > 0:
            shifts.append(Shift(stage=stage, seconds=-part))
            left -= part
    gained = -sum(shift.seconds for shift in shifts)
    words = (
        _("Shorten protected time by {length}: {parts}. {end}")
        if protected
        else _("Trim {length}: {parts}. {end}")
    )
    return Offer(
        "protected" if protected else "trim",
        words.format(
            length=short_minutes(gained),
            parts=_from_where(state, shifts),
            end=then_end(state, now, gained, times),
        ),
        it.ShiftPlan(tuple(shifts)),
    )


def _from_where(state: State, shifts: list[Shift]) -> str:
    """What is taken from which stages; those of a block that lose the same are named once."""
    losses: dict[tuple[str, float], int] = {}
    for shift in shifts:
        here = placed(state, shift.stage)
        name = here.stage.name if here is not None else state.find_stage(shift.stage).name
        losses[name, -shift.seconds] = losses.get((name, -shift.seconds), 0) + 1
    parts = []
    for (name, seconds), count in losses.items():
        length = short_minutes(seconds)
        sentence = _("{length} from {stage}") if count == 1 else _("{length} from each {stage} ({n})")
        parts.append(sentence.format(length=length, stage=name, n=count))
    return ", ".join(parts)


def _drops(state: State, now: Moment, times: Times) -> list[Offer | None]:
    found: list[Offer | None] = []
    for stage in _coming(state):
        if state.find_stage(stage).optional:
            length = state.planned.get(stage, 0.0)
            end = then_end(state, now, length, times)
            sentence = _("Leave out {stage}, {length}. {end}").format(
                stage=state.find_stage(stage).name, length=short_minutes(length), end=end
            )
            found.append(Offer("drop", sentence, it.DropStage(stage)))
    return found


def _ask(state: State, now: Moment, late: float, times: Times) -> Offer:
    more = -(-late // ASKED_STEP) * ASKED_STEP
    end = from_stamp(state.promised) + timedelta(seconds=more)
    shown = times.time(end.astimezone(zone_of(state.zone)))
    return Offer(
        "ask",
        _("Ask the group for {length} more, until {end}.").format(length=short_minutes(more), end=shown),
        it.EndAt(to_stamp(end)),
        _("We need a little longer. Can everyone stay until {end}? If not, we end on time.").format(
            end=shown
        ),
    )


def _gives(state: State, now: Moment, spare: float, times: Times) -> list[Offer]:
    """Minutes in hand do most good where people talk freely, then where the results are gathered.

    Not in a block: there each time is as long as the others.
    """
    more = spare // 60 * 60
    running = state.find_stage(state.stage)
    if more < 60 or running.kind == "silence":
        return []
    coming = [state.find_stage(one) for one in _coming(state)]
    free = [stage for stage in (running, *coming) if not stage.block]
    best = next((one for kind in ("discussion", "capture") for one in free if one.kind == kind), None)
    places = dict.fromkeys(stage.id for stage in (best, running) if stage is not None)
    return [_give(state, now, stage, more, times) for stage in places]


def _give(state: State, now: Moment, stage: str, more: float, times: Times) -> Offer:
    if stage == state.stage:
        intent: it.Intent = it.More(more)
        sentence = _("Give {length} to {stage}, which is running. {end}")
    else:
        intent = it.ShiftPlan((Shift(stage=stage, seconds=more),))
        sentence = _("Give {length} to {stage}, still to come. {end}")
    name, end = state.find_stage(stage).name, then_end(state, now, -more, times)
    return Offer("give", sentence.format(length=short_minutes(more), stage=name, end=end), intent)


def _take_up(state: State, now: Moment, spare: float, times: Times) -> Offer | None:
    """With time in hand there is time for what was kept for later."""
    kept = [one for one in kept_for_later(state) if one.number]
    if not kept or spare < TOPIC or state.find_stage(state.stage).kind == "silence":
        return None
    sentence = _("Take up what was kept for later, line {number}, {length}. {end}").format(
        number=kept[-1].number, length=short_minutes(TOPIC), end=then_end(state, now, -TOPIC, times)
    )
    return Offer("later", sentence, it.TakeUp(kept[-1].number))


def then_end(state: State, now: Moment, gained: float, times: Times = SAME) -> str:
    """When the meeting would end with so many seconds less (negative: more)."""
    end = projected_end(state, now) - timedelta(seconds=gained)
    return _("We then end at {time}.").format(time=times.time(end.astimezone(zone_of(state.zone))))
