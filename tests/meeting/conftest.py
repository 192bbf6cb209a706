"""A room for meetings: a home of its own, a clock moved by hand, every meeting left at the end.

The helpers of two neighbours (`session_play`, `closing_meetings`) can be imported here as well.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from meeting_room import Room

_TESTS = Path(__file__).parent.parent
sys.path += [str(_TESTS / "session"), str(_TESTS / "screens")]


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    one = Room(tmp_path / "home")
    yield one
    one.leave_all()
