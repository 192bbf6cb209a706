"""What a person wants: a key press, a typed line or a wish from another room, as data.

Names are full names, already resolved by `capture`; durations are seconds; instants are UTC ISO strings.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from facilitator.session.events import NoteKind, Role, Shift


class Intent(Struct, frozen=True):
    """What one can want. `decide` answers with events or refuses with a sentence."""


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


class Pause(Intent, frozen=True):
    """Stop the clock."""


class Resume(Intent, frozen=True):
    """Let the clock run again."""


class More(Intent, frozen=True):
    """Give the running stage more time (seconds > 0)."""

    seconds: float


class Less(Intent, frozen=True):
    """Take time from the running stage (seconds > 0)."""

    seconds: float


class Started(Intent, frozen=True):
    """The running stage in truth began so many seconds ago."""

    seconds: float


class EndAt(Intent, frozen=True):
    """Promise another end of the meeting (UTC)."""

    when: str


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


class OrderRound(Intent, frozen=True):
    """Let the running round go in this order."""

    names: tuple[str, ...]


class Turn(Intent, frozen=True):
    """Give somebody the turn; without a name, the next person of the round."""

    name: str = ""


class Pass(Intent, frozen=True):
    """Whose turn it is passes."""


class Silence(Intent, frozen=True):
    """Insert a silence of so many seconds, then return."""

    seconds: float


class Here(Intent, frozen=True):
    """Somebody has come (back)."""

    name: str


class Away(Intent, frozen=True):
    """Somebody has gone, or is not here."""

    name: str


class Join(Intent, frozen=True):
    """A guest joins."""

    name: str


class GiveRole(Intent, frozen=True):
    """Give a role to somebody. `case` names the giver of that case (from 1); 0: the running or next one."""

    role: Role
    name: str
    case: int = 0


class Lead(Intent, frozen=True):
    """A guest facilitator leads: somebody of the session, or a new guest. An empty name: the chair again."""

    name: str = ""


class ShowCard(Intent, frozen=True):
    """Show a card to the chair."""

    dimension: str
    card: str
    text: str


class Capture(Intent, frozen=True, kw_only=True):
    """Keep a line. `stage` and `when` are set only for lines handed in afterwards."""

    kind: NoteKind
    text: str
    speakers: tuple[str, ...] = ()
    owners: tuple[str, ...] = ()
    due: str = ""
    pod_only: bool = False
    stage: str | None = None
    when: str = ""


class CaptureBlock(Intent, frozen=True):
    """Keep several lines at once: a paste, a block handed in. One undo."""

    lines: tuple[Capture, ...]


class Edit(Intent, frozen=True, kw_only=True):
    """Put a captured line in another form; what is None stays as it is."""

    number: int
    kind: NoteKind | None = None
    text: str | None = None
    speakers: tuple[str, ...] | None = None
    owners: tuple[str, ...] | None = None
    due: str | None = None
    pod_only: bool | None = None


class Move(Intent, frozen=True, kw_only=True):
    """Put a captured line elsewhere: a place up or down, next to another line, or last in a stage."""

    number: int
    how: Literal["up", "down", "above", "below", "to"]
    other: int = 0
    stage: str = ""


class Merge(Intent, frozen=True):
    """Make one line of several (at least two): the first one, with the words of the others behind its own."""

    numbers: tuple[int, ...]


class Split(Intent, frozen=True):
    """Make two lines of one: what begins at `at` (characters of its text) becomes a line of its own."""

    number: int
    at: int


class Undo(Intent, frozen=True):
    """Take back the last thing that can be taken back."""


class Redo(Intent, frozen=True):
    """Do again what was just undone."""


class Strike(Intent, frozen=True):
    """Take a line's words out of everything; without a number, the newest line."""

    number: int | None = None


class PensDown(Intent, frozen=True):
    """Nothing is written until pens are up."""


class PensUp(Intent, frozen=True):
    """Writing is welcome again."""


class Meet(Intent, frozen=True):
    """When the pod meets next (UTC), and the zone it was said in. An empty `when` takes it away."""

    when: str
    zone: str = "UTC"


class NextRole(Intent, frozen=True):
    """Who has this role next time. An empty name takes it away."""

    role: Role
    name: str


class CountAway(Intent, frozen=True):
    """Count the time away into the running stage."""


class SkipAway(Intent, frozen=True):
    """Leave the time away out."""


class SayReadBack(Intent, frozen=True):
    """Takeaways and next steps have been read back."""


class CallRoll(Intent, frozen=True):
    """All who are not marked away were here."""


class Agree(Intent, frozen=True):
    """Somebody agrees to lines as they stand; without numbers, to all that are hers to agree to."""

    name: str
    numbers: tuple[int, ...] = ()


class Forget(Intent, frozen=True):
    """Let go the words of notes, and with `whole` of questions, topics, the title and reasons as well."""

    whole: bool = True


class ApproveBeyond(Intent, frozen=True, kw_only=True):
    """Somebody says yes to a text that goes beyond the pod, known by its digest."""

    giver: str
    digest: str
    left_out: tuple[int, ...] = ()


class WithdrawBeyond(Intent, frozen=True):
    """Somebody takes that yes back."""

    giver: str


class Close(Intent, frozen=True):
    """End the meeting; its minutes are a draft."""


class Finalise(Intent, frozen=True):
    """Make the minutes final (and end the meeting, if that was not yet done).

    Where they are final and were corrected since, this makes the next version.
    """
