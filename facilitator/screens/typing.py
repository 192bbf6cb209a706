"""What the line is about to become, and what came of it: the record keeper's side of the live screen.

This holds the state behind the line (kind, pod only, the note being mended), so that none of it lives only in
a widget. It knows nothing of Textual.
"""

from __future__ import annotations

from msgspec import Struct

from facilitator.capture.commands import KeepIn, Leave, Readback, Reopen, Take, Wait, usage
from facilitator.capture.complete import complete
from facilitator.capture.edit import read_reopened, reopened
from facilitator.capture.grammar import COMMANDS, mark_lines
from facilitator.capture.line import Command, Kept, Marks, read_line
from facilitator.meeting.clock import RehearsalClock
from facilitator.meeting.desk import (
    Answer,
    carry_out,
    decks_of,
    hard_lines,
    roster_of,
    take,
    take_block,
    take_offer,
    today_of,
)
from facilitator.meeting.meeting import Meeting
from facilitator.meeting.moving import move
from facilitator.meeting.scratch import Scratch
from facilitator.prompts.choose import dimensions
from facilitator.session import flat
from facilitator.session import intents as it
from facilitator.session.describe import KIND_WORDS, happened
from facilitator.session.events import NoteKind
from facilitator.session.refused import Refused
from facilitator.words.language import gettext as _
from facilitator.words.visible import visible

CYCLE: tuple[NoteKind, ...] = ("note", "question", "takeaway", "step", "decision", "later")
"""What Tab goes through."""


class Effect(Struct, frozen=True, kw_only=True):
    """What the screen does after a line: the new text of the line, a hint, a sheet of lines, or leaving."""

    line: str | None = None
    """None: the line stays as it is."""
    hint: str = ""
    sheet: tuple[str, ...] = ()
    leave: bool = False
    moved: bool = False
    """The clock was moved by hand (rehearsal)."""


