"""The screens of the app: which one is open, and what each asks of the meeting and of the disk."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.app import SystemCommand
from textual.binding import BindingType

from facilitator import screens
from facilitator.agenda.model import Agenda
from facilitator.app.ticking import Ticking
from facilitator.fault import fault_sentence
from facilitator.garbage import start_is_over
from facilitator.meeting.clock import Clock
from facilitator.meeting.meeting import Meeting
from facilitator.meeting.opening import Wanted, look, open_new, resume
from facilitator.meeting.practice import Practice, practice_of
from facilitator.meeting.scratch import Scratch
from facilitator.meeting.theme import mark_when_begun
from facilitator.outside import Outside
from facilitator.screens.dress import dress
from facilitator.screens.signals import leave_on_signals
from facilitator.session import intents as it
from facilitator.settings.model import USUAL_AGENDA, Settings
from facilitator.share.terminal import terminal_of
from facilitator.store.trouble import StoreError
from facilitator.widgets.bound import bound
from facilitator.words.language import gettext as _

if TYPE_CHECKING:
    from textual.command import Provider
    from textual.screen import Screen

AT_REST = 2.0
"""Seconds after which the first screen stands, so that looking for garbage holds it up no more."""


class FacilitatorApp(Ticking):
    """One person's terminal in the room."""

    TITLE = "facilitator"
    ENABLE_COMMAND_PALETTE = True
    COMMANDS = {lambda: _palette()}
    BINDINGS: ClassVar[list[BindingType]] = [
        bound("app.leave", "leave", priority=True),
        bound("app.all", "command_palette", priority=True),
    ]

    def __init__(
        self,
        home: Path,
        clock: Clock,
        *,
        wanted: Wanted | None = None,
        begin: bool = False,
        meeting: Meeting | None = None,
        settings: Settings | None = None,
        notice: str = "",
        practice: Practice | None = None,
    ) -> None:
        """`notice` is a sentence for the first screen; `practice` makes a rehearsal go less smoothly."""
        # What is known before the first paint spares reading every style sheet again right after it.
        super().__init__(css_path=_rules_of("live") if begin or meeting is not None else None)
        self.settings = settings or Settings()
        dress(self, self.settings)
        terminal = terminal_of(os.environ, windows=sys.platform == "win32")
        self.outside = Outside(terminal, self.settings, self._tell_terminal, self.bell)
        self.home = home
        self.real_clock = clock
        self.meeting = meeting
        self.scratch = Scratch()
        self.farewell = ""
        """What is said on the terminal once the screen is gone."""
        self._notice = notice
        self._practice = practice
        self._wanted = wanted
        self._begin = begin

    def on_mount(self) -> None:
        """Open the first screen, and leave in good order when the terminal goes away."""
        leave_on_signals(lambda: self.leave())
        self.set_timer(AT_REST, start_is_over)
        self.outside.show(None)
        if self.meeting is not None:
            self._take_on(self.meeting)
            self.show_meeting()
        elif self._wanted is not None and self._begin:
            trouble = self.begin(self._wanted)
            if trouble:
                self.stop_with(trouble)
        elif self._wanted is not None:
            self.show_lobby(self._wanted)
        else:
            self.show_home()

    def show_home(self) -> None:
        """The home screen."""
        from facilitator.screens.home import HomeScreen

        self._show(HomeScreen())

    def show_lobby(self, wanted: Wanted | None = None) -> None:
        """The lobby, filled in as far as is known."""
        from facilitator.screens.lobby import LobbyScreen

        self._show(LobbyScreen(wanted))

    def usual_agenda(self) -> Agenda | None:
        """The agenda that the settings name; None where that is the usual one, or is not good."""
        if self.settings.default_agenda == USUAL_AGENDA:
            return None
        from facilitator.agenda.library import find
        from facilitator.agenda.problem import AgendaError

        try:
            return find(self.settings.default_agenda)
        except AgendaError as error:
            self._notice = str(error).splitlines()[0]
            return None

    def take_notice(self) -> str:
        """What is to be said on the first screen, once; mostly nothing."""
        notice, self._notice = self._notice, ""
        return notice

    def _add_notice(self, sentence: str) -> None:
        self._notice = " ".join(filter(None, (self._notice, sentence)))

    def happening(self) -> str:
        """What goes on in the room of a rehearsal, in a sentence; empty in a meeting."""
        return self._practice.happening() if self._practice is not None else ""

    def bell(self) -> None:
        """One soft bell, unless the settings keep it quiet."""
        if self.settings.bell:
            super().bell()

    def practise(self) -> None:
        """A rehearsal with five invented people, an hour in five minutes."""
        from facilitator.meeting.wanted import invented

        trouble = self.begin(invented())
        if trouble:
            self.stop_with(trouble)

    def search(self) -> None:
        """Look through all meetings."""
        from facilitator.screens.search import SearchScreen

        self.push_screen(SearchScreen(self.home))

    def read_minutes(self, folder: Path, number: int | None = None) -> str:
        """Show the minutes of the session in a folder, at the line of that number where one is given.

        The sentence why not, where that fails.
        """
        from facilitator.minutes.place import line_of
        from facilitator.minutes.render import render
        from facilitator.screens.minutes import MinutesScreen
        from facilitator.store.places import MINUTES

        try:
            found = look(folder)
        except StoreError as failed:
            return failed.sentence
        text, trouble = render(found.state), " ".join(found.reports)
        line = line_of(found.state, number) if number is not None else None
        if number is not None and line is None:
            trouble = _("Line {number} is no longer in these minutes.").format(number=number) + " " + trouble
        self.push_screen(MinutesScreen(text, folder / MINUTES, trouble=trouble.strip(), line=line))
        return ""

    def begin(self, wanted: Wanted) -> str:
        """Open a new session and begin it; the sentence why not, where that fails."""
        try:
            meeting = open_new(self.home, wanted, self.real_clock)
        except StoreError as trouble:
            return trouble.sentence
        self._take_on(meeting)
        self._go()
        self.show_meeting()
        return ""

    def _go(self) -> None:
        """Leave the lobby, if that is where the meeting is."""
        meeting = self.meeting
        if meeting is not None and meeting.state.phase == "lobby":
            meeting.submit(it.Go())
            if self._practice is not None:
                self._practice.begin()

    def go_on(self, folder: Path) -> str:
        """Resume the session in a folder; the sentence why not, where that fails."""
        try:
            self._take_on(resume(folder, self.real_clock, self.home))
        except StoreError as trouble:
            return trouble.sentence
        self.show_meeting()
        return ""

    def show_meeting(self) -> None:
        """The screen for how the meeting stands: lobby left behind, running, or closed."""
        meeting = self.meeting
        if meeting is None:
            self.show_home()
            return
        if meeting.state.phase == "lobby":
            # A session that was left in the lobby: its people are known, so it begins at once.
            self._go()
        if meeting.state.phase == "closed":
            from facilitator.screens.close import CloseScreen

            self.scratch.clear()
            self._show(CloseScreen(meeting))
        else:
            from facilitator.screens.live import LiveScreen

            self._show(LiveScreen(meeting))
        self.wake_ticker()

    def meeting_moved_on(self) -> None:
        """The meeting was closed, or closing was taken back."""
        self.call_later(self.show_meeting)

    def leave(self) -> None:
        """Leave the meeting as it stands; it can be resumed."""
        meeting = self.meeting
        if meeting is not None and meeting.state.phase != "closed":
            self.farewell = _("The meeting is left open. facilitator resume {name} goes on with it.").format(
                name=meeting.folder.name
            )
        self.exit(0)

    def stop_with(self, sentence: str) -> None:
        """End with a sentence for the terminal, because something could not be done."""
        self.farewell = sentence
        self.exit(1)

    def action_leave(self) -> None:
        """The key for leaving: asks once in a meeting, and leaves it resumable."""
        ask = getattr(self.screen, "ask_leave", None)
        if ask is None or ask():
            self.leave()

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """What the palette offers of Textual's own: no screenshot, which is a file with notes in it, and no
        panel of keys, which would move everything.
        """
        yield SystemCommand(_("Theme"), _("Choose other colours, light or dark."), self.action_change_theme)
        yield SystemCommand(_("Leave"), _("Leave; the meeting stays open."), self.action_leave)

    async def action_quit(self) -> None:
        """What the palette calls quitting is leaving as well."""
        self.action_leave()

    def _fatal_error(self) -> None:
        """A fault of ours: no traceback reaches a person, and none of what was typed reaches a file.

        Textual would print the locals of every frame. Where the fault lies is written beside the sessions,
        without the words of the error, which may hold a note.
        """
        self.farewell = fault_sentence(self.home, sys.exc_info()[1])
        self._close_messages_no_wait()

    def _take_on(self, meeting: Meeting) -> None:
        self.meeting = meeting
        meeting.ear.hints_on = self.settings.quiet_hints
        self._practice = self._practice or practice_of(meeting)
        meeting.subscribe_kept(self._kept_changed)
        mark_when_begun(meeting, self.home, self._add_notice)
        meeting.subscribe(lambda outcome: self.outside.show(outcome.state, meeting.moment().t))

    def _show(self, screen: object) -> None:
        from textual.screen import Screen

        if not isinstance(screen, Screen):
            return
        if len(self.screen_stack) > 1:
            self.switch_screen(screen)
        else:
            self.push_screen(screen)


def _palette() -> type[Provider]:
    from facilitator.screens.palette import AppProvider

    return AppProvider


def _rules_of(screen: str) -> Path:
    return Path(screens.__file__).parent / f"{screen}.tcss"
