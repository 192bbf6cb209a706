"""What has happened: the events of a session, one line each in `events.jsonl` (contract 1).

Every event is decided bare and then stamped with the envelope `id`, `at`, `t`, `by`, `cause`. Names in
events are full names. Durations are seconds, `t` is seconds of the session's own clock, instants are UTC to
the millisecond.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from facilitator.agenda.model import Agenda, Planned, Stage

FORMAT = 1

NoteKind = Literal["note", "question", "takeaway", "step", "decision", "later"]
"""`later` is a topic kept for later: captured like a note, numbered like a note."""

Role = Literal["chair", "keeper", "giver"]
"""The case giver is `giver` and the record keeper `keeper`, as in the commands that give the roles."""


class Event(Struct, frozen=True, kw_only=True, tag_field="type", omit_defaults=False):
    """The envelope that every event carries."""

    id: str = ""
    at: str = ""
    t: float = 0.0
    by: str = ""
    cause: str = ""


class SessionOpened(Event, tag="session_opened", kw_only=True, frozen=True):
    """The first line: all that the session depends on, so that it needs no other file."""

    format: int = FORMAT
    program: str = ""
    agenda: Agenda
    people: tuple[str, ...] = ()
    chair: str = ""
    keeper: str = ""
    giver: str = ""
    givers: tuple[str, ...] = ()
    """Who gives each case, where more than one is named; an empty name is one still open."""
    title: str = ""
    zone: str = "UTC"
    """IANA name of the zone that printed times are in."""
    minutes: float | None = None
    """The length that was asked for, in minutes, if any."""
    until: str = ""
    """The end that was asked for (UTC), if any."""
    asked: tuple[str, ...] = ()
    """Questions of the agenda's banks that earlier sessions of the pod had, the longest ago first."""
    rehearsal: bool = False
    speed: float = 1.0
    """How many seconds of a rehearsal pass in one second; 0: only `/wait` moves the clock."""
    mishaps: str = ""
    """The seed of what goes less smoothly in a rehearsal; empty: all goes smoothly."""
    boot: str = ""
    """Which boot of the machine `clock` belongs to."""
    clock: float = 0.0
    """The machine's own clock, seconds since that boot."""


class SessionResumed(Event, tag="session_resumed", kw_only=True, frozen=True):
    """The session was opened again after `away` seconds, which are not counted until that is said."""

    away: float = 0.0
    boot: str = ""
    clock: float = 0.0


class AwaySettled(Event, tag="away_settled", kw_only=True, frozen=True):
    """The time away was counted into the running stage, or left out."""

    counted: bool
    seconds: float = 0.0


class MeetingStarted(Event, tag="meeting_started", kw_only=True, frozen=True):
    """The lobby was left: the plan as fitted to the people present, and the end that was promised (UTC)."""

    plan: tuple[Planned, ...]
    dropped: tuple[str, ...] = ()
    """Ids of optional stages that the fitting dropped."""
    promised: str


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


class Paused(Event, tag="paused", kw_only=True, frozen=True):
    """The clock stands still; the planned end moves."""


class Unpaused(Event, tag="unpaused", kw_only=True, frozen=True):
    """The clock runs again."""


class TimeChanged(Event, tag="time_changed", kw_only=True, frozen=True):
    """The running stage has more seconds than planned, or fewer (negative)."""

    seconds: float


class StageBackdated(Event, tag="stage_backdated", kw_only=True, frozen=True):
    """The running stage in truth began so many seconds ago; the stage before gives them up."""

    seconds: float


class EndMoved(Event, tag="end_moved", kw_only=True, frozen=True):
    """The promised end of the meeting is another instant (UTC)."""

    promised: str


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


class RoundOrdered(Event, tag="round_ordered", kw_only=True, frozen=True):
    """The running round goes in this order, whoever else is in it behind them."""

    names: tuple[str, ...]


class TurnTaken(Event, tag="turn_taken", kw_only=True, frozen=True):
    """It is this person's turn. An empty name (after closing) is a turn whose name was let go."""

    name: str


class TurnPassed(Event, tag="turn_passed", kw_only=True, frozen=True):
    """This person passed, without comment."""

    name: str


class PersonArrived(Event, tag="person_arrived", kw_only=True, frozen=True):
    """Somebody is here (again)."""

    name: str


class PersonLeft(Event, tag="person_left", kw_only=True, frozen=True):
    """Somebody is away."""

    name: str


class GuestJoined(Event, tag="guest_joined", kw_only=True, frozen=True):
    """Somebody new is here for this meeting."""

    name: str


class RoleGiven(Event, tag="role_given", kw_only=True, frozen=True):
    """A role changes hands. An empty name leaves the role open."""

    role: Role
    name: str
    case: int = 0
    """Which case the giver gives (from 1); 0: the one that is running or comes next."""


class LeadGiven(Event, tag="lead_given", kw_only=True, frozen=True):
    """A guest facilitator leads from now on, in the chair's place. Empty: the chair leads again."""

    name: str = ""


