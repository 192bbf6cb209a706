"""What words can say of a day: one day, two readings, or none that exists."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from facilitator.capture.calendar import Language


class Day(Struct, frozen=True):
    """One day, and the language it was written in."""

    day: date
    language: Language = "en"


class Either(Struct, frozen=True):
    """Two readings of the words; the likelier one first."""

    words: str
    first: date
    second: date
    language: Language = "en"


class Impossible(Struct, frozen=True):
    """Words that are written like a day, but there is no such day."""

    words: str


When = Day | Either | Impossible

Reading = date | tuple[date, date] | Impossible | None
"""What the words behind a lead say, before their language is known; None: they are no day."""
