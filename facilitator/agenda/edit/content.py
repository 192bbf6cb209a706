"""Operations on what stands in a stage: texts, lists, lengths, marks, repetition, small groups."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Literal

from facilitator.agenda import values
from facilitator.agenda.edit.lines import remove, rename_key, set_value
from facilitator.agenda.edit.operation import (
    STAGE_ORDER,
    Changed,
    EditRefusedError,
    Length,
    Operation,
    changed_stage,
    length_of,
    renamed,
    table_of,
    tables_of,
)
from facilitator.agenda.edit.parts import split, stage_places
from facilitator.agenda.model import CAMERAS, KINDS, PLACES
from facilitator.words.language import gettext as _

Text = Literal["name", "kind", "say", "say_last", "say_stop", "cameras", "speaker"]
Items = Literal["ask", "rules", "records"]
Mark = Literal["optional", "protected", "private"]

_NEEDED = ("name", "say", "kind")

_READERS: Mapping[str, Callable[..., Any]] = {
    "name": values.text,
    "kind": values.one_of(*KINDS),
    "cameras": values.one_of(*CAMERAS),
    "place": values.one_of(*PLACES),
    **dict.fromkeys(("title", "language", "purpose", "when", "source", "terms"), values.text),
}


class SetText(Operation, frozen=True):
    """A text of a stage: a sentence, its name, its kind. Empty takes it away where it may be missing."""

    stage: int
    key: Text
    value: str

    def apply(self, text: str) -> Changed:
        """The file with the text."""
        value = read_text(self.key, self.value, needed=self.key in _NEEDED)
        parts = split(text)
        part = parts[stage_places(parts)[self.stage]]
        if not value:
            new = remove(part.text, self.key)
        elif self.key == "name":
            new = renamed(part.text, value, tables_of(parts))
        else:
            new = set_value(part.text, self.key, value, STAGE_ORDER)
        return changed_stage(parts, self.stage, new, _("“{stage}” is changed."))


class SetItems(Operation, frozen=True):
    """The questions, the rules, or what the minutes get."""

    stage: int
    key: Items
    value: tuple[str, ...]

    def apply(self, text: str) -> Changed:
        """The file with the list; empty items are left out."""
        items = tuple(filter(None, (read_text(self.key, one, needed=False) for one in self.value)))
        parts = split(text)
        part = parts[stage_places(parts)[self.stage]]
        new = set_value(part.text, self.key, items, STAGE_ORDER)
        return changed_stage(parts, self.stage, new, _("“{stage}” is changed."))


class SetMark(Operation, frozen=True):
    """Whether a stage may be left out, keeps its time, or is private."""

    stage: int
    key: Mark
    value: bool

    def apply(self, text: str) -> Changed:
        """The file with the mark, or without it."""
        parts = split(text)
        part = parts[stage_places(parts)[self.stage]]
        new = set_value(part.text, self.key, True, STAGE_ORDER) if self.value else remove(part.text, self.key)
        words = {
            ("optional", True): _("“{stage}” may be left out when time is short."),
            ("optional", False): _("“{stage}” always takes place."),
            ("protected", True): _("“{stage}” always keeps its full time."),
            ("protected", False): _("“{stage}” may become shorter or longer."),
            ("private", True): _("What is written in “{stage}” is nobody else's."),
            ("private", False): _("What is written in “{stage}” may be recorded."),
        }[self.key, self.value]
        return changed_stage(parts, self.stage, new, words)


class SetLength(Operation, frozen=True):
    """How long a stage is, in minutes: in all, for each person, or for each but the case giver."""

    stage: int
    key: Length
    minutes: float

    def apply(self, text: str) -> Changed:
        """The file with the length in the place of the one before."""
        found: list[values.Finding] = []
        values.minutes(self.minutes, (self.key,), found)
        if found:
            raise EditRefusedError(_("A stage is longer than nothing and takes at most 600 minutes."))
        parts = split(text)
        part = parts[stage_places(parts)[self.stage]]
        table = table_of(part)
        old, _minutes = length_of(table)
        minutes = float(self.minutes)
        if old == self.key or old not in table:
            new = set_value(part.text, self.key, minutes, STAGE_ORDER)
        else:
            new = rename_key(part.text, old, self.key, minutes)
        vote = table.get("vote")
        if vote and self.key == "minutes":
            # A vote to go on begins with the minutes of the stage itself.
            new = set_value(new, "vote", (minutes, *map(float, vote[1:])), STAGE_ORDER)
        elif vote:
            new = remove(new, "vote")
        words = {
            "minutes": _("“{stage}” takes {n} min."),
            "per_person": _("“{stage}” takes {n} min for each person."),
            "per_other": _("“{stage}” takes {n} min for each person but the case giver."),
        }[self.key]
        return changed_stage(parts, self.stage, new, words, n=f"{minutes:g}")


class SetRepeat(Operation, frozen=True):
    """Whether a stage is run again for each person or each case (`to`), together with neighbours that are."""

    stage: int
    to: Literal["", "person", "case"]

    def apply(self, text: str) -> Changed:
        """The file in which it is so."""
        parts = split(text)
        tables = tables_of(parts)
        part = parts[stage_places(parts)[self.stage]]
        if not self.to:
            new = remove(remove(part.text, "block"), "repeat")
            return changed_stage(parts, self.stage, new, _("“{stage}” is run once."))
        beside = tables[max(self.stage - 1, 0) : self.stage] + tables[self.stage + 1 : self.stage + 2]
        blocks = [str(one["block"]) for one in beside if one.get("repeat") == self.to and one.get("block")]
        taken = [str(one.get("block", "")) for one in tables]
        block = blocks[0] if blocks else _free_block(str(tables[self.stage].get("id", "again")), taken)
        new = set_value(part.text, "block", block, STAGE_ORDER)
        new = set_value(new, "repeat", self.to, STAGE_ORDER)
        words = {
            "person": _("“{stage}” is run once for each person."),
            "case": _("“{stage}” is run once for each case."),
        }[self.to]
        return changed_stage(parts, self.stage, new, words)


class SetBreakouts(Operation, frozen=True):
    """How many people are in each small group; None where all stay together."""

    stage: int
    size: int | None

    def apply(self, text: str) -> Changed:
        """The file with the size."""
        parts = split(text)
        part = parts[stage_places(parts)[self.stage]]
        if self.size is None:
            new, words = remove(part.text, "breakouts"), _("In “{stage}” all stay together.")
        else:
            new = set_value(part.text, "breakouts", self.size, STAGE_ORDER)
            words = _("In “{stage}” people are in small groups of {n}.")
        return changed_stage(parts, self.stage, new, words, n=str(self.size))


def read_text(key: str, value: str, *, needed: bool) -> str:
    """A typed text as the file may hold it; empty where it is empty and may be missing."""
    if not value.strip():
        if needed:
            raise EditRefusedError(_("This cannot be empty. Esc leaves it as it was."))
        return ""
    found: list[values.Finding] = []
    read = _READERS.get(key, values.sentence)(value, (key,), found)
    if found:
        raise EditRefusedError(found[0].sentence)
    return str(read)


def _free_block(name: str, taken: list[str]) -> str:
    block, number = name, 2
    while block in taken:
        block, number = f"{name}-{number}", number + 1
    return block
