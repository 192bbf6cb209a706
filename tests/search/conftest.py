"""Meetings to search in; the helpers of neighbours (`meeting_room`, `session_play`) can be imported here."""

from __future__ import annotations

import sys
from pathlib import Path

_TESTS = Path(__file__).parent.parent
sys.path += [str(_TESTS / "meeting"), str(_TESTS / "session")]

from meeting_room import room  # noqa: E402 - found by the line above

__all__ = ["room"]
