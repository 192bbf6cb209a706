"""The keys of one table in a file of ours: which there are, which must be there, what each holds."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from facilitator.agenda import values
from facilitator.agenda.values import Finding, Path, Reader
from facilitator.words.language import gettext as _
from facilitator.words.visible import visible


class Key(Struct, frozen=True):
    """What a key holds, and whether it must be there."""

    reader: Reader
    required: bool = False


Keys = Mapping[str, Key]


def read_keys(
    table: Mapping[str, object],
    path: Path,
    known: Keys,
    found: list[Finding],
    called: str,
    elsewhere: Mapping[str, Keys] | None = None,
) -> dict[str, Any]:
    """The values of a table by key; what is wrong is added to `found`.

    `called` is what people call this table. `elsewhere` are the keys of other tables, by the words that say
    where they belong.
    """
    read: dict[str, Any] = {}
    for key, value in table.items():
        if key in known:
            read[key] = known[key].reader(value, (*path, key), found)
        else:
            found.append(Finding((*path, key), _unknown(key, known, called, elsewhere or {})))
    for key, one in known.items():
        if one.required and key not in table:
            found.append(Finding(path, _missing(key, called)))
    return read


def _unknown(key: str, known: Keys, called: str, elsewhere: Mapping[str, Keys]) -> str:
    sentence = _("“{key}” is not a key of {table}.").format(key=visible(key), table=called)
    near = values.nearest(key, known)
    if near:
        return sentence + _(" Did you mean “{near}”?").format(near=near)
    for where, keys in elsewhere.items():
        if key in keys:
            return f"{sentence} {where}"
    return sentence + _(" Known are: {known}.").format(known=", ".join(known))


def _missing(key: str, called: str) -> str:
    if key == "stage":
        return _("There is no stage. A stage begins with [[stage]].")
    if key == "format":
        return _("“format” is missing. Write at the top: format = 1")
    return _("“{key}” is missing in {table}.").format(key=key, table=called)
