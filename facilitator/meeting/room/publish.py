"""Keeping the page for the browser current while the meeting runs."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from pathlib import Path

from msgspec.structs import replace

from facilitator.meeting.clock import Clock
from facilitator.meeting.room.face import face
from facilitator.meeting.room.page import MARK, page
from facilitator.meeting.room.watch import Seen, Watch
from facilitator.store.atomic import write_out
from facilitator.words.dates import zone_label, zone_of
from facilitator.words.language import gettext as _

LOOK_EVERY = 0.25
"""Seconds between two looks: the page on disk is at most so much behind the chair."""

_HEAD = 4096


class RoomPage:
    """One page on disk and the meeting that it shows.

    A page that this program wrote is replaced; over any other file nothing is written unless `force`.
    """

    def __init__(self, watch: Watch, clock: Clock, path: Path, force: bool = False) -> None:
        self._watch = watch
        self._clock = clock
        self._path = path
        self._force = force or is_ours(path)
        self._written = ""

    def update(self) -> Seen:
        """Write the page as the meeting stands now, where it is another than before. Raises StoreError.

        Once the meeting is closed and left, the page no longer loads itself again.
        """
        seen = self._watch.look()
        self._write(page(face(seen), written=self._time_of_day(seen), reload=not _ended(seen)))
        return seen

    def follow(self, pause: Callable[[float], bool]) -> str:
        """Keep the page current until the meeting has ended, or `pause` (waits seconds) says to stop.

        Returns a sentence on how it ended. Raises StoreError where the disk does not take it.
        """
        while not _ended(self.update()):
            if pause(LOOK_EVERY):
                self._leave_behind()
                return _("The page no longer follows the meeting, and says so.")
        return _("The meeting is over, and the page says so.")

    def _leave_behind(self) -> None:
        """The page that nobody keeps current any more must not show how things stood as if it were now."""
        seen = self._watch.look()
        words = face(seen)
        if seen.standing != "over":
            stopped = face(Seen(standing="gone", room=seen.room))
            words = replace(stopped, notice=_("This page no longer follows the meeting."))
        self._write(page(words, written=self._time_of_day(seen), reload=False))

    def _write(self, text: str) -> None:
        if text == self._written:
            return
        write_out(self._path, text.encode("utf-8", "replace"), self._force, durable=False)
        self._written, self._force = text, True

    def _time_of_day(self, seen: Seen) -> str:
        name = seen.room.zone if seen.room is not None else "UTC"
        now = self._clock.wall().astimezone(zone_of(name))
        return f"{now:%H:%M:%S} ({zone_label(now, name)})"


def is_ours(path: Path) -> bool:
    """Whether a page that this program wrote lies there."""
    try:
        if not stat.S_ISREG(os.stat(path).st_mode):
            return False
        with open(path, "rb") as stream:
            return MARK.encode() in stream.read(_HEAD)
    except OSError:
        # What is wrong with it the attempt to write there will tell, in a sentence.
        return False


def _ended(seen: Seen) -> bool:
    return seen.standing == "over" and not seen.open
