"""What the line is about to become: its kind, whether it is private, the note being mended. No Textual here.

Where everybody is quiet, a line without a mark is *for me*: it goes to the scratch, in memory. Whether a line
is private is settled when it begins, and stays so until the line is empty again: text that was half typed
when the silence began is still for the meeting, and text begun in the silence stays private after it.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from facilitator.capture.commands import usage
from facilitator.capture.complete import complete
from facilitator.capture.grammar import COMMANDS
from facilitator.capture.line import Command, Kept, Marks, Reading, brief_echo, read_line
from facilitator.capture.marks import narrow, toggle_pod_only, turn_kind
from facilitator.meeting.at_hand import decks_of
from facilitator.meeting.desk import roster_of, today_of
from facilitator.meeting.meeting import Meeting
from facilitator.meeting.scratch import Scratch
from facilitator.prompts.choose import dimensions
from facilitator.prompts.hard import moments
from facilitator.screens.choosing import OneOrSeveral, WhichDay
from facilitator.session.describe import KIND_WORDS
from facilitator.session.events import NoteKind
from facilitator.session.evolve import last_cause
from facilitator.session.offers import offers
from facilitator.session.state import State
from facilitator.settings.model import USUAL, Settings
from facilitator.words.language import gettext as _
from facilitator.words.visible import visible

CYCLE: tuple[NoteKind, ...] = ("note", "question", "takeaway", "step", "decision", "later")
"""What Tab goes through; where everybody is quiet, *for me* comes first."""

OFFERED = 3
"""So many names that a line could go on with are shown; the arrow key goes through all."""

MARK_WORDS = {
    "!": _("A space after it: a takeaway."),
    "=": _("A space after it: a decision."),
    ">": _("A space after it: a next step, as > call Puno @Amina by Friday."),
    "~": _("Words after it: they stay in the pod."),
    "\\": _("Words after it: kept just as they are."),
}
"""What the row says when nothing but a mark is typed."""


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
        self._aside: Half | None = None
        self._offered: tuple[str, ...] = ()
        """What the last key that completes could have made of the line; `_taken` is which of it was."""
        self._taken = 0
        self._reading: tuple[object, Reading] | None = None
        self._opened = ""
        """The note that is being mended, as the line it was opened with."""
        self._careful = 0
        """The offer that touches protected time and waits to be taken once more."""

    def undo_key(self) -> str:
        """How the key for undo is named on the screen on which the line stands."""
        return self._key("undo")

    def _key(self, action: str) -> str:
        screen = "close" if self.meeting.state.phase == "closed" else "live"
        return self.settings.key(f"{screen}.{action}")

    def settle(self, text: str) -> None:
        """Say how the line stands after it changed or a stage began: an empty one begins anew."""
        if isinstance(self.waiting, WhichDay) and self.waiting.text != text:
            self.waiting = None
        if not text:
            self.mine = None
            self.for_me = is_quiet(self.meeting.state)

    def word(self, text: str) -> str:
        """The word left of the line: what Enter will make of this text."""
        if self.editing is not None:
            return _("edit {number}").format(number=self.editing)
        if self._is_private(text):
            return _("for me")
        reading = self._read(text)
        if isinstance(reading, Command):
            return _("command")
        if self.meeting.state.pens_down:
            return _("pens down")
        kind, pod_only = self.kind, self.pod_only
        if isinstance(reading, Kept):
            kind, pod_only = reading.intent.kind, reading.intent.pod_only
        if kind == "later":
            # "kept for later" is too long for the column.
            return _("later")
        return _("pod only") if pod_only and kind == "note" else KIND_WORDS[kind]

    def echo(self, text: str) -> str:
        """What the hint row says about a half-typed text."""
        waiting = self.waits()
        if isinstance(waiting, WhichDay):
            return waiting.sentence(self.settings.times)
        if waiting is not None:
            return waiting.sentence(self.undo_key())
        if not text.strip():
            return _("The next line stays in the pod.") if self.pod_only and self.editing is None else ""
        if self.editing is not None:
            return self._mending_echo(text)
        if self.mine is not None:
            return _("Enter keeps it as a note, for all. Esc leaves it with you.")
        if self._is_private(text):
            return _("Only in memory, for you. Enter keeps it at hand for what follows.")
        reading = self._read(text)
        if isinstance(reading, Command):
            return self._command_echo(reading, text)
        if isinstance(reading, Marks):
            return _("Enter shows the marks.")
        if not isinstance(reading, Kept):
            return ""
        offered = self._completion_echo(text)
        if offered:
            # A name that is begun is nobody's yet; that is not worth a sentence.
            return f"{offered}  ·  {visible(reading.echo)}"
        return visible(" ".join(filter(None, [*reading.remarks, reading.slip, reading.echo])))

    def _mending_echo(self, text: str) -> str:
        """What a note that is mended would become; untouched, what can be done with it."""
        if text == self._opened:
            said = _("Tab kind · {only} pod only · Shift+↑↓ moves it · ↑ the one before · Esc leaves it")
            return said.format(only=self._key("only"))
        reading = self._read(text)
        said = _("Enter keeps line {number}. Esc leaves it as it was.").format(number=self.editing)
        if not isinstance(reading, Kept):
            return said
        becomes = [*reading.remarks, reading.slip, brief_echo(reading)]
        return f"{visible(' '.join(filter(None, becomes)))}  ·  {said}"

    def _completion_echo(self, text: str) -> str:
        """What the right arrow key would write, where the line ends in a name or a mark that is begun."""
        mark = MARK_WORDS.get(narrow(text.strip())) if len(text.strip()) == 1 else None
        if mark:
            return mark
        found = self.completions(text)[:OFFERED]
        if not found:
            return ""
        shared = text[: max(text.rfind("@"), text.rfind("＠"), text.rfind(","), text.rfind("，"), -1) + 1]
        names = [one[len(shared) :].strip().removeprefix(">").strip() for one in found]
        return "→ " + visible(", ".join(names))

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

    def _command_echo(self, command: Command, text: str) -> str:
        spec = COMMANDS.get(command.name)
        found = self.completions(text)
        if spec is not None and (command.rest or text.endswith(" ")):
            words = [one.split(maxsplit=1)[-1] for one in found]
            return _("Tab: {words}").format(words=visible(", ".join(words))) if words else usage(spec)
        if spec is not None and len(found) <= 1:
            return usage(spec)
        return "   ".join(one.strip() for one in found[:8]) + ("   Tab" if found else "")

    def completions(self, text: str) -> tuple[str, ...]:
        """Whole lines that this half-typed one could become, best first."""
        state = self.meeting.state
        names = [one.id for one in dimensions(decks_of(self.meeting))]
        found = complete(text, state, names, self._words_for(text))
        mine = ("/mine ",) if len(text) > 2 and "/mine".startswith(text) else ()
        return (*found, *mine)

    def _words_for(self, text: str) -> dict[str, Sequence[str]]:
        """What commands take that is not in the state; only looked up for the command that is being typed."""
        begun = text.lstrip()[1:].casefold()
        if begun.startswith("hard"):
            return {"hard": [one.name for one in moments(self.meeting.state.agenda.language or "en")]}
        if begun.startswith("take"):
            found = offers(self.meeting.state, self.meeting.moment())
            return {"take": [str(number) for number in range(1, len(found) + 1)]}
        return {}

    def complete(self, text: str) -> str | None:
        """The text completed; again, as the next thing it could have become. None: nothing to complete."""
        if len(self._offered) > 1 and text == self._offered[self._taken]:
            self._taken = (self._taken + 1) % len(self._offered)
        else:
            self._offered, self._taken = self.completions(text), 0
        return self._offered[self._taken] if self._offered else None

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
            return turn_kind(text, -1 if backwards else 1)
        self._change_kind(-1 if backwards else 1)
        return None

    def _at_is_open(self, text: str) -> bool:
        return "@" in text or "＠" in text

    def toggle_pod_only(self, text: str) -> str | None:
        """The pod-only key: how a note that is mended reads then; None for a new line."""
        if self.editing is not None:
            return toggle_pod_only(text)
        self.pod_only = not self.pod_only
        return None

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
        if aside is None:
            return None
        self.kind, self.pod_only, self.for_me = aside.kind, aside.pod_only, aside.for_me
        self.editing, self.mine = aside.editing, aside.mine
        return aside.text

    def drafted(self, text: str) -> str:
        """What of this text may go to the draft on disk: nothing that is private."""
        if self._aside is not None:
            return self._aside.draft
        return "" if self.mine is not None or self._is_private(text) else text

    def _read(self, text: str) -> Reading:
        """The text as it would be read now; asked for several times for each key, and read once."""
        state = self.meeting.state
        # A note that is mended says everything itself.
        kind: NoteKind = "note" if self.editing is not None else self.kind
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
