"""What the line is about to become: its kind, whether it is private, the note being mended. No Textual here.

Where everybody is quiet, a line without a mark is *for me*: it goes to the scratch, in memory. Whether a line
is private is settled when it begins, and stays so until the line is empty again: text that was half typed
when the silence began is still for the meeting, and text begun in the silence stays private after it.
"""

from __future__ import annotations

from msgspec import Struct

from facilitator.capture.line import Command, Kept, Marks, Reading, read_line
from facilitator.capture.marks import narrow, toggle_pod_only, turn_kind
from facilitator.meeting.desk import roster_of, today_of
from facilitator.meeting.meeting import Meeting
from facilitator.meeting.scratch import Scratch
from facilitator.screens.choosing import OneOrSeveral, WhichDay
from facilitator.screens.completing import Completing
from facilitator.screens.refused_line import RefusedLine
from facilitator.session.events import NoteKind
from facilitator.session.evolve import last_cause
from facilitator.session.state import State
from facilitator.settings.model import USUAL, Settings

CYCLE: tuple[NoteKind, ...] = ("note", "question", "takeaway", "step", "decision", "later")
"""What Tab goes through; where everybody is quiet, *for me* comes first."""


def is_quiet(state: State) -> bool:
    """Whether everybody writes for themselves now: in a silence, and while a journal is written."""
    return state.phase == "running" and state.find_stage(state.stage).kind in ("silence", "writing")


class Half(Struct, frozen=True, kw_only=True):
    """A line that was put aside half typed, with all that was said about it."""

    text: str
    kind: NoteKind
    pod_only: bool
    for_me: bool
    editing: int | None
    mine: int | None
    draft: str
    """What of it may lie on disk."""


