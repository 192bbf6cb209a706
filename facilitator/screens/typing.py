"""What came of a line: Enter, a paste, a key, a note opened to be mended. It knows nothing of Textual."""

from __future__ import annotations

from facilitator.capture.block import split_lines
from facilitator.capture.commands import Reopen, Take
from facilitator.capture.edit import read_reopened, reopened
from facilitator.capture.marks import narrow
from facilitator.meeting.desk import Answer, carry_out, roster_of, take, take_block, take_offer, today_of
from facilitator.screens.effects import Effect, effect_of
from facilitator.screens.half_typed import HalfTyped
from facilitator.session import flat
from facilitator.session import intents as it
from facilitator.session.refused import Refused
from facilitator.words.language import gettext as _
from facilitator.words.language import ngettext
from facilitator.words.visible import visible


class Typing(HalfTyped):
    """The line of one meeting at work: the record keeper's side of the live screen."""

    def sent(self, text: str) -> Effect:
        """Enter on this text."""
        if self.editing is not None:
            return self._mended(text)
        if not text.strip():
            return Effect(hint=flat.time_lines(self.meeting.state, self.meeting.moment())[0])
        if self.mine is None and self._asks_for_mine(text):
            return self._show_mine(text.split()[1:])
        if self._is_private(text):
            self.scratch.add(text)
            return Effect(line="", hint=_("Kept in memory only, for you."))
        answer = take(self.meeting, text, kind=self.kind, pod_only=self.pod_only)
        if answer.outcome is not None and isinstance(answer.outcome.intent, it.Capture):
            if self.mine is not None:
                self.scratch.drop(self.mine)
            self.kind, self.pod_only, self.mine = "note", False, None
        return self._after(answer)

    def pasted(self, text: str) -> Effect:
        """Several lines at once: all of them are kept, as one thing to undo; the line stays as it is."""
        lines = split_lines(text)
        private = [one for one in lines if self.for_me and self._is_private(one)]
        for one in private:
            self.scratch.add(one)
        ours = "\n".join(one for one in lines if one not in private)
        if not ours.strip():
            return Effect(hint=_("Kept in memory only, for you."))
        answer = take_block(self.meeting, ours, pod_only=self.pod_only)
        hint = effect_of(self.meeting, answer).hint
        if answer.outcome is not None:
            count = len(answer.outcome.events)
            said = ngettext("{n} line is kept.", "{n} lines are kept.", count).format(n=count)
            hint = " ".join([said, _("^R takes all of it back."), *answer.said])
        return Effect(hint=hint)

    def do(self, intent: it.Intent) -> Effect:
        """A key that carries out an intent; the line, its kind and its text stay."""
        effect = self._after(carry_out(self.meeting, intent))
        return Effect(hint=effect.hint, sheet=effect.sheet)

    def run(self, text: str) -> Effect:
        """A whole command that was not typed (from the palette); what is being typed stays."""
        effect = self._after(take(self.meeting, text))
        return Effect(hint=effect.hint, sheet=effect.sheet, leave=effect.leave, page=effect.page)

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
        return Effect(line=line, hint=self.echo(line))

    def _after(self, answer: Answer) -> Effect:
        if isinstance(answer.action, Reopen):
            return self.reopen(answer.action.number)
        if isinstance(answer.action, Take):
            number = answer.action.number
            answer = take_offer(self.meeting, number, careful=self._careful == number)
            self._careful = number if answer.refused else 0
        return effect_of(self.meeting, answer)

    def _mended(self, text: str) -> Effect:
        number = self.editing
        if number is None:
            return Effect()
        state = self.meeting.state
        roster, today = roster_of(state), today_of(state)
        note = state.notes.get(number)
        if note is not None and text == reopened(note, roster, today):
            self.editing = None
            return Effect(line="", hint=_("Line {number} stays as it was.").format(number=number))
        try:
            intent = read_reopened(number, text, roster, today)
        except Refused as refusal:
            return Effect(hint=visible(refusal.sentence))
        effect = self._after(carry_out(self.meeting, intent))
        if effect.line is not None:
            self.editing = None
        return effect

    @staticmethod
    def _asks_for_mine(text: str) -> bool:
        words = text.split()
        return narrow(words[0][:1]) == "/" and words[0][1:].casefold() == "mine" and len(words) <= 2

    def _show_mine(self, words: list[str]) -> Effect:
        if not words:
            lines = [f"{number}. {visible(line)}" for number, line in enumerate(self.scratch.lines, 1)]
            return Effect(line="", sheet=tuple(lines) or (_("You have written nothing for yourself."),))
        try:
            text, self.mine = self.scratch.find(int(words[0])), int(words[0])
        except (ValueError, IndexError):
            said = _("There is no private line {number}. /mine lists them.")
            return Effect(hint=said.format(number=visible(words[0])))
        return Effect(line=text, hint=self.echo(text))
