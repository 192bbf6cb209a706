"""The live screen: one look tells the chair what to say, how time stands, whose turn it is, what comes.

Every region keeps its rows; nothing moves because a text changes. There is no dialog, no toast and no moving
focus: questions stand in the hint row and are answered by a key again. The case title is never here.
"""

from __future__ import annotations

import time
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widgets import TextArea

from facilitator.meeting.clock import RehearsalClock
from facilitator.meeting.meeting import Outcome
from facilitator.screens.live_view import LiveView
from facilitator.screens.palette import CommandProvider
from facilitator.screens.questions import question_before
from facilitator.screens.typing import Effect
from facilitator.session import events as ev
from facilitator.session import intents as it
from facilitator.session.describe import away_sentence
from facilitator.session.guide import MainStep, stage_step
from facilitator.session.timing import remaining
from facilitator.widgets.line import CaptureLine
from facilitator.words.language import gettext as _


class LiveScreen(LiveView):
    """The room's screen, from the first stage to the last."""

    COMMANDS = {CommandProvider}
    AUTO_FOCUS = "#line"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+n", "main", _("Next person or stage"), id="live.main"),
        Binding("ctrl+t", "stage", _("Next stage"), id="live.stage"),
        Binding("ctrl+g", "more", _("More time"), id="live.more"),
        Binding("ctrl+o", "only", _("Pod only"), id="live.only"),
        Binding("ctrl+l", "pens", _("Pens down or up"), id="live.pens"),
        Binding("ctrl+r", "take_back", _("Undo"), id="live.undo"),
        Binding("ctrl+s", "card", _("Show a card"), id="live.card"),
        Binding("f8", "forward", _("A minute later, in a rehearsal"), id="live.forward"),
    ]

    def on_mount(self) -> None:
        """Begin to watch the meeting; the half-typed text is in the line."""
        self._stop_views = [self.meeting.subscribe(self._happened)]
        self.line.taker, self.line.asker = self._sent, self._line_asked
        self._put_line(self.meeting.drafted)
        # Only once: the next screen of this meeting begins with an empty line.
        self.meeting.drafted = ""
        self._flash = self.app.take_notice() or away_sentence(self.meeting.state)
        self._lay_out()
        self.look()

    def on_unmount(self) -> None:
        """Stop watching the meeting."""
        for stop in self._stop_views:
            if callable(stop):
                stop()

    def on_resize(self) -> None:
        """Give every region its rows for the new size."""
        self._lay_out()
        self.look()

    def _happened(self, outcome: Outcome) -> None:
        """Something was carried out, by whichever way."""
        self._mark = outcome.mark
        entered = any(
            isinstance(event, ev.StageEntered | ev.SilenceInserted | ev.Undone | ev.Redone)
            for event in outcome.events
        )
        if entered:
            self._cue = ("", 0.0)
            self._looked = self.meeting.moment().t
            state = outcome.state
            silent = state.phase == "running" and state.find_stage(state.stage).kind == "silence"
            # A line that was half typed when the silence began is still for the meeting.
            self.typing.for_me = silent and not self.line.text
        if outcome.state.phase != "running":
            self.app.meeting_moved_on()
            return
        self.look()
        self.app.wake_ticker()

    def _apply(self, effect: Effect) -> None:
        if effect.line is not None:
            # Words that the palette put aside come back once its command is done.
            aside, self._aside = ("", self._aside) if effect.line else (self._aside, "")
            self._put_line(effect.line or aside)
            state = self.meeting.state
            if not effect.line and state.phase == "running":
                self.typing.for_me = state.find_stage(state.stage).kind == "silence" and not aside
        self._flash = effect.hint
        self._show_sheet(effect.sheet)
        if effect.leave:
            self.app.leave()
            return
        if self.is_attached and self.meeting.state.phase == "running":
            self.look()

    def _show_sheet(self, lines: tuple[str, ...]) -> None:
        if lines != self._sheet_lines:
            self._sheet_lines = lines
            self.sheet.show(lines)
            self._lay_out()

    def _sent(self, text: str) -> None:
        self._asked = None
        effect = self.typing.sent(text)
        self._apply(effect)
        self.meeting.draft(self.typing.drafted(self.line.text))

    @on(CaptureLine.Pasted)
    def _pasted(self, message: CaptureLine.Pasted) -> None:
        self._apply(self.typing.pasted(message.text))

    @on(TextArea.Changed, "#line")
    def _changed(self) -> None:
        if self.line.text == self._text:
            # This screen put the text there itself: what it had to say about that still stands.
            return
        self._text = self.line.text
        self._asked = None
        self._flash = ""
        self.meeting.draft(self.typing.drafted(self.line.text))
        if self.meeting.state.phase == "running":
            self._show_foot()

    def _line_asked(self, key: str) -> None:
        match key:
            case "escape":
                self._escape()
            case "up":
                self._apply(self.typing.reopen())
            case "pageup" | "pagedown":
                step = 1 if key == "pageup" else -1
                if self._sheet_lines:
                    self.sheet.scroll_lines(-step)
                else:
                    self.notes.scroll_notes(step * max(self._rows.notes - 1, 1))
            case "typed":
                self._flash = _("Covered: typing is off. Esc shows the notes again.")
                self._show_foot()
            case _:
                completed = self.typing.tab(self.line.text, backwards=key == "shift+tab")
                if completed is not None:
                    self._put_line(completed)
                self._show_foot()

    def _escape(self) -> None:
        self._asked = None
        self._flash = ""
        if self._sheet_lines:
            self._show_sheet(())
        elif self.typing.escape():
            self._put_line("")
        else:
            self.action_cover()
            return
        self.look()

    def _press(self, step: MainStep, key: str) -> None:
        """A key that goes on: it asks once where that may be an accident, and is answered by itself."""
        now = time.monotonic()
        since, self._last_main = now - self._last_main, now
        if self._asked is None or self._asked[0] != key:
            question = question_before(self.meeting.state, step, self.meeting.moment(), since, key)
            if question:
                self._asked = (key, question)
                self._show_foot()
                return
        self._asked = None
        self._apply(self.typing.do(step.intent))

    def action_main(self) -> None:
        """The next person in a round, else the next stage."""
        self._press(self._main_step(), self.keys.written("main", "^N"))

    def action_stage(self) -> None:
        """The next stage, whoever has not been heard."""
        self._press(stage_step(self.meeting.state), self.keys.written("stage", "^T"))

    def action_more(self) -> None:
        """More time for this stage: a minute, or two when it is over its time."""
        left = remaining(self.meeting.state, self.meeting.moment().t)
        self._asked = None
        self._apply(self.typing.do(it.More(120.0 if left <= 0 else 60.0)))

    def action_only(self) -> None:
        """The line being typed stays in the pod, or not."""
        self.typing.pod_only = not self.typing.pod_only
        self._show_foot()

    def action_pens(self) -> None:
        """Pens down, or up again; as an answer to the question before the case, go on with pens down."""
        asked, self._asked = self._asked, None
        down = self.meeting.state.pens_down
        effect = self.typing.do(it.PensUp() if down else it.PensDown())
        if asked is not None and "^L" in asked[1] and not down:
            effect = self.typing.do(it.Next())
        self._apply(effect)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The clock is moved by hand in a rehearsal only."""
        return action != "forward" or isinstance(self.meeting.clock, RehearsalClock)

    def action_forward(self) -> None:
        """A minute later, in a rehearsal."""
        if isinstance(self.meeting.clock, RehearsalClock):
            self._flash = ""
            self.meeting.clock.advance(60.0)
            self.app.moved_on()

    def action_take_back(self) -> None:
        """Undo the last thing."""
        self._asked = None
        self._apply(self.typing.do(it.Undo()))

    def action_card(self) -> None:
        """Put the command for a card into the line, ready for a dimension."""
        self.insert_command("/prompt ")

    def action_commands(self) -> None:
        """Begin a command in the line."""
        if not self.line.text:
            self._put_line("/")

    def action_cover(self) -> None:
        """Leave only stage, sentence, clock and turn, while the screen is shared; or end that."""
        self._covered = not self._covered
        self.line.locked = self._covered
        self._lay_out()
        self.look()

    def insert_command(self, text: str) -> None:
        """Put a command into the line (from the palette); what was being typed comes back after it."""
        self._aside = self.line.text
        self._flash = ""
        self._put_line(text)
        self._show_foot()

    def run_line(self, text: str) -> None:
        """Carry out a whole command (from the palette); what is being typed stays."""
        self._aside = self.line.text
        self._apply(self.typing.sent(text))

    def ask_leave(self) -> bool:
        """Whether leaving was asked once already; asks otherwise."""
        if self._asked is not None and self._asked[0] == "^Q":
            return True
        self._asked = ("^Q", _("^Q again leaves. The meeting stays open and can be resumed."))
        self._show_foot()
        return False
