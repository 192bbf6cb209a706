"""A program in a real terminal of its own, with the time at which each piece of its screen arrived."""

from __future__ import annotations

import contextlib
import os
import select
import signal
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import ptyprocess
import pyte

COLUMNS, ROWS = 80, 24
QUIET = 0.4
"""Seconds without a byte after which a screen counts as finished."""

PATIENCE = 30.0
"""Seconds after which a screen that does not come is an error."""


class NoScreen(Exception):  # noqa: N818 - told as a sentence
    """The program did not show what it should have shown."""


class Terminal:
    """A program in a pty of 80 by 24. What it paints is kept as (seconds since its start, bytes)."""

    def __init__(self, command: Sequence[str], home: Path) -> None:
        environment = os.environ | {
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
            "FACILITATOR_HOME": str(home),
        }
        for name in ("COLUMNS", "LINES", "NO_COLOR"):
            environment.pop(name, None)
        self.painted: list[tuple[float, bytes]] = []
        self.began = time.perf_counter()
        self._child = ptyprocess.PtyProcess.spawn(list(command), env=environment, dimensions=(ROWS, COLUMNS))
        self.pid: int = self._child.pid

    def read(self, seconds: float) -> bytes:
        """What arrives within that time, at most one piece of it; empty when nothing does."""
        ready, _w, _x = select.select([self._child.fd], [], [], max(seconds, 0.0))
        if not ready:
            return b""
        try:
            data = os.read(self._child.fd, 1 << 16)
        except OSError:
            data = b""
        if not data:
            raise NoScreen(f"The program ended too early. It said: {self.text()[-600:]}")
        self.painted.append((time.perf_counter() - self.began, data))
        return data

    def read_for(self, seconds: float) -> int:
        """Read for that long; how many bytes arrived."""
        end, count = time.perf_counter() + seconds, 0
        while (left := end - time.perf_counter()) > 0:
            count += len(self.read(left))
        return count

    def settle(self) -> None:
        """Read until nothing has come for a while."""
        while self.read(QUIET):
            pass

    def ready(self, expected: Sequence[str]) -> float:
        """Seconds from the start until all of these texts were on the screen at once.

        The screen is looked at afterwards, so that looking takes no time from the program.
        """
        end = time.perf_counter() + PATIENCE
        while time.perf_counter() < end:
            while self.read(QUIET):
                pass
            screen = pyte.Screen(COLUMNS, ROWS)
            stream = pyte.ByteStream(screen)
            for at, data in self.painted:
                stream.feed(_plain(data))
                if all(any(text in line for line in screen.display) for text in expected):
                    return at
        raise NoScreen(f"These texts never stood on the screen together: {expected}. {self.text()[-600:]}")

    def write(self, data: bytes) -> None:
        """Press keys."""
        os.write(self._child.fd, data)

    def text(self) -> str:
        """All that was painted, for a message."""
        return b"".join(data for _at, data in self.painted).decode("utf-8", "replace")

    def close(self) -> None:
        """End the program; nobody is asked."""
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)
        self._child.close(force=True)


def _plain(data: bytes) -> bytes:
    """Without the private sequences that pyte takes for text."""
    return data.replace(b"\x1b[>1u", b"").replace(b"\x1b[<u", b"").replace(b"\x1b[?2026$p", b"")


def facilitator(*words: str) -> list[str]:
    """The command that a person types, in this environment."""
    script = Path(sys.executable).with_name("facilitator")
    return [str(script), *words] if script.exists() else [sys.executable, "-m", "facilitator", *words]


def reference(*words: str) -> list[str]:
    """The bare app, in this environment."""
    return [sys.executable, "-m", "benchmarks.reference_app", *words]
