"""Several lines at once: a file that is handed in, or a paste in the room.

Each line is read with the grammar of the capture line, with `HH:MM` in front where there is one. Nothing is
lost silently: what is not kept is counted or named. Commands in a block are never run.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from datetime import date

import msgspec
from msgspec import Struct

from facilitator.capture.clock import Filed, file_under, split_time, unfiled
from facilitator.capture.grammar import COMMANDS
from facilitator.capture.line import Blank, Command, Kept, read_line
from facilitator.capture.names import Roster, fold_space
from facilitator.session.intents import Capture, CaptureBlock
from facilitator.session.state import Note, State
from facilitator.words.language import gettext as _
from facilitator.words.language import ngettext

_LINE_ENDS = re.compile("\r\n|[\n\r\u2028\u2029]")


class Block(Struct, frozen=True, kw_only=True):
    """A block as read. `commands` are the lines that are kept out, `doubles` counts those kept before."""

    lines: tuple[Capture, ...] = ()
    doubles: int = 0
    commands: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    """One sentence each: about names that are not clear, commands that became notes, strange times."""

    @property
    def intent(self) -> CaptureBlock:
        """What to do: one intent, so that one undo takes it back. There may be no lines in it."""
        return CaptureBlock(self.lines)

    def sentences(self) -> tuple[str, ...]:
        """All there is to say about the block beside the lines themselves."""
        said = list(self.remarks)
        if self.doubles:
            said.append(
                ngettext(
                    "{n} line was kept before and is not kept twice.",
                    "{n} lines were kept before and are not kept twice.",
                    self.doubles,
                ).format(n=self.doubles)
            )
        if self.commands:
            said.append(
                _("Commands in a block are not run and not kept: {commands}.").format(
                    commands=", ".join(self.commands)
                )
            )
        return tuple(said)


def split_lines(text: str) -> list[str]:
    """The lines of a block, whatever ends them; a byte order mark in front is no part of them."""
    return _LINE_ENDS.split(text.removeprefix("\ufeff"))


def read_block(lines: Iterable[str], roster: Roster, state: State, today: date) -> Block:
    """A block that is handed in: without lines that were kept before, without commands.

    A line counts as kept before if its words, kind, people and day equal one of the same stage (of any stage,
    where nothing tells its time).
    """
    return _Reader(roster, state, today, handed_in=True).read(lines)


def read_paste(
    lines: Iterable[str], roster: Roster, state: State, today: date, *, pod_only: bool = False
) -> Block:
    """A paste in the room: loses no line. A command is kept as the words it is, and a sentence says so."""
    return _Reader(roster, state, today, handed_in=False, pod_only=pod_only).read(lines)


class _Reader:
    """Reads one block; holds what has been read so far."""

    def __init__(
        self, roster: Roster, state: State, today: date, *, handed_in: bool, pod_only: bool = False
    ) -> None:
        self._roster, self._state, self._today = roster, state, today
        self._handed_in, self._pod_only = handed_in, pod_only
        self._kept: list[Capture] = []
        self._doubles = 0
        self._commands: list[str] = []
        self._remarks: dict[str, None] = {}
        self._place = unfiled(state)
        self._known: dict[object, set[str]] = {}
        for note in state.ordered_notes():
            self._known.setdefault(_likeness(note), set()).add(note.stage)

    def read(self, lines: Iterable[str]) -> Block:
        for line in lines:
            self._read_line(line)
        return Block(
            lines=tuple(self._kept),
            doubles=self._doubles,
            commands=tuple(self._commands),
            remarks=tuple(self._remarks),
        )

    def _read_line(self, line: str) -> None:
        timed = split_time(line)
        if timed is not None:
            place = file_under(self._state, timed[0])
            if place is not None:
                self._place, line = place, timed[1]
            elif self._handed_in:
                self._remarks[_("A time outside the meeting stays in the text of its line.")] = None
        reading = read_line(line, self._roster, self._today, pod_only=self._pod_only)
        if isinstance(reading, Blank):
            return
        if isinstance(reading, Kept):
            self._keep(reading.intent, line)
            if not _is_bare_command(line):
                number = self._state.last_number + len(self._kept)
                self._remarks.update(dict.fromkeys(reading.said(number)))
            return
        words = line.strip()
        if isinstance(reading, Command):
            if self._handed_in and reading.name in COMMANDS:
                self._commands.append(words)
                return
            self._remarks[_("{line} was kept as words; nothing was done.").format(line=words)] = None
        self._keep(Capture(kind="note", text=words, pod_only=self._pod_only), line)

    def _keep(self, intent: Capture, line: str) -> None:
        place = self._place
        if self._handed_in:
            likeness = _likeness(intent)
            if self._is_double(likeness, place):
                self._doubles += 1
                return
            stage = self._state.stage if place.stage is None else place.stage
            self._known.setdefault(likeness, set()).add(stage)
        self._kept.append(msgspec.structs.replace(intent, stage=place.stage, when=place.when))

    def _is_double(self, likeness: object, place: Filed) -> bool:
        stages = self._known.get(likeness)
        if stages is None:
            return False
        return not place.when or not stages.isdisjoint(place.around)


def _likeness(line: Capture | Note) -> object:
    """What two lines share that say the same. Whether they are for the pod only makes no difference."""
    words = fold_space(unicodedata.normalize("NFC", line.text))
    return line.kind, words, frozenset(line.speakers), frozenset(line.owners), line.due


def _is_bare_command(line: str) -> bool:
    return line.strip().casefold() in COMMANDS
