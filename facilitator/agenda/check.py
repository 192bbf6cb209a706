"""A TOML table to an `Agenda`, strictly: all that is wrong is found, nothing is guessed."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import Any

from msgspec import Struct

from facilitator.agenda import values
from facilitator.agenda.model import CAMERAS, KINDS, Agenda, Group, Stage
from facilitator.agenda.values import Finding, Path, Reader
from facilitator.words.language import gettext as _
from facilitator.words.visible import visible

LENGTHS = ("minutes", "per_person", "per_other")


class _Key(Struct, frozen=True):
    reader: Reader
    required: bool = False


_STAGE: Mapping[str, _Key] = {
    "id": _Key(values.text, required=True),
    "name": _Key(values.text, required=True),
    "kind": _Key(values.one_of(*KINDS), required=True),
    "minutes": _Key(values.minutes),
    "per_person": _Key(values.minutes),
    "per_other": _Key(values.minutes),
    "say": _Key(values.sentence, required=True),
    "say_last": _Key(values.sentence),
    "say_stop": _Key(values.sentence),
    "ask": _Key(values.sentences),
    "rules": _Key(values.sentence_or_list),
    "cameras": _Key(values.one_of(*CAMERAS)),
    "speaker": _Key(values.sentence),
    "records": _Key(values.sentence_or_list),
    "optional": _Key(values.yes_or_no),
    "protected": _Key(values.yes_or_no),
}

_GROUP: Mapping[str, _Key] = {
    "min": _Key(values.people),
    "best": _Key(values.people_or_range),
    "max": _Key(values.people),
}


def check(table: Mapping[str, object], name: str) -> tuple[Agenda | None, list[Finding]]:
    """The agenda that the table holds, called `name`, or None and all that is wrong with it."""
    found: list[Finding] = []
    if values.is_newer(table.get("format")):
        # A newer format may mean anything by its other keys.
        values.this_format(table["format"], ("format",), found)
        return None, found
    read = _keys(table, (), _TOP, found)
    stages = read.pop("stage", None) or ()
    if found:
        return None, found
    return Agenda(name=name, stages=stages, **read), []


def _keys(
    table: Mapping[str, object], path: Path, known: Mapping[str, _Key], found: list[Finding]
) -> dict[str, Any]:
    read: dict[str, Any] = {}
    for key, value in table.items():
        if key in known:
            read[key] = known[key].reader(value, (*path, key), found)
        else:
            found.append(Finding((*path, key), _unknown(key, path, known)))
    for key, one in known.items():
        if one.required and key not in table:
            found.append(Finding(path, _missing(key, path)))
    return read


def _stages(value: object, path: Path, found: list[Finding]) -> tuple[Stage, ...] | None:
    if not isinstance(value, list):
        found.append(Finding(path, _("A stage begins with [[stage]], with two brackets at each end.")))
        return None
    if not value:
        found.append(Finding(path, _("There is no stage. A stage begins with [[stage]].")))
    stages = []
    first: dict[str, int] = {}
    for index, table in enumerate(value):
        here = (*path, index)
        if not isinstance(table, dict):
            found.append(Finding(here, _("A stage begins with [[stage]], with two brackets at each end.")))
            continue
        before = len(found)
        read = _keys(table, here, _STAGE, found)
        _one_length(table, here, found)
        given = read.get("id")
        if given is not None and first.setdefault(given, index) != index:
            sentence = _("The id “{id}” is taken by stage {number} already. Every stage has its own id.")
            message = sentence.format(id=visible(given), number=first[given] + 1)
            found.append(Finding((*here, "id"), message, on_value=True))
        if len(found) == before:
            stages.append(Stage(**read))
    return tuple(stages)


def _one_length(table: Mapping[str, object], path: Path, found: list[Finding]) -> None:
    given = [key for key in table if key in LENGTHS]
    if not given:
        found.append(
            Finding(
                path, _("This stage has no length. Give it one of: {keys}.").format(keys=", ".join(LENGTHS))
            )
        )
    for key in given[1:]:
        sentence = _("This stage has two lengths, “{first}” and “{second}”. Keep one of them.")
        found.append(Finding((*path, key), sentence.format(first=given[0], second=key)))


def _group(value: object, path: Path, found: list[Finding]) -> Group | None:
    if not isinstance(value, dict):
        found.append(
            Finding(path, _("“group” is a table: [group] with min, best and max below it."), on_value=True)
        )
        return None
    before = len(found)
    read = _keys(value, path, _GROUP, found)
    if len(found) > before:
        return None
    best: tuple[int, int] | None = read.get("best")
    sizes = [
        (key, size)
        for key, size in (("min", read.get("min")), *_ends(best), ("max", read.get("max")))
        if size
    ]
    for (smaller, low), (larger, high) in pairwise(sizes):
        if low > high:
            sentence = _(
                "“{smaller}” is {low} and “{larger}” is {high}: the sizes grow from min to best to max."
            )
            message = sentence.format(smaller=smaller, low=low, larger=larger, high=high)
            found.append(Finding((*path, larger), message, on_value=True))
            return None
    return Group(
        min=read.get("min"),
        best=None if best is None else (best[0] + best[1]) // 2,
        best_range=None if best is None or best[0] == best[1] else best,
        max=read.get("max"),
    )


def _ends(best: tuple[int, int] | None) -> list[tuple[str, int]]:
    return [("best", best[0]), ("best", best[1])] if best else []


def _unknown(key: str, path: Path, known: Mapping[str, _Key]) -> str:
    sentence = _("“{key}” is not a key of {table}.").format(key=visible(key), table=_table(path))
    near = values.nearest(key, known)
    if near:
        return sentence + _(" Did you mean “{near}”?").format(near=near)
    if path and key in _TOP:
        return sentence + _(" It belongs above the first [[stage]].")
    if not path and key in _STAGE:
        return sentence + _(" It belongs below a [[stage]].")
    return sentence + _(" Known are: {known}.").format(known=", ".join(known))


def _missing(key: str, path: Path) -> str:
    if key == "stage":
        return _("There is no stage. A stage begins with [[stage]].")
    if key == "format":
        return _("“format” is missing. Write at the top: format = 1")
    return _("“{key}” is missing in {table}.").format(key=key, table=_table(path))


def _table(path: Path) -> str:
    if not path:
        return _("the agenda")
    return _("the group") if path[0] == "group" else _("a stage")


_TOP: Mapping[str, _Key] = {
    "format": _Key(values.this_format, required=True),
    "title": _Key(values.text, required=True),
    "language": _Key(values.text),
    "purpose": _Key(values.text),
    "minutes": _Key(values.minutes),
    "group": _Key(_group),
    "source": _Key(values.text),
    "stage": _Key(_stages, required=True),
}
