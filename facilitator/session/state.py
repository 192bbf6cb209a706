"""The state of a session: what the events so far amount to. Immutable; `evolve` makes the next one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Literal

import immutables
from msgspec import Struct

from facilitator.agenda.blocks import find_planned, named, times_planned
from facilitator.agenda.breakouts import Groups
from facilitator.agenda.model import Agenda, Planned, Stage
from facilitator.session.events import FIRST_RANK, AnyEvent, NoteKind, Role
from facilitator.session.row import Row

Phase = Literal["lobby", "running", "closed"]


class Moment(Struct, frozen=True):
    """Now, as the session sees it: `t` seconds of its own clock, and the wall clock in UTC for people."""

    t: float
    at: datetime


class Person(Struct, frozen=True):
    """Somebody in the session."""

    name: str
    here: bool = True
    guest: bool = False


class Note(Struct, frozen=True, kw_only=True):
    """A captured line as it stands now."""

    number: int
    kind: NoteKind
    text: str
    speakers: tuple[str, ...] = ()
    owners: tuple[str, ...] = ()
    due: str = ""
    pod_only: bool = False
    stage: str = ""
    at: str = ""
    """UTC instant it was captured, or speaks of when it was handed in later."""
    t: float = 0.0
    place: tuple[str, int, str] | None = None
    """Where it was moved to: as if captured at that instant as the line of that number, with that rank."""

    @property
    def order(self) -> tuple[str, int, str]:
        """What lines of one stage are ordered by."""
        return self.place or (self.at, self.number, FIRST_RANK)


class Card(Struct, frozen=True):
    """The card on the chair's screen."""

    dimension: str
    id: str
    text: str


class Final(Struct, frozen=True, kw_only=True):
    """The minutes as they were when they were made final: what a later correction is told against."""

    version: int
    who: str = ""
    at: str = ""
    """UTC instant."""
    notes: immutables.Map[int, Note] = immutables.Map()
    struck: immutables.Map[int, None] = immutables.Map()
    people: tuple[Person, ...] = ()
    next_meeting: NextMeeting | None = None


class Approval(Struct, frozen=True, kw_only=True):
    """Somebody's yes to one text that goes beyond the pod, and when (UTC instant) it was said."""

    giver: str
    digest: str
    left_out: tuple[int, ...] = ()
    at: str = ""


class NextMeeting(Struct, frozen=True):
    """When and in which zone the pod meets next (UTC instant, IANA or written zone), and who does what."""

    when: str = ""
    zone: str = "UTC"
    chair: str = ""
    keeper: str = ""
    giver: str = ""


class Visit(Struct, frozen=True):
    """One stay in a stage, finished or running: `seconds` is what finished stays took, pauses not counted."""

    stage: str
    at: str
    """UTC instant it began."""
    seconds: float = 0.0


