"""Everybody the pod knows by name: whoever was in one of its meetings, and whom its lists name."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
from msgspec import Struct

from facilitator.pod.remembered import recall
from facilitator.pod.shelf import CONTACTS, Shelf
from facilitator.store.lines import DamagedLine, unseal
from facilitator.store.places import EVENTS, OPENING, all_sessions
from facilitator.store.tables import NotATable, table_in
from facilitator.store.trouble import StoreError, StoreTrouble, shown
from facilitator.words.language import gettext as _

_ADDRESSES = "addresses.toml"
"""A table of addresses by name."""

_GUEST = b'"guest_joined"'


class NamesUnreadable(StoreError):  # noqa: N818 - told as a sentence
    """A list of names is there, but cannot be understood. It stays as it is."""


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


def known_elsewhere(home: Path) -> tuple[str, ...]:
    """Names that a pod keeps besides: of those it writes to, and of those it may turn to.

    Raises StoreError where such a list cannot be read, since then nobody can say who is in it.
    """
    contacts = Shelf(home).contacts()
    if contacts.troubles:
        raise NamesUnreadable(
            _("What goes beyond the pod cannot be checked. {why} Mend or delete {path}.").format(
                why=contacts.troubles[0], path=shown(home / CONTACTS)
            )
        )
    return tuple(dict.fromkeys((*_written_to(home), *(one.name for one in contacts.things))))


def _written_to(home: Path) -> tuple[str, ...]:
    path = home / _ADDRESSES
    try:
        return tuple(table_in(path.read_bytes()))
    except FileNotFoundError:
        return ()
    except OSError as error:
        raise StoreTrouble.from_error(error, path) from error
    except NotATable as wrong:
        raise NamesUnreadable(
            _("What goes beyond the pod cannot be checked, because {why}. Mend or delete {path}.").format(
                why=shown(wrong.why), path=shown(path)
            )
        ) from None


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
