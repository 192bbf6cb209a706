"""What is kept of a session so that its lines can be found. Only data, so that a warm search is light."""

from __future__ import annotations

from msgspec import Struct

from facilitator.session.events import NoteKind


class Kept(Struct, frozen=True, kw_only=True, array_like=True, gc=False):
    """A captured line as it stands in the minutes. `stage` is its name, `due` an ISO date or empty."""

    number: int
    kind: NoteKind
    text: str
    speakers: tuple[str, ...] = ()
    owners: tuple[str, ...] = ()
    due: str = ""
    pod_only: bool = False
    stage: str = ""
    done: bool = False
    """A next step that somebody has marked as done."""
    before: str = ""
    """The line before it in the same stage, shortened, with its number and who said it."""


class Record(Struct, frozen=True, kw_only=True):
    """A session with its lines in the order of their numbers."""

    place: str
    """`sessions/NAME` or `rehearsals/NAME`; the whole folder where the session was moved out of the home."""
    start: str = ""
    """The instant (UTC) it was opened, by which sessions are ordered."""
    day: str = ""
    """The day it began, in its own zone (ISO)."""
    format: str = ""
    title: str = ""
    trouble: str = ""
    """In sentences, what of it could not be read."""
    notes: tuple[Kept, ...] = ()

    @property
    def is_rehearsal(self) -> bool:
        """Whether it was practice."""
        return self.place.startswith("rehearsals/")


class Hit(Struct, frozen=True, gc=False):
    """A line that was looked for, with its session."""

    place: str
    day: str
    format: str
    title: str
    note: Kept

    @property
    def session(self) -> str:
        """What its session is called on the command line."""
        return session_at(self.place)


def session_at(place: str) -> str:
    """What the session at a place is called on the command line: its name; outside the home its folder."""
    kind, _slash, name = place.partition("/")
    return name if kind in ("sessions", "rehearsals") else place


class Found(Struct, frozen=True):
    """Lines that were looked for, the first of them or all, and how many there are in all."""

    hits: list[Hit]
    count: int


def is_open(note: Kept) -> bool:
    """Whether a line is a next step that is still to be done, due or not."""
    return note.kind == "step" and not note.done
