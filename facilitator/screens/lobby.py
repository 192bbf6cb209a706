"""The lobby: a few questions, each with a suggestion that Enter takes, and then the plan before it begins."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.events import DescendantFocus
from textual.widgets import Input, Static
from textual.worker import Worker, WorkerState

from facilitator.agenda.cameras import camera_sentence
from facilitator.meeting.opening import Wanted
from facilitator.pod.remembered import PeopleUnreadable, remember
from facilitator.screens.answer_line import AnswerLine
from facilitator.screens.choice import Choice
from facilitator.screens.handing_out import hand_out_from
from facilitator.screens.history import History, read_history
from facilitator.screens.lobby_plan import PlanView
from facilitator.screens.lobby_steps import role_of
from facilitator.screens.lobby_timetable import page
from facilitator.screens.lobby_view import LobbyView
from facilitator.session.refused import Refused
from facilitator.store.trouble import StoreError
from facilitator.widgets.bound import bound
from facilitator.widgets.keys import KeyRow
from facilitator.words.language import gettext as _
from facilitator.words.visible import visible

LOOK_AGAIN = 5.0
"""Seconds after which the plan's times of day are worked out anew."""


class LobbyScreen(LobbyView):
    """From nothing, or from the words of a command, to a meeting that begins."""

    CSS_PATH = "lobby.tcss"
    AUTO_FOCUS = "#answer"

    BINDINGS: ClassVar[list[BindingType]] = [
        bound("lobby.back", "back"),
        bound("lobby.copy", "copy"),
        # Before anything else, so that an Enter right behind them never begins the meeting by accident.
        Binding("left", "beside(-1)", show=False, priority=True),
        Binding("right", "beside(1)", show=False, priority=True),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
    ]

    def compose(self) -> ComposeResult:
        """All regions, in the order in which they are read."""
        yield Static("", id="header", markup=False)
        with Vertical(id="asking"):
            yield Static("", id="column", markup=False)
            yield Static("", id="question", markup=False)
            yield Static("", id="wish", markup=False)
            yield AnswerLine(self._answered, self._line_asked)
        yield PlanView()
        with Horizontal(id="doing"):
            yield Choice(_("Begin the meeting"), id="begin")
            yield Choice(_("Place"), id="place")
            yield Choice(_("Theme"), id="theme")
            yield Choice(_("Copy the page"), id="page")
        yield Static("", id="hint", markup=False)
        yield Static("", id="rest")
        yield KeyRow()

    def on_mount(self) -> None:
        """Ask the first question; who was named for the next meeting is read behind it."""
        self._ask()
        self._refuse(self.app.take_notice() or self._trouble)
        self.set_interval(LOOK_AGAIN, self.look)
        self.call_after_refresh(self._read)

    def on_resize(self) -> None:
        """Give every region its rows for the new size."""
        self._lay_out()
        if self.answers.step != "ready":
            self._show_column()
        self.look()

    @on(Worker.StateChanged)
    def _read_done(self, event: Worker.StateChanged) -> None:
        if event.state == WorkerState.SUCCESS and isinstance(event.worker.result, History):
            self.answers.agreed = dict(event.worker.result.agreed)

    def _answered(self, text: str) -> None:
        if self.answers.step == "ready":
            # Typed ahead of the focus: it was meant for what is open now.
            self._begin()
            return
        try:
            self.answers.accept(text, self.app.real_clock.wall())
        except Refused as refusal:
            self._refuse(visible(refusal.sentence))
            return
        self._trouble = ""
        self._ask()

    def _refuse(self, sentence: str) -> None:
        """Say why not; it stays until the line changes, and so does what was typed."""
        self._trouble, self._trouble_for = sentence, self.answer.value
        self._show_hint()

    @on(Input.Changed, "#answer")
    def _changed(self) -> None:
        if self.answer.value != self._trouble_for:
            self._trouble = ""
        self._show_hint()

    def _line_asked(self, key: str) -> None:
        match key:
            case "left" | "right":
                self._turn_to(1 if key == "right" else -1)
            case "tab":
                completed = self.answers.complete(self.answer.value)
                if completed != self.answer.value:
                    self.answer.put(completed, select=False)
            case _:
                self.action_back()

    @on(Choice.Chosen, "#begin")
    def _begin(self) -> None:
        if self._gone:
            return
        answers = self.answers
        try:
            answers.check(self.app.real_clock.wall())
        except Refused as refusal:
            self._refuse(refusal.sentence)
            return
        wanted = answers.wanted()
        if not wanted.rehearsal and not self._remembered(wanted):
            return
        self._gone = True
        trouble = self.app.begin(wanted)
        if trouble:
            # The answers stay; the disk may be mended and Enter pressed again.
            self._gone = False
            self._refuse(trouble)

    def action_back(self) -> None:
        """Go back one question; at the first one, home."""
        if self._gone:
            return
        if not self.answers.back(self.answer.value):
            self._gone = True
            self.app.show_home()
            return
        self._trouble = ""
        self._ask()

    def action_accept(self) -> None:
        """What Enter does, for a click on the key row."""
        if isinstance(self.focused, Choice):
            self.focused.action_choose()
        else:
            self._answered(self.answer.value)

    @on(Choice.Chosen, "#place")
    def _turn_place(self) -> None:
        place = self.answers.turn_place()
        quiet = camera_sentence("off", place)
        self._say(_("For a quiet stage the chair now reads: {sentence}").format(sentence=quiet))
        self._show_plan()

    @on(Choice.Chosen, "#theme")
    def _ask_theme(self) -> None:
        self.answers.go_aside("theme")
        self._say("")
        self._ask()

    @on(Choice.Chosen, "#page")
    def action_copy(self) -> None:
        """Put the meeting on one page on the clipboard, for whoever goes on when the chair's line drops."""
        if self.answers.is_ready():
            lines = page(self.answers.wanted(), self.app.real_clock.wall())
            self.run_worker(self._copy(lines), exclusive=True, group="copy", exit_on_error=False)

    async def _copy(self, lines: list[str]) -> None:
        self._say(await hand_out_from(self.app, lines, self.app.home))

    def _say(self, sentence: str) -> None:
        """Say what came of it, in the row under the plan."""
        self._trouble, self._said = "", sentence
        self._show_hint()

    @on(DescendantFocus)
    def _focus_moved(self) -> None:
        self._lay_out()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """In the line, the arrows are the line's own."""
        return action != "beside" or self.answers.is_ready()

    def action_beside(self, by: int) -> None:
        """Go to what else can be done from the plan."""
        doing = list(self.query("#doing Choice").results(Choice))
        here = doing.index(self.focused) if isinstance(self.focused, Choice) else 0
        self.set_focus(doing[(here + by) % len(doing)])

    def action_page(self, pages: int) -> None:
        """Move the plan by whole pages, where it is longer than the screen."""
        self.plan.move(pages)

    def action_leave(self) -> None:
        """What the key for leaving does, for a click on the key row."""
        self.app.action_leave()

    def _remembered(self, wanted: Wanted) -> bool:
        """Keep the people for next time. False when that failed and was told; the next press goes on."""
        if self._unremembered or not wanted.people:
            return True
        try:
            remember(
                self.app.home, wanted.people, chair=wanted.chair, keeper=wanted.keeper, giver=wanted.giver
            )
        except PeopleUnreadable:
            # Said when the lobby opened; the file is not ours to replace.
            return True
        except StoreError as trouble:
            self._unremembered = True
            self._refuse(_("{why} Enter begins all the same.").format(why=trouble.sentence))
            return False
        return True

    def _turn_to(self, by: int) -> None:
        """Put the next of the answers to choose from into the line."""
        choices = self.answers.choices()
        try:
            here = self.answers.person(self.answer.value) if role_of(self.answers.step) else ""
        except Refused:
            here = ""
        here = here or self.answer.value
        place = choices.index(here) + by if here in choices else 0
        if choices:
            self._trouble = ""
            self.answer.put(choices[place % len(choices)], select=True)

    def _read(self) -> None:
        home, now = self.app.home, self.app.real_clock.wall()
        self.run_worker(lambda: read_history(home, now), thread=True, exit_on_error=False)
