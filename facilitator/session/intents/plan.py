"""To change stages to come."""

from __future__ import annotations

from facilitator.session.events import Shift
from facilitator.session.intents.intent import Intent


class ShiftPlan(Intent, frozen=True):
    """Give stages to come more or less time, each by so many seconds."""

    shifts: tuple[Shift, ...]


class DropStage(Intent, frozen=True):
    """Leave out a stage to come, by its id."""

    stage: str


class AddStage(Intent, frozen=True):
    """Put a stage behind the running one: one of `added.KINDS`, so many seconds."""

    kind: str
    seconds: float


class SwapStages(Intent, frozen=True):
    """Let two stages to come change places, by their ids."""

    first: str
    second: str


class AddCase(Intent, frozen=True):
    """One more case or topic, with so many seconds in all; 0: as many as the last one."""

    seconds: float = 0.0
