"""kill -9 at any moment of a meeting on the full screen loses nothing that was marked as kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from killing import Reference, kept_on_screen, play_with_kills
from running import Terminal

pytestmark = pytest.mark.slow

EVERY = 7
WORKERS = 5


def drawn(one: Terminal) -> None:
    one.until_shows("^N")


@pytest.mark.parametrize("first", range(WORKERS))
def test_no_kill_loses_a_line_that_was_kept(tmp_path: Path, known: Reference, first: int) -> None:
    kills = play_with_kills(
        tmp_path, known, words=(), ready=drawn, kept=kept_on_screen, first=first, every=EVERY
    )
    assert kills >= 10
