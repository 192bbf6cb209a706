"""Makes the helpers of two neighbours importable here: `session_play` and `closing_meetings`."""

from __future__ import annotations

import sys
from pathlib import Path

_TESTS = Path(__file__).parent.parent
sys.path += [str(_TESTS / "session"), str(_TESTS / "screens")]
