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

Kind = Literal["trim", "drop", "ask", "protected", "give"]


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
    """The offers that make sense now: three kinds when late, one when there are minutes in hand."""
    if state.phase != "running" or not state.promised:
        return ()
    late = lateness(state, now)
    if late > NEUTRAL:
        found = [_trim(state, now, late, times), *_drops(state, now, times), _ask(state, now, late, times)]
        if found[0] is None:
            found.append(_trim(state, now, late, times, protected=True))
        return tuple(offer for offer in found if offer is not None)
    if late < -NEUTRAL:
        give = _give(state, now, -late)
        return (give,) if give is not None else ()
    return ()


def _coming(state: State) -> list[str]:
    return [stage for stage in to_come(state) if stage not in state.spent and stage != state.interrupted]


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
    from_where = ", ".join(
        _("{length} from {stage}").format(
            length=short_minutes(-shift.seconds), stage=state.find_stage(shift.stage).name
        )
        for shift in shifts
    )
    gained = -sum(shift.seconds for shift in shifts)
    words = _("Shorten protected time: {parts}. {end}") if protected else _("Trim: {parts}. {end}")
    return Offer(
        "protected" if protected else "trim",
        words.format(parts=from_where, end=_then(state, now, gained, times)),
        it.ShiftPlan(tuple(shifts)),
    )


def _drops(state: State, now: Moment, times: Times) -> list[Offer | None]:
    found: list[Offer | None] = []
    for stage in _coming(state):
        if state.find_stage(stage).optional:
            length = state.planned.get(stage, 0.0)
            end = _then(state, now, length, times)
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


def _give(state: State, now: Moment, spare: float) -> Offer | None:
    """Minutes in hand do most good where people talk freely, or where the results are gathered."""
    more = spare // 60 * 60
    running = state.find_stage(state.stage)
    if more < 60:
        return None
    if running.kind in ("discussion", "capture"):
        sentence = _("{length} in hand: give them to {stage}, which is running.").format(
            length=short_minutes(more), stage=running.name
        )
        return Offer("give", sentence, it.More(more))
    for kind in ("discussion", "capture"):
        for stage in _coming(state):
            if state.find_stage(stage).kind == kind:
                sentence = _("{length} in hand: give them to {stage}.").format(
                    length=short_minutes(more), stage=state.find_stage(stage).name
                )
                return Offer("give", sentence, it.ShiftPlan((Shift(stage=stage, seconds=more),)))
    return None


def _then(state: State, now: Moment, gained: float, times: Times) -> str:
    end = projected_end(state, now) - timedelta(seconds=gained)
    return _("We then end at {time}.").format(time=times.time(end.astimezone(zone_of(state.zone))))
