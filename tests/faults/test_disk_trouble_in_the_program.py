"""The installed program on a disk that is full, read-only or pulled out warns plainly and loses no line."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from running import Terminal, facilitator, terminal

from facilitator.store.reading import read_log

pytestmark = pytest.mark.slow

REHEARSE = ("run", "--now", "--rehearse", "--speed", "0", "--people", "Amina Diallo, Ann Otieno")


def mounted(*words: str | Path) -> None:
    if os.name != "posix" or os.geteuid() != 0:
        pytest.fail("This test mounts a disk of its own and needs root on Linux.")
    done = subprocess.run(["mount", *words], capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.fail(f"This test could not mount a disk of its own: {done.stderr}")


def unmounted(disk: Path) -> None:
    subprocess.run(["umount", "--lazy", disk], check=True)


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A real disk of 256 kB."""
    place = tmp_path / "disk"
    place.mkdir()
    mounted("-t", "tmpfs", "-o", "size=256k", "tmpfs", place)
    yield place
    unmounted(place)


@pytest.fixture
def breakable(tmp_path: Path) -> Iterator[Path]:
    """A real disk that becomes read-only at its first error, as Linux sets up most disks."""
    place, image = tmp_path / "breakable", tmp_path / "image"
    place.mkdir()
    with image.open("wb") as stream:
        stream.truncate(4_000_000)
    made = subprocess.run(["mkfs.ext4", "-q", "-O", "^has_journal", image], capture_output=True, text=True)
    if made.returncode:
        pytest.fail(f"This test needs mkfs.ext4: {made.stderr}")
    mounted("-o", "loop,errors=remount-ro", image, place)
    yield place
    unmounted(place)


def fill(disk: Path) -> Path:
    """Leave not one free byte."""
    ballast = disk / "ballast"
    with ballast.open("ab", buffering=0) as stream:
        for size in (4096, 512, 64, 1):
            try:
                while stream.write(b"x" * size):
                    pass
            except OSError:
                continue
    return ballast


def break_down(place: Path) -> None:
    """Let the kernel find an error on this disk and turn it read-only."""
    source = subprocess.run(
        ["findmnt", "-n", "-o", "SOURCE", place], capture_output=True, text=True, check=True
    )
    trigger = Path("/sys/fs/ext4") / Path(source.stdout.strip()).name / "trigger_fs_error"
    if not trigger.exists():
        pytest.fail("This kernel cannot make a disk fail (/sys/fs/ext4/…/trigger_fs_error).")
    trigger.write_text("a test wants it so")
    assert "ro," in subprocess.run(
        ["findmnt", "-n", "-o", "OPTIONS", place], capture_output=True, text=True, check=True
    ).stdout.replace("ro\n", "ro,")


def texts(home: Path) -> dict[int, str]:
    """The captured lines in the log of the one session under a folder, by number."""
    (log,) = home.rglob("events.jsonl")
    lines = [msgspec.json.decode(payload) for _number, payload in read_log(log.parent).payloads]
    return {line["number"]: line["text"] for line in lines if line["type"] == "note_captured"}


def told_as_kept(one: Terminal) -> list[int]:
    return [int(number) for number in re.findall(r"^Kept (\d+), note\.$", one.text, re.MULTILINE)]


def line(number: int) -> str:
    return f"line {number:03d}, " + "李" * 60


def type_until_trouble(one: Terminal, trouble: str) -> int:
    """Type lines until the program says that the disk does not take them; returns how many."""
    number = 0
    while trouble not in one.text:
        number += 1
        assert number < 200, "the disk is not as full as it should be"
        one.type(line(number) + "\r")
        one.until(lambda number=number: number in told_as_kept(one) or trouble in one.text, "an answer")
    return number


def test_plain_mode_on_a_full_disk_holds_lines_and_writes_them_later(tmp_path: Path, disk: Path) -> None:
    with terminal(*REHEARSE, "--plain", "--home", str(disk / "home"), home=tmp_path) as one:
        one.until_says("Say: ")
        ballast = fill(disk)
        last = type_until_trouble(one, "Not on disk yet: The disk is full")
        for number in range(last + 1, last + 4):
            one.type(line(number) + "\r")
        one.until_says("/keep-in and a folder")
        kept = told_as_kept(one)
        there = texts(disk)
        assert set(kept) <= set(there)
        ballast.unlink()
        one.until(lambda: told_as_kept(one) == list(range(1, last + 4)), "all lines told as kept, in order")
        one.until_says("The disk takes everything again.")
        one.type("/leave\r")
        assert one.ended() == 0
    assert texts(disk) == {number: line(number) for number in range(1, last + 4)}


