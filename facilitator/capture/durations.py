"""A length of time as somebody types it: `4`, `4m`, `4:30`, `90s`."""

from __future__ import annotations

import re
import unicodedata

from facilitator.session.refused import Refused
from facilitator.words.language import gettext as _

LONGEST = 600 * 60.0
"""Seconds: ten hours, as in agenda files (contract 4)."""

_CLOCK = re.compile(r"([0-9]{1,3}):([0-5][0-9])")
_AMOUNT = re.compile(
    r"([0-9]{1,5}(?:\.[0-9]{1,3})?)\s*(?:(s|sec|secs|second|seconds)|(m|min|mins|minute|minutes)|(h|hour|hours))?"
)


def read_duration(text: str) -> float:
    """The seconds of a length; a bare number is minutes.

    Raises Refused for what is no length, is nothing, or is more than ten hours.
    """
    words = unicodedata.normalize("NFKC", text).strip().casefold()
    seconds = _seconds(words)
    if seconds is None:
        raise Refused(
            _("{words} is not a length of time. Write minutes, such as 4, or 4:30, or 90s.").format(
                words=text.strip()
            )
        )
    if seconds <= 0:
        raise Refused(_("A length of time must be more than nothing."))
    if seconds > LONGEST:
        raise Refused(_("A length of time can be ten hours (600 minutes) at most."))
    return seconds


def _seconds(words: str) -> float | None:
    clock = _CLOCK.fullmatch(words)
    if clock:
        return int(clock[1]) * 60.0 + int(clock[2])
    amount = _AMOUNT.fullmatch(words)
    if not amount:
        return None
    if amount[2]:
        return float(amount[1])
    return float(amount[1]) * (3600 if amount[4] else 60)
