"""Who got what: `sent.json` in the session's folder, written before and after each message goes.

It holds addresses, instants and digests, no words of the minutes. What was begun and not finished (the line
broke while the server was answering) counts as *unsure*: it is never sent again unasked.
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from facilitator.store.atomic import write_whole
from facilitator.store.places import SENT
from facilitator.store.trouble import StoreError, shown
from facilitator.store.whole import read_whole
from facilitator.words.language import gettext as _

Outcome = Literal["unsure", "sent"]


class Sent(Struct, frozen=True, kw_only=True):
    """One message to one address. `at` is a UTC stamp."""

    digest: str
    address: str
    outcome: Outcome
    at: str
    identity: str


class Post(Struct, frozen=True, kw_only=True):
    """All that was sent of a session."""

    format: int = 1
    sent: tuple[Sent, ...] = ()

    def outcome(self, digest: str, address: str) -> Outcome | None:
        """What became of this text to this address; None: it never went."""
        for one in reversed(self.sent):
            if one.digest == digest and one.address.casefold() == address.casefold():
                return one.outcome
        return None


class PostUnreadable(StoreError):  # noqa: N818 - told as a sentence
    """`sent.json` is there and cannot be understood, so nobody knows who got what."""


def read_post(folder: Path) -> Post:
    """What was sent of the session in this folder. Raises PostUnreadable, StoreTrouble."""
    path = folder / SENT
    data = read_whole(path)
    if data is None:
        return Post()
    try:
        return msgspec.json.decode(data, type=Post)
    except (msgspec.DecodeError, UnicodeDecodeError):
        raise PostUnreadable(
            _("{path} cannot be read, so nobody knows who got what. Mend or delete it.").format(
                path=shown(path)
            )
        ) from None


def note_sending(folder: Path, post: Post, one: Sent) -> Post:
    """Write down how one message stands, in place of what was known of it. Raises StoreTrouble."""
    others = [
        old
        for old in post.sent
        if (old.digest, old.address.casefold()) != (one.digest, one.address.casefold())
    ]
    after = replace(post, sent=(*others, one))
    write_whole(folder / SENT, msgspec.json.format(msgspec.json.encode(after)) + b"\n")
    return after


def take_back(folder: Path, post: Post, digest: str, address: str) -> Post:
    """Write down that a message did not go after all: the server said no. Raises StoreTrouble."""
    left = tuple(
        one for one in post.sent if (one.digest, one.address.casefold()) != (digest, address.casefold())
    )
    after = replace(post, sent=left)
    write_whole(folder / SENT, msgspec.json.format(msgspec.json.encode(after)) + b"\n")
    return after
