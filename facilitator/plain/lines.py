"""Lines of standard input, while the clock is watched."""

from __future__ import annotations

import os
import queue
import threading


class Lines:
    """Lines of standard input, read in a thread of their own so that the clock can be watched meanwhile."""

    NOTHING_YET = object()

    def __init__(self, fd: int, interactive: bool) -> None:
        self.interactive = interactive
        self._queue: queue.Queue[str | None] = queue.Queue()
        threading.Thread(target=self._read, args=(fd,), name="facilitator-input", daemon=True).start()

    def get(self, timeout: float | None) -> object:
        """The next line, None at the end of input, or NOTHING_YET when none came within `timeout` seconds.

        Without a timeout it waits.
        """
        try:
            return self._queue.get(timeout=timeout)
        except queue.Empty:
            return Lines.NOTHING_YET

    def _read(self, fd: int) -> None:
        # Not through sys.stdin: its lock would still be held by this thread when the program ends.
        begun = b""
        while True:
            try:
                data = os.read(fd, 65536)
            except OSError:
                # The terminal went away: that is the end of input.
                data = b""
            *lines, begun = (begun + data).split(b"\n")
            for line in lines:
                self._queue.put(_text(line))
            if not data:
                break
        if begun:
            self._queue.put(_text(begun))
        self._queue.put(None)


def _text(line: bytes) -> str:
    return line.decode("utf-8", "replace").rstrip("\r\n")
