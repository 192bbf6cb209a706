"""The line of the live screen at work: what is typed, pasted or asked by its keys, and what came of it."""

from __future__ import annotations

from msgspec.structs import replace
from textual import on
from textual.widgets import TextArea

from facilitator.meeting.meeting import Meeting
from facilitator.screens.effects import Effect
from facilitator.screens.handing_out import hand_out_from
from facilitator.screens.live_view import LiveView
from facilitator.words.language import gettext as _


class LiveLine(LiveView):
    """The line at work; `LiveScreen` adds the keys of the meeting."""

    def __init__(self, meeting: Meeting) -> None:
        super().__init__(meeting)
        self._told: tuple[str, ...] = ()
        """What a sheet holds that goes away with the next letter."""
        self._begun = ""
        """The command that this screen last began in the line."""
        self._text = ""
        """The line's text as this screen last saw or set it."""

    def take_line(self) -> None:
        """Listen to the line, in which the half-typed text of the meeting stands."""
        self.line.taker, self.line.asker, self.line.paster = self._sent, self._line_asked, self._pasted
        self.line.watcher, self.line.first = self._changed, self._digit
        self.line.ahead = self._went_ahead
        self._put_line(self.meeting.drafted)
        # Only once: the next screen of this meeting begins with an empty line.
        self.meeting.drafted = ""

    def _apply(self, effect: Effect) -> None:
        if self.typing.was_struck() and effect.line is None:
            effect = replace(effect, line="")
        if effect.line is not None:
            # Words that the palette put aside come back once its command is done.
            self._put_line(effect.line or self.typing.back() or "")
            if effect.sheet and effect.line:
                # A command that came with a sheet goes with it, as one that was begun by a key does.
                self._begun = effect.line
        # A strike has emptied the draft, whatever else was half typed.
        self._draft()
        # What came of it may hold somebody's words, and the screen may be shared.
        self._say("" if self._covered else effect.hint)
        # A sentence too long for the row, about a line that stays to be mended, can be read whole in a sheet.
        self._told = () if effect.sheet or effect.line is not None else self.too_long(effect.hint)
        self.show_sheet(effect.sheet or self._told)
        if effect.page:
            self.run_worker(self._hand_out(effect.page), exclusive=True, group="copy", exit_on_error=False)
        if effect.leave:
            self.app.leave()
        elif self.is_attached and self.meeting.state.phase == "running":
            self.look()

    async def _hand_out(self, page: tuple[str, ...]) -> None:
        said = await hand_out_from(self.app, page, self.meeting.folder)
        if self.is_attached and self.meeting.state.phase == "running":
            self._say(said)
            long = self.too_long(said)
            if long and not self._covered:
                self.show_sheet((*long, "", *page))
            self.show_foot()

    def _say(self, sentence: str) -> None:
        self.hints.say(sentence, self.meeting.moment().t)

    def _put_line(self, text: str) -> None:
        self._text = text
        self.line.put(text)
        self.typing.settle(text)

    def _draft(self) -> None:
        self.meeting.draft(self.typing.drafted(self.line.text))

    def _sent(self, text: str) -> None:
        self.hints.question = None
        if text.strip().casefold() == "/steps":
            # They are seen now: the row has other things to say.
            self.open_before = ""
        self._apply(self.typing.sent(text))

    def _went_ahead(self, more: str) -> None:
        effect = self.typing.went_ahead(self.line.text, more)
        if effect is not None:
            self._apply(effect)

    def _pasted(self, text: str) -> None:
        self.hints.question = None
        self._apply(self.typing.pasted(text))

    @on(TextArea.Changed, "#line")
    def _changed(self) -> None:
        if self.line.text == self._text:
            # This screen put the text there itself: what it had to say about that still stands.
            return
        self._text = self.line.text
        self.typing.typed()
        self.typing.settle(self._text)
        self.hints.question = None
        self._say("")
        self._draft()
        if self._told:
            self._told = ()
            self.show_sheet(())
        if self.meeting.state.phase == "running":
            self.show_foot()

    def _line_asked(self, key: str) -> None:
        self.hints.question = None
        match key:
            case "escape":
                self._escape()
            case "up" | "down" | "shift+up" | "shift+down" | "alt+up" | "alt+down":
                self._apply(self.typing.walked(key))
            case "right":
                self._completed(self.typing.complete(self.line.text))
            case "backspace" if self.line.text:
                self._apply(self.typing.join())
            case "ctrl+j":
                self._apply(self.typing.divide(self.line.cursor_location[1]))
            case "backspace":
                self.meeting.ear.put_away(self.meeting.state, self.meeting.moment().t)
                self.open_before = ""
            case "pageup" | "pagedown":
                step = 1 if key == "pageup" else -1
                if self._sheet_lines:
                    self.sheet.scroll_lines(-step)
                else:
                    self.notes.scroll_notes(step * max(self._rows.notes - 1, 1))
            case "locked":
                self._locked()
            case "tab" | "shift+tab":
                waits = self.typing.waits() is not None
                self._completed(self.typing.tab(self.line.text, backwards=key == "shift+tab"))
                if waits:
                    self._say("")
        self.show_foot()

    def _completed(self, text: str | None) -> None:
        if text is not None:
            self._say("")
            self._put_line(text)
        self._draft()

    def _digit(self, character: str) -> bool:
        """While voices are marked, a digit in an empty line says who speaks and is not typed."""
        if self.typing.editing is not None:
            return False
        took = self.meeting.ear.key(self.meeting.state, character, self.meeting.moment().t)
        if took:
            self._say("")
            self.show_foot()
        return took

    def _locked(self) -> bool:
        """Say that typing is off, if it is."""
        if self._covered:
            self._say(_("Covered: typing is off. Esc shows the notes again."))
            self.show_foot()
        return self._covered

    def _escape(self) -> None:
        self._say("")
        if self._covered:
            self.action_cover()
        elif self.typing.stop_waiting():
            # Back to the line, which stands as it was typed; the sentence that asked goes with the question.
            if self._told:
                self._told = ()
                self.show_sheet(())
        elif self.typing.refused.let_go(self.line.text):
            self._told = ()
            self.show_sheet(())
            self._put_line(self.typing.back() or "")
            self._draft()
        elif self._sheet_lines:
            self.show_sheet(())
            if self.line.text and self.line.text == self._begun:
                # The command that this screen began itself belongs to the sheet, and goes with it.
                self._put_line(self.typing.back() or "")
                self._draft()
        elif self.typing.escape():
            self._put_line(self.typing.back() or "")
            self._draft()
        elif (text := self.typing.back()) is not None:
            self._put_line(text)
            self._draft()
        else:
            self.action_cover()
        self.look()

    def action_cover(self) -> None:
        """Leave only stage, sentence, clock and turn, while the screen is shared; or end that."""
        self._covered = self.line.locked = not self._covered
        self.tries.did("cover")
        self._say("")
        self.lay_out()
        self.look()

    def insert_command(self, text: str) -> None:
        """Put a command into the line (from the palette); what was typed comes back after it, or by Esc."""
        if not self._locked():
            self.typing.put_aside(self.line.text)
            self._say("")
            self._begun = text
            self._put_line(text)
            self.show_foot()

    def run_line(self, text: str) -> None:
        """Carry out a whole command (from the palette); what is being typed stays."""
        self._apply(self.typing.run(text))
