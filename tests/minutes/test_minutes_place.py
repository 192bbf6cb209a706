"""The line of the minutes in which a captured line stands, whatever it says."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hypothesis import given

sys.path.append(str(Path(__file__).parent.parent / "session"))

from session_wishes import calmly, played, sessions

from facilitator.minutes.escape import escape
from facilitator.minutes.place import line_of
from facilitator.minutes.render import render


@calmly
@given(sessions)
def test_every_line_of_a_meeting_has_its_place_in_the_minutes(session: Any) -> None:
    state = played(session).state
    lines = render(state).split("\n")
    places = [line_of(state, number) for number in state.notes]
    assert None not in places
    assert len(set(places)) == len(places)
    for number, place in zip(state.notes, places, strict=True):
        assert place is not None
        text = state.notes[number].text
        assert escape(text) in lines[place] or escape(text, start=True) in lines[place]


@calmly
@given(sessions)
def test_a_line_that_is_not_there_has_no_place(session: Any) -> None:
    state = played(session).state
    assert line_of(state, state.last_number + 1) is None
    assert all(line_of(state, number) is None for number in state.struck)
