"""What it takes to read a command."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from msgspec import Struct

from facilitator.capture.commands.wanted import Wanted
from facilitator.capture.names import Roster
from facilitator.session import intents as it
from facilitator.session.state import Moment, State


class Call(Struct, frozen=True):
    """A command and all that it needs to be read."""

    name: str
    rest: str
    state: State
    roster: Roster
    today: date
    now: Moment


Reader = Callable[[Call], Wanted]
"""Reads one command. Raises Refused for words that are wrong."""


def always(intent: it.Intent) -> Reader:
    """The reader of a command that takes no words."""
    return lambda call: intent
