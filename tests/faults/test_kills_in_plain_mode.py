"""kill -9 at any moment of a meeting in plain mode loses nothing that was said to be kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from killing import Reference, kept_in_plain, play_with_kills
from running import Terminal

pytestmark = pytest.mark.slow

EVERY = 6
WORKERS = 5


def greeted(one: Terminal) -> None:
    one.until_says("\nSay: ")


@pytest.mark.parametrize("first", range(WORKERS))
def test_no_kill_loses_a_line_that_was_kept(tmp_path: Path, known: Reference, first: int) -> None:
    kills = play_with_kills(
        tmp_path, known, words=("--plain",), ready=greeted, kept=kept_in_plain, first=first, every=EVERY
    )
    assert kills >= 12
