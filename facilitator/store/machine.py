"""The machine's own clock, which counts while the lid is shut, and which boot it belongs to."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from types import ModuleType

_BOOT_FILE = Path("/proc/sys/kernel/random/boot_id")
_BOOT_NAMES = ("kern.bootsessionuuid", "kern.boot_id")
_ESTIMATE = "since-"
# A wall clock may be set right by so much, and an estimate still be of the same boot.
_SAME_ESTIMATE = 120.0


@dataclass(frozen=True, slots=True)
class LastSeen:
    """When a session was last known to be open."""

    wall: float
    """Seconds since 1970, UTC, by the machine's wall clock."""
    boot: str = ""
    """The boot that `clock` belongs to; empty where it is not known."""
    clock: float = 0.0
    """Seconds of the machine's own clock."""
    over: bool = False
    """The session was closed then."""


class MachineClock:
    """Seconds of a clock that counts while the machine sleeps and never goes back. For differences only."""

    def __init__(self, read: Callable[[], float] | None = None) -> None:
        self._read = read or find_clock()
        self._last = self._read()

    def now(self) -> float:
        """Seconds since some instant of this boot."""
        now = self._read()
        if now > self._last:
            self._last = now
        return self._last


@cache
def boot_id() -> str:
    """A name for the present boot of this machine; compare two of them with `same_boot`."""
    return find_boot()


def find_boot(
    *,
    boot_file: Path = _BOOT_FILE,
    ask: Callable[[str], str] | None = None,
    wall: Callable[[], float] = time.time,
    clock: Callable[[], float] | None = None,
) -> str:
    """What `boot_id` says, from these sources (seconds).

    The system's own name where it has one (Linux: `boot_file`; macOS and BSD: sysctl through `ask`), else an
    estimate of the instant of booting, which the wall clock may move a little.
    """
    try:
        name = boot_file.read_text(encoding="ascii").strip()
    except (OSError, ValueError):
        name = ""
    if not name and (ask is not None or sys.platform == "darwin" or "bsd" in sys.platform):
        name = next(filter(None, map(ask or _sysctl, _BOOT_NAMES)), "")
    return name or f"{_ESTIMATE}{round(wall() - (clock or find_clock())())}"


def same_boot(one: str, other: str) -> bool:
    """Whether two results of `boot_id` mean the same boot. Unknown (empty) ones never do."""
    if one == other:
        return bool(one)
    try:
        apart = float(one.removeprefix(_ESTIMATE)) - float(other.removeprefix(_ESTIMATE))
    except ValueError:
        return False
    return one.startswith(_ESTIMATE) and other.startswith(_ESTIMATE) and abs(apart) <= _SAME_ESTIMATE


def away_seconds(seen: LastSeen | None, now_wall: float, now_clock: float, boot: str) -> float:
    """Seconds that a session lay closed: by the machine's clock within one boot, else by the wall.

    `now_wall` is in seconds since 1970. Never below 0, and 0 where nothing is known.
    """
    if seen is None:
        return 0.0
    if same_boot(seen.boot, boot):
        return max(0.0, now_clock - seen.clock)
    return max(0.0, now_wall - seen.wall)


def find_clock(platform: str = sys.platform, time: ModuleType = time) -> Callable[[], float]:
    """The clock of this platform that counts sleep, among those in the module `time`."""
    if platform == "win32":
        # Python's own choice there counts sleep.
        return partial(time.monotonic)
    # On macOS, and only there, CLOCK_MONOTONIC counts sleep; time.monotonic() is another clock that does not.
    number = getattr(time, "CLOCK_MONOTONIC" if platform == "darwin" else "CLOCK_BOOTTIME", None)
    if number is None:
        return partial(time.monotonic)
    try:
        time.clock_gettime(number)
    except OSError:
        return partial(time.monotonic)
    return partial(time.clock_gettime, number)


def _sysctl(name: str) -> str:
    import subprocess

    try:
        done = subprocess.run(["sysctl", "-n", name], capture_output=True, text=True, timeout=2, check=False)
    except (OSError, subprocess.SubprocessError):
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""
