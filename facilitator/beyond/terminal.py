"""The questions in their order, on the terminal that the command was typed on."""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path

from facilitator.beyond.desk import Desk
from facilitator.beyond.questions import questions
from facilitator.meeting.clock import SystemClock
from facilitator.minutes.document import Document
from facilitator.session.state import State
from facilitator.words.wrap import wrapped

_NUMBER = re.compile(r" *(?:\d+  )?")


def can_ask() -> bool:
    """Whether somebody sits at a terminal, so that questions are seen and can be answered."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def ask_here(home: Path, folder: Path, state: State) -> Document:
    """Ask on this terminal; the note when it may go.

    Questions stand on stderr, so that stdout holds nothing but the note. Raises NotYet, Stopped, StoreError.
    """
    return ask(Desk(home, folder, state, SystemClock(), _read, _say))


def ask(desk: Desk) -> Document:
    """Ask until the note may go. Raises NotYet, Stopped and StoreError; what was decided stays decided."""
    asking = questions(desk)
    asked = next(asking, None)
    while asked is not None:
        try:
            asked = asking.send(desk.answer())
        except StopIteration:
            asked = None
    return desk.prepared().note.document


def _read() -> str | None:
    print("> ", end="", file=sys.stderr, flush=True)
    line = sys.stdin.readline()
    return line.rstrip("\r\n") if line else None


def _say(line: str) -> None:
    """Show a line as it is, or in rows that fit; they stand under the first word of the first row."""
    from rich.cells import cell_len

    width = max(shutil.get_terminal_size().columns - 1, 20)
    if cell_len(line) <= width:
        print(line, file=sys.stderr)
        return
    head = _NUMBER.match(line)
    start = head[0] if head else ""
    for row in wrapped(line[len(start) :], width - len(start)):
        print(f"{start}{row}", file=sys.stderr)
        start = " " * len(start)
