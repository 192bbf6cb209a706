"""A TOML table to an `Agenda`, strictly: all that is wrong is found, nothing is guessed."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from facilitator.agenda import values
from facilitator.agenda.banks import Banks
from facilitator.agenda.blocks import MOST_CASES
from facilitator.agenda.keys import Key, Keys, read_keys
from facilitator.agenda.model import CAMERAS, KINDS, PLACES, REPEATS, Agenda, Bank, Group, Stage
from facilitator.agenda.together import stage_tables, together
from facilitator.agenda.values import Finding, Path
from facilitator.words.language import gettext as _
from facilitator.words.visible import visible

LENGTHS = ("minutes", "per_person", "per_other")


_STAGE: Keys = {
    "id": Key(values.text, required=True),
    "name": Key(values.text, required=True),
    "kind": Key(values.one_of(*KINDS), required=True),
    "minutes": Key(values.minutes),
    "per_person": Key(values.minutes),
    "per_other": Key(values.minutes),
    "say": Key(values.sentence, required=True),
    "say_last": Key(values.sentence),
    "say_stop": Key(values.sentence),
    "ask": Key(values.sentences),
    "rules": Key(values.sentence_or_list),
    "cameras": Key(values.one_of(*CAMERAS)),
    "speaker": Key(values.sentence),
    "records": Key(values.sentence_or_list),
    "optional": Key(values.yes_or_no),
    "protected": Key(values.yes_or_no),
    "block": Key(values.text),
    "repeat": Key(values.one_of(*REPEATS)),
    "breakouts": Key(values.whole(2, 100)),
    "keep_groups": Key(values.yes_or_no),
    "bank": Key(values.text),
    "private": Key(values.yes_or_no),
    "vote": Key(values.votes),
}

_GROUP: Keys = {
    "min": Key(values.people),
    "best": Key(values.people_or_range),
    "max": Key(values.people),
}


def check(table: Mapping[str, object], name: str, banks: Banks) -> tuple[Agenda | None, list[Finding]]:
    """The agenda that the table holds, called `name`, or None and all that is wrong with it.

    `banks` are the question banks that its stages may name. Raises AgendaError where one of them is not good.
    """
    found: list[Finding] = []
    if values.is_newer(table.get("format")):
        # A newer format may mean anything by its other keys.
        values.this_format(table["format"], ("format",), found)
        return None, found
    elsewhere = {_("It belongs below a [[stage]]."): _STAGE}
    read = read_keys(table, (), _TOP, found, _("the agenda"), elsewhere)
    stages = read.pop("stage", None) or ()
    together(table, found)
    used = _banks(table, banks, found)
    if found:
        return None, found
    return Agenda(name=name, stages=stages, banks=used, **read), []


def _banks(table: Mapping[str, object], banks: Banks, found: list[Finding]) -> tuple[Bank, ...]:
    used: dict[str, Bank] = {}
    for path, stage in stage_tables(table):
        name = stage.get("bank")
        if not isinstance(name, str) or not name.strip():
            continue
        bank = banks.find(name)
        if bank is not None:
            used[name] = bank
            continue
        names = banks.names()
        near = values.nearest(name, names)
        meant = _(" Did you mean “{near}”?").format(near=near) if near else ""
        sentence = _("There is no question bank called “{name}”. There are: {known}.")
        message = sentence.format(name=visible(name), known=", ".join(names)) + meant
        found.append(Finding((*path, "bank"), message, on_value=True))
    return tuple(used.values())


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
        elsewhere = {_("It belongs above the first [[stage]]."): _TOP}
        read = read_keys(table, here, _STAGE, found, _("a stage"), elsewhere)
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
    elsewhere = {_("It belongs above the first [[stage]]."): _TOP}
    read = read_keys(value, path, _GROUP, found, _("the group"), elsewhere)
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


_TOP: Keys = {
    "format": Key(values.this_format, required=True),
    "title": Key(values.text, required=True),
    "language": Key(values.text),
    "purpose": Key(values.text),
    "when": Key(values.text),
    "minutes": Key(values.minutes),
    "group": Key(_group),
    "cases": Key(values.whole(1, MOST_CASES)),
    "place": Key(values.one_of(*PLACES)),
    "source": Key(values.text),
    "terms": Key(values.text),
    "stage": Key(_stages, required=True),
}