class Typing:
    """The state behind the capture line of one meeting."""

    def __init__(self, meeting: Meeting, scratch: Scratch) -> None:
        self.meeting = meeting
        self.scratch = scratch
        self.kind: NoteKind = "note"
        self.pod_only = False
        self.editing: int | None = None
        self.for_me = False
        """Whether a line without a mark is private now: in a silence."""
        self._careful = 0
        """The offer that touches protected time and waits to be taken once more."""

    def word(self, text: str) -> str:
        """The word left of the line: what Enter will make of this text."""
        if self.editing is not None:
            return _("edit {number}").format(number=self.editing)
        if self._is_private(text):
            return _("for me")
        reading = read_line(
            text,
            roster_of(self.meeting.state),
            today_of(self.meeting.state),
            kind=self.kind,
            pod_only=self.pod_only,
        )
        if isinstance(reading, Command):
            return _("command")
        if isinstance(reading, Kept):
            kind, pod_only = reading.intent.kind, reading.intent.pod_only
        else:
            kind, pod_only = self.kind, self.pod_only
        if pod_only and kind == "note":
            return _("pod only")
        return KIND_WORDS[kind]

    def echo(self, text: str) -> str:
        """What the hint row says about a half-typed text."""
        if not text.strip():
            return ""
        if self.editing is not None:
            return _("Enter keeps line {number} like this. Esc leaves it as it was.").format(
                number=self.editing
            )
        if self._is_private(text):
            return _("Only in memory, for you. Enter keeps it at hand for what follows.")
        state = self.meeting.state
        reading = read_line(text, roster_of(state), today_of(state), kind=self.kind, pod_only=self.pod_only)
        if isinstance(reading, Command):
            return self._command_echo(reading, text)
        if isinstance(reading, Marks):
            return _("Enter shows the marks.")
        if isinstance(reading, Kept):
            return visible(" ".join([*reading.remarks, reading.echo]).strip())
        return ""

    def _command_echo(self, command: Command, text: str) -> str:
        spec = COMMANDS.get(command.name)
        found = self.completions(text)
        if spec is not None and (command.rest or text.endswith(" ")):
            words = [one.split(maxsplit=1)[-1] for one in found]
            return _("Tab: {words}").format(words=", ".join(words)) if words else usage(spec)
        if spec is not None and len(found) <= 1:
            return usage(spec)
        return "   ".join(one.strip() for one in found[:8]) + ("   Tab" if found else "")

    def completions(self, text: str) -> tuple[str, ...]:
        """Whole lines that this half-typed one could become, best first."""
        names = [one.id for one in dimensions(decks_of(self.meeting.state))]
        return complete(text, self.meeting.state, names)

    def tab(self, text: str, backwards: bool = False) -> str | None:
        """Tab: the text completed, where there is something to complete; else the kind changes (None)."""
        if text.startswith(("/", "／")) or "@" in text:
            found = self.completions(text)
            if found:
                return found[0]
            if text.startswith(("/", "／")):
                return None
        if self.editing is None:
            if self.for_me and self.kind == "note" and not text.strip():
                self.for_me = False
                return None
            step = -1 if backwards else 1
            self.kind = CYCLE[(CYCLE.index(self.kind) + step) % len(CYCLE)]
        return None

    def sent(self, text: str) -> Effect:
        """Enter on this text."""
        if self.editing is not None:
            return self._mended(text)
        if not text.strip():
            return Effect(hint=flat.time_lines(self.meeting.state, self.meeting.moment())[0])
        mine = self._mine(text)
        if mine is not None:
            return mine
        if self._is_private(text):
            self.scratch.add(text)
            return Effect(line="", hint=_("Kept in memory only, for you."))
        return self.after(take(self.meeting, text, kind=self.kind, pod_only=self.pod_only))

    def pasted(self, text: str) -> Effect:
        """Several lines at once: all of them are kept, as one thing to undo."""
        if self.for_me:
            for line in text.splitlines():
                self.scratch.add(line)
            return Effect(hint=_("Kept in memory only, for you."))
        answer = take_block(self.meeting, text, pod_only=self.pod_only)
        effect = self.after(answer)
        if answer.outcome is not None:
            count = len(answer.outcome.events)
            said = _("{n} lines are kept. ^R takes all of them back.").format(n=count)
            return Effect(hint=" ".join([said, effect.hint]).strip(), sheet=effect.sheet)
        return Effect(hint=effect.hint)

    def do(self, intent: it.Intent) -> Effect:
        """A key that carries out an intent."""
        effect = self.after(carry_out(self.meeting, intent))
        return Effect(hint=effect.hint, sheet=effect.sheet)

    def reopen(self, number: int | None = None) -> Effect:
        """Open a note in the line to be mended; the newest when no number is given."""
        notes = self.meeting.state.notes
        if number is None and not notes:
            return Effect(hint=_("Nothing is written yet."))
        note = notes.get(max(notes) if number is None else number)
        if note is None:
            return Effect(hint=_("There is no line {number}.").format(number=number))
        self.editing = note.number
        line = reopened(note, roster_of(self.meeting.state), today_of(self.meeting.state))
        return Effect(line=line, hint=self.echo("x"))

    def escape(self) -> bool:
        """Stop mending; False when nothing was being mended."""
        was = self.editing is not None
        self.editing = None
        return was

    def drafted(self, text: str) -> str:
        """What of this text may go to the draft on disk: nothing that is private."""
        return "" if self._is_private(text) else text

    def after(self, answer: Answer) -> Effect:
        """What a desk's answer means for the screen."""
        if answer.refused:
            return Effect(hint=answer.refused)
        if answer.marks:
            return Effect(line="", sheet=tuple(mark_lines()))
        if answer.ask is not None and answer.ask.what == "hard":
            lines, command = hard_lines(self.meeting, answer.ask.words)
            if not command and not answer.ask.words:
                return Effect(line="/hard ", hint=_("Write the number, then Enter."), sheet=tuple(lines))
            return Effect(line=command, sheet=tuple(lines))
        if answer.ask is not None:
            return Effect(line="", sheet=tuple(self._asked(answer.ask.what, answer.ask.words)))
        if answer.action is not None:
            return self._acted(answer.action)
        if answer.outcome is None:
            return Effect()
        self.kind, self.pod_only = "note", False
        said = [*answer.said]
        if not said:
            sentence = happened(answer.outcome.events, answer.outcome.state)
            said = [visible(sentence)] if sentence else []
        if isinstance(answer.outcome.intent, it.SayReadBack):
            return Effect(line="", hint=said[0], sheet=tuple(flat.readback_lines(self.meeting.state)))
        if isinstance(answer.outcome.intent, it.Strike) and len(said) > 1:
            return Effect(line="", hint=said[0], sheet=tuple(said[1:]))
        return Effect(line="", hint=" ".join(said))

    def _acted(self, action: object) -> Effect:
        match action:
            case Leave():
                return Effect(line="", leave=True)
            case Wait(seconds=seconds):
                clock = self.meeting.clock
                if isinstance(clock, RehearsalClock):
                    clock.advance(seconds)
                return Effect(line="", moved=True)
            case Reopen(number=number):
                return self.reopen(number)
            case Take(number=number):
                answer = take_offer(self.meeting, number, careful=self._careful == number)
                self._careful = number if answer.refused else 0
                return self.after(answer)
            case Readback():
                if self.meeting.state.read_back:
                    return Effect(line="", sheet=tuple(flat.readback_lines(self.meeting.state)))
                return self.after(carry_out(self.meeting, it.SayReadBack()))
            case KeepIn(folder=folder):
                return Effect(line="", hint=move(self.meeting, folder))
        return Effect()

    def _asked(self, what: str, words: str) -> list[str]:
        state, now = self.meeting.state, self.meeting.moment()
        match what:
            case "say":
                return [flat.say_line(state, now)]
            case "time":
                return flat.time_lines(state, now)
            case "who":
                return flat.who_lines(state)
            case "agenda":
                return flat.agenda_lines(state, now)
            case "notes":
                return flat.notes_lines(state, newest=len(state.notes))
            case "late":
                return flat.offer_lines(state, now)
            case "peek":
                return flat.peek_lines(state)
            case "quiet":
                return [_("/quiet is for plain mode; this screen makes no announcements.")]
        specs = [COMMANDS[words]] if words in COMMANDS else list(COMMANDS.values())
        own = [] if words else [_("/mine [NUMBER]: Your private lines; with a number, make one a note.")]
        return [usage(spec) for spec in specs] + own

    def _mended(self, text: str) -> Effect:
        number = self.editing
        if number is None:
            return Effect()
        try:
            intent = read_reopened(number, text, roster_of(self.meeting.state), today_of(self.meeting.state))
        except Refused as refusal:
            return Effect(hint=visible(refusal.sentence))
        effect = self.after(carry_out(self.meeting, intent))
        if effect.line is not None:
            self.editing = None
        return effect

    def _mine(self, text: str) -> Effect | None:
        words = text.split()
        if words[0].casefold() != "/mine" or len(words) > 2:
            return None
        if len(words) == 1:
            lines = [f"{number}. {visible(line)}" for number, line in enumerate(self.scratch.lines, 1)]
            return Effect(line="", sheet=tuple(lines) or (_("You have written nothing for yourself."),))
        try:
            return Effect(line=self.scratch.take(int(words[1])), hint=_("Enter keeps it as a note, for all."))
        except (ValueError, IndexError):
            return Effect(
                hint=_("There is no private line {number}. /mine lists them.").format(number=words[1])
            )

    def _is_private(self, text: str) -> bool:
        if not self.for_me or self.editing is not None or self.kind != "note" or self.pod_only:
            return False
        state = self.meeting.state
        reading = read_line(text, roster_of(state), today_of(state))
        if isinstance(reading, Kept):
            return reading.intent.kind == "note" and not reading.intent.pod_only
        return not isinstance(reading, Command | Marks)
