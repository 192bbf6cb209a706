"""What the lobby shows: the answers so far, the open question and its line, at the end the plan.

Every region keeps its place: answers fill a column above, the open question stands below it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.getters import query_one
from textual.screen import Screen
from textual.widgets import Static

from facilitator.agenda.problem import AgendaError
from facilitator.meeting.opening import Wanted
from facilitator.meeting.wanted import local_zone
from facilitator.pod.remembered import recall
from facilitator.pod.topics import topics_of
from facilitator.screens.answer_line import AnswerLine
from facilitator.screens.answers import Answers
from facilitator.screens.choice import Choice
from facilitator.screens.lobby_echo import echo
from facilitator.screens.lobby_plan import PlanView
from facilitator.screens.lobby_timetable import plan
from facilitator.screens.lobby_words import answered, label, question
from facilitator.store.trouble import StoreError
from facilitator.widgets.keys import KeyHint, KeyRow
from facilitator.words.language import gettext as _

if TYPE_CHECKING:
    from facilitator.app import FacilitatorApp

USUAL_STEPS = 8
"""Questions of most formats, the plan at the end among them; for more the column of answers is higher."""

SIDE_BY_SIDE = 76
"""Columns from which answers and plan stand beside each other."""

WIDEST = 96
"""Columns that are used at most: longer rows are hard to read."""


class LobbyView(Screen[None]):
    """What is seen; `LobbyScreen` adds what is done."""

    app: FacilitatorApp

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
        self._said = ""
        """What came of something that was done from the plan."""
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
            times = self.app.settings.times
            self._answers = Answers(
                self._wanted, local_zone(), last, usual=usual, home=self.app.home, times=times
            )
        return self._answers

    def look(self) -> None:
        """Show what depends on the time of day."""
        if self.answers.step == "ready":
            self._show_plan()
        else:
            self._show_hint()

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
        if self.answers.step == "theme":
            self._read_topics()
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
            self.hint.update(self._trouble or self._said)
            return
        text = self.answer.value
        suggested = self._suggested and text == self._put
        self.hint.update(echo(answers, text, suggested, self.app.real_clock.wall()))

    def _show_plan(self) -> None:
        planned = plan(self.answers.wanted(), self.app.real_clock.wall(), self.app.settings.times)
        form, people, *others = answered(self.answers, before="ready")
        self.plan.show([people, form, *others], planned, self._width())
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
        answers = self.answers
        ready = answers.step == "ready"
        steps = answers.steps
        self.set_class(len(steps) > USUAL_STEPS, "-many")
        if not ready:
            place = steps.index(answers.step) + 1
            self._show_header(_("{number} of {count}").format(number=place, count=len(steps) - 1))
        focused = self.focused.words if ready and isinstance(self.focused, Choice) else _("Begin the meeting")
        key = self.app.settings.key
        hints = [KeyHint("Enter", focused if ready else _("Next"), "accept")]
        if ready:
            hints.append(KeyHint("← →", _("More"), "beside(1)"))
        before = answers.step_before()
        if before:
            where = _("Plan") if before == "ready" else label(answers, before)
            hints.append(KeyHint(key("lobby.back"), _("Back to: {question}").format(question=where), "back"))
        else:
            hints.append(KeyHint(key("lobby.back"), _("Home"), "back"))
        hints.append(KeyHint(key("app.leave"), _("Leave"), "leave"))
        if ready:
            hints.append(KeyHint(key("lobby.copy"), _("Copy the page"), "copy", rank=1))
        self.keys.show(hints, max(width - 8, 1))

    def _read_topics(self) -> None:
        """The topics to choose from, read when they are first asked for."""
        if self.answers.topics:
            return
        try:
            self.answers.topics = topics_of(self.app.home)
        except (AgendaError, StoreError) as error:
            self._trouble = str(error).splitlines()[0]


def _row(name: str, words: str, width: int) -> Content:
    """A label and its answer in one row, cut to so many cells."""
    return Content.assemble((f"{name:<15}", "dim"), words).truncate(width, ellipsis=True)
