"""Short lists that a programme or a pod keeps as TOML in the home folder: topics, practices, contacts.

Each file has `format = 1` and one table an entry. What is wrong is told with its line and a caret.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime

import msgspec
from msgspec import Struct, field

from facilitator.agenda import values
from facilitator.agenda.keys import Key, Keys, read_keys
from facilitator.agenda.located import refused, table_of
from facilitator.agenda.values import Finding, Path
from facilitator.words.language import gettext as _
from facilitator.words.names import name_key
from facilitator.words.visible import visible


class Topic(Struct, frozen=True, kw_only=True):
    """A theme to talk about, and the days on which it was."""

    title: str
    about: str = ""
    used: tuple[date, ...] = ()


class Practice(Struct, frozen=True, kw_only=True):
    """A way of leading that the programme speaks of."""

    name: str
    about: str = ""


class Contact(Struct, frozen=True, kw_only=True):
    """Whom to turn to, for what, and how she is reached."""

    name: str
    reach: str
    concern: str = field(name="for", default="")


def parse_topics(data: bytes, file: str) -> tuple[Topic, ...]:
    """The topics in these bytes; `file` is what the messages call it. Raises AgendaError."""
    rows = _rows(data, file, "topic", _TOPIC, "title")
    return tuple(msgspec.convert(row, Topic) for row in rows)


def parse_practices(data: bytes, file: str) -> tuple[Practice, ...]:
    """The leadership practices in these bytes. Raises AgendaError."""
    rows = _rows(data, file, "practice", _PRACTICE, "name")
    return tuple(msgspec.convert(row, Practice) for row in rows)


def parse_contacts(data: bytes, file: str) -> tuple[Contact, ...]:
    """The contacts in these bytes. Raises AgendaError."""
    rows = _rows(data, file, "contact", _CONTACT, "")
    return tuple(msgspec.convert(row, Contact) for row in rows)


def find_practice(words: str, among: Sequence[Practice]) -> Practice | None:
    """The practice of that number (from 1), or in whose name a word begins so; None where none is."""
    wanted = name_key(words)
    if wanted.isdecimal():
        number = int(wanted) if len(wanted) < 4 else 0
        return among[number - 1] if 1 <= number <= len(among) else None
    return next((one for one in among if wanted and f" {wanted}" in f" {name_key(one.name)}"), None)


def days(value: object, path: Path, found: list[Finding]) -> tuple[date, ...] | None:
    """A list of days, written as TOML writes them: `[2026-11-21]`."""
    if isinstance(value, list) and all(
        isinstance(day, date) and not isinstance(day, datetime) for day in value
    ):
        return tuple(value)
    found.append(Finding(path, _("“used” is a list of days: used = [2026-11-21]"), on_value=True))
    return None


_TOPIC: Keys = {"title": Key(values.text, required=True), "about": Key(values.text), "used": Key(days)}
_PRACTICE: Keys = {"name": Key(values.text, required=True), "about": Key(values.text)}
_CONTACT: Keys = {
    "name": Key(values.text, required=True),
    "reach": Key(values.text, required=True),
    "for": Key(values.text),
}


def _rows(data: bytes, file: str, name: str, keys: Keys, unique: str) -> list[dict[str, object]]:
    table = table_of(data, file)
    found: list[Finding] = []
    if values.is_newer(table.get("format")):
        # A newer format may mean anything by its other keys.
        values.this_format(table["format"], ("format",), found)
        raise refused(data, file, found)
    rows: list[dict[str, object]] = []

    def entries(value: object, path: Path, found: list[Finding]) -> object:
        if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
            sentence = _("An entry begins with [[{name}]], with two brackets at each end.")
            found.append(Finding(path, sentence.format(name=name)))
            return None
        for index, one in enumerate(value):
            rows.append(read_keys(one, (*path, index), keys, found, f"[[{name}]]"))
        return ()

    top: Mapping[str, Key] = {"format": Key(values.this_format, required=True), name: Key(entries)}
    read_keys(table, (), top, found, _("this file"), {_("It belongs below [[{n}]].").format(n=name): keys})
    _unique(rows, name, unique, found)
    if found:
        raise refused(data, file, found)
    return rows


def _unique(rows: list[dict[str, object]], name: str, key: str, found: list[Finding]) -> None:
    first: dict[str, int] = {}
    for index, row in enumerate(rows):
        value = row.get(key)
        if isinstance(value, str) and first.setdefault(value.casefold(), index) != index:
            sentence = _("“{value}” is in this list already. Keep one of them.")
            message = sentence.format(value=visible(value))
            found.append(Finding((name, index, key), message, on_value=True))
