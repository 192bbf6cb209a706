"""To bring the meeting to its end: what is agreed for next time, read back, agreed to and let go."""

from __future__ import annotations

from facilitator.session.events import Role
from facilitator.session.intents.intent import Intent


class Meet(Intent, frozen=True):
    """When the pod meets next (UTC), and the zone it was said in. An empty `when` takes it away."""

    when: str
    zone: str = "UTC"


class NextRole(Intent, frozen=True):
    """Who has this role next time. An empty name takes it away."""

    role: Role
    name: str


class SayReadBack(Intent, frozen=True):
    """Takeaways and next steps have been read back."""


class CallRoll(Intent, frozen=True):
    """All who are not marked away were here."""


class Agree(Intent, frozen=True):
    """Somebody agrees to lines as they stand; without numbers, to all that are hers to agree to."""

    name: str
    numbers: tuple[int, ...] = ()


class MarkDone(Intent, frozen=True):
    """Say that next steps are done or, with `done` false, that they are not done after all."""

    numbers: tuple[int, ...]
    done: bool = True


class Forget(Intent, frozen=True):
    """Let go the words of notes, and with `whole` of questions, topics, the title and reasons as well."""

    whole: bool = True


class Close(Intent, frozen=True):
    """End the meeting; its minutes are a draft."""
