"""A command, read: what somebody wants of the meeting, asks of the screen, or does beside it (contract 2).

Each subject has its file, with a table of its commands.
"""

from __future__ import annotations

from facilitator.capture.commands.clock import DEFAULT_MORE
from facilitator.capture.commands.read import read_command, usage
from facilitator.capture.commands.wanted import (
    Action,
    Ask,
    KeepIn,
    Leave,
    Prompt,
    Question,
    Readback,
    Reopen,
    ShareOut,
    ShowPractice,
    Take,
    Voice,
    Wait,
    Wanted,
)

__all__ = [
    "DEFAULT_MORE",
    "Action",
    "Ask",
    "KeepIn",
    "Leave",
    "Prompt",
    "Question",
    "Readback",
    "Reopen",
    "ShareOut",
    "ShowPractice",
    "Take",
    "Voice",
    "Wait",
    "Wanted",
    "read_command",
    "usage",
]
