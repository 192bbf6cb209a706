"""A room for meetings: a home of its own, a clock moved by hand, every meeting left at the end."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from meeting_room import Room


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    one = Room(tmp_path / "home")
    yield one
    one.leave_all()
