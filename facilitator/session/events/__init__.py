"""What has happened: the events of a session, one line each in `events.jsonl` (contract 1).

Every event is decided bare and then stamped with the envelope `id`, `at`, `t`, `by`, `cause`. Names in
events are full names. Durations are seconds, `t` is seconds of the session's own clock, instants are UTC to
the millisecond. A file a subject; all of them are read from here.
"""

from __future__ import annotations

from facilitator.session.events.cards import CardShown
from facilitator.session.events.clock import EndMoved, Paused, StageBackdated, TimeChanged, Unpaused
from facilitator.session.events.closing import (
    LinesAgreed,
    MeetingClosed,
    NextMeetingSet,
    NextRoleSet,
    NotesForgotten,
    ReadBack,
    RollCalled,
    StepDone,
)
from facilitator.session.events.envelope import Event
from facilitator.session.events.minutes import BeyondApproved, BeyondWithdrawn, MinutesFinalised
from facilitator.session.events.notes import (
    FIRST_RANK,
    MergeSettled,
    NoteCaptured,
    NoteEdited,
    NoteKind,
    NoteMoved,
    NotesMerged,
    NoteSplit,
    NoteStruck,
    PensPut,
)
from facilitator.session.events.opening import (
    FORMAT,
    AwaySettled,
    MeetingStarted,
    SessionOpened,
    SessionResumed,
)
from facilitator.session.events.people import (
    GuestJoined,
    LeadGiven,
    PersonArrived,
    PersonLeft,
    PlaceChanged,
    Role,
    RoleGiven,
    RoundOrdered,
    TurnPassed,
    TurnTaken,
)
from facilitator.session.events.plan import (
    CaseAdded,
    PlanShifted,
    Shift,
    StageAdded,
    StageDropped,
    StagesSwapped,
)
from facilitator.session.events.stages import (
    STAGE_BEGINS,
    SilenceInserted,
    StageEntered,
    StageTakenUp,
    TopicTakenUp,
)
from facilitator.session.events.undoing import Redone, Undone

AnyEvent = (
    SessionOpened
    | SessionResumed
    | AwaySettled
    | MeetingStarted
    | StageEntered
    | SilenceInserted
    | TopicTakenUp
    | StageTakenUp
    | Paused
    | Unpaused
    | TimeChanged
    | StageBackdated
    | EndMoved
    | PlanShifted
    | StageDropped
    | StageAdded
    | StagesSwapped
    | CaseAdded
    | RoundOrdered
    | TurnTaken
    | TurnPassed
    | PersonArrived
    | PersonLeft
    | GuestJoined
    | RoleGiven
    | LeadGiven
    | PlaceChanged
    | CardShown
    | NoteCaptured
    | NoteEdited
    | NoteStruck
    | NoteMoved
    | NotesMerged
    | NoteSplit
    | MergeSettled
    | PensPut
    | NextMeetingSet
    | NextRoleSet
    | ReadBack
    | RollCalled
    | LinesAgreed
    | StepDone
    | NotesForgotten
    | MeetingClosed
    | MinutesFinalised
    | BeyondApproved
    | BeyondWithdrawn
    | Undone
    | Redone
)

__all__ = [
    "FIRST_RANK",
    "FORMAT",
    "STAGE_BEGINS",
    "AnyEvent",
    "AwaySettled",
    "BeyondApproved",
    "BeyondWithdrawn",
    "CardShown",
    "CaseAdded",
    "EndMoved",
    "Event",
    "GuestJoined",
    "LeadGiven",
    "LinesAgreed",
    "MeetingClosed",
    "MeetingStarted",
    "MergeSettled",
    "MinutesFinalised",
    "NextMeetingSet",
    "NextRoleSet",
    "NoteCaptured",
    "NoteEdited",
    "NoteKind",
    "NoteMoved",
    "NoteSplit",
    "NoteStruck",
    "NotesForgotten",
    "NotesMerged",
    "Paused",
    "PensPut",
    "PersonArrived",
    "PersonLeft",
    "PlaceChanged",
    "PlanShifted",
    "ReadBack",
    "Redone",
    "Role",
    "RoleGiven",
    "RollCalled",
    "RoundOrdered",
    "SessionOpened",
    "SessionResumed",
    "Shift",
    "SilenceInserted",
    "StageAdded",
    "StageBackdated",
    "StageDropped",
    "StageEntered",
    "StageTakenUp",
    "StagesSwapped",
    "StepDone",
    "TimeChanged",
    "TopicTakenUp",
    "TurnPassed",
    "TurnTaken",
    "Undone",
    "Unpaused",
]