class CardShown(Event, tag="card_shown", kw_only=True, frozen=True):
    """A card from a deck is on the chair's screen."""

    dimension: str
    card: str
    """Id of the card in its deck."""
    text: str


FIRST_RANK = "i"
"""The rank of a line that was never moved: there is room before and behind it."""


class NoteCaptured(Event, tag="note_captured", kw_only=True, frozen=True):
    """A line was captured. Its number is stable."""

    number: int
    kind: NoteKind
    text: str
    speakers: tuple[str, ...] = ()
    owners: tuple[str, ...] = ()
    due: str = ""
    """ISO date (local to the session), or empty."""
    pod_only: bool = False
    stage: str = ""
    """Id of the stage it belongs to; empty before the meeting has begun."""
    when: str = ""
    """For lines handed in later: the instant (UTC) they speak of."""


class NoteEdited(Event, tag="note_edited", kw_only=True, frozen=True):
    """A captured line as it stands now, whole."""

    number: int
    kind: NoteKind
    text: str
    speakers: tuple[str, ...] = ()
    owners: tuple[str, ...] = ()
    due: str = ""
    pod_only: bool = False


class NoteStruck(Event, tag="note_struck", kw_only=True, frozen=True):
    """A line was struck: its words are taken out of the file as well."""

    number: int


class NoteMoved(Event, tag="note_moved", kw_only=True, frozen=True):
    """A captured line stands elsewhere: in this stage, where one captured at `when` as line `line` would be.

    `rank` orders the lines that share such a place; a line that was never moved has `FIRST_RANK` in its own.
    """

    number: int
    stage: str
    when: str
    line: int
    rank: str


class NotesMerged(Event, tag="notes_merged", kw_only=True, frozen=True):
    """Some lines are part of another one, whose `NoteEdited` holds their words; this says only which."""

    number: int
    gone: tuple[int, ...]


class NoteSplit(Event, tag="note_split", kw_only=True, frozen=True):
    """Part of a line is a line of its own, whose `NoteCaptured` holds it; this says only which."""

    number: int
    new: int


class MergeSettled(Event, tag="merge_settled", kw_only=True, frozen=True):
    """A merge that can no longer be taken back: one of its lines was struck, and its history had to go."""

    number: int
    gone: tuple[int, ...]


class PensPut(Event, tag="pens_put", kw_only=True, frozen=True):
    """Pens down (nothing is written) or up again."""

    down: bool


class NextMeetingSet(Event, tag="next_meeting_set", kw_only=True, frozen=True):
    """When the pod meets next: an instant (UTC) and the zone it was given in. Empty: none is set."""

    when: str
    zone: str = "UTC"


class NextRoleSet(Event, tag="next_role_set", kw_only=True, frozen=True):
    """Who has a role next time."""

    role: Role
    name: str


class ReadBack(Event, tag="read_back", kw_only=True, frozen=True):
    """Takeaways and next steps were read back to the group."""


class RollCalled(Event, tag="roll_called", kw_only=True, frozen=True):
    """Somebody looked at who is there: all who are not marked away were here."""


class LinesAgreed(Event, tag="lines_agreed", kw_only=True, frozen=True):
    """Somebody agrees to these lines as they stand now: an owner to her steps, the giver to the case."""

    name: str
    numbers: tuple[int, ...]


class NotesForgotten(Event, tag="notes_forgotten", kw_only=True, frozen=True):
    """The words of these lines are let go for good; takeaways, steps and decisions stay."""

    numbers: tuple[int, ...]
    whole: bool = False
    """The case as a whole: its title and the reasons for skipped stages go as well."""


class MeetingClosed(Event, tag="meeting_closed", kw_only=True, frozen=True):
    """The meeting is over; its minutes are a draft."""


class MinutesFinalised(Event, tag="minutes_finalised", kw_only=True, frozen=True):
    """The minutes are final."""

    version: int = 1
    who: str = ""
    """Who answers for them: the record keeper, else the chair; empty where neither is named."""


class BeyondApproved(Event, tag="beyond_approved", kw_only=True, frozen=True):
    """Somebody said yes to a text that goes beyond the pod: to exactly this one. It holds no words of it."""

    giver: str
    """Who said yes: the case giver, or whoever must be asked where nobody gave a case."""
    digest: str
    """SHA-256 (hexadecimal) of what the text says; another text needs another yes."""
    left_out: tuple[int, ...] = ()
    """Numbers of the lines that the pod kept out of this text."""


class BeyondWithdrawn(Event, tag="beyond_withdrawn", kw_only=True, frozen=True):
    """Somebody takes back the yes to a text that goes beyond the pod."""

    giver: str


class Undone(Event, tag="undone", kw_only=True, frozen=True):
    """All events of one cause are skipped when folding."""

    undone: str


class Redone(Event, tag="redone", kw_only=True, frozen=True):
    """The events of an undone cause count again, in their old place."""

    redone: str


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
    | NotesForgotten
    | MeetingClosed
    | MinutesFinalised
    | BeyondApproved
    | BeyondWithdrawn
    | Undone
    | Redone
)
