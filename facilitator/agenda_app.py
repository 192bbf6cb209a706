"""The app around the screen for changing an agenda: theme and keys of a meeting, and no meeting."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from facilitator.agenda.drafts import AgendaFile
from facilitator.app import FacilitatorApp
from facilitator.meeting.clock import SystemClock
from facilitator.screens.agenda_editor import AgendaEditor
from facilitator.settings.model import USUAL, Settings
from facilitator.share.titled import title_kept


class AgendaApp(FacilitatorApp):
    """One agenda on one person's terminal."""

    def __init__(
        self,
        home: Path,
        file: AgendaFile,
        *,
        people: int = 0,
        start: datetime | None = None,
        settings: Settings = USUAL,
        notice: str = "",
    ) -> None:
        """`notice` is a sentence to be said first."""
        super().__init__(home, SystemClock(), settings=settings)
        self.editor = AgendaEditor(file, people=people, start=start, settings=settings, notice=notice)

    def show_home(self) -> None:
        """The agenda, in place of the home screen."""
        self.push_screen(self.editor)

    def leave(self) -> None:
        """Leave; what is not saved is kept, also when the terminal goes away."""
        self.farewell = self.editor.left()
        self.exit(0)


def run_editor(
    home: Path,
    file: AgendaFile,
    *,
    people: int = 0,
    start: datetime | None = None,
    settings: Settings = USUAL,
    notice: str = "",
) -> int:
    """Run the editor until it is left; returns the exit status of the command."""
    app = AgendaApp(home, file, people=people, start=start, settings=settings, notice=notice)
    with title_kept(app.outside.terminal):
        status = app.run()
    if app.farewell:
        print(app.farewell)
    return status if status is not None and app.return_code in (0, None) else 1
