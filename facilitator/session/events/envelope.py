"""What every event carries."""

from __future__ import annotations

from msgspec import Struct


class Event(Struct, frozen=True, kw_only=True, tag_field="type", omit_defaults=False):
    """The envelope that every event carries."""

    id: str = ""
    at: str = ""
    t: float = 0.0
    by: str = ""
    cause: str = ""
