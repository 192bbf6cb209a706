"""The first screen: go on with what was left, start a meeting, practise, or read the last minutes.

It is painted at once; earlier sessions are read behind it and take rows that were kept free for them. A
meeting of today that was left takes the highlight too, since whoever comes back after a crash presses Enter;
an Enter that came before it was known waits for that.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.screen import Screen
from textual.widgets import Static
from textual.worker import Worker, WorkerState

from facilitator.screens.choice import Choice
from facilitator.screens.history import OFFERED, History, any_session, read_history
from facilitator.widgets.bound import bound
from facilitator.widgets.keys import KeyHint, KeyRow
from facilitator.words.language import gettext as _

if TYPE_CHECKING:
    from facilitator.app import FacilitatorApp


class Choices(VerticalScroll, can_focus=False, inherit_bindings=False):
    """What there is to choose. It scrolls after the focus; its own arrow keys would take them from that."""


class HomeScreen(Screen[None]):
    """Where `facilitator` without a command begins."""

    CSS_PATH = "home.tcss"
    AUTO_FOCUS = "#start"
    app: FacilitatorApp

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "app.focus_previous", _("Up"), show=False),
        Binding("down", "app.focus_next", _("Down"), show=False),
        bound("home.find", "find"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._history: History | None = None
        self._minutes_wanted = False
        self._start_wanted = False
        """Whether Enter was pressed before it was known what was left."""
        self._gone = False
        """Whether another screen is on its way, so that no key counts twice."""

    def compose(self) -> ComposeResult:
        """Unfinished sessions first, then the three things to do."""
        yield Static("facilitator", id="name", markup=False)
        yield Static(_("It carries your pod through its meeting."), id="about", markup=False)
        with Choices(id="choices"):
            with Vertical(id="unfinished"):
                for place in range(OFFERED):
                    yield Choice("", id=f"go-on-{place}", classes="-empty")
            yield Choice(
                _("Start a meeting"),
                _("A few questions, answered with Enter. Then the meeting begins."),
                id="start",
            )
            yield Choice(
                _("Practise for five minutes"),
                _("Five invented people, some of them late, and a fast clock."),
                id="practise",
            )
            yield Choice(_("Last minutes"), _("Read what was kept at the last meeting."), id="minutes")
        yield Static("", id="hint", markup=False)
        yield KeyRow()

    def on_mount(self) -> None:
        """Paint first, read afterwards."""
        self.query_one("#unfinished").display = any_session(self.app.home)
        self._lay_out()
        self._hint(self.app.take_notice())
        self.call_after_refresh(self._read)

    def on_resize(self) -> None:
        """Leave out what a small screen has no room for."""
        self._lay_out()

    @on(Worker.StateChanged)
    def _read_done(self, event: Worker.StateChanged) -> None:
        if event.state == WorkerState.SUCCESS and isinstance(event.worker.result, History):
            self._show(event.worker.result)
        elif event.state == WorkerState.ERROR:
            # A session that no check foresaw must not keep anybody from starting a meeting.
            kind = type(event.worker.error).__name__
            self._show(History(trouble=_("Earlier sessions could not be read ({kind}).").format(kind=kind)))

    @on(Choice.Chosen, "#start")
    def _start(self) -> None:
        if self._history is None and not self._start_wanted and self.query_one("#unfinished").display:
            self._start_wanted = True
        elif not self._gone:
            self._gone = True
            self.app.show_lobby(None)

    @on(Choice.Chosen, "#practise")
    def _practise(self) -> None:
        if not self._gone:
            self._gone = True
            self.app.practise()

    @on(Choice.Chosen, "#minutes")
    def _last_minutes(self) -> None:
        if self._history is None:
            self._minutes_wanted = True
            self._hint(_("Looking for the last minutes…"))
        elif self._history.minutes is None:
            self._hint(_("There are no minutes yet. They are written while a meeting runs."))
        else:
            self._hint(self.app.read_minutes(self._history.minutes))

    @on(Choice.Chosen)
    def _go_on(self, message: Choice.Chosen) -> None:
        place = (message.choice.id or "").removeprefix("go-on-")
        if not place.isdecimal() or self._history is None or self._gone:
            return
        trouble = self.app.go_on(self._history.unfinished[int(place)].folder)
        self._gone = not trouble
        self._hint(trouble)

    def action_choose(self) -> None:
        """What Enter does, for a click on the key row."""
        if isinstance(self.focused, Choice):
            self.focused.action_choose()

    def action_find(self) -> None:
        """Look through all meetings; Esc comes back."""
        if not self._gone:
            self.app.search()

    def action_leave(self) -> None:
        """What the key for leaving does, for a click on the key row."""
        self.app.action_leave()

    def _read(self) -> None:
        home, now, times = self.app.home, self.app.real_clock.wall(), self.app.settings.times
        self.run_worker(lambda: read_history(home, now, times), thread=True, exit_on_error=False)

    def _show(self, history: History) -> None:
        self._history = history
        for place, one in enumerate(history.unfinished):
            choice = self.query_one(f"#go-on-{place}", Choice)
            choice.say(one.words, one.about)
            choice.remove_class("-empty")
        if history.trouble:
            self._hint(history.trouble)
        first = self.query_one("#go-on-0", Choice)
        if history.unfinished and history.unfinished[0].likely and self.query_one("#start").has_focus:
            first.focus()
            if self._start_wanted:
                first.action_choose()
        elif self._start_wanted:
            self._start()
        self._start_wanted = False
        if self._minutes_wanted:
            self._minutes_wanted = False
            self._last_minutes()

    def _hint(self, sentence: str) -> None:
        self.query_one("#hint", Static).update(sentence)

    def _lay_out(self) -> None:
        width, height = self.app.size
        self.set_class(height < 20, "-low")
        self.set_class(height < 10, "-tiny")
        self.set_class(width < 40, "-narrow")
        hints = (
            KeyHint("Enter", _("Open"), "choose"),
            KeyHint("↑ ↓", _("Choose"), "app.focus_next"),
            KeyHint(self.app.settings.key("home.find"), _("Find"), "find"),
            KeyHint(self.app.settings.key("app.leave"), _("Leave"), "leave"),
        )
        self.query_one(KeyRow).show(hints, max(width - 8, 1))
