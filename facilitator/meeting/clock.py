"""Clocks. A duration is the difference of two instants of a clock that counts while the lid is shut."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Protocol

from facilitator.store.machine import MachineClock, boot_id


class Clock(Protocol):
    """What a meeting needs of a clock; tests hand in one of their own."""

    def seconds(self) -> float:
        """Seconds of a clock that never goes back."""

    def wall(self) -> datetime:
        """The wall clock, in UTC, for people to read."""

    def boot(self) -> str:
        """Which boot of the machine `seconds` belongs to; empty where that means nothing."""


class SystemClock:
    """The machine's own clocks."""

    def __init__(self) -> None:
        self._machine = MachineClock()
        self._boot = boot_id()

    def seconds(self) -> float:
        """Seconds since this boot, sleep counted."""
        return self._machine.now()

    def wall(self) -> datetime:
        """The wall clock, in UTC."""
        return datetime.now(UTC)

    def boot(self) -> str:
        """Which boot this is."""
        return self._boot


class RehearsalClock:
    """A clock that can be hurried: `speed` seconds pass in each second, and `/wait` moves it by hand.

    With speed 0 only `/wait` moves it.
    """

    def __init__(self, speed: float, begins: datetime, real: Clock) -> None:
        self.speed = speed
        self.real = real
        """The clock that this one hurries."""
        self._begins = begins
        self._watchers: list[Callable[[], None]] = []
        self._since = real.seconds()
        self._moved = 0.0

    def seconds(self) -> float:
        """Rehearsed seconds since this clock was made."""
        return (self.real.seconds() - self._since) * self.speed + self._moved

    def wall(self) -> datetime:
        """The rehearsed time of day, in UTC."""
        return self._begins + timedelta(seconds=self.seconds())

    def boot(self) -> str:
        """A rehearsed clock belongs to no boot."""
        return ""

    def advance(self, seconds: float) -> None:
        """Move the clock forward by hand."""
        self._moved += max(seconds, 0.0)
        for tell in self._watchers:
            tell()

    def when_moved(self, tell: Callable[[], None]) -> None:
        """Call `tell` whenever the clock was moved by hand: that is no event, and others show it too."""
        self._watchers.append(tell)
