"""What must agree between the keys of a stage, and between stages: blocks, cases, votes, privacy.

It looks at the raw tables, so that what is wrong here is told together with all the rest.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from facilitator.agenda.blocks import MARK, MOST_CASES
from facilitator.agenda.values import Finding, Path
from facilitator.words.language import gettext as _
from facilitator.words.visible import visible

Table = Mapping[str, object]


def stage_tables(table: Table) -> Iterator[tuple[Path, Table]]:
    """The stages of a raw agenda that are tables, each with its path."""
    stages = table.get("stage")
    for index, stage in enumerate(stages if isinstance(stages, list) else ()):
        if isinstance(stage, dict):
            yield ("stage", index), stage


def together(table: Table, found: list[Finding]) -> None:
    """Add what does not agree."""
    _blocks(table, found)
    _ids(table, found)
    sizes: dict[object, object] = {}
    for path, stage in stage_tables(table):
        _vote(stage, path, found)
        if stage.get("repeat") == "member":
            _members(stage, path, sizes, found)
        if stage.get("private") is True and stage.get("records"):
            sentence = _("This stage is private, so “records” stays empty: nothing of it is recorded.")
            found.append(Finding((*path, "records"), sentence))
        if stage.get("keep_groups") is True and "breakouts" not in stage:
            sentence = _("“keep_groups” needs “breakouts” beside it: how many people are in each group.")
            found.append(Finding((*path, "keep_groups"), sentence))
    cases = table.get("cases")
    repeated = any(stage.get("repeat") == "case" for _path, stage in stage_tables(table))
    if isinstance(cases, int) and 1 < cases <= MOST_CASES and not repeated:
        sentence = _('“cases” counts what is repeated, but no stage says repeat = "case".')
        found.append(Finding(("cases",), sentence))


def _members(stage: Table, path: Path, sizes: dict[object, object], found: list[Finding]) -> None:
    """What a block for each member of a small group needs. `sizes` are those of the blocks so far."""
    size = stage.get("breakouts")
    if size is None:
        sentence = _('repeat = "member" needs “breakouts” beside it: how many people are in each group.')
        found.append(Finding((*path, "repeat"), sentence))
        return
    block = stage.get("block")
    if sizes.setdefault(block if isinstance(block, str) else "", size) != size:
        sentence = _("The groups of a block stay together: “breakouts” is the same in all its stages.")
        found.append(Finding((*path, "breakouts"), sentence, on_value=True))
    for key in ("per_person", "per_other"):
        if key in stage:
            sentence = _("All groups go by one clock here: the length of this stage is in “minutes”.")
            found.append(Finding((*path, key), sentence))
    if stage.get("kind") == "round":
        sentence = _("In small groups nobody is called one after the other: this stage is not a round.")
        found.append(Finding((*path, "kind"), sentence, on_value=True))


def _blocks(table: Table, found: list[Finding]) -> None:
    first: dict[str, tuple[int, object]] = {}
    running = ""
    for number, (path, stage) in enumerate(stage_tables(table), start=1):
        block, repeat = stage.get("block"), stage.get("repeat")
        if ("block" in stage) != ("repeat" in stage):
            given, missing = ("block", "repeat") if "block" in stage else ("repeat", "block")
            sentence = _(
                "“{given}” needs “{missing}” beside it. A block has a name and says for what it is run."
            )
            found.append(Finding((*path, given), sentence.format(given=given, missing=missing)))
        if not isinstance(block, str):
            running = ""
            continue
        begun = first.setdefault(block, (number, repeat))
        if begun[0] != number and block != running:
            sentence = _("The block “{block}” ended before this stage. Its stages stand one after the other.")
            found.append(Finding((*path, "block"), sentence.format(block=visible(block)), on_value=True))
        elif begun[1] != repeat and "repeat" in stage:
            sentence = _(
                "The block “{block}” is repeated for one thing only; stage {number} says it otherwise."
            )
            message = sentence.format(block=visible(block), number=begun[0])
            found.append(Finding((*path, "repeat"), message, on_value=True))
        running = block


def _ids(table: Table, found: list[Finding]) -> None:
    repeated = {str(stage.get("id")) for _path, stage in stage_tables(table) if "block" in stage}
    for path, stage in stage_tables(table):
        given = stage.get("id")
        base, mark, number = given.rpartition(MARK) if isinstance(given, str) else ("", "", "")
        if mark and number.isdecimal() and base in repeated:
            sentence = _(
                "The id “{id}” is what the stage “{base}” is called when it is repeated. Take another."
            )
            message = sentence.format(id=visible(str(given)), base=visible(base))
            found.append(Finding((*path, "id"), message, on_value=True))


def _vote(stage: Table, path: Path, found: list[Finding]) -> None:
    vote, minutes = stage.get("vote"), stage.get("minutes")
    if not isinstance(vote, list) or not vote:
        return
    if minutes is None:
        found.append(Finding((*path, "vote"), _("A stage with “vote” has its length in “minutes”.")))
    elif isinstance(minutes, int | float) and isinstance(vote[0], int | float) and vote[0] != minutes:
        sentence = _("“vote” begins with the minutes of the stage itself, which are {minutes}.")
        message = sentence.format(minutes=f"{minutes:g}")
        found.append(Finding((*path, "vote", 0), message, on_value=True))
