"""Two windows on one session, and a window that was killed."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from facilitator.store.eventlog import LogWriter, read_log
from facilitator.store.lines import seal
from facilitator.store.lock import SessionLock
from facilitator.store.trouble import AlreadyOpen

HOLDER = """
import sys
from pathlib import Path
from facilitator.store.eventlog import LogWriter
from facilitator.store.lines import seal
from facilitator.store.lock import SessionLock

folder = Path(sys.argv[1])
lock = SessionLock(folder)
lock.acquire()
lock.touch("the-boot", 42.5)
log = LogWriter(folder)
number = 0
for line in sys.stdin:
    number += 1
    log.append([seal(b'{"type":"note_captured","number":%d}' % number)])
    print(number, flush=True)
"""

OPENER = """
import sys
from pathlib import Path
from facilitator.store.lock import SessionLock
from facilitator.store.trouble import AlreadyOpen

try:
    SessionLock(Path(sys.argv[1])).acquire()
except AlreadyOpen as error:
    print(error.sentence)
else:
    print("mine")
"""


@contextmanager
def holder(folder: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process that has the session open and appends an event for each line it is given."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def keep_one(process: subprocess.Popen[str]) -> int:
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write("\n")
    process.stdin.flush()
    return int(process.stdout.readline())


def test_another_process_is_refused_with_one_sentence(session: Path) -> None:
    lock = SessionLock(session)
    lock.acquire()
    lock.touch("boot", 1.0)
    before = (lock.path.read_bytes(), lock.path.stat().st_mtime_ns)
    said = subprocess.run(
        [sys.executable, "-c", OPENER, str(session)], capture_output=True, text=True, check=True
    )
    assert said.stdout.startswith("This session is open in another window.")
    assert said.stdout.count("\n") == 1
    assert said.stderr == ""
    assert (lock.path.read_bytes(), lock.path.stat().st_mtime_ns) == before
    lock.release()
    said = subprocess.run(
        [sys.executable, "-c", OPENER, str(session)], capture_output=True, text=True, check=True
    )
    assert said.stdout == "mine\n"


def test_a_session_whose_window_was_killed_opens_again_with_all_that_was_kept(
    session: Path, payloads: list[bytes]
) -> None:
    with holder(session) as process:
        kept = [keep_one(process) for _again in range(5)]
        with pytest.raises(AlreadyOpen):
            SessionLock(session).acquire()
        process.send_signal(signal.SIGKILL)
        process.wait()
        lock = SessionLock(session)
        seen = lock.last_seen()
        lock.acquire()
    assert seen is not None
    assert (seen.boot, seen.clock) == ("the-boot", 42.5)
    reading = read_log(session)
    assert len(reading.payloads) == len(payloads) + len(kept)
    with LogWriter(session, reading) as log:
        log.append([seal(b'{"type":"session_resumed"}')])
    lock.release()


@pytest.mark.slow
def test_kills_in_the_middle_of_writing_lose_nothing_that_was_kept(
    session: Path, payloads: list[bytes]
) -> None:
    """The holder is killed while lines are still on their way to it, so that it dies at any place."""
    total = len(payloads)
    for round_number in range(40):
        with holder(session) as process:
            assert process.stdin is not None
            assert process.stdout is not None
            process.stdin.write("\n" * 400)
            process.stdin.flush()
            for _line in range(1 + round_number * 7):
                said = process.stdout.readline()
            process.kill()
            kept = max([int(said), *map(int, process.communicate()[0].split())])
        reading = read_log(session)
        assert reading.set_aside == ()
        assert reading.mended == ()
        assert len(reading.payloads) >= total + kept
        total = len(reading.payloads)
