"""The live screen: one look tells the chair what to say, how time stands, whose turn it is, what comes.

Every region keeps its rows; nothing moves because a text changes. There is no dialog, no toast and no moving
focus: questions stand in the hint row and are answered by a key again. The case title is never here.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from typing import ClassVar

from textual.binding import BindingType

from facilitator.meeting.clock import RehearsalClock
from facilitator.meeting.meeting import Meeting, Outcome
from facilitator.meeting.open_steps import is_opening, open_hint
from facilitator.screens.live_keys import asks_for_cards
from facilitator.screens.live_line import LiveLine
from facilitator.screens.palette import CommandProvider
from facilitator.screens.questions import Question, consent_is_next, question_before
from facilitator.session import events as ev
from facilitator.session import intents as it
from facilitator.session.describe import away_sentence
from facilitator.session.going_on import MainStep, main_step, stage_step
from facilitator.session.guide import guide
from facilitator.session.timing import NEUTRAL, lateness, remaining
from facilitator.session.together import vote_now
from facilitator.widgets.bound import bound
from facilitator.words.language import gettext as _

STAGE_EVENTS = ev.STAGE_BEGINS | ev.Undone | ev.Redone
NOTE_EVENTS = (ev.NoteCaptured, ev.NoteEdited, ev.NoteMoved, ev.NoteStruck, ev.Undone, ev.Redone)

CARD = "/prompt "
"""What the help key puts into the line in the power lens."""


class LiveScreen(LiveLine):
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

    def on_mount(self) -> None:
        """Begin to watch the meeting; the half-typed text is in the line."""
        self._stop = self.meeting.subscribe(self._happened)
        self.take_line()
        self._say(self.app.take_notice() or away_sentence(self.meeting.state))
        self.lay_out()
        self.show_sheet(self.meeting.reports)
        self.look()
        if is_opening(self.meeting.state):
            self.run_worker(self._look_back(), group="steps", exit_on_error=False)

    async def _look_back(self) -> None:
        """Look for open next steps of earlier meetings, behind the screen: there may be years of them."""
        said = await asyncio.to_thread(open_hint, self.meeting, self.app.settings.times)
        self.open_before = said
        if said and self.is_attached and self.meeting.state.phase == "running":
            self.show_foot()

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
        self.tries.happened(outcome)
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
            if answered == "consent":
                self._notes_asked = self.meeting.state.place
                self.show_foot()
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
        """More time for this stage: a minute; when it is over two, or what the group votes for.

        When late, or with minutes in hand, what can be done.
        """
        state, now = self.meeting.state, self.meeting.moment()
        left = remaining(state, now.t)
        silent = state.find_stage(state.stage).kind == "silence"
        spare = guide(state, now).spare
        if left > 0 and not silent and (spare or lateness(state, now) > NEUTRAL):
            if not self._locked():
                self.run_line("/late")
                self.insert_command("/take ")
            return
        over = vote_now(state) or 120.0
        self._apply(self.typing.do(it.More(over if left <= 0 else 60.0)))

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
            self._notes_asked = self.meeting.state.place
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
        """What to say and do when it gets hard; in the power lens first a card to read aloud."""
        if self._locked():
            return
        begun = self.line.text == CARD
        if asks_for_cards(self.meeting.state) and not begun:
            self.insert_command(CARD)
            again = _("{key} again: when it gets hard.").format(key=self._key("live.help"))
            self._say(f"{again} {self.typing.echo(CARD)}")
            self.show_foot()
            return
        if begun:
            # What was typed before the first press comes back, not the command that this key began.
            self._put_line(self.typing.back() or "")
        self.tries.did("hard")
        self.run_line("/hard")
        self.insert_command("/hard ")

    def action_commands(self) -> None:
        """Begin a command in the line."""
        if not self.line.text and not self._locked():
            self._put_line("/")
            self.show_foot()

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
