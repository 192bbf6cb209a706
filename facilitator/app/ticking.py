"""The one ticker of the app, and news from the meeting to the screen that is open."""

from __future__ import annotations

from pathlib import Path

from textual.app import App
from textual.timer import Timer

from facilitator.meeting.looking import next_look
from facilitator.meeting.meeting import Meeting
from facilitator.meeting.practice import Practice
from facilitator.share.titled import screen_stream


class Ticking(App[int]):
    """An app that looks when the meeting's clock says so, and whose screens hear what the disk has taken."""

    def __init__(self, css_path: Path | None = None) -> None:
        super().__init__(css_path=css_path)
        self.meeting: Meeting | None = None
        self._practice: Practice | None = None
        self._ticker: Timer | None = None

    def wake_ticker(self) -> None:
        """Look again at the next whole second of the session's clock, and from then on."""
        if self._ticker is not None:
            self._ticker.stop()
            self._ticker = None
        delay = next_look(self.meeting) if self.meeting is not None else None
        if delay is not None:
            self._ticker = self.set_timer(delay, self._tick)

    def moved_on(self) -> None:
        """The clock of a rehearsal was moved by hand: everything looks again."""
        self._tick()

    def _tick(self) -> None:
        self._ticker = None
        if self._practice is not None:
            self._practice.look()
        if self._tell_screen("look"):
            self.wake_ticker()

    def _kept_changed(self) -> None:
        """In the writer's thread: the watermark or the trouble changed."""
        loop = self._loop
        if loop is None or not self.is_running:
            return
        try:
            loop.call_soon_threadsafe(self._show_kept)
        except RuntimeError:
            # The app is ending; nobody looks any more.
            return

    def _show_kept(self) -> None:
        self._tell_screen("kept_changed")

    def _tell_screen(self, news: str) -> bool:
        """Call this method of the first screen from the front that has one; False when the app is ending.

        The palette has none, and the screen behind it goes on: a silence may end while it is open.
        """
        if not self.is_running or not self.screen_stack:
            return False
        for screen in reversed(self.screen_stack):
            listener = getattr(screen, news, None)
            if listener is not None:
                listener()
                break
        return True

    def _tell_terminal(self, sequence: str) -> None:
        """Behind everything that is painted already; nothing where nobody sits at a terminal."""
        if self.is_running and not self.is_headless and self._driver is not None and screen_stream():
            self._driver.write(sequence)
