"""To take back, and to do again."""

from __future__ import annotations

from facilitator.session.intents.intent import Intent


class Undo(Intent, frozen=True):
    """Take back the last thing that can be taken back."""


class Redo(Intent, frozen=True):
    """Do again what was just undone."""
