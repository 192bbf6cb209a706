"""The room's window: a second terminal that is shared on the call. It shows and takes nothing.

A small program of its own: it knows the room's file and not the session, so leaving it affects nothing.
"""

from __future__ import annotations

import os
import sys
from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widgets import Static

from facilitator.meeting.room.face import face
from facilitator.meeting.room.watch import Watch
from facilitator.screens.dress import dress
from facilitator.screens.room_layout import PARTS, lay_out
from facilitator.screens.signals import leave_on_signals
from facilitator.settings.model import USUAL, Settings
from facilitator.share.terminal import terminal_of
from facilitator.share.titled import title_kept
from facilitator.widgets.bound import bound
from facilitator.words.language import gettext as _

LOOK_EVERY = 0.25
"""Seconds between two looks at the room."""

NARROW = 50
"""Columns below which the margins go."""


class RoomScreen(Screen[None]):
    """One face of the room, laid out for the window as it is."""

    CSS_PATH = "room.tcss"

    def __init__(self, watch: Watch) -> None:
        super().__init__()
        self._watch = watch
        self._shown: dict[str, tuple[str, int]] = {}

    def compose(self) -> ComposeResult:
        """All parts, in the order in which they are read."""
        for part in PARTS:
            yield Static("", id=part, markup=False)

    def on_mount(self) -> None:
        """Look now, and from now on."""
        self.look()
        self.set_interval(LOOK_EVERY, self.look)

    def on_resize(self) -> None:
        """Another size is another layout."""
        self.look()

    def look(self) -> None:
        """Show the room as it stands now; what has not changed is not painted."""
        seen = face(self._watch.look())
        width, height = self.app.size
        narrow = width < NARROW
        self.set_class(narrow, "-narrow")
        self.set_class(seen.over, "-over")
        self.set_class(seen.quiet, "-quiet")
        words, rows = lay_out(seen, max(width - (2 if narrow else 8), 1), height)
        # Drawn letters are not bold: some terminals would paint them in another colour.
        self.query_one("#name").set_class(rows["name"] > 0 and words["name"][:1] in "█▀▄ ", "-drawn")
        for part in PARTS:
            facts = (words.get(part, ""), rows[part])
            if self._shown.get(part) == facts:
                continue
            self._shown[part] = facts
            widget = self.query_one(f"#{part}", Static)
            widget.display = facts[1] > 0
            widget.styles.height = facts[1]
            widget.update(facts[0])


class RoomApp(App[int]):
    """The window. Only leaving is possible in it."""

    TITLE = "facilitator"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q", "leave", _("Leave"), show=False),
        bound("app.leave", "leave", priority=True),
    ]

    def __init__(self, watch: Watch, settings: Settings = USUAL) -> None:
        super().__init__()
        dress(self, settings)
        self._watch = watch
        self.fault: BaseException | None = None
        """What went wrong in this program, if anything did."""

    def on_mount(self) -> None:
        """Look, and end in good order when the terminal goes away."""
        leave_on_signals(self.action_leave)
        self.push_screen(RoomScreen(self._watch))

    def action_leave(self) -> None:
        """Leave the window; the meeting does not notice."""
        self.exit(0)

    def _fatal_error(self) -> None:
        """A fault of ours: no traceback reaches a person, least of all on a shared screen."""
        self.fault = sys.exc_info()[1]
        self._close_messages_no_wait()


def window_title() -> str:
    """What the window is called in the list from which somebody chooses the one to share on the call."""
    return _("For everyone · {program}").format(program=RoomApp.TITLE)


def run_room(watch: Watch, settings: Settings = USUAL) -> tuple[int, BaseException | None]:
    """Show the room until the window is left; the exit status, and a fault of ours if there was one."""
    app = RoomApp(watch, settings)
    with title_kept(terminal_of(os.environ, windows=sys.platform == "win32"), window_title()):
        status = app.run()
    done = status is not None and app.return_code in (0, None)
    return (status or 0 if done and app.fault is None else 1), app.fault
