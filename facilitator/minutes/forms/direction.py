"""Which way a text is written: as its first letter with a direction says (UAX 9, P2)."""

from __future__ import annotations

import unicodedata


def is_right_to_left(text: str) -> bool:
    """Whether the first letter with a direction is of a script that is written from right to left."""
    for sign in text:
        direction = unicodedata.bidirectional(sign)
        if direction in ("L", "R", "AL"):
            return direction != "L"
    return False


def has_direction(text: str) -> bool:
    """Whether there is a letter or a number in it, which readers do not turn round."""
    return any(unicodedata.bidirectional(sign) in ("L", "R", "AL", "EN", "AN") for sign in text)
