"""Which session minutes are told to be of: the pod hears its name, others get a key that tells nothing."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import msgspec
from msgspec.structs import replace

from facilitator.minutes.document import Audience, Document
from facilitator.store.places import OPENING


def named(minutes: Document, folder: Path) -> Document:
    """The minutes of the session in `folder`, told apart from those of other sessions.

    The name of a folder holds the hour, and the name of an agenda of one's own, so only the pod hears it.
    """
    if minutes.audience == "pod":
        return replace(minutes, session=folder.name)
    return replace(minutes, key=_blind_key(folder, minutes.audience))


def _blind_key(folder: Path, audience: Audience) -> str:
    """Made of the id of the first event, which is random: neither hour nor place can be found from it.

    Empty where the folder has no opening that can be read.
    """
    try:
        opened = msgspec.json.decode((folder / OPENING).read_bytes())["id"]
    except (OSError, msgspec.DecodeError, KeyError, TypeError):
        return ""
    return sha256(f"{opened} {audience}".encode()).hexdigest()[:32]
