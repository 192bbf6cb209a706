"""The lobby: a few questions, each with a suggestion that Enter takes, and then the plan before it begins.

Every region keeps its place: answers fill a column above, the open question stands below it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.getters import query_one
from textual.screen import Screen
from textual.widgets import Input, Static
from textual.worker import Worker, WorkerState

from facilitator.meeting.opening import Wanted
from facilitator.meeting.wanted import local_zone
from facilitator.pod.remembered import PeopleUnreadable, recall, remember
from facilitator.screens.answer_line import AnswerLine
from facilitator.screens.answers import STEPS, Answers
from facilitator.screens.choice import Choice
from facilitator.screens.history import History, read_history
from facilitator.screens.lobby_plan import PlanView
from facilitator.screens.lobby_words import answered, echo, label, plan, question
from facilitator.session.refused import Refused
from facilitator.store.trouble import StoreError
from facilitator.widgets.keys import KeyHint, KeyRow
from facilitator.words.language import gettext as _
from facilitator.words.visible import visible

if TYPE_CHECKING:
    from facilitator.app import FacilitatorApp

LOOK_AGAIN = 5.0
"""Seconds after which the plan's times of day are worked out anew."""

SIDE_BY_SIDE = 76
"""Columns from which answers and plan stand beside each other."""

WIDEST = 96
"""Columns that are used at most: longer rows are hard to read."""


class LobbyScreen(Screen[None]):
    """From nothing, or from the words of a command, to a meeting that begins."""

    CSS_PATH = "lobby.tcss"
    AUTO_FOCUS = "#answer"
    app: FacilitatorApp

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,shift+tab,escape", "back", _("Back"), id="lobby.back"),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
    ]

    header = query_one("#header", Static)
    column = query_one("#column", Static)
    title_row = query_one("#question", Static)
    wish = query_one("#wish", Static)
    answer = query_one("#answer", AnswerLine)
    hint = query_one("#hint", Static)
    plan = query_one("#plan", PlanView)
    begin = query_one("#begin", Choice)
    keys = query_one("#keys", KeyRow)

    def __init__(self, wanted: Wanted | None) -> None:
        super().__init__()
        self._wanted = wanted
        self._answers: Answers | None = None
        self._trouble = ""
        """A sentence that stays in the hint row until the line changes from what it was then."""
        self._trouble_for = ""
        self._unremembered = False
        self._gone = False
        """Whether another screen is on its way, so that no key counts twice."""
        self._put = ""
        """What the screen itself last put into the line."""
        self._suggested = False

    @property
    def answers(self) -> Answers:
        """The state behind the questions."""
        if self._answers is None:
            last = None
            try:
                last = recall(self.app.home)
            except StoreError as trouble:
                self._trouble = trouble.sentence
            usual = None if self._wanted else self.app.usual_agenda()
            self._answers = Answers(self._wanted, local_zone(), last, usual=usual, home=self.app.home)
        return self._answers

    def compose(self) -> ComposeResult:
        """All regions, in the order in which they are read."""
        yield Static("", id="header", markup=False)
        with Vertical(id="asking"):
            yield Static("", id="column", markup=False)
            yield Static("", id="question", markup=False)
            yield Static("", id="wish", markup=False)
            yield AnswerLine(self._answered, self._line_asked)
        yield PlanView(len(STEPS) - 1)
        yield Choice(_("Begin the meeting"), id="begin")
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

    def look(self) -> None:
        """Show what depends on the time of day."""
        if self.answers.step == "ready":
            self._show_plan()
        else:
            self._show_hint()

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
        self._answered(self.answer.value)

    def action_page(self, pages: int) -> None:
        """Move the plan by whole pages, where it is longer than the screen."""
        self.plan.move(pages)

    def action_leave(self) -> None:
        """What Ctrl+Q does, for a click on the key row."""
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
            here = self.answers.person(self.answer.value) if self.answers.step != "format" else ""
        except Refused:
            here = ""
        here = here or self.answer.value
        place = choices.index(here) + by if here in choices else 0
        if choices:
            self._trouble = ""
            self.answer.put(choices[place % len(choices)], select=True)

    def _ask(self) -> None:
        """Show the open question, or the plan when all are answered."""
        ready = self.answers.step == "ready"
        self.set_class(ready, "-ready")
        self._lay_out()
        if ready:
            self._show_plan()
            # Only what is laid out can have the focus.
            self.call_after_refresh(self.begin.focus)
            return
        title, sentence = question(self.answers)
        self.title_row.update(title)
        self.wish.update(sentence)
        text, suggested = self.answers.line()
        self.answer.arrows = len(self.answers.choices()) > 1
        self._put = self._trouble_for = text
        self._suggested = suggested
        self.answer.put(text, select=suggested)
        self.call_after_refresh(self.answer.focus)
        self._show_column()
        self._show_hint()

    def _show_column(self) -> None:
        rows = answered(self.answers, before=self.answers.step)
        if not rows:
            self.column.update(
                _("A few short questions. Enter takes what stands in the line; only names must be typed.")
            )
            return
        width = self._width()
        self.column.update(Content("\n").join(_row(name, words, width) for name, words in rows))

    def _show_hint(self) -> None:
        answers = self.answers
        self.hint.set_class(bool(self._trouble), "-trouble")
        if self._trouble or answers.step == "ready":
            self.hint.update(self._trouble)
            return
        text = self.answer.value
        suggested = self._suggested and text == self._put
        self.hint.update(echo(answers, text, suggested, self.app.real_clock.wall()))

    def _show_plan(self) -> None:
        planned = plan(self.answers.wanted(), self.app.real_clock.wall())
        form, people, *others = answered(self.answers, before="ready")
        self.plan.show([people, form, *others], planned)
        self._show_header(planned.span)
        self._show_hint()

    def _show_header(self, right: str) -> None:
        left = _("Practice meeting") if self.answers.rehearsal else _("Start a meeting")
        room = max(self._width() - len(left), len(right) + 2)
        self.header.update(f"{left}{right:>{room}}")

    def _width(self) -> int:
        return max(min(self.app.size.width - 8, WIDEST), 10)

    def _lay_out(self) -> None:
        width, height = self.app.size
        self.set_class(height < 20, "-low")
        self.set_class(height < 30, "-dense")
        self.set_class(height < 12, "-tiny")
        self.set_class(width < 40, "-narrow")
        self.set_class(width >= SIDE_BY_SIDE, "-wide")
        place = STEPS.index(self.answers.step)
        ready = self.answers.step == "ready"
        if not ready:
            self._show_header(_("{number} of {count}").format(number=place + 1, count=len(STEPS) - 1))
        hints = [KeyHint("Enter", _("Begin the meeting") if ready else _("Next"), "accept")]
        if place:
            back = _("Back to: {question}").format(question=label(STEPS[place - 1]))
            hints.append(KeyHint("Esc", back, "back"))
        else:
            hints.append(KeyHint("Esc", _("Home"), "back"))
        hints.append(KeyHint("^Q", _("Leave"), "leave"))
        self.keys.show(hints, max(width - 8, 1))

    def _read(self) -> None:
        home = self.app.home
        self.run_worker(lambda: read_history(home), thread=True, exit_on_error=False)


def _row(name: str, words: str, width: int) -> Content:
    """A label and its answer in one row, cut to so many cells."""
    return Content.assemble((f"{name:<15}", "dim"), words).truncate(width, ellipsis=True)
