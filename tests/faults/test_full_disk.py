"""A disk that is full, read-only or gone: nothing half written stays, and the same call succeeds later."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from facilitator.store.atomic import write_whole
from facilitator.store.eventlog import LogWriter, read_log
from facilitator.store.lines import seal
from facilitator.store.trouble import StoreTrouble

NOTE = seal(b'{"type":"note_captured","text":"N\xc3\xad Dh\xc3\xa1laigh asks"}')


def found(folder: Path) -> list[bytes]:
    return [payload for _number, payload in read_log(folder).payloads]


@contextmanager
def files_no_longer_than(size: int) -> Iterator[None]:
    """The kernel itself takes a part of a write, then refuses the rest."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    old = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, old)


@pytest.mark.parametrize("room", [0, 1, 30, len(NOTE) - 1])
def test_a_write_taken_in_part_leaves_no_trace_and_succeeds_later(
    session: Path, payloads: list[bytes], room: int
) -> None:
    path = session / "events.jsonl"
    whole = path.read_bytes()
    with LogWriter(session) as log:
        for _again in range(3):
            with files_no_longer_than(len(whole) + room), pytest.raises(StoreTrouble, match="may not grow"):
                log.append([NOTE])
            assert path.read_bytes() == whole
        log.append([NOTE])
    assert path.read_bytes() == whole + NOTE
    assert found(session)[:-1] == payloads


def test_a_rewrite_that_does_not_fit_leaves_the_old_log(session: Path, payloads: list[bytes]) -> None:
    path = session / "events.jsonl"
    with LogWriter(session) as log:
        with files_no_longer_than(1000), pytest.raises(StoreTrouble):
            log.rewrite([seal(payload) for payload in payloads[:20]])
        log.append([NOTE])
    assert found(session)[:-1] == payloads
    assert sorted(file.name for file in session.iterdir()) == [path.name, "opening.json"]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A real disk of 64 kB. Where it cannot be had these tests fail rather than pass unseen."""
    disk = tmp_path / "disk"
    disk.mkdir()
    if os.name != "posix" or os.geteuid() != 0:
        pytest.fail("This test mounts a small tmpfs and needs root on Linux.")
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", disk], check=True)
    yield disk
    subprocess.run(["umount", disk], check=True)


def append_until_refused(log: LogWriter, kept: list[bytes]) -> None:
    """Append until the disk refuses; `kept` grows by each line that it took."""
    for number in range(10_000):
        line = seal(b'{"type":"note_captured","number":%d,"text":"Ann asks"}' % number)
        log.append([line])
        kept.append(line)


def remount(disk: Path, how: str) -> None:
    subprocess.run(["mount", "-o", f"remount,{how}", disk], check=True)


@pytest.mark.slow
def test_a_disk_that_fills_up_loses_nothing_that_was_kept(small_disk: Path, payloads: list[bytes]) -> None:
    ballast = small_disk / "ballast"
    ballast.write_bytes(b"x" * 40_000)
    kept: list[bytes] = [seal(payloads[0])]
    with LogWriter(small_disk) as log:
        log.append(kept)
        with pytest.raises(StoreTrouble, match="disk is full") as error:
            append_until_refused(log, kept)
        assert error.value.retryable
        assert list(map(seal, found(small_disk))) == kept
        with pytest.raises(StoreTrouble, match="disk is full"):
            write_whole(small_disk / "minutes.md", b"m" * 20_000)
        assert sorted(file.name for file in small_disk.iterdir()) == ["ballast", "events.jsonl"]
        ballast.unlink()
        log.append([NOTE])
    assert list(map(seal, found(small_disk))) == [*kept, NOTE]


@pytest.mark.slow
def test_a_disk_that_becomes_read_only_is_written_on_when_it_is_back(
    small_disk: Path, payloads: list[bytes]
) -> None:
    log = LogWriter(small_disk)
    log.append([seal(payloads[0])])
    log.close()
    remount(small_disk, "ro")
    with pytest.raises(StoreTrouble, match="can only be read") as error:
        log.append([NOTE])
    assert error.value.retryable
    remount(small_disk, "rw")
    log.append([NOTE])
    log.close()
    assert len(found(small_disk)) == 2


@pytest.mark.slow
def test_a_disk_that_was_pulled_out_and_put_back_is_written_on(
    small_disk: Path, payloads: list[bytes]
) -> None:
    elsewhere = small_disk.with_name("elsewhere")
    elsewhere.mkdir()
    with LogWriter(small_disk) as log:
        log.append([seal(payloads[0])])
        subprocess.run(["mount", "--bind", small_disk, elsewhere], check=True)
        subprocess.run(["umount", "--lazy", small_disk], check=True)
        with pytest.raises(StoreTrouble, match="is not there"):
            log.append([NOTE])
        subprocess.run(["mount", "--bind", elsewhere, small_disk], check=True)
        subprocess.run(["umount", elsewhere], check=True)
        log.append([NOTE])
    assert len(found(small_disk)) == 2
