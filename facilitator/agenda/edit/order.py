"""Operations on whole stages: move, add, duplicate, split, delete."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import dropwhile
from typing import Any

from msgspec.structs import replace

from facilitator.agenda.edit.lines import remove, set_value, written_value
from facilitator.agenda.edit.operation import (
    STAGE_ORDER,
    Changed,
    EditRefusedError,
    Operation,
    free_id,
    free_name,
    length_of,
    name_of,
    renamed,
    table_of,
    tables_of,
)
from facilitator.agenda.edit.parts import Part, join, line_end, split, stage_places
from facilitator.words.language import gettext as _
from facilitator.words.visible import visible


class Move(Operation, frozen=True):
    """A stage goes up (`by` -1) or down (1), past the stage there, or past a whole block that is repeated."""

    stage: int
    by: int

    def apply(self, text: str) -> Changed:
        """The file in the new order."""
        parts = list(split(text))
        tables = tables_of(parts)
        there = self._there(tables, name_of(parts[stage_places(parts)[self.stage]]))
        order = list(range(len(tables)))
        order.insert(there, order.pop(self.stage))
        stages = [part for part in parts if part.is_stage]
        for place, number in zip(stage_places(parts), order, strict=True):
            parts[place] = replace(stages[number], after=parts[place].after)
        way = _("“{stage}” moved up.") if self.by < 0 else _("“{stage}” moved down.")
        return Changed(join(parts), way.format(stage=name_of(stages[self.stage])), there)

    def _there(self, tables: Sequence[Mapping[str, Any]], name: str) -> int:
        there = self.stage + self.by
        if not 0 <= there < len(tables):
            edge = _("It is the first stage already.") if self.by < 0 else _("It is the last stage already.")
            raise EditRefusedError(edge)
        own, block = tables[self.stage].get("block"), tables[there].get("block")
        if own and own != block:
            sentence = _(
                "“{stage}” is repeated together with its neighbours. Under Repeated, take it out first."
            )
            raise EditRefusedError(sentence.format(stage=name))
        while block and own != block and 0 <= there + self.by < len(tables):
            if tables[there + self.by].get("block") != block:
                break
            there += self.by
        return there


class Delete(Operation, frozen=True):
    """A stage goes, with its comments."""

    stage: int

    def apply(self, text: str) -> Changed:
        """The file without it."""
        parts = list(split(text))
        places = stage_places(parts)
        if len(places) < 2:
            raise EditRefusedError(_("An agenda has at least one stage, so this one stays."))
        place = places[self.stage]
        gone = parts.pop(place)
        if not any(part.text for part in parts[place:]):
            # It was the last thing in the file, which ends as it did before.
            parts[place - 1] = replace(parts[place - 1], after=gone.after)
        words = _("“{stage}” is deleted.").format(stage=name_of(gone))
        return Changed(join(parts), words, min(self.stage, len(places) - 2))


class Duplicate(Operation, frozen=True):
    """A second copy of a stage, right behind it."""

    stage: int

    def apply(self, text: str) -> Changed:
        """The file with both."""
        parts = split(text)
        part = parts[stage_places(parts)[self.stage]]
        words = _("“{stage}” is there twice now.").format(stage=name_of(part))
        return Changed(_inserted(parts, self.stage, _twin(parts, part)), words, self.stage + 1)


class Split(Operation, frozen=True):
    """A stage becomes two, the first of them with so many minutes (for each person, where it is so)."""

    stage: int
    first: float

    def apply(self, text: str) -> Changed:
        """The file with both, which together are as long as the one was."""
        parts = list(split(text))
        place = stage_places(parts)[self.stage]
        part = parts[place]
        key, whole = length_of(table_of(part))
        if not 0 < self.first < whole:
            sentence = _(
                "“{stage}” has {n} min. Its first part is longer than nothing and shorter than that."
            )
            raise EditRefusedError(sentence.format(stage=name_of(part), n=f"{whole:g}"))
        rest = round(whole - self.first, 4)
        # A vote to go on comes once, at the end of both.
        first = remove(set_value(part.text, key, float(self.first), STAGE_ORDER), "vote")
        second = remove(set_value(_twin(parts, part), key, rest, STAGE_ORDER), "vote")
        parts[place] = replace(part, text=first)
        words = _("“{stage}” is in two parts now: {first} min and {rest} min.").format(
            stage=name_of(part), first=f"{self.first:g}", rest=f"{rest:g}"
        )
        return Changed(_inserted(parts, self.stage, second), words, self.stage)


class Add(Operation, frozen=True):
    """A new stage behind another, with words to be changed. Inside a block that is repeated it joins it."""

    after: int

    def apply(self, text: str) -> Changed:
        """The file with the new stage."""
        parts = split(text)
        tables = tables_of(parts)
        names = [str(table.get("name", "")) for table in tables]
        name = _("New stage")
        name = free_name(names, name) if name in names else name
        rows: dict[str, str | int] = {
            "id": free_id([str(table.get("id", "")) for table in tables], name),
            "name": name,
            "kind": "discussion",
        }
        here, behind = tables[self.after], tables[self.after + 1 : self.after + 2]
        if here.get("block") and behind and behind[0].get("block") == here["block"]:
            rows |= {key: str(here[key]) for key in ("block", "repeat") if key in here}
        rows |= {
            "minutes": 5,
            "say": _("What shall we look at together?"),
            "say_last": _("Our time for this is nearly over. Who would like to say something more?"),
            "say_stop": _("Thank you. We go on from here."),
        }
        lines = ["[[stage]]", *(f"{key} = {written_value(value)}" for key, value in rows.items())]
        words = _("“{stage}” is new.").format(stage=visible(name))
        return Changed(_inserted(parts, self.after, line_end(text).join(lines)), words, self.after + 1)


def _twin(parts: Sequence[Part], part: Part) -> str:
    """A copy of a stage with a name and an id of its own, without the comments before its header."""
    tables = tables_of(parts)
    name = free_name([str(table.get("name", "")) for table in tables], str(table_of(part).get("name", "")))
    lines = part.text.splitlines(keepends=True)
    own = dropwhile(lambda line: line.lstrip().startswith("#") or not line.strip(), lines)
    return renamed("".join(own), name, tables, twin=True)


def _inserted(parts: Sequence[Part], after: int, text: str) -> str:
    """The file with a new stage behind that one, spaced as the file spaces its stages."""
    changed = list(parts)
    places = stage_places(parts)
    here = parts[places[after]]
    new = Part(text, here.after, here.table)
    if not any(part.text for part in parts[places[after] + 1 :]):
        whole = join(parts)
        gap = parts[places[after - 1]].after if after else line_end(whole) * 2
        changed[places[after]] = replace(here, after=gap)
    changed.insert(places[after] + 1, new)
    return join(changed)
