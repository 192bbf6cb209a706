"""The rows of the editing screen hold for any file that can be opened, however wrong its values are."""

from __future__ import annotations

import re

import pytest

from facilitator.agenda.edit.lines import NotEditableError
from facilitator.agenda.editing import begin, do, judge
from facilitator.agenda.folder import agendas_folder
from facilitator.agenda.problem import AgendaError
from facilitator.agenda.skeleton import skeleton
from facilitator.screens import agenda_words as words
from facilitator.screens.agenda_fields import choices_after, stage_fields, top_fields
from facilitator.screens.agenda_keys import GAP, field_keys, in_rows, timetable_keys

ODD = (
    "[]",
    "{}",
    "[[1]]",
    "{ a = 1 }",
    "1.5",
    "-3",
    '""',
    '"\\u001b[31m"',
    "true",
    "2026-11-21",
    "nan",
    "[1, 2, 3]",
)
LINES = skeleton("ours").splitlines()


@pytest.mark.parametrize("odd", ODD)
def test_every_value_may_be_odd(odd: str) -> None:
    for number, line in enumerate(LINES):
        if not re.match(r"\w+ = ", line):
            continue
        key = line.partition(" = ")[0]
        closed = [*LINES[:number], f"{key} = {odd}", *LINES[number + 1 :]]
        if line.endswith("["):
            del closed[number + 1 : closed.index("]", number) + 1]
        try:
            editing = begin("ours", "\n".join(closed))
        except (AgendaError, NotEditableError):
            continue
        judged = judge(editing)
        assert words.timetable_rows(editing, judged, 5, None, 60)
        assert top_fields(words.top(editing))
        for place, table in enumerate(words.tables(editing)):
            fields = stage_fields(table, place)
            assert words.field_rows(fields, 40)
            words.seen_rows(words.chair_sees(judged.agenda, table, None), 40, 5)
        assert "\x1b" not in words.check_words(judged)[0]


@pytest.mark.parametrize("name", sorted(path.stem for path in agendas_folder().glob("*.toml")))
def test_all_that_a_shipped_agenda_says_has_a_row_and_every_choice_can_be_taken(name: str) -> None:
    text = (agendas_folder() / f"{name}.toml").read_text("utf-8")
    editing = begin(name, text)
    assert judge(editing).wrong == ()
    rows = [*top_fields(words.top(editing))]
    for number, table in enumerate(words.tables(editing)):
        rows += stage_fields(table, number)
        shown = {field.key.rpartition("-")[0] or field.key for field in stage_fields(table, number)}
        assert set(table) - {"id", "block"} <= shown | {"per_person", "per_other"} | {
            field.key for field in stage_fields(table, number)
        }
    for field in rows if name in ("intervision", "troika", "lean-coffee") else rows[:20]:
        if field.choices and field.make is not None:
            assert field.text in field.choices
            assert choices_after(field, 1) != field.text
        elif field.make is not None and field.text:
            assert do(editing, field.make(field.text))[0].text == editing.text, field.label


def test_keys_are_laid_in_rows_that_fit() -> None:
    for width in (36, 60, 76, 116):
        for keys in (timetable_keys(True), timetable_keys(False), field_keys(None)):
            laid = in_rows(keys, width, 3)
            assert [key for row in laid for key in row] == keys[: sum(map(len, laid))]
            for row in laid:
                cells = sum(len(key.key) + 1 + len(key.label) for key in row) + GAP * (len(row) - 1)
                assert cells <= width
                assert len(row) <= 6
            if width >= 60:
                assert sum(map(len, laid)) == len(keys)
