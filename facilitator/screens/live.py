"""The live screen: one look tells the chair what to say, how time stands, whose turn it is, what comes.

Every region keeps its rows; nothing moves because a text changes. There is no dialog, no toast and no moving
focus: questions stand in the hint row and are answered by a key again. The case title is never here.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.widgets import TextArea

from facilitator.meeting.clock import RehearsalClock
from facilitator.meeting.meeting import Meeting, Outcome
from facilitator.screens.effects import Effect
from facilitator.screens.handing_out import hand_out_from
from facilitator.screens.live_keys import asks_for_cards
from facilitator.screens.live_view import LiveView
from facilitator.screens.palette import CommandProvider
from facilitator.screens.questions import Question, consent_is_next, question_before
from facilitator.session import events as ev
from facilitator.session import intents as it
from facilitator.session.describe import away_sentence
from facilitator.session.guide import MainStep, main_step, stage_step
from facilitator.session.timing import NEUTRAL, lateness, remaining
from facilitator.widgets.bound import bound
from facilitator.words.language import gettext as _

STAGE_EVENTS = (ev.StageEntered, ev.SilenceInserted, ev.Undone, ev.Redone)
NOTE_EVENTS = (ev.NoteCaptured, ev.NoteEdited, ev.NoteMoved, ev.NoteStruck, ev.Undone, ev.Redone)


class LiveScreen(LiveView):
    """The room's screen, from the first stage to the last."""

    COMMANDS = {CommandProvider}
    AUTO_FOCUS = "#line"

    BINDINGS: ClassVar[list[BindingType]] = [
        bound("live.main", "main"),
        bound("live.stage", "stage"),
        bound("live.more", "more"),
        bound("live.only", "only"),
        bound("live.pens", "pens"),
        bound("live.undo", "take_back"),
        bound("live.help", "help_me"),
        bound("live.forward", "forward"),
    ]

    def __init__(self, meeting: Meeting) -> None:
        super().__init__(meeting)
        self._stop: Callable[[], None] | None = None
        self._last_main = -1000.0
        """When a Next key was last pressed (seconds of real time)."""
        self._told: tuple[str, ...] = ()
        """What a sheet holds that goes away with the next letter."""
        self._begun = ""
        """The command that this screen last began in the line."""
        self._text = ""
        """The line's text as this screen last saw or set it."""

    def on_mount(self) -> None:
        """Begin to watch the meeting; the half-typed text is in the line."""
        self._stop = self.meeting.subscribe(self._happened)
        self.line.taker, self.line.asker, self.line.paster = self._sent, self._line_asked, self._pasted
        self.line.watcher, self.line.first = self._changed, self._digit
        self._put_line(self.meeting.drafted)
        # Only once: the next screen of this meeting begins with an empty line.
        self.meeting.drafted = ""
        self._say(self.app.take_notice() or away_sentence(self.meeting.state))
        self.lay_out()
        self.show_sheet(self.meeting.reports)
        self.look()

    def on_unmount(self) -> None:
        """Stop watching the meeting."""
        if self._stop is not None:
            self._stop()

    def on_resize(self) -> None:
        """Give every region its rows for the new size."""
        self.lay_out()
        self.look()

    def _happened(self, outcome: Outcome) -> None:
        """Something was carried out, by whichever way."""
        if any(isinstance(event, NOTE_EVENTS) for event in outcome.events):
            self._mark = outcome.mark
        self.hints.question = None
        if any(isinstance(event, STAGE_EVENTS) for event in outcome.events):
            self.hints.begin_stage()
            self._looked = self.meeting.moment().t
            self.typing.settle(self.line.text)
        if outcome.state.phase != "running":
            self.app.meeting_moved_on()
            return
        self.look()
        self.app.wake_ticker()

    def _apply(self, effect: Effect) -> None:
        if effect.line is not None:
            # Words that the palette put aside come back once its command is done.
            self._put_line(effect.line or self.typing.back() or "")
            if effect.sheet and effect.line:
                # A command that came with a sheet goes with it, as one that was begun by a key does.
                self._begun = effect.line
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
        self._apply(self.typing.sent(text))
        self._draft()

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
            case "backspace":
                self.meeting.ear.put_away(self.meeting.state, self.meeting.moment().t)
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
            # Back to the line, which stands as it was typed.
            pass
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

    def _press(self, step: MainStep, key: str) -> None:
        """A key that goes on: it asks once where that may be an accident, and is answered by itself."""
        now = time.monotonic()
        since, self._last_main = now - self._last_main, now
        asked = self.hints.question
        answered = asked.about if asked is not None and asked.key == key else None
        state = self.meeting.state
        self.hints.question = question_before(
            state, step, self.meeting.moment(), since, key, answered, self.app.settings
        )
        if self.hints.question is None:
            self._apply(self.typing.do(step.intent))
        else:
            self.show_foot()

    def _key(self, id: str) -> str:
        return self.app.settings.key(id)

    def action_main(self) -> None:
        """The next person in a round, else the next stage."""
        self._press(main_step(self.meeting.state), self._key("live.main"))

    def action_stage(self) -> None:
        """The next stage, whoever has not been heard."""
        self._press(stage_step(self.meeting.state), self._key("live.stage"))

    def action_more(self) -> None:
        """More time for this stage: a minute, or two when it is over; when late, what can be done."""
        state, now = self.meeting.state, self.meeting.moment()
        left = remaining(state, now.t)
        silent = state.find_stage(state.stage).kind == "silence"
        if left > 0 and not silent and lateness(state, now) > NEUTRAL:
            if not self._locked():
                self.run_line("/late")
                self.insert_command("/take ")
            return
        self._apply(self.typing.do(it.More(120.0 if left <= 0 else 60.0)))

    def action_only(self) -> None:
        """The line being typed stays in the pod, or not."""
        if not self._locked():
            self._completed(self.typing.toggle_pod_only(self.line.text))
            self._say("")
            self.show_foot()

    def action_pens(self) -> None:
        """Pens down, or up again; as an answer to the question before the case, go on with pens down."""
        asked, state = self.hints.question, self.meeting.state
        effect = self.typing.do(it.PensUp() if state.pens_down else it.PensDown())
        if asked is not None and asked.about == "consent" and consent_is_next(state):
            effect = self.typing.do(it.Next())
        self._apply(effect)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The clock is moved by hand in a rehearsal only."""
        return action != "forward" or isinstance(self.meeting.clock, RehearsalClock)

    def action_forward(self) -> None:
        """A minute later, in a rehearsal."""
        if isinstance(self.meeting.clock, RehearsalClock):
            self._say("")
            self.meeting.clock.advance(60.0)
            self.app.moved_on()

    def action_take_back(self) -> None:
        """Undo the last thing."""
        if not self._locked():
            self._apply(self.typing.do(it.Undo()))

    def action_help_me(self) -> None:
        """In the power lens a card to read aloud; anywhere else, what to do when it gets hard."""
        if self._locked():
            return
        if asks_for_cards(self.meeting.state):
            self.insert_command("/prompt ")
        else:
            self.run_line("/hard")
            self.insert_command("/hard ")

    def action_commands(self) -> None:
        """Begin a command in the line."""
        if not self.line.text and not self._locked():
            self._put_line("/")
            self.show_foot()

    def action_cover(self) -> None:
        """Leave only stage, sentence, clock and turn, while the screen is shared; or end that."""
        self._covered = self.line.locked = not self._covered
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

    def ask_leave(self) -> bool:
        """Whether leaving was asked once already; asks otherwise."""
        asked = self.hints.question
        if asked is not None and asked.about == "leave":
            return True
        key = self._key("app.leave")
        sentence = _("{key} again leaves. The meeting stays open and can be resumed.").format(key=key)
        self.hints.question = Question(key, "leave", sentence)
        self.show_foot()
        return False
