"""What happened, in a sentence: for the row under the line, for plain mode, for undo and redo."""

from __future__ import annotations

from facilitator.session.describe.done import NAMED, happened
from facilitator.session.describe.lines import kept_sentence
from facilitator.session.describe.standing import away_sentence, next_meeting_sentence, open_steps_sentence
from facilitator.session.describe.steps import done_sentence
from facilitator.session.describe.undone import what_redo_did, what_undo_did
from facilitator.session.describe.words import GUEST_LEADS, KIND_WORDS, PLACE_WORDS, ROLE_WORDS

__all__ = [
    "GUEST_LEADS",
    "KIND_WORDS",
    "NAMED",
    "PLACE_WORDS",
    "ROLE_WORDS",
    "away_sentence",
    "done_sentence",
    "happened",
    "kept_sentence",
    "next_meeting_sentence",
    "open_steps_sentence",
    "what_redo_did",
    "what_undo_did",
]
