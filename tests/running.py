"""The installed program, run as people run it: in a home of its own, in a pipe or in a terminal."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sysconfig
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import pyte
from ptyprocess import PtyProcess

PROGRAM = Path(sysconfig.get_path("scripts")) / "facilitator"
PATIENCE = 30.0
"""Seconds after which a program that does not answer has failed, even on a busy machine."""


class Done(NamedTuple):
    """A command that has ended: exit status and what it wrote."""

    status: int
    out: str
    err: str


def environment(home: Path, **more: str) -> dict[str, str]:
    """The surroundings of a fresh user whose home is `home`, in UTC; nothing of the tester's own."""
    return {
        "PATH": os.environ.get("PATH", os.defpath),
        "HOME": str(home),
        "LANG": "C.UTF-8",
        "TZ": "UTC",
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        **more,
    }


def facilitator(*words: str, home: Path, typed: str | bytes = b"", **more: str) -> Done:
    """Run one command with standard input from a pipe. Streams are read as UTF-8, strictly."""
    done = subprocess.run(
        [PROGRAM, *words],
        input=typed.encode() if isinstance(typed, str) else typed,
        capture_output=True,
        env=environment(home, **more),
        cwd=home,
        timeout=PATIENCE * 2,
        check=False,
    )
    return Done(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))


class Terminal:
    """The program in a terminal of its own. Nothing here sleeps for a fixed time, except `for_seconds`."""

    def __init__(self, *words: str, home: Path, rows: int = 24, columns: int = 80, **more: str) -> None:
        self._process = PtyProcess.spawn(
            [str(PROGRAM), *words], env=environment(home, **more), cwd=str(home), dimensions=(rows, columns)
        )
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self.written = b""
        """Every byte the program wrote so far."""

    @property
    def pid(self) -> int:
        return int(self._process.pid)

    @property
    def text(self) -> str:
        """All it wrote, as text: what plain mode said."""
        return self.written.decode("utf-8", "replace").replace("\r\n", "\n")

    @property
    def rows(self) -> list[str]:
        """What stands on the screen now."""
        return [row.rstrip() for row in self._screen.display]

    def type(self, text: str) -> None:
        """Press these keys. A pty takes only so much at once, so what it says is read meanwhile."""
        data = text.encode()
        while data:
            self.look(0)
            part, data = data[:256], data[256:]
            self._process.write(part)

    def look(self, seconds: float) -> bool:
        """Take what it writes, waiting at most `seconds` for the first byte; False at its end."""
        ready, _, _ = select.select([self._process.fd], [], [], seconds)
        while ready:
            try:
                data = os.read(self._process.fd, 65536)
            except OSError:
                return False
            if not data:
                return False
            self.written += data
            self._stream.feed(data)
            ready, _, _ = select.select([self._process.fd], [], [], 0)
        return True

    def until(self, holds: Callable[[], object], what: str = "") -> None:
        """Wait until something holds. Fails loudly with what stands on the screen where it never does."""
        end = time.monotonic() + PATIENCE
        while not holds():
            if time.monotonic() > end:
                raise AssertionError(f"{what or 'it'} did not come to be:\n" + self.shown())
            if not self.look(0.05) and not holds():
                raise AssertionError(f"the program ended before {what or 'that'}:\n" + self.shown())

    def until_says(self, words: str, after: int = 0) -> None:
        """Wait until these words were written (after so many characters of `text`)."""
        self.until(lambda: words in self.text[after:], repr(words))

    def until_shows(self, words: str) -> None:
        """Wait until these words stand in one row of the screen."""
        self.until(lambda: any(words in row for row in self.rows), repr(words))

    def for_seconds(self, seconds: float) -> None:
        """Look on for so long."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            if not self.look(left):
                time.sleep(max(end - time.monotonic(), 0))

    def shown(self) -> str:
        return "\n".join(self.rows) + "\n--- all it wrote, its end ---\n" + self.text[-3000:]

    def send(self, number: signal.Signals) -> None:
        """Send a signal to this program only."""
        os.kill(self.pid, number)

    def kill(self) -> None:
        """kill -9, and take the last it wrote."""
        self.send(signal.SIGKILL)
        self.ended()

    def hang_up(self) -> None:
        """Close the terminal's window."""
        self._process.fileobj.close()
        self._process.closed = True

    def ended(self) -> int:
        """Wait for its end; the exit status, or minus the number of the signal that ended it."""
        end = time.monotonic() + PATIENCE
        open_still = not self._process.closed
        while time.monotonic() < end:
            if open_still:
                open_still = self.look(0.05)
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self._process.terminated = True
                if not self._process.closed:
                    self.look(0)
                return os.waitstatus_to_exitcode(status)
            if not open_still:
                time.sleep(0.01)
        raise AssertionError("the program does not end:\n" + self.shown())

    def close(self) -> None:
        """End it if it still runs, and close its terminal."""
        if not self._process.terminated:
            try:
                self.kill()
            except (ProcessLookupError, ChildProcessError):
                self._process.terminated = True
        if not self._process.closed:
            self.hang_up()


@contextmanager
def terminal(*words: str, home: Path, rows: int = 24, columns: int = 80, **more: str) -> Iterator[Terminal]:
    """The program in a terminal, ended at the end of the block whatever happens."""
    one = Terminal(*words, home=home, rows=rows, columns=columns, **more)
    try:
        yield one
    finally:
        one.close()
