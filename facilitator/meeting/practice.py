"""A rehearsal that does not go smoothly: the mishaps of a script, carried out when their time has come."""

from __future__ import annotations

from facilitator.meeting.meeting import Meeting
from facilitator.pod.mishaps import Mishaps, as_it_began, come_by_now, invent, overrun
from facilitator.session import intents as it
from facilitator.words.language import gettext as _

TOLD = 40.0
"""Seconds of the session for which it is said that somebody has come; more where its clock is hurried."""

HURRIED = 4.0
"""Up to this speed that is long enough to be read."""


def practice_of(meeting: Meeting) -> Practice | None:
    """What goes less smoothly in this rehearsal; None in a meeting, and in a rehearsal without mishaps.

    A rehearsal that is gone on with has the mishaps it began with.
    """
    state = meeting.state
    if not state.rehearsal or not state.mishaps:
        return None
    practice = Practice(meeting)
    began = as_it_began(state)
    if began is not None:
        practice.go_on(invent(state.mishaps, began))
    return practice


class Practice:
    """The mishaps of one rehearsal; without them they are invented when it begins."""

    def __init__(self, meeting: Meeting, mishaps: Mishaps | None = None) -> None:
        self._meeting = meeting
        self._mishaps = mishaps or Mishaps()
        self._come: tuple[tuple[str, ...], float] = ((), 0.0)
        self._told = ""

    def begin(self) -> list[str]:
        """The rehearsal has just begun: now it is known who is there. Says who is not, each in a sentence."""
        self._mishaps = invent(self._meeting.state.mishaps, self._meeting.state)
        self.send_away()
        return [_("{name} is not here yet.").format(name=one.name) for one in self._mishaps.late]

    def go_on(self, mishaps: Mishaps) -> None:
        """Go on with what went less smoothly before."""
        self._mishaps = mishaps

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
            self._come = (names, now + TOLD * max(meeting.state.speed / HURRIED, 1.0))
        for name in names:
            meeting.submit(it.Here(name))

    def happening(self) -> str:
        """What goes on in the room now, in a sentence; mostly nothing."""
        now = self._meeting.moment().t
        names, until = self._come
        if names and now <= until:
            return _("{names}: late, and here now. What do you say?").format(names=", ".join(names))
        return overrun(self._mishaps, self._meeting.state, now)

    def news(self) -> str:
        """Let come whose time has come, and say what goes on now, once each time."""
        self.look()
        told, self._told = self._told, self.happening()
        return "" if self._told == told else self._told
