"""To make the minutes final, and to let a text go beyond the pod."""

from __future__ import annotations

from facilitator.session.intents.intent import Intent


class ApproveBeyond(Intent, frozen=True, kw_only=True):
    """Somebody says yes to a text that goes beyond the pod, known by its digest."""

    giver: str
    digest: str
    left_out: tuple[int, ...] = ()


class WithdrawBeyond(Intent, frozen=True):
    """Somebody takes that yes back."""

    giver: str


class Finalise(Intent, frozen=True):
    """Make the minutes final (and end the meeting, if that was not yet done).

    Where they are final and were corrected since, this makes the next version.
    """
