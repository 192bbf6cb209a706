"""Captured lines: their words, their kinds and their places."""

from __future__ import annotations

from typing import Literal

from facilitator.session.events.envelope import Event

NoteKind = Literal["note", "question", "takeaway", "step", "decision", "later"]
"""`later` is a topic kept for later: captured like a note, numbered like a note."""


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