def test_plain_mode_goes_on_in_another_folder(tmp_path: Path, disk: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    with terminal(*REHEARSE, "--plain", "--home", str(disk / "home"), home=tmp_path) as one:
        one.until_says("Say: ")
        fill(disk)
        last = type_until_trouble(one, "Not on disk yet: The disk is full")
        one.type(f"/keep-in {stick}\r")
        one.until_says("The session now lies in ")
        one.type(line(last + 1) + "\r")
        one.until(lambda: told_as_kept(one)[-1] == last + 1, "the next line")
        one.type("/leave\r")
        assert one.ended() == 0
    assert texts(stick) == {number: line(number) for number in range(1, last + 2)}
    (folder,) = stick.iterdir()
    assert facilitator("resume", str(folder), "--plain", home=tmp_path, typed="/leave\n").status == 0


def test_leaving_a_full_disk_says_that_not_all_is_written(tmp_path: Path, disk: Path) -> None:
    with terminal(*REHEARSE, "--plain", "--home", str(disk / "home"), home=tmp_path) as one:
        one.until_says("Say: ")
        fill(disk)
        type_until_trouble(one, "Not on disk yet: The disk is full")
        one.type("/leave\r")
        assert one.ended() == 1
        assert "Not everything could be written: The disk is full" in one.text


def test_a_kill_on_a_full_disk_loses_no_line_that_was_kept(tmp_path: Path, disk: Path) -> None:
    with terminal(*REHEARSE, "--plain", "--home", str(disk / "home"), home=tmp_path) as one:
        one.until_says("Say: ")
        ballast = fill(disk)
        last = type_until_trouble(one, "Not on disk yet: The disk is full")
        one.kill()
        kept = told_as_kept(one)
    assert last not in kept
    full = facilitator("resume", "--plain", "--home", str(disk / "home"), home=tmp_path)
    assert full.err.count("\n") <= 1
    ballast.unlink()
    there = texts(disk)
    assert {number: there[number] for number in kept} == {number: line(number) for number in kept}
    done = facilitator("resume", "--plain", "--home", str(disk / "home"), home=tmp_path, typed="one more\n")
    assert (done.status, done.err) == (0, "")
    assert "Kept " in done.out


def test_the_screen_on_a_full_disk_warns_for_as_long_as_it_lasts(tmp_path: Path, disk: Path) -> None:
    with terminal(*REHEARSE, "--home", str(disk / "home"), home=tmp_path) as one:
        one.until_shows("^N")
        ballast = fill(disk)
        number = 0
        while not any("NOT ON DISK" in row for row in one.rows):
            number += 1
            assert number < 200
            one.type(line(number) + "\r")
            one.look(0.2)
        one.type(line(number + 1) + "\r")
        one.until_shows(f"line {number + 1:03d}")
        one.for_seconds(3)
        assert any("NOT ON DISK" in row for row in one.rows), one.shown()
        assert "Traceback" not in one.text
        ballast.unlink()
        one.until(lambda: not any("NOT ON DISK" in row for row in one.rows), "the end of the warning")
        one.until(lambda: any(f"line {number + 1:03d}" in row and "kept" in row for row in one.rows), "kept")
        one.kill()
    assert texts(disk) == {one: line(one) for one in range(1, number + 2)}


def test_a_disk_that_turned_read_only_is_told_of_and_another_folder_takes_over(
    tmp_path: Path, breakable: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    with terminal(*REHEARSE, "--plain", "--home", str(breakable / "home"), home=tmp_path) as one:
        one.until_says("Say: ")
        one.type(line(1) + "\r")
        one.until_says("Kept 1, note.")
        break_down(breakable)
        one.type(line(2) + "\r")
        one.until_says("Not on disk yet: ")
        assert "can only be read" in one.text
        one.type(f"/keep-in {stick}\r")
        one.until_says("The session now lies in ")
        one.type("/leave\r")
        assert one.ended() == 0
    assert texts(breakable) == {1: line(1)}
    assert texts(stick) == {1: line(1), 2: line(2)}


def test_a_session_on_a_read_only_disk_can_be_read_and_says_why_it_cannot_be_opened(
    tmp_path: Path, breakable: Path
) -> None:
    home = str(breakable / "home")
    done = facilitator(*REHEARSE, "--plain", "--home", home, home=tmp_path, typed="a line\n")
    assert done.status == 0
    break_down(breakable)
    opened = facilitator("resume", "--plain", "--home", home, home=tmp_path)
    assert opened.status == 1
    assert "can only be read" in opened.err
    assert opened.err.count("\n") == 1
    new = facilitator(*REHEARSE, "--plain", "--home", home, home=tmp_path)
    assert new.status == 1
    assert "can only be read" in new.err
    read = facilitator("minutes", "last", "--home", home, home=tmp_path)
    assert (read.status, read.err) == (0, "")
    assert "a line" in read.out


def test_a_disk_that_was_pulled_out_is_told_of_on_the_screen(tmp_path: Path, disk: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    with terminal(*REHEARSE, "--home", str(disk / "home"), home=tmp_path, rows=24, columns=100) as one:
        one.until_shows("^N")
        one.type(line(1) + "\r")
        one.until(lambda: any("line 001" in row and "kept" in row for row in one.rows), "kept")
        unmounted(disk)
        try:
            one.type(line(2) + "\r")
            one.until_shows("NOT ON DISK")
            one.type(f"/keep-in {stick}\r")
            one.until(lambda: not any("NOT ON DISK" in row for row in one.rows), "the end of the warning")
            one.kill()
        finally:
            mounted("-t", "tmpfs", "tmpfs", disk)
    assert texts(stick) == {1: line(1), 2: line(2)}


def test_on_a_disk_that_is_only_read_open_steps_are_listed_and_marking_one_is_told(disk: Path) -> None:
    place = ("--home", str(disk / "home"))
    run = ("run", "--now", "--plain", "--people", "Amina Diallo", *place)
    assert facilitator(*run, home=disk.parent, typed="> Amina: call\n/close\n").status == 0
    mounted("-o", "remount,ro", disk)
    listed = facilitator("done", *place, home=disk.parent)
    assert (listed.status, listed.err) == (0, "")
    assert listed.out.endswith(" 1  Amina Diallo: call\n")
    told = facilitator("done", "last", "1", *place, home=disk.parent)
    assert (told.status, told.out) == (1, "")
    assert told.err.count("\n") == 1
    assert "read" in told.err
