"""A room for meetings: a home of its own, a clock moved by hand, every meeting left at the end.

The helpers of two neighbours (`session_play`, `closing_meetings`) can be imported here as well.
"""

from __future__ import annotations

import sys
from pathlib import Path

from meeting_room import room

__all__ = ["room"]

_TESTS = Path(__file__).parent.parent
sys.path += [str(_TESTS / "session"), str(_TESTS / "screens")]
