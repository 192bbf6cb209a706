"""A rehearsal that does not go smoothly: the mishaps of a script, carried out when their time has come."""

from __future__ import annotations

from facilitator.meeting.meeting import Meeting
from facilitator.pod.mishaps import Mishaps, come_by_now, overrun
from facilitator.session import intents as it
from facilitator.words.language import gettext as _

TOLD = 40.0
"""Seconds of the session for which it is said that somebody has come."""


class Practice:
    """The mishaps of one rehearsal, which has begun."""

    def __init__(self, meeting: Meeting, mishaps: Mishaps) -> None:
        self._meeting = meeting
        self._mishaps = mishaps
        self._come: tuple[tuple[str, ...], float] = ((), 0.0)

    def send_away(self) -> None:
        """Who comes late is not there at the beginning."""
        for one in self._mishaps.late:
            self._meeting.submit(it.Away(one.name))

    def look(self) -> None:
        """Let those come whose time has come."""
        meeting = self._meeting
        if meeting.state.phase != "running":
            return
        now = meeting.moment().t
        names = come_by_now(self._mishaps, meeting.state, now)
        if names:
            self._come = (names, now + TOLD)
        for name in names:
            meeting.submit(it.Here(name))

    def happening(self) -> str:
        """What goes on in the room now, in a sentence; mostly nothing."""
        now = self._meeting.moment().t
        names, until = self._come
        if names and now <= until:
            return _("{names}: late, and here now. What do you say?").format(names=", ".join(names))
        return overrun(self._mishaps, self._meeting.state, now)
