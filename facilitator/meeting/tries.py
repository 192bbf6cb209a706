"""What somebody has tried so far in a first practice. It is in no event and no file."""

from __future__ import annotations

from collections.abc import Callable

from facilitator.meeting.meeting import Meeting, Outcome
from facilitator.pod.first_tries import is_first_practice, tried_before, tried_by, words_of


class Tries:
    """Counts what is done, and says what to try now; says nothing in a meeting."""

    def __init__(self, meeting: Meeting) -> None:
        self._meeting = meeting
        self._wanted = is_first_practice(meeting.state)
        self._done = tried_before(meeting.state) if self._wanted else set[str]()

    def did(self, one: str) -> None:
        """Something was tried that is no event of the meeting: `hard`, `cover`."""
        self._done.add(one)

    def happened(self, outcome: Outcome) -> None:
        """Something was carried out."""
        if self._wanted:
            self._done |= tried_by(outcome.events, outcome.before)

    def words(self, key: Callable[[str], str]) -> str:
        """What to try now; empty where there is nothing to try, and while it is silent."""
        state = self._meeting.state
        if not self._wanted or state.phase != "running" or state.find_stage(state.stage).kind == "silence":
            return ""
        return words_of(self._done, state, key)
