"""What every intent is."""

from __future__ import annotations

from msgspec import Struct


class Intent(Struct, frozen=True):
    """What one can want. `decide` answers with events or refuses with a sentence."""
