"""The room's own state, and how it lies in `room.json`. Times are seconds of the session's clock (`t`)."""

from __future__ import annotations

from typing import Literal

import msgspec
from msgspec import Struct

from facilitator.store.places import ROOM
from facilitator.words.language import gettext as _

__all__ = ["FORMAT", "ROOM", "Anchor", "Room", "Shown", "Unread", "from_json", "to_json"]

FORMAT = 1


class Unread(Exception):  # noqa: N818 - told as a sentence
    """Why `room.json` cannot be shown, in one sentence."""


class Room(Struct, frozen=True, kw_only=True):
    """All that everyone may see: no note, no draft, no card, no case title.

    Nobody is named but whose turn it is, who has a role that the agenda's words call by name, and everyone
    while they are in small groups.
    """

    agenda: str
    """Title of the agenda, never of the case."""
    language: str = ""
    """Language tag of the agenda's words; empty where it does not say."""
    zone: str = "UTC"
    rehearsal: bool = False
    phase: Literal["lobby", "running", "closed"] = "lobby"
    stage: str = ""
    """Name of the running stage."""
    kind: str = ""
    number: int = 0
    count: int = 0
    about: str = ""
    """Who speaks and what cameras do, in one short line."""
    say: str = ""
    """What the chair reads aloud to open the stage, without the sentences that call one person."""
    back: str = ""
    """What calls people back from a silence."""
    ask: tuple[str, ...] = ()
    """The questions to hold."""
    turn: str = ""
    """Whose turn it is, as said aloud."""
    groups: tuple[str, ...] = ()
    """Who is with whom in small groups: everyone present, a line each."""
    vote: float = 0.0
    """Seconds that the group may vote for when the time is up; 0: there is no vote."""
    ends: float | None = None
    """When the running turn is planned to end (the stage, where turns have no length), in `t`."""
    length: float = 0.0
    """Seconds planned for that turn or stage."""
    personal: bool = False
    """The clock is that of the turn."""
    paused: float | None = None
    """The `t` at which the clock stands still."""


class Anchor(Struct, frozen=True, kw_only=True):
    """How another program on this machine finds the session's `t`: at `clock` it was `t`.

    `clock` is seconds of the machine's clock in the boot named `boot`; `wall` is seconds since 1970, UTC, for
    another machine or boot. `speed`: session seconds in one second; 0 stands still.
    """

    t: float
    clock: float
    boot: str
    wall: float
    speed: float = 1.0

    def agrees(self, other: Anchor) -> bool:
        """Whether both give the same `t` at any time, to a twentieth of a second."""
        if (self.boot, self.speed) != (other.boot, other.speed):
            return False
        return abs((other.t - self.t) - (other.clock - self.clock) * self.speed) < 0.05


class Shown(Struct, frozen=True, kw_only=True):
    """What lies in `room.json`."""

    format: int = FORMAT
    room: Room
    anchor: Anchor


class _Formatted(Struct):
    format: int


_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder(Shown).decode
_formatted = msgspec.json.Decoder(_Formatted).decode


def to_json(shown: Shown) -> bytes:
    """The file's content: one line."""
    return _encode(shown) + b"\n"


def from_json(data: bytes) -> Shown:
    """What `to_json` wrote. Raises Unread for anything else, and for a newer format."""
    try:
        if _formatted(data).format > FORMAT:
            raise Unread(
                _("The meeting runs in a newer version of facilitator. Use the same version to show it.")
            )
        return _decode(data)
    except msgspec.DecodeError:
        raise Unread(_("What the room is shown cannot be read just now.")) from None
