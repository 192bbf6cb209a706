"""Keeping one thing in the log of a session that nobody has open: a yes, a step that is done."""

from __future__ import annotations

from pathlib import Path

from facilitator.meeting.clock import Clock
from facilitator.meeting.opening import resume
from facilitator.session import intents as it
from facilitator.session.refused import Refused
from facilitator.session.state import State
from facilitator.store.trouble import StoreError
from facilitator.words.language import gettext as _


def record(folder: Path, clock: Clock, wish: it.Intent) -> State:
    """Open the session, carry this out and let go of it again; the state afterwards.

    Raises StoreError with a sentence: it is open elsewhere, can only be read, or it makes no sense of this.
    """
    meeting = resume(folder, clock)
    try:
        outcome = meeting.submit(wish)
        kept = meeting.wait_kept(outcome.mark)
    except Refused as refusal:
        raise StoreError(refusal.sentence) from None
    finally:
        written = meeting.leave()
    if not (kept and written):
        raise StoreError(meeting.trouble or _("The disk did not answer in time, so nothing is recorded."))
    return meeting.state