class State(Struct, frozen=True, kw_only=True):
    """All that is known of a session. Folding its log again gives the same state."""

    agenda: Agenda
    title: str = ""
    zone: str = "UTC"
    rehearsal: bool = False
    speed: float = 1.0
    mishaps: str = ""
    """The seed of what goes less smoothly in a rehearsal; empty: all goes smoothly."""
    minutes: float | None = None
    until: str = ""
    opened_at: str = ""
    asked: tuple[str, ...] = ()
    """Questions of the agenda's banks that earlier sessions had, the longest ago first."""

    people: tuple[Person, ...] = ()
    chair: str = ""
    lead: str = ""
    """Who leads in the chair's place, as guest facilitator; empty while the chair leads."""
    led: tuple[str, ...] = ()
    """Who has led in the chair's place, the first one first."""
    keeper: str = ""
    giver: str = ""
    """Who gives the case that is running; between cases the one of the case before."""
    givers: tuple[str, ...] = ()
    """Who gives each case, the first one first; empty names and missing ones are open."""

    phase: Phase = "lobby"
    started_at: str = ""
    started_t: float = 0.0
    """When the running time began, in `t`, moved forward by what pauses took."""
    closed_at: str = ""
    closed_t: float = 0.0
    version: int = 0
    """0: draft; from 1 on: final."""
    promised: str = ""
    """The end that was promised (UTC)."""

    plan: tuple[Planned, ...] = ()
    """The stages of this meeting in order, dropped ones left out."""
    dropped: tuple[str, ...] = ()
    inserted: immutables.Map[str, Stage] = immutables.Map()
    """Stages that the agenda does not have, by id (silences)."""
    stage: str = ""
    """Id of the running stage; empty in the lobby."""
    interrupted: str = ""
    """Id of the stage to return to after an inserted silence, or after what was taken up."""
    outer: str = ""
    """Id of the stage to return to after the interrupted one: a silence can be put into what was taken up."""
    entered_t: float = 0.0
    """When the running stay began, in `t`, moved forward by what pauses took."""
    paused_t: float | None = None
    planned: immutables.Map[str, float] = immutables.Map()
    """Seconds planned for each stage now, with what was given and taken."""
    spent: immutables.Map[str, float] = immutables.Map()
    """Seconds that finished stays took, by stage id."""
    visits: Sequence[Visit] = Row()
    reasons: immutables.Map[str, str] = immutables.Map()
    """Why stages were skipped, by stage id."""
    put_off: immutables.Map[str, float] = immutables.Map()
    """Stages that were skipped and kept for later, by id, with when (`t`)."""
    taken_up: immutables.Map[int, str] = immutables.Map()
    """Topics that were taken up, by the number of their line, with the id of the stage that holds them."""

    whose: immutables.Map[str, str] = immutables.Map()
    """Whose each time of a block repeated for each person is, once it has begun, by `block#number`."""
    grouped: immutables.Map[str, Groups] = immutables.Map()
    """The small groups of a block repeated for each member, as they were when it began, by block."""
    served: immutables.Map[str, tuple[str, ...]] = immutables.Map()
    """Whose each time of such a block is, one of each group, once it has begun, by `block#number`."""
    gathered: tuple[str, ...] = ()
    """Who was here when the running stage with small groups began: they stay in company."""

    turn: str = ""
    turn_t: float = 0.0
    """When the running turn began, in `t`, moved forward by what pauses took."""
    heard_in: immutables.Map[str, tuple[str, ...]] = immutables.Map()
    """Who has had a turn (or passed), by stage id, in the order of their turns."""
    asked_again_in: immutables.Map[str, tuple[str, ...]] = immutables.Map()
    """Who passed and was asked again, by stage id."""
    order_in: immutables.Map[str, tuple[str, ...]] = immutables.Map()
    """The order of a round that was ordered on purpose, by stage id."""
    passed_in: immutables.Map[str, tuple[str, ...]] = immutables.Map()

    card: Card | None = None
    notes: immutables.Map[int, Note] = immutables.Map()
    struck: immutables.Map[int, None] = immutables.Map()
    """Numbers of struck lines."""
    forgotten: immutables.Map[int, None] = immutables.Map()
    """Numbers of lines whose words were let go with their case."""
    merged: immutables.Map[int, int] = immutables.Map()
    """Numbers of lines that are part of another one now, each with the number of that one."""
    taken_back: immutables.Map[int, None] = immutables.Map()
    """Numbers of lines that undo took back: not given again, and their words can still be struck."""
    last_number: int = 0
    """The highest number that a line was ever given."""
    pens_down: bool = False
    away: float | None = None
    """Seconds away that nobody has yet said to count or to leave out."""
    next_meeting: NextMeeting = NextMeeting()
    read_back: bool = False
    roll_called: bool = False
    """Somebody said that all who are not marked away were here."""
    agreed: immutables.Map[int, tuple[str, ...]] = immutables.Map()
    """Who agreed to a line as it stands, by its number."""
    done: immutables.Map[int, str] = immutables.Map()
    """Next steps that are done, by number, each with the instant (UTC) at which that was said."""
    finals: tuple[Final, ...] = ()
    """Each version of the minutes that was made final, the first one first."""
    beyond: tuple[Approval, ...] = ()
    """Who said yes to a text beyond the pod: the last yes of each, the newest last."""

    last_t: float = 0.0
    last_at: str = ""
    past: Past | None = None
    """The active events, newest first, each with the state before it: what undo walks back."""
    depth: int = 0
    undone: Sequence[Undoing] = Row()
    """Causes that can be redone, newest last."""

    @property
    def corrected(self) -> bool:
        """Whether something that the minutes say was changed since they were last made final."""
        if not self.finals:
            return False
        last = self.finals[-1]
        return (last.notes, last.struck, last.people, last.next_meeting) != (
            self.notes,
            self.struck,
            self.people,
            self.next_meeting,
        )

    def role(self, role: Role) -> str:
        """Who has this role now; empty where it is open."""
        return {"chair": self.chair, "keeper": self.keeper, "giver": self.giver}[role]

    @property
    def leader(self) -> str:
        """Who leads now: the guest facilitator, else the chair; empty where nobody is named."""
        return self.lead or self.chair

    @property
    def place(self) -> str:
        """Id of the stage at which the meeting stands in its running order, whatever is put into it."""
        return self.outer or self.interrupted or self.stage

    @property
    def heard(self) -> tuple[str, ...]:
        """Who has had a turn (or passed) in the running stage."""
        return self.heard_in.get(self.stage, ())

    @property
    def passed(self) -> tuple[str, ...]:
        """Who has passed in the running stage."""
        return self.passed_in.get(self.stage, ())

    def ordered_notes(self) -> list[Note]:
        """The captured lines in the order of their numbers, moved ones where they were put."""
        return sorted(self.notes.values(), key=lambda note: (*note.order[1:], note.number))

    def names(self) -> tuple[str, ...]:
        """Everybody in the session, here or not."""
        return tuple(person.name for person in self.people)

    def here(self) -> tuple[str, ...]:
        """Who is here now."""
        return tuple(person.name for person in self.people if person.here)

    def find_stage(self, stage_id: str) -> Stage:
        """The stage of that id: of the agenda, as it is planned (`share#2`), or inserted.

        Raises KeyError where there is none.
        """
        inserted = self.inserted.get(stage_id)
        if inserted is not None:
            return inserted
        placed = find_planned(self.agenda, stage_id)
        if not placed.number:
            return placed.stage
        ids = [item.id for item in self.plan]
        if not 1 <= placed.number <= times_planned(placed.stage, (*ids, *self.dropped)):
            raise KeyError(stage_id)
        return named(placed, max(times_planned(placed.stage, ids), placed.number))


class Past(Struct, frozen=True):
    """One active event and the state before it."""

    event: AnyEvent
    before: State


class Undoing(Struct, frozen=True):
    """A cause that was undone: its events, and how deep in the past they began."""

    cause: str
    events: tuple[AnyEvent, ...]
    depth: int
