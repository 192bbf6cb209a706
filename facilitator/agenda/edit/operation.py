"""What all operations on an agenda file share: what they give back, what they refuse, stages by number."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from typing import Any, Literal

from msgspec import Struct
from msgspec.structs import replace

from facilitator.agenda.check import LENGTHS
from facilitator.agenda.edit.lines import set_value
from facilitator.agenda.edit.parts import Part, join, stage_places
from facilitator.store.places import slug
from facilitator.words.visible import visible

Length = Literal["minutes", "per_person", "per_other"]

TOP_ORDER = (
    *("format", "title", "language", "purpose", "when", "minutes", "cases", "place", "source", "terms"),
    "group",
)
STAGE_ORDER = (
    *("id", "name", "kind", "block", "repeat", *LENGTHS, "vote", "say", "say_last", "say_stop"),
    *("ask", "bank", "rules", "cameras", "breakouts", "speaker", "records", "private"),
    *("optional", "protected"),
)
GROUP_ORDER = ("min", "best", "max")


class EditRefusedError(Exception):
    """An operation that makes no sense here. `str()` is the sentence for a person."""


class Changed(Struct, frozen=True):
    """The file after an operation: its text, what was done in a sentence, and the stage to look at now."""

    text: str
    words: str
    at: int | None = None


class Operation(Struct, frozen=True):
    """The parent of all operations. Stages are counted from 0."""

    def apply(self, text: str) -> Changed:
        """The changed file. Raises EditRefusedError, and NotEditableError where its writing forbids it."""
        raise NotImplementedError


def table_of(part: Part) -> dict[str, Any]:
    """What a stage says."""
    table: dict[str, Any] = tomllib.loads(part.text)["stage"][0]
    return table


def tables_of(parts: Sequence[Part]) -> list[dict[str, Any]]:
    """What all stages say, in order."""
    return [table_of(part) for part in parts if part.is_stage]


def name_of(part: Part) -> str:
    """How a stage is called, to be shown."""
    return visible(str(table_of(part).get("name", "")))


def length_of(table: Mapping[str, Any]) -> tuple[Length, float]:
    """Which of the three lengths a stage has, and its minutes; of a stage without one, `minutes` and 0."""
    keys: tuple[Length, ...] = ("minutes", "per_person", "per_other")
    for key in keys:
        value = table.get(key)
        if isinstance(value, int | float) and not isinstance(value, bool):
            return key, float(value)
    return "minutes", 0.0


def changed_stage(parts: Sequence[Part], stage: int, text: str, words: str, **more: str) -> Changed:
    """The file in which a stage has this text; `words` may hold {stage}."""
    changed = list(parts)
    place = stage_places(parts)[stage]
    changed[place] = replace(parts[place], text=text)
    return Changed(join(changed), words.format(stage=name_of(changed[place]), **more), stage)


def renamed(stage: str, name: str, tables: Sequence[Mapping[str, Any]], *, twin: bool = False) -> str:
    """The stage with this name. An id made from the old name follows; one that its author chose stays.

    `tables` are all stages there are, with this one among them, or without it where it is a `twin`.
    """
    table = tomllib.loads(stage)["stage"][0]
    old, new = str(table.get("id", "")), set_value(stage, "name", name, STAGE_ORDER)
    others = [str(one.get("id", "")) for one in tables]
    if not twin:
        if old != slug(str(table.get("name", ""))):
            return new
        others.remove(old)
    return set_value(new, "id", free_id(others, name), STAGE_ORDER)


def free_id(ids: Sequence[str], name: str) -> str:
    """An id from a name that no stage has yet."""
    stem = slug(name) if slug(name) != "meeting" else "stage"
    found, number = stem, 2
    while found in ids:
        found, number = f"{stem}-{number}", number + 1
    return found


def free_name(names: Sequence[str], name: str) -> str:
    """A name that no stage has yet: this one with the next free number behind it."""
    stem, _space, number = name.rpartition(" ")
    stem = stem if stem and number.isdecimal() else name
    count = 2
    while f"{stem} {count}" in names:
        count += 1
    return f"{stem} {count}"
