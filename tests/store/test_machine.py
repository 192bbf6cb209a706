"""How long a session lay closed, whatever was done to the clocks."""

from __future__ import annotations

import time
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from facilitator.store.machine import (
    LastSeen,
    MachineClock,
    away_seconds,
    boot_id,
    find_boot,
    find_clock,
    same_boot,
)

NOON = 1_795_262_400.0
NONE = Path("no such file")


def test_within_one_boot_the_machine_clock_decides() -> None:
    seen = LastSeen(NOON, "boot", 100.0)
    set_back = NOON - 86_400
    assert away_seconds(seen, set_back, 160.0, "boot") == 60.0
    assert away_seconds(seen, NOON + 86_400, 160.0, "boot") == 60.0


def test_after_another_boot_the_wall_decides() -> None:
    seen = LastSeen(NOON, "boot", 100.0)
    assert away_seconds(seen, NOON + 300, 3.0, "another") == 300.0


@pytest.mark.parametrize("boot", ["boot", "another", ""])
def test_time_away_is_never_below_zero(boot: str) -> None:
    seen = LastSeen(NOON, "boot", 100.0)
    assert away_seconds(seen, NOON - 3_600, 40.0, boot) == 0.0


def test_nothing_known_is_no_time_away() -> None:
    assert away_seconds(None, NOON, 1.0, "boot") == 0.0
    assert away_seconds(LastSeen(NOON), NOON + 9, 1.0, "") == 9.0


def test_the_boot_is_the_systems_own_name(tmp_path: Path) -> None:
    (tmp_path / "boot_id").write_text("abc-def\n")
    assert find_boot(boot_file=tmp_path / "boot_id") == "abc-def"


def test_where_there_is_no_file_the_system_is_asked() -> None:
    names = {"kern.bootsessionuuid": "", "kern.boot_id": "uuid"}
    assert find_boot(boot_file=NONE, ask=names.__getitem__) == "uuid"


def test_an_estimated_boot_survives_a_clock_set_right_but_not_a_reboot() -> None:
    def estimate(wall: float, clock: float) -> str:
        return find_boot(boot_file=NONE, ask=lambda _name: "", wall=lambda: wall, clock=lambda: clock)

    first = estimate(1_000_000.0, 500.0)
    assert same_boot(first, estimate(1_000_100.4, 600.0))
    assert same_boot(first, estimate(1_000_130.0, 600.0))
    assert not same_boot(first, estimate(1_001_000.0, 20.0))


@pytest.mark.parametrize(
    ("one", "other"), [("", ""), ("a", "b"), ("since-1", "1"), ("since-x", "since-y"), ("1", "2")]
)
def test_boots_that_are_not_known_to_be_the_same_are_not(one: str, other: str) -> None:
    assert not same_boot(one, other)


def fake(**clocks: float) -> Any:
    numbers = {name: number for number, name in enumerate(clocks) if name.startswith("CLOCK")}
    values = {number: clocks[name] for name, number in numbers.items()}
    return SimpleNamespace(**numbers, clock_gettime=values.__getitem__, monotonic=lambda: 0.5)


@pytest.mark.parametrize(
    ("platform", "seconds"),
    [("linux", 2.0), ("darwin", 1.0), ("win32", 0.5), ("freebsd14", 2.0), ("cygwin", 2.0)],
)
def test_each_platform_has_its_clock_that_counts_sleep(platform: str, seconds: float) -> None:
    assert find_clock(platform, fake(CLOCK_MONOTONIC=1.0, CLOCK_BOOTTIME=2.0))() == seconds


def test_a_platform_without_such_a_clock_has_the_plain_one() -> None:
    assert find_clock("sunos5", fake(CLOCK_MONOTONIC=1.0))() == 0.5


def test_a_kernel_that_knows_no_such_clock_has_the_plain_one() -> None:
    def refuses(_number: int) -> float:
        raise OSError(22, "Invalid argument")

    broken: Any = SimpleNamespace(CLOCK_BOOTTIME=7, clock_gettime=refuses, monotonic=lambda: 0.5)
    assert find_clock("linux", broken)() == 0.5


def test_a_clock_that_is_set_back_stands_still() -> None:
    readings = iter([10.0, 12.0, 3.0, 13.0])
    clock = MachineClock(lambda: next(readings))
    assert [clock.now(), clock.now(), clock.now()] == [12.0, 12.0, 13.0]


def test_this_machine_has_both() -> None:
    clock = MachineClock()
    before = clock.now()
    assert clock.now() >= before >= 0.0
    assert clock.now() >= time.monotonic() - 1.0
    assert boot_id() == boot_id() != ""
