"""The invented pod of a practice meeting, and how fast its clock runs."""

from __future__ import annotations

import os

PEOPLE = ("Awa Diop", "Ingrid Moe", "Teresa Cruz", "Sunita Rao", "Leila Haddad")
CHAIR, KEEPER, GIVER = PEOPLE[:3]

AGENDA = "intervision"
"""Planned for an hour with these five."""

SPEED = 12.0
"""Seconds that go by in one: an hour is over in five minutes."""


def seed() -> str:
    """A seed for the mishaps of one practice meeting; another one each time."""
    return os.urandom(4).hex()
