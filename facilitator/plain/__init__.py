"""The same session without a screen: lines in, flat lines out.

No cursor movement and no box characters: for a screen reader, a slow line, a pipe. A line is answered once it
is on disk. Milestones are announced while waiting for input; a silence is silent.
"""

from __future__ import annotations

from facilitator.plain.desk import Plain
from facilitator.plain.lines import Lines

__all__ = ["Lines", "Plain"]
