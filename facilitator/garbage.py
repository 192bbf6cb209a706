"""When Python looks for garbage, which it does far too often for a program like this.

Starting and opening a meeting make hundreds of thousands of objects of which nearly all stay; looking through
them again and again took a tenth of the start and half of opening a long meeting.
"""

from __future__ import annotations

import gc

_AT_START = 200_000
"""Objects made and not gone again; no start makes so many, so nothing is looked through before it is over."""


def collect_late() -> None:
    """While the program starts: hardly ever."""
    gc.set_threshold(_AT_START, 20, 50)


def collect_rarely() -> None:
    """While the program is at work: less often than Python does by default, and soon done each time."""
    gc.set_threshold(20_000, 20, 50)


def start_is_over() -> None:
    """What was made by now stays as long as the program, and is never looked through.

    Does nothing where it was not `collect_late` that began: the process is not this program's own then.
    """
    if gc.get_threshold()[0] == _AT_START:
        gc.freeze()
        collect_rarely()
