"""Terminals with few colours or none: every word is there, and no more colours than they have."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from running import terminal

REHEARSED = ("run", "--now", "--rehearse", "--speed", "0", "--home", "data", "--people", "Amina Diallo, 李娜")
EXTENDED = re.compile(rb"\x1b\[(?:[0-9;]*;)?[34]8;[0-9;]*m")
"""A colour beyond the sixteen."""
GREYS = re.compile(rb"[34]8;2;([0-9]+);([0-9]+);([0-9]+)")
"""A colour by its red, green and blue."""


@pytest.mark.slow
@pytest.mark.parametrize(
    "variables",
    [
        {"TERM": "xterm", "COLORTERM": ""},
        {"TERM": "linux", "COLORTERM": ""},
        {"NO_COLOR": "1"},
    ],
)
def test_every_word_stands_in_a_terminal_with_few_colours(tmp_path: Path, variables: dict[str, str]) -> None:
    with terminal(*REHEARSED, home=tmp_path, **variables) as one:
        one.until_shows("^N")
        one.type("? who decides\r")
        one.until(lambda: any(row.endswith("kept") for row in one.rows), "the kept mark")
        one.type("/wait 9:00\r")
        one.until_shows("over the 2 min")
        one.type("/goto pause\r")
        one.until_shows("for me")
        one.type("/leave\r")
        assert one.ended() == 0
        if "NO_COLOR" in variables:
            assert all(len(set(found)) == 1 for found in GREYS.findall(one.written)), "greys only"
        else:
            assert not EXTENDED.search(one.written)
