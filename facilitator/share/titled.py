"""The title of the terminal while a screen of ours is there. It knows nothing of any meeting."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TextIO

from facilitator.share import terminal as told
from facilitator.share.terminal import Terminal


@contextmanager
def title_kept(terminal: Terminal, words: str = "") -> Iterator[None]:
    """While our screen is there the title is ours; however it ends, the terminal has its own again.

    With `words` they are the title from the first moment on.
    """
    stream = screen_stream()
    if stream is None or not terminal.titles:
        yield
        return
    _put(stream, told.title_kept() + (told.title(words) if words else ""))
    try:
        yield
    finally:
        _put(stream, told.title_given_back())


def screen_stream() -> TextIO | None:
    """The stream that the screen is drawn on; None where it, or stdout, is no terminal."""
    stream = sys.__stdout__ if sys.platform == "win32" else sys.__stderr__
    if stream is None or sys.stdout is None or not (stream.isatty() and sys.stdout.isatty()):
        return None
    return stream


def _put(stream: TextIO, sequence: str) -> None:
    # A terminal that has gone away has no title any more.
    with suppress(OSError, ValueError):
        stream.write(sequence)
        stream.flush()
