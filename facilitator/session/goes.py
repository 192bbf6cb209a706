"""Who spoke from when to when, as far as turns say: what quiet hints look at. Pure; nothing of it is kept."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from facilitator.session import events as ev
from facilitator.session.state import State


class Go(Struct, frozen=True):
    """One time that somebody spoke, in seconds of the session's clock. `ended`: None while she still does."""

    name: str
    began: float
    ended: float | None = None

    def length(self, t: float) -> float:
        """Seconds that it has lasted at `t`."""
        return max((t if self.ended is None else self.ended) - self.began, 0.0)


def turns_of_stay(state: State) -> tuple[Go, ...]:
    """The turns of the running stay in its stage, oldest first; a pause is nobody's."""
    found: list[Go] = []
    for event in _events_of_stay(state):
        match event:
            case ev.TurnTaken(name=name) if name:
                found = [*_ended(found, event.t), Go(name, event.t)]
            case ev.TurnPassed() | ev.Paused():
                found = _ended(found, event.t)
            case ev.PersonLeft(name=name) if found and found[-1].name == name:
                found = _ended(found, event.t)
            case ev.Unpaused() if state.turn and found and found[-1].name == state.turn:
                found.append(Go(state.turn, event.t))
    return tuple(found)


def together(goes: Sequence[Go]) -> tuple[Go, ...]:
    """The same with what one person said in one go, a pause or a second press in between left out."""
    found: list[Go] = []
    for go in goes:
        if found and found[-1].name == go.name:
            go = Go(go.name, found.pop().began, go.ended)
        found.append(go)
    return tuple(found)


def _ended(goes: list[Go], t: float) -> list[Go]:
    if goes and goes[-1].ended is None:
        return [*goes[:-1], Go(goes[-1].name, goes[-1].began, t)]
    return goes


def _events_of_stay(state: State) -> list[ev.AnyEvent]:
    events: list[ev.AnyEvent] = []
    node = state.past
    while node is not None and not isinstance(node.event, ev.STAGE_BEGINS):
        events.append(node.event)
        node = node.before.past
    return events[::-1]
