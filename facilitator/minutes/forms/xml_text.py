"""What XML cannot hold, and which way a text is written."""

from __future__ import annotations

import re
import unicodedata

_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def fit_for_xml(text: str) -> str:
    """The text with U+FFFD for the few characters that XML 1.0 forbids (controls are pictures already)."""
    return _FORBIDDEN.sub("\ufffd", text)


def is_right_to_left(text: str) -> bool:
    """Whether the first letter with a direction is of a script that is written from right to left."""
    for sign in text:
        direction = unicodedata.bidirectional(sign)
        if direction in ("L", "R", "AL"):
            return direction != "L"
    return False
