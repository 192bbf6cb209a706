"""Everybody the pod knows by name: whoever was in one of its meetings, as a member or as a guest."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
from msgspec import Struct

from facilitator.pod.remembered import recall
from facilitator.store.lines import DamagedLine, unseal
from facilitator.store.places import EVENTS, OPENING, all_sessions
from facilitator.store.trouble import StoreError

_GUEST = b'"guest_joined"'


class _Opening(Struct):
    people: tuple[str, ...] = ()


class _Guest(Struct):
    name: str = ""


def known_people(home: Path) -> tuple[str, ...]:
    """Names from all meetings in a home (rehearsals aside), each once, those of the last meeting first.

    A meeting that cannot be read gives no names: it is told where it is opened. Raises StoreError where the
    home folder itself cannot be read.
    """
    names: list[str] = []
    try:
        last = recall(home)
    except StoreError:
        last = None
    if last is not None:
        names += last.people
    for folder in all_sessions(home):
        if folder.parent.name != "rehearsals":
            names += _of_session(folder)
    return tuple(name for name in dict.fromkeys(names) if name.strip())


def _of_session(folder: Path) -> Iterator[str]:
    try:
        lines = (folder / EVENTS).read_bytes().split(b"\n")
    except OSError:
        lines = []
    try:
        lines.insert(0, (folder / OPENING).read_bytes())
    except OSError:
        lines = lines[:1] + lines
    for place, line in enumerate(lines):
        if place > 1 and _GUEST not in line:
            continue
        try:
            payload = unseal(line)
            if place > 1:
                yield msgspec.json.decode(payload, type=_Guest).name
            else:
                yield from msgspec.json.decode(payload, type=_Opening).people
        except (DamagedLine, msgspec.DecodeError):
            continue
