"""Durations as people read them. All arguments are seconds."""

from __future__ import annotations

import math

from facilitator.words.language import gettext as _
from facilitator.words.language import ngettext


def clock(seconds: float) -> str:
    """A running clock: 4:05, 12:30, 75:00. Whole seconds; a part of a second still to run counts as one."""
    whole = math.ceil(seconds - 1e-6)
    minutes, rest = divmod(max(whole, 0), 60)
    return f"{minutes}:{rest:02d}"


def taken(seconds: float) -> str:
    """A time that was taken, rounded to the nearest second: 10:20."""
    minutes, rest = divmod(max(round(seconds), 0), 60)
    return f"{minutes}:{rest:02d}"


def short_minutes(seconds: float) -> str:
    """A length for a list: 4 min, 2:30 min, 45 s."""
    whole = max(round(seconds), 0)
    if whole < 60:
        return _("{seconds} s").format(seconds=whole)
    minutes, rest = divmod(whole, 60)
    return _("{minutes} min").format(minutes=f"{minutes}:{rest:02d}" if rest else minutes)


def in_words(seconds: float) -> str:
    """A length in a sentence: 8 minutes, 1 minute, 30 seconds, 2 minutes 30 seconds."""
    minutes, rest = divmod(max(round(seconds), 0), 60)
    parts = []
    if minutes:
        parts.append(ngettext("{n} minute", "{n} minutes", minutes).format(n=minutes))
    if rest or not minutes:
        parts.append(ngettext("{n} second", "{n} seconds", rest).format(n=rest))
    return " ".join(parts)
