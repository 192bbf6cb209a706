"""What came of a line: Enter, a paste, a key, a note opened to be mended. It knows nothing of Textual."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from facilitator.capture.block import split_lines
from facilitator.capture.commands import Reopen, Take
from facilitator.capture.edit import as_edit, read_mended, reopened
from facilitator.capture.line import Kept
from facilitator.capture.marks import narrow
from facilitator.meeting.desk import Answer, carry_out, roster_of, take, take_block, take_offer, today_of
from facilitator.screens.choosing import OneOrSeveral, WhichDay
from facilitator.screens.echoing import Echoing
from facilitator.screens.effects import Effect, effect_of
from facilitator.screens.open_note import divided, joined
from facilitator.session import flat
from facilitator.session import intents as it
from facilitator.session.refused import Refused
from facilitator.words.language import gettext as _
from facilitator.words.visible import visible


class Typing(Echoing):
    """The line of one meeting at work: the record keeper's side of the live screen."""

    def sent(self, text: str) -> Effect:
        """Enter on this text. A line whose day has two readings waits, and is kept by the next Enter.

        A refused command stays, to be mended; whoever types on behind it begins the next line.
        """
        effect = self._sent(text)
        command = narrow(text.lstrip()[:1]) == "/" and self.editing is None
        if command and effect.line is None and not effect.leave and not effect.sheet:
            self.refused.refuse(text)
        elif command:
            self.refused.forget()
        return effect

    def _sent(self, text: str) -> Effect:
        waited = self.waits()
        if isinstance(waited, OneOrSeveral):
            self.waiting = None
            if not text.strip():
                return Effect(hint=waited.is_kept())
        if self.editing is not None:
            return self._mended(text)
        if not text.strip():
            return Effect(
                hint=flat.time_lines(self.meeting.state, self.meeting.moment(), self.settings.times)[0]
            )
        if self.mine is None and self._asks_for_mine(text):
            return self._show_mine(text.split()[1:])
        if self._is_private(text):
            self.scratch.add(text)
            return Effect(line="", hint=_("Kept in memory only, for you."))
        asked = self._which_day(text)
        if asked:
            return Effect()
        if isinstance(self.waiting, WhichDay):
            # Nothing waits any more once views hear of the line.
            day, self.waiting = self.waiting, None
            answer = carry_out(self.meeting, day.chosen, day.said(self.meeting.state.last_number + 1))
        else:
            answer = take(self.meeting, text, kind=self.kind, pod_only=self.pod_only)
        if answer.outcome is not None and isinstance(answer.outcome.intent, it.Capture):
            if self.mine is not None:
                self.scratch.drop(self.mine)
            self.kind, self.pod_only, self.mine = "note", False, None
        return self._after(answer)

    def went_ahead(self, text: str, more: str = "") -> Effect | None:
        """Somebody types `more` on behind this line: where it waits for a day, it is kept as typed.

        Where it is a refused one, it gives way; else None.
        """
        if more and self._aside is None and self.refused.stands(text) and self.refused.gives_way(more):
            return Effect(line="")
        waiting = self.waits()
        if not isinstance(waiting, WhichDay) or waiting.text != text:
            return None
        self.waiting = replace(waiting, as_typed=True)
        return self.sent(text)

    def _which_day(self, text: str) -> bool:
        """Whether the line begins to wait now, because its day has two readings."""
        if isinstance(self.waiting, WhichDay):
            if self.waiting.text == text:
                return False
            self.waiting = None
        reading = self._read(text)
        if not isinstance(reading, Kept) or reading.doubt is None or self.meeting.state.pens_down:
            return False
        self.waiting = WhichDay(text, reading)
        return True

    def tab(self, text: str, backwards: bool = False) -> str | None:
        """Tab: turns what the line waits with; else as for any half-typed line."""
        waiting = self.waits()
        if isinstance(waiting, WhichDay):
            self.waiting = waiting.turned()
            return None
        if isinstance(waiting, OneOrSeveral):
            self._turn_paste(waiting)
            return None
        return super().tab(text, backwards)

    def _turn_paste(self, paste: OneOrSeveral) -> None:
        """Keep the paste the other way: as one line, or as several. One undo takes it back in either."""
        taken_back = carry_out(self.meeting, it.Undo())
        if taken_back.outcome is None:
            return
        one = not paste.one
        text = " ".join(paste.lines) if one else "\n".join(paste.lines)
        answer = take_block(self.meeting, text, pod_only=paste.pod_only)
        if answer.outcome is None:
            carry_out(self.meeting, it.Redo())
            return
        self.waiting = replace(paste, one=one, cause=answer.outcome.events[0].cause)

    def pasted(self, text: str) -> Effect:
        """Several lines at once: all of them are kept, as one thing to undo; the line stays as it is.

        Then it can be made one line, and several again.
        """
        lines = split_lines(text)
        private = [one for one in lines if self.for_me and self._is_private(one)]
        for one in private:
            self.scratch.add(one)
        ours = "\n".join(one for one in lines if one not in private)
        if not ours.strip():
            return Effect(hint=_("Kept in memory only, for you."))
        answer = take_block(self.meeting, ours, pod_only=self.pod_only)
        hint = effect_of(self.meeting, answer, self.settings.times).hint
        if answer.outcome is not None:
            paste = OneOrSeveral(
                tuple(line.strip() for line in split_lines(ours) if line.strip()),
                self.pod_only,
                answer.outcome.events[0].cause,
            )
            self.waiting = paste if len(paste.lines) > 1 and not private else None
            keys = paste.keys() if self.waiting is not None else ""
            hint = " ".join(filter(None, [paste.is_kept(self.undo_key()), keys, *answer.said]))
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
        self.editing, self.waiting = note.number, None
        line = reopened(note, roster_of(self.meeting.state), today_of(self.meeting.state))
        self._opened = self._turned = line
        return Effect(line=line, hint=self.echo(line))

    def is_untouched(self, text: str) -> bool:
        """Whether a note was opened in the line and nothing of it was changed yet."""
        return self.editing is not None and text == self._opened

    def is_turned(self, text: str) -> bool:
        """Whether a note was opened in the line, and keys alone have changed its kind or its `~`."""
        return self.editing is not None and text in (self._opened, self._turned)

    def beside(self, step: int) -> Effect:
        """Open the note above (-1) or below (1) the one that is open; below the last, the line is empty."""
        numbers = [note.number for note in self.meeting.state.ordered_notes()]
        if self.editing not in numbers:
            return self.reopen()
        place = numbers.index(self.editing) + step
        if place < 0:
            return Effect(hint=_("This is the first line."))
        if place >= len(numbers):
            self.editing = None
            return Effect(line="")
        return self.reopen(numbers[place])

    def walked(self, key: str) -> Effect:
        """A key that goes up or down through the notes; with Shift or Alt it moves the one that is open."""
        if self.editing is None and (text := self.refused.have_back()):
            return Effect(line=text, hint=_("This was refused. Mend it, or Esc clears it."))
        if self.editing is None:
            return self.reopen()
        up = key.endswith("up")
        if key in ("up", "down"):
            return self.beside(-1 if up else 1)
        return self.do(it.Move(number=self.editing, how="up" if up else "down"))

    def join(self) -> Effect:
        """Make one of the note that is open and the one before it."""
        return self._remade(lambda number: joined(self.meeting.state, number))

    def divide(self, cursor: int) -> Effect:
        """Make two of the note that is open: the second begins where the cursor stands."""
        return self._remade(lambda number: divided(self.meeting.state, number, self._opened, cursor))

    def _remade(self, wish: Callable[[int], it.Intent]) -> Effect:
        if self.editing is None:
            return Effect()
        try:
            effect = self._after(carry_out(self.meeting, wish(self.editing)))
        except Refused as refusal:
            return Effect(hint=visible(refusal.sentence))
        if effect.line is not None:
            self.editing = None
        return effect

    def _after(self, answer: Answer) -> Effect:
        if isinstance(answer.action, Reopen):
            return self.reopen(answer.action.number)
        if isinstance(answer.action, Take):
            number = answer.action.number
            answer = take_offer(self.meeting, number, careful=self._careful == number)
            self._careful = number if answer.refused else 0
        return effect_of(self.meeting, answer, self.settings.times)

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
            kept = read_mended(text, roster, today)
        except Refused as refusal:
            return Effect(hint=visible(refusal.sentence))
        if self._which_day(text):
            return Effect()
        chosen, said = kept.intent, kept.said(number)
        if isinstance(self.waiting, WhichDay):
            chosen, said = self.waiting.chosen, self.waiting.said(number)
        self.waiting = None
        effect = self._after(carry_out(self.meeting, as_edit(number, chosen), said))
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
