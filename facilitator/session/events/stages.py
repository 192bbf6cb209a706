"""Which stage is the running one."""

from __future__ import annotations

from typing import Literal

from facilitator.session.events.envelope import Event


class StageEntered(Event, tag="stage_entered", kw_only=True, frozen=True):
    """A stage begins, or goes on after an interruption."""

    stage: str
    how: Literal["start", "next", "back", "goto", "skip", "return"] = "next"
    why: str = ""
    """In a person's words, why the stage before was skipped."""
    later: bool = False
    """The stage before was skipped and is kept for later."""


class SilenceInserted(Event, tag="silence_inserted", kw_only=True, frozen=True):
    """A silence that the agenda does not have, put into the running stage, which goes on afterwards."""

    stage: str
    """Id of the inserted stage, unique in the session."""
    seconds: float


class TopicTakenUp(Event, tag="topic_taken_up", kw_only=True, frozen=True):
    """A topic kept for later is held now, in a stage put into the running one, which goes on afterwards."""

    number: int
    """The number of its line."""
    stage: str
    """Id of the inserted stage, unique in the session."""
    seconds: float


class StageTakenUp(Event, tag="stage_taken_up", kw_only=True, frozen=True):
    """A stage that was kept for later is held now; the running one goes on afterwards."""

    stage: str


STAGE_BEGINS = StageEntered | SilenceInserted | TopicTakenUp | StageTakenUp
"""Whatever makes another stage the running one."""
