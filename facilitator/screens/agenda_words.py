"""What the screen for changing an agenda shows: the timetable, the rows of a stage, what the chair will see.

This knows nothing of widgets; texts of the file are shown as text.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import lru_cache
from typing import Any

from msgspec import Struct
from textual.content import Content

from facilitator.agenda.blocks import times_of
from facilitator.agenda.cameras import camera_sentence, camera_words
from facilitator.agenda.edit.operation import length_of
from facilitator.agenda.editing import Editing, Judged
from facilitator.agenda.fit import fit
from facilitator.agenda.lengths import group_size
from facilitator.agenda.model import Agenda, Stage
from facilitator.agenda.timetable import time_at, timetable
from facilitator.pod import practice
from facilitator.screens.agenda_fields import Field
from facilitator.words.dates import SAME, Times
from facilitator.words.durations import short_minutes
from facilitator.words.language import gettext as _
from facilitator.words.language import ngettext
from facilitator.words.visible import visible

LABEL = 20
"""Cells of the label of a row."""

LENGTH = 12
"""Cells for the length of a stage."""

ABOUT = 20
"""Cells that are left at least for what is special about it."""

_NAMES = {
    "giver": practice.GIVER.split()[0],
    "chair": practice.CHAIR.split()[0],
    "keeper": practice.KEEPER.split()[0],
    "name": practice.PEOPLE[3].split()[0],
    "next": practice.PEOPLE[4].split()[0],
}


class Seen(Struct, frozen=True):
    """Something the chair will see: a label and words."""

    label: str
    words: str


def tables(editing: Editing) -> list[dict[str, Any]]:
    """What the stages say, good or not."""
    stages: list[dict[str, Any]] = top(editing)["stage"]
    return stages


def top(editing: Editing) -> dict[str, Any]:
    """What stands at the top of the file, with the sizes of the group and the stages."""
    return _table(editing.text)


def heading(
    editing: Editing, judged: Judged, people: int, start: datetime | None, times: Times = SAME
) -> str:
    """When the meeting would be, how long, and for how many."""
    if judged.agenda is None:
        return _("times when all is right")
    present, others = group_size(judged.agenda, people, people - 1)
    total = fit(judged.agenda, present, others).total
    there = ngettext("{n} person", "{n} people", present).format(n=present)
    return _("{start} to {end} · {length} · {people}").format(
        start=time_at(start, 0, times),
        end=time_at(start, total, times),
        length=short_minutes(total),
        people=there,
    )


def timetable_rows(
    editing: Editing,
    judged: Judged,
    people: int,
    start: datetime | None,
    width: int,
    times: Times = SAME,
) -> list[Content]:
    """The agenda as a whole, then one row a stage: when, what, how long, and what is special about it."""
    begins: dict[int, str] = {}
    agenda = judged.agenda
    present = 0
    if agenda is not None:
        present, others = group_size(agenda, people, people - 1)
        for row in timetable(agenda, fit(agenda, present, others), present):
            begins.setdefault(row.number, time_at(start, row.begins, times))
    whole = Content.styled(_("The whole agenda: title, purpose, people"), "$text-muted")
    rows = [whole.truncate(width, ellipsis=True)]
    stages = tables(editing)
    names = [Content(visible(str(table.get("name", "")))) for table in stages]
    early = times.width if start is not None else SAME.width
    longest = max(name.cell_length for name in names)
    wide = max(min(longest, width - early - 2 - LENGTH - ABOUT), 12)
    for number, table in enumerate(stages):
        name = names[number].truncate(wide, ellipsis=True, pad=True)
        length = _length(agenda, number, table, present)
        about = ", ".join(_about(table, number in judged.stages))
        rows.append(
            Content.assemble(
                (f"{begins.get(number, '?  '):>{early}}  ", "$text-muted"),
                name,
                f"{length:>{LENGTH}}",
                (f"  {about}", "$text-muted"),
            ).truncate(max(width, 1), ellipsis=True)
        )
    return rows


def field_rows(fields: Sequence[Field], width: int) -> list[Content]:
    """One row a field: its label and what stands there."""
    return [
        Content.assemble((f"{one.label:<{LABEL}}", "$text-muted"), one.shown or "–").truncate(
            max(width, 1), ellipsis=True
        )
        for one in fields
    ]


def chair_sees(agenda: Agenda | None, table: Mapping[str, Any], stage: Stage | None) -> list[Seen]:
    """What is read aloud and held in mind in a stage, with invented names in it."""
    place = agenda.place if agenda is not None else "video"
    cameras = stage.cameras if stage is not None else "on"
    spoken = camera_sentence(cameras, place)

    def filled(text: object) -> str:
        words = str(text)
        for key, name in {**_NAMES, "cameras": spoken}.items():
            words = words.replace(f"{{{key}}}", name)
        return visible(words[:1].upper() + words[1:])

    said = [
        (_("Say"), table.get("say")),
        (_("Last"), table.get("say_last")),
        (_("Stop"), table.get("say_stop")),
    ]
    seen = [Seen(label, f"“{filled(text)}”") for label, text in said if text]
    for label, key in ((_("Ask"), "ask"), (_("Rule"), "rules")):
        value = table.get(key)
        items = [value] if isinstance(value, str) else value if isinstance(value, list) else []
        if items:
            seen.append(Seen(label, "  ·  ".join(map(filled, items))))
    about = [filled(table["speaker"])] if table.get("speaker") else []
    about += [camera_words(cameras, place)] if camera_words(cameras, place) else []
    return [*seen, Seen(_("Who"), " · ".join(about))] if about else seen


def whole_agenda(table: Mapping[str, Any]) -> list[Seen]:
    """What the agenda says of itself."""
    named = (
        (_("Title"), "title"),
        (_("For"), "purpose"),
        (_("When"), "when"),
        (_("From"), "source"),
    )
    return [Seen(label, visible(str(table[key]))) for label, key in named if table.get(key)]


def seen_rows(seen: Sequence[Seen], width: int, rows: int) -> Content:
    """These in so many rows, each beginning on a row of its own; what has no room is cut with a sign."""
    lines: list[Content] = []
    for one in seen:
        wrapped = Content(one.words).wrap(max(width - 6, 8))
        for number, line in enumerate(wrapped):
            label = one.label if number == 0 else ""
            lines.append(Content.assemble((f"{label:<6}", "$text-muted"), line))
    if len(lines) > rows:
        lines = [*lines[: max(rows - 1, 0)], Content.styled("      …", "$text-muted")][:rows]
    return Content("\n").join(lines)


def check_words(judged: Judged) -> tuple[str, bool]:
    """One sentence on whether a meeting can be held with it, and whether it is a warning."""
    if judged.wrong:
        more = len(judged.wrong) - 1
        tail = " " + ngettext("({n} more)", "({n} more)", more).format(n=more) if more else ""
        return _("Not right yet: {why}").format(why=judged.wrong[0]) + tail, True
    if judged.advice:
        return _("Good. To look at: {advice}").format(advice=judged.advice[0]), False
    return _("Good: a meeting can be held with it."), False


@lru_cache(maxsize=2)
def _table(text: str) -> dict[str, Any]:
    # Every arrow key looks at the same text several times.
    return tomllib.loads(text)


def _length(agenda: Agenda | None, number: int, table: Mapping[str, Any], present: int) -> str:
    key, minutes = length_of(table)
    if agenda is None:
        return short_minutes(minutes * 60)
    stage = agenda.stages[number]
    count = {"minutes": 1, "per_person": present, "per_other": max(present - 1, 1)}[key]
    return short_minutes(minutes * 60 * count) + (
        "" if not stage.repeat else f" ×{times_of(stage, present, agenda.cases)}"
    )


def _about(table: Mapping[str, Any], wrong: bool) -> list[str]:
    key, minutes = length_of(table)
    marks = [_("not right yet")] if wrong else []
    if key != "minutes":
        marks.append(_("{n} each").format(n=f"{minutes:g}"))
    kinds = {
        "talk": _("one talks"),
        "round": _("round"),
        "discussion": _("discussion"),
        "silence": _("silence"),
        "writing": _("writing"),
        "capture": _("written down"),
    }
    marks.append(kinds.get(str(table.get("kind", "")), ""))
    if table.get("repeat"):
        each = {"case": _("each case"), "member": _("each of a group")}
        marks.append(each.get(str(table["repeat"]), _("each person")))
    if table.get("protected"):
        marks.append(_("keeps its time"))
    if table.get("optional"):
        marks.append(_("may be left out"))
    return list(filter(None, marks))
