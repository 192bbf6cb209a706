"""What a person wants: a key press, a typed line or a wish from another room, as data.

Names are full names, already resolved by `capture`; durations are seconds; instants are UTC ISO strings.
Each subject has its file, as with the events; all of them are read from here.
"""

from __future__ import annotations

from facilitator.session.intents.cards import ShowCard
from facilitator.session.intents.clock import CountAway, EndAt, Less, More, Pause, Resume, SkipAway, Started
from facilitator.session.intents.closing import (
    Agree,
    CallRoll,
    Close,
    Forget,
    MarkDone,
    Meet,
    NextRole,
    SayReadBack,
)
from facilitator.session.intents.intent import Intent
from facilitator.session.intents.minutes import ApproveBeyond, Finalise, WithdrawBeyond
from facilitator.session.intents.notes import (
    Capture,
    CaptureBlock,
    Edit,
    Merge,
    Move,
    PensDown,
    PensUp,
    Split,
    Strike,
)
from facilitator.session.intents.people import (
    Away,
    GiveRole,
    Here,
    Join,
    Lead,
    MeetIn,
    OrderRound,
    Pass,
    Turn,
)
from facilitator.session.intents.plan import AddCase, AddStage, DropStage, ShiftPlan, SwapStages
from facilitator.session.intents.stages import Back, Go, GoTo, Next, Silence, Skip, TakeUp
from facilitator.session.intents.undoing import Redo, Undo

__all__ = [
    "AddCase",
    "AddStage",
    "Agree",
    "ApproveBeyond",
    "Away",
    "Back",
    "CallRoll",
    "Capture",
    "CaptureBlock",
    "Close",
    "CountAway",
    "DropStage",
    "Edit",
    "EndAt",
    "Finalise",
    "Forget",
    "GiveRole",
    "Go",
    "GoTo",
    "Here",
    "Intent",
    "Join",
    "Lead",
    "Less",
    "MarkDone",
    "Meet",
    "MeetIn",
    "Merge",
    "More",
    "Move",
    "Next",
    "NextRole",
    "OrderRound",
    "Pass",
    "Pause",
    "PensDown",
    "PensUp",
    "Redo",
    "Resume",
    "SayReadBack",
    "ShiftPlan",
    "ShowCard",
    "Silence",
    "Skip",
    "SkipAway",
    "Split",
    "Started",
    "Strike",
    "SwapStages",
    "TakeUp",
    "Turn",
    "Undo",
    "WithdrawBeyond",
]
