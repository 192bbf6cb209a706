"""The helpers of two neighbours (`meeting_room`, `harbour` stands beside) can be imported here."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parent.parent / "meeting"))
