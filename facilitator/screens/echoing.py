"""What is said of a half-typed line: the word left of it, and the row under it. No Textual here."""

from __future__ import annotations

from facilitator.capture.commands import usage
from facilitator.capture.grammar import COMMANDS
from facilitator.capture.line import Command, Kept, Marks, brief_echo
from facilitator.capture.marks import narrow
from facilitator.screens.choosing import WhichDay
from facilitator.screens.half_typed import HalfTyped
from facilitator.session.describe import KIND_WORDS
from facilitator.settings.actions import key_written
from facilitator.widgets.line import DIVIDES
from facilitator.words.language import gettext as _
from facilitator.words.visible import visible

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


class Echoing(HalfTyped):
    """A half-typed line that says what Enter will make of it."""

    def undo_key(self) -> str:
        """How the key for undo is named on the screen on which the line stands."""
        return self._key("undo")

    def _key(self, action: str) -> str:
        screen = "close" if self.meeting.state.phase == "closed" else "live"
        return self.settings.key(f"{screen}.{action}")

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
            said = _(
                "Tab kind · {only} pod only · Shift+↑↓ moves it · ↑ the one before · Esc leaves it · "
                "{divide} divides it at the cursor · Home, Backspace joins it to the one before"
            )
            return said.format(only=self._key("only"), divide=key_written(DIVIDES))
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
        found = self._completing.completions(text, self._unmarked())[:OFFERED]
        if not found:
            return ""
        shared = text[: max(text.rfind("@"), text.rfind("＠"), text.rfind(","), text.rfind("，"), -1) + 1]
        names = [one[len(shared) :].strip().removeprefix(">").strip() for one in found]
        return "→ " + visible(", ".join(names))

    def _command_echo(self, command: Command, text: str) -> str:
        spec = COMMANDS.get(command.name)
        found = self._completing.completions(text, self._unmarked())
        if spec is not None and (command.rest or text.endswith(" ")):
            words = [one.split(maxsplit=1)[-1] for one in found]
            return _("Tab: {words}").format(words=visible(", ".join(words))) if words else usage(spec)
        if spec is not None and len(found) <= 1:
            return usage(spec)
        return "   ".join(one.strip() for one in found[:8]) + ("   Tab" if found else "")
