"""Who speaks now, as the chair marks it, and the shares of airtime. In memory only, and gone at close."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from facilitator.session import events as ev
from facilitator.session.goes import Go

SLIP = 2.0
"""Seconds: a shorter go was the wrong key, and its time is that of the next."""


class Share(Struct, frozen=True):
    """What one person has spoken: seconds, and which part of all that was spoken (0 to 1)."""

    name: str
    seconds: float
    part: float


class Voices:
    """The goes of one meeting. All times are seconds of the session's clock; silence is nobody's."""

    def __init__(self) -> None:
        self.listening = False
        """Whether one key for each speaker marks who speaks."""
        self._goes: list[Go] = []
        self._stay = 0
        """The place of the first go of the running stay."""

    @property
    def now(self) -> str:
        """Who speaks; empty while nobody does."""
        return self._goes[-1].name if self._goes and self._goes[-1].ended is None else ""

    def speaks(self, name: str, t: float) -> None:
        """From `t` on this person speaks."""
        if self.now == name:
            return
        began = t
        if self.now and self._goes[-1].length(t) < SLIP and len(self._goes) > self._stay:
            began = self._goes.pop().began
        self.hush(t)
        self._goes.append(Go(name, began))

    def hush(self, t: float) -> None:
        """From `t` on nobody speaks."""
        if self.now:
            last = self._goes[-1]
            self._goes[-1] = Go(last.name, last.began, max(t, last.began))

    def follow(self, events: Iterable[ev.AnyEvent]) -> None:
        """What happens in the meeting says who speaks as well: a turn, a pause, another stage."""
        for event in events:
            match event:
                case ev.TurnTaken(name=name) if name and (self.listening or self._goes):
                    self.speaks(name, event.t)
                case ev.TurnPassed() | ev.Paused():
                    self.hush(event.t)
                case ev.PersonLeft(name=name) if name == self.now:
                    self.hush(event.t)
                case ev.StageEntered() | ev.SilenceInserted() | ev.TopicTakenUp() | ev.StageTakenUp():
                    self.hush(event.t)
                    self._stay = len(self._goes)
                case ev.MeetingClosed():
                    self.clear()

    def goes_of_stay(self) -> tuple[Go, ...]:
        """The goes since the running stage was entered, oldest first."""
        return tuple(self._goes[self._stay :])

    def shares(self, t: float) -> tuple[Share, ...]:
        """Who spoke how long by `t`, the longest first; empty where nobody was marked."""
        spoken: dict[str, float] = {}
        for go in self._goes:
            spoken[go.name] = spoken.get(go.name, 0.0) + go.length(t)
        total = sum(spoken.values())
        longest = sorted(spoken.items(), key=lambda one: -one[1])
        return tuple(Share(name, seconds, seconds / total if total else 0.0) for name, seconds in longest)

    def clear(self) -> None:
        """Let everything go."""
        self._goes, self._stay, self.listening = [], 0, False
