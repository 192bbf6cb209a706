"""Which stage is to be the running one."""

from __future__ import annotations

from facilitator.session.intents.intent import Intent


class Go(Intent, frozen=True):
    """Leave the lobby and begin the first stage."""


class Next(Intent, frozen=True):
    """The next stage."""


class Back(Intent, frozen=True):
    """The stage before."""


class GoTo(Intent, frozen=True):
    """A stage by its number (from 1) or by its name or id."""

    stage: str


class Skip(Intent, frozen=True):
    """Leave this stage for the next one, saying why; `later`: it is kept for later."""

    why: str = ""
    later: bool = False


class TakeUp(Intent, frozen=True):
    """Hold now what was kept for later: a topic by its line's number, a stage by its id, else the last."""

    number: int | None = None
    stage: str = ""


class Silence(Intent, frozen=True):
    """Insert a silence of so many seconds, then return."""

    seconds: float
