"""Who is here, who has which role, and whose turn it is."""

from __future__ import annotations

from facilitator.agenda.model import Place
from facilitator.session.events import Role
from facilitator.session.intents.intent import Intent


class OrderRound(Intent, frozen=True):
    """Let the running round go in this order."""

    names: tuple[str, ...]


class Turn(Intent, frozen=True):
    """Give somebody the turn; without a name, the next person of the round."""

    name: str = ""


class Pass(Intent, frozen=True):
    """Whose turn it is passes."""


class Here(Intent, frozen=True):
    """Somebody has come (back)."""

    name: str


class Away(Intent, frozen=True):
    """Somebody has gone, or is not here."""

    name: str


class Join(Intent, frozen=True):
    """A guest joins."""

    name: str


class GiveRole(Intent, frozen=True):
    """Give a role to somebody. `case` names the giver of that case (from 1); 0: the running or next one."""

    role: Role
    name: str
    case: int = 0


class Lead(Intent, frozen=True):
    """A guest facilitator leads: somebody of the session, or a new guest. An empty name: the chair again."""

    name: str = ""


class MeetIn(Intent, frozen=True):
    """The people meet in another way from now on: by video, by phone, in one room."""

    place: Place
