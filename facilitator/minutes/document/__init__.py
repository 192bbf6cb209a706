"""The minutes as a document without a form: what they say and in which order. Pure; every form is made of it.

All texts are as they were typed; the forms make them safe. What is struck or undone is not in the state and
so cannot come here.
"""

from __future__ import annotations

from facilitator.minutes.document.make import document
from facilitator.minutes.document.model import Attendee, Audience, Document, Line, NextTime, StageNotes

__all__ = ["Attendee", "Audience", "Document", "Line", "NextTime", "StageNotes", "document"]
