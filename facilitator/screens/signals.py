"""Leaving in good order when the terminal goes away or somebody asks the program to end."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Callable


def leave_on_signals(leave: Callable[[], None]) -> None:
    """From now on SIGTERM and SIGHUP call `leave`, in the running loop."""
    loop = asyncio.get_running_loop()
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is None:
            continue
        try:
            loop.add_signal_handler(number, leave)
        except (NotImplementedError, RuntimeError, ValueError):
            # Windows, or a thread of a test: what was typed is on disk all the same.
            continue
