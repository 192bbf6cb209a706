"""The key rows of the screen for changing an agenda: what each key does now, in plain words."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len

from facilitator.screens.agenda_fields import Field
from facilitator.settings.model import USUAL, Settings
from facilitator.widgets.keys import MOST, KeyHint
from facilitator.words.language import gettext as _

GAP = 3
"""Cells between two keys, as in the key row."""


def file_keys(settings: Settings) -> list[KeyHint]:
    """What concerns the file as a whole."""
    return [
        KeyHint(settings.key("edit.undo"), _("Undo"), "undo"),
        KeyHint(settings.key("edit.save"), _("Save"), "save"),
        KeyHint(settings.key("app.leave"), _("Leave"), "leave"),
    ]


def timetable_keys(on_stage: bool, settings: Settings = USUAL) -> list[KeyHint]:
    """While a stage, or the agenda as a whole, is chosen in the timetable."""
    keys = [KeyHint("Enter", _("Change"), "open")]
    if on_stage:
        keys += [
            KeyHint("+ -", _("Minutes"), "lengthen(1)"),
            KeyHint("U D", _("Move up, down"), "move(-1)"),
            KeyHint("N", _("New"), "add"),
            KeyHint("C", _("Copy"), "duplicate"),
            KeyHint("S", _("Split"), "split"),
            KeyHint("X", _("Delete"), "delete"),
            KeyHint("K", _("Keep time"), "mark('protected')"),
            KeyHint("O", _("Optional"), "mark('optional')"),
        ]
    return [*keys, *file_keys(settings)]


def field_keys(field: Field | None, settings: Settings = USUAL) -> list[KeyHint]:
    """While a row of a stage, or of the agenda as a whole, is chosen."""
    keys = []
    if field is not None and field.choices:
        keys = [KeyHint("Enter", _("Next choice"), "open"), KeyHint("← →", _("Choose"), "turn(1)")]
    elif field is not None and field.make is not None:
        keys = [KeyHint("Enter", _("Write"), "open")]
    if field is not None and field.key == "minutes":
        keys.append(KeyHint("+ -", _("Minutes"), "lengthen(1)"))
    if field is not None and field.key.rpartition("-")[2].isdecimal():
        keys.append(KeyHint("X", _("Take out"), "delete"))
    return [
        *keys,
        KeyHint("Tab", _("Next stage"), "other(1)"),
        KeyHint("Esc", _("Back to the timetable"), "back"),
        *file_keys(settings),
    ]


def line_keys() -> list[KeyHint]:
    """While something is being written."""
    return [KeyHint("Enter", _("Keep"), "take"), KeyHint("Esc", _("Leave as it was"), "back")]


def in_rows(keys: Sequence[KeyHint], width: int, rows: int) -> list[list[KeyHint]]:
    """The keys in at most so many rows, as many as fit, in their order."""
    laid: list[list[KeyHint]] = [[]]
    used = 0
    for one in keys:
        cells = cell_len(one.key) + 1 + cell_len(one.label)
        gap = GAP if laid[-1] else 0
        if laid[-1] and (used + gap + cells > width or len(laid[-1]) == MOST):
            if len(laid) == rows:
                break
            laid.append([])
            used = gap = 0
        laid[-1].append(one)
        used += gap + cells
    return laid