class HalfTyped:
    """A half-typed line of one meeting, and what was said about it."""

    def __init__(self, meeting: Meeting, scratch: Scratch, settings: Settings = USUAL) -> None:
        self.meeting = meeting
        self._completing = Completing(meeting)
        self.scratch = scratch
        self.settings = settings
        self.kind: NoteKind = "note"
        self.pod_only = False
        self.editing: int | None = None
        """The note that is being mended."""
        self.mine: int | None = None
        """The private line that is about to become a note."""
        self.for_me = False
        """Whether the line, as long as it has no mark, is private."""
        self.waiting: WhichDay | OneOrSeveral | None = None
        """What the line waits with until a key says which."""
        self.refused = RefusedLine(
            lambda longer: bool(self._completing.completions(longer, self._unmarked()))
        )
        self._aside: Half | None = None
        self._reading: tuple[object, Reading] | None = None
        self._opened = ""
        """The note that is being mended, as the line it was opened with."""
        self._turned = ""
        """The same line as keys that change its kind or its `~` have left it."""
        self._careful = 0
        """The offer that touches protected time and waits to be taken once more."""

    def settle(self, text: str) -> None:
        """Say how the line stands after it changed or a stage began: an empty one begins anew."""
        if isinstance(self.waiting, WhichDay) and self.waiting.text != text:
            self.waiting = None
        if not text:
            self.mine = None
            self.for_me = is_quiet(self.meeting.state)

    def waits(self) -> WhichDay | OneOrSeveral | None:
        """What the line still waits with: a paste only until something else was done."""
        if isinstance(self.waiting, OneOrSeveral) and last_cause(self.meeting.state) != self.waiting.cause:
            self.waiting = None
        return self.waiting

    def stop_waiting(self) -> bool:
        """Go back to the line; whether there was something to wait for."""
        waited, self.waiting = self.waits() is not None, None
        return waited

    def typed(self) -> None:
        """Something was typed: the question about a paste is over, and it stays as it is kept."""
        self.waiting = None

    def complete(self, text: str) -> str | None:
        """The text completed; again, as the next thing it could have become. None: nothing to complete."""
        return self._completing.complete(text, self._unmarked())

    def tab(self, text: str, backwards: bool = False) -> str | None:
        """Tab: the text completed, where there is something to complete; else the kind changes (None).

        Of a note that is mended the line itself says the kind, and is answered with the next one.
        """
        later = self.editing is not None and text.casefold().startswith("/later ")
        command = narrow(text[:1]) == "/" and not later
        if command or ((self._at_is_open(text)) and self.editing is None):
            completed = self.complete(text)
            if completed is not None or command:
                return completed
        if self.editing is not None:
            return self._by_key(text, turn_kind(text, -1 if backwards else 1))
        self._change_kind(-1 if backwards else 1)
        return None

    def _at_is_open(self, text: str) -> bool:
        return "@" in text or "＠" in text

    def toggle_pod_only(self, text: str) -> str | None:
        """The pod-only key: how a note that is mended reads then; None for a new line."""
        if self.editing is not None:
            return self._by_key(text, toggle_pod_only(text))
        self.pod_only = not self.pod_only
        return None

    def _by_key(self, text: str, turned: str) -> str:
        if text in (self._opened, self._turned):
            self._turned = turned
        return turned

    def _change_kind(self, step: int) -> None:
        kinds: list[NoteKind | None] = [*CYCLE]
        if self.for_me or (is_quiet(self.meeting.state) and self.mine is None):
            kinds.insert(0, None)
        now = None if self.for_me and self.kind == "note" else self.kind
        chosen = kinds[(kinds.index(now) + step) % len(kinds)]
        self.for_me, self.kind = chosen is None, chosen or "note"

    def escape(self) -> bool:
        """Stop mending, or leave a private line private; False when there was nothing to stop."""
        self.waiting = None
        stopped = self.editing is not None or self.mine is not None
        self.editing = self.mine = None
        return stopped

    def was_struck(self) -> bool:
        """Whether the note in the line was struck meanwhile: its words leave the line and the draft."""
        struck = self.editing is not None and self.editing in self.meeting.state.struck
        if struck:
            self.editing, self.waiting, self._opened = None, None, ""
        return struck

    def put_aside(self, text: str) -> None:
        """Make room for a command from the palette; `back` brings the line back as it was."""
        if self._aside is None and (text or self.editing is not None):
            self._aside = Half(
                text=text,
                kind=self.kind,
                pod_only=self.pod_only,
                for_me=self.for_me,
                editing=self.editing,
                mine=self.mine,
                draft=self.drafted(text),
            )
        self.kind, self.pod_only, self.editing, self.mine = "note", False, None, None

    def back(self) -> str | None:
        """The text that was put aside, what was said about it in force again; None when there is none."""
        aside, self._aside = self._aside, None
        if aside is None or aside.editing in self.meeting.state.struck:
            return None
        self.kind, self.pod_only, self.for_me = aside.kind, aside.pod_only, aside.for_me
        self.editing, self.mine = aside.editing, aside.mine
        return aside.text

    def drafted(self, text: str) -> str:
        """What of this text may go to the draft on disk: nothing that is private."""
        if self._aside is not None:
            return self._aside.draft
        return "" if self.mine is not None or self._is_private(text) else text

    def _unmarked(self) -> NoteKind:
        """What a line without a mark becomes; a note that is mended says its kind itself."""
        return "note" if self.editing is not None else self.kind

    def _read(self, text: str) -> Reading:
        """The text as it would be read now; asked for several times for each key, and read once."""
        state = self.meeting.state
        kind = self._unmarked()
        pod_only = self.pod_only and self.editing is None
        asked = (text, kind, pod_only, state.people, state.started_at)
        if self._reading is None or self._reading[0] != asked:
            roster, today = roster_of(state), today_of(state)
            times = self.settings.times
            reading = read_line(text, roster, today, kind=kind, pod_only=pod_only, times=times)
            self._reading = (asked, reading)
        return self._reading[1]

    def _is_private(self, text: str) -> bool:
        if not self.for_me or self.editing is not None or self.mine is not None:
            return False
        if self.kind != "note" or self.pod_only:
            return False
        reading = self._read(text)
        if isinstance(reading, Kept):
            return reading.intent.kind == "note" and not reading.intent.pod_only
        return not isinstance(reading, Command | Marks)
