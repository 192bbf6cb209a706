"""Meetings to search in; the helpers of neighbours (`meeting_room`, `session_play`) can be imported here."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

_TESTS = Path(__file__).parent.parent
sys.path += [str(_TESTS / "meeting"), str(_TESTS / "session")]

from meeting_room import Room  # noqa: E402 - found by the line above


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    one = Room(tmp_path / "home")
    yield one
    one.leave_all()
