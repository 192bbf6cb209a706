"""To keep a line; to change, move, merge, split or strike one."""

from __future__ import annotations

from typing import Literal

from facilitator.session.events import NoteKind
from facilitator.session.intents.intent import Intent


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


class Strike(Intent, frozen=True):
    """Take a line's words out of everything; without a number, the newest line."""

    number: int | None = None


class PensDown(Intent, frozen=True):
    """Nothing is written until pens are up."""


class PensUp(Intent, frozen=True):
    """Writing is welcome again."""
