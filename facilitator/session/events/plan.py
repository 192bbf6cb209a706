"""Stages to come are changed."""

from __future__ import annotations

from msgspec import Struct

from facilitator.agenda.model import Planned, Stage
from facilitator.session.events.envelope import Event


class Shift(Struct, frozen=True, kw_only=True):
    """So many seconds more (or fewer, negative) for one stage to come."""

    stage: str
    seconds: float


class PlanShifted(Event, tag="plan_shifted", kw_only=True, frozen=True):
    """Stages to come have more or less time than before: trimmed when late, or given what is in hand."""

    shifts: tuple[Shift, ...]


class StageDropped(Event, tag="stage_dropped", kw_only=True, frozen=True):
    """A stage to come is left out."""

    stage: str


class StageAdded(Event, tag="stage_added", kw_only=True, frozen=True):
    """A stage that the agenda does not have comes after the running one."""

    stage: Stage
    seconds: float


class StagesSwapped(Event, tag="stages_swapped", kw_only=True, frozen=True):
    """Two stages to come change places."""

    first: str
    second: str


class CaseAdded(Event, tag="case_added", kw_only=True, frozen=True):
    """A further case, or topic: the stages that are run for each come once more."""

    plan: tuple[Planned, ...]
