"""What a command wants beside the intents of the session."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from facilitator.session import intents as it

Question = Literal[
    "say",
    "time",
    "who",
    "agenda",
    "notes",
    "steps",
    "help",
    "quiet",
    "late",
    "peek",
    "hard",
    "practices",
    "hints",
    "voices",
    "airtime",
    "later",
    "sheet",
]


class Ask(Struct, frozen=True):
    """Something the views answer. `words` are what came after `/help`."""

    what: Question
    words: str = ""


class Leave(Struct, frozen=True):
    """Leave; the session stays open."""


class Wait(Struct, frozen=True):
    """In a rehearsal: let so many seconds go by."""

    seconds: float


class Prompt(Struct, frozen=True):
    """A card is wanted; the dimension is as typed, and empty where none was said."""

    dimension: str


class ShowPractice(Struct, frozen=True):
    """One of the leadership practices is to be read aloud: its number, or words of its name."""

    words: str


class Voice(Struct, frozen=True):
    """This person speaks now, for the chair's own eyes; an empty name: nobody does."""

    name: str


class Reopen(Struct, frozen=True):
    """A kept line is to be opened in the line."""

    number: int


class Readback(Struct, frozen=True):
    """Takeaways and next steps are to be read back to the group."""


class Take(Struct, frozen=True):
    """One of the offers is taken, by its number (from 1)."""

    number: int


class KeepIn(Struct, frozen=True):
    """The session is to be kept in another folder from now on."""

    folder: str


class ShareOut(Struct, frozen=True):
    """The minutes are to be taken along; the words say how."""

    words: str


Action = ShareOut | Leave | Wait | Prompt | ShowPractice | Voice | Reopen | Readback | KeepIn | Take
Wanted = it.Intent | Ask | Action
