"""What can be changed in a stage, and at the top of an agenda: each a row with its words and its operation.

This knows nothing of Textual.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Literal

from msgspec import Struct

from facilitator.agenda.edit.content import (
    Items,
    SetBreakouts,
    SetItems,
    SetLength,
    SetMark,
    SetRepeat,
    SetText,
)
from facilitator.agenda.edit.operation import EditRefusedError, Operation, length_of
from facilitator.agenda.edit.top import SetCases, SetGroup, SetMinutes, SetTop, Top
from facilitator.agenda.kinds import kinds
from facilitator.capture.durations import read_duration
from facilitator.screens import agenda_choices as choices
from facilitator.session.refused import Refused
from facilitator.words.durations import short_minutes
from facilitator.words.language import gettext as _
from facilitator.words.visible import visible

Table = Mapping[str, Any]


class Field(Struct, frozen=True, kw_only=True):
    """One row: a label, what stands there now, and how it is changed."""

    key: str
    label: str
    shown: str
    text: str = ""
    """What is put into the line to be changed."""
    help: str = ""
    make: Callable[[str], Operation] | None = None
    """From what was typed or chosen to an operation; None where it is changed only in the file."""
    choices: tuple[str, ...] = ()
    """What there is to choose from, in the order in which Enter goes through; empty: it is typed."""


def choices_after(field: Field, by: int) -> str:
    """The next of the choices of a field, or the one before."""
    here = field.choices.index(field.text) if field.text in field.choices else -by
    return field.choices[(here + by) % len(field.choices)]


def stage_fields(table: Table, number: int) -> list[Field]:
    """All rows for the stage of that number (from 0), in the order of a chair's questions."""
    length, minutes = length_of(table)
    fields = [
        _text(table, number, "name", _("Name"), _("What the stage is called on the screen.")),
        _choice(table, number, "kind", _("Kind"), kinds(), "discussion"),
        Field(
            key="minutes",
            label=_("How long"),
            shown=short_minutes(minutes * 60),
            text=f"{minutes:g}",
            help=_("Minutes, such as 8 or 2:30."),
            make=lambda text: SetLength(number, length, _minutes(text)),
        ),
        Field(
            key="length",
            label=_("For whom"),
            shown=choices.lengths()[length],
            text=length,
            make=lambda text: SetLength(number, text, minutes),  # type: ignore[arg-type]
            choices=tuple(choices.lengths()),
        ),
        _text(table, number, "say", _("To open"), _open_help()),
        _text(table, number, "say_last", _("Last minute"), _("What the chair reads in the last minute.")),
        _text(table, number, "say_stop", _("To stop"), _("How the chair ends it kindly and hands on.")),
        *_items(table, number, "ask", _("Question {n}"), _("A new question")),
        *_items(table, number, "rules", _("Rule {n}"), _("A new rule")),
        _text(
            table, number, "speaker", _("Who speaks"), _("In words, such as: members ask, {giver} answers.")
        ),
        _choice(table, number, "cameras", _("Cameras"), choices.cameras(), "on"),
        *_items(table, number, "records", _("In the minutes"), _("More in the minutes")),
        _mark(table, number, "protected", _("Keeps its time")),
        _mark(table, number, "optional", _("May be left out")),
        Field(
            key="repeat",
            label=_("Repeated"),
            shown=choices.repeats().get(str(table.get("repeat", "")), visible(str(table.get("repeat")))),
            text=str(table.get("repeat", "")),
            make=lambda text: SetRepeat(number, text),  # type: ignore[arg-type]
            choices=tuple(choices.repeats()),
        ),
        Field(
            key="breakouts",
            label=_("Small groups"),
            shown=_("of {n}").format(n=table["breakouts"]) if "breakouts" in table else _("no"),
            text=str(table.get("breakouts", "")),
            help=_("How many people in each: 2, 3, 4. Empty: all stay together."),
            make=lambda text: SetBreakouts(number, _whole(text)),
        ),
        _mark(table, number, "private", _("Stays private")),
    ]
    return [*fields, *_rest(table, {one.key for one in fields} | {"id", "block", "per_person", "per_other"})]


def top_fields(table: Table) -> list[Field]:
    """All rows for the agenda as a whole."""
    group = table.get("group")
    sizes: Table = group if isinstance(group, dict) else {}
    best = sizes.get("best")
    fields = [
        _top(table, "title", _("Title"), _("What the format is called on the screen and in the minutes.")),
        _top(table, "purpose", _("Purpose"), _("What a group has of it, in a sentence.")),
        _top(table, "when", _("When to use it"), _("In which situation it helps.")),
        Field(
            key="minutes",
            label=_("Planned for"),
            shown=f"{table['minutes']:g} min" if isinstance(table.get("minutes"), int | float) else "",
            text=f"{table['minutes']:g}" if isinstance(table.get("minutes"), int | float) else "",
            help=_("Minutes in all, for the group it is best for."),
            make=lambda text: SetMinutes(_minutes(text)),
        ),
        *(
            _size(label, key, sizes, best)
            for key, label in (
                ("min", _("People at least")),
                ("best", _("People at best")),
                ("max", _("People at most")),
            )
        ),
        Field(
            key="cases",
            label=_("Cases"),
            shown=str(table.get("cases", 1)),
            text=str(table.get("cases", 1)),
            help=_("How often stages are run that are repeated for each case."),
            make=lambda text: SetCases(_whole(text) or 1),
        ),
        Field(
            key="place",
            label=_("Where"),
            shown=choices.places().get(str(table.get("place", "video")), ""),
            text=str(table.get("place", "video")),
            make=lambda text: SetTop("place", text),
            choices=tuple(choices.places()),
        ),
        _top(table, "language", _("Language"), _("Its short sign, such as en, fr or es.")),
        _top(table, "source", _("Source"), _("Where the format comes from.")),
        _top(table, "terms", _("Terms"), _("On what terms others may use it.")),
    ]
    return [*fields, *_rest(table, {one.key for one in fields} | {"format", "group", "stage"})]


def _text(table: Table, number: int, key: Any, label: str, help: str) -> Field:
    return _words(table, key, label, help, lambda typed: SetText(number, key, typed))


def _top(table: Table, key: Top, label: str, help: str) -> Field:
    return _words(table, key, label, help, lambda typed: SetTop(key, typed))


def _words(table: Table, key: str, label: str, help: str, make: Callable[[str], Operation]) -> Field:
    text = str(table.get(key, ""))
    return Field(key=key, label=label, shown=visible(text), text=text, help=help, make=make)


def _choice(table: Table, number: int, key: Any, label: str, words: Mapping[str, str], usual: str) -> Field:
    value = str(table.get(key, usual))
    return Field(
        key=key,
        label=label,
        shown=words.get(value, visible(value)),
        text=value,
        make=lambda chosen: SetText(number, key, chosen),
        choices=tuple(words),
    )


def _mark(table: Table, number: int, key: Literal["optional", "protected", "private"], label: str) -> Field:
    value = table.get(key) is True
    return Field(
        key=key,
        label=label,
        shown=_("yes") if value else _("no"),
        text="yes" if value else "no",
        make=lambda chosen: SetMark(number, key, chosen == "yes"),
        choices=("no", "yes"),
    )


def _items(table: Table, number: int, key: Items, label: str, another: str) -> list[Field]:
    value = table.get(key, ())
    items = (value,) if isinstance(value, str) else tuple(map(str, value if isinstance(value, list) else ()))
    rows = [
        Field(
            key=f"{key}-{place}",
            label=label.format(n=place + 1),
            shown=visible(text),
            text=text,
            help=_("Empty takes it out."),
            make=_replacing(number, key, items, place),
        )
        for place, text in enumerate(items)
    ]
    new = Field(
        key=f"{key}-new",
        label=another,
        shown="…",
        help=_("Enter adds it. Several rows at once may be pasted."),
        make=_replacing(number, key, items, len(items)),
    )
    return [*rows, new]


def _replacing(number: int, key: Items, items: Sequence[str], place: int) -> Callable[[str], Operation]:
    def make(text: str) -> Operation:
        typed = tuple(line for line in text.splitlines() if line.strip())
        return SetItems(number, key, (*items[:place], *typed, *items[place + 1 :]))

    return make


def _size(label: str, key: str, sizes: Table, best: object) -> Field:
    value = sizes.get(key)
    text = "-".join(map(str, value)) if isinstance(value, list) else str(value or "")

    def make(typed: str) -> Operation:
        known: dict[str, Any] = {
            "min": sizes.get("min"),
            "best": tuple(best) if isinstance(best, list) else best,
            "max": sizes.get("max"),
        }
        known[key] = _range(typed) if key == "best" else _whole(typed)
        return SetGroup(known["min"], known["best"], known["max"])

    help = _("One number, or from and to: 4-6.") if key == "best" else _("A number. Empty: not said.")
    return Field(key=f"group-{key}", label=label, shown=text, text=text, help=help, make=make)


def _rest(table: Table, known: set[str]) -> list[Field]:
    """What the file says besides: shown, so that nobody wonders, and changed only in the file."""
    taken = {key.rpartition("-")[0] for key in known} | known
    return [
        Field(key=key, label=visible(key), shown=visible(str(value)))
        for key, value in table.items()
        if key not in taken
    ]


def _minutes(text: str) -> float:
    try:
        return round(read_duration(text) / 60, 4)
    except Refused as refused:
        raise EditRefusedError(refused.sentence) from None


def _whole(text: str) -> int | None:
    if not text.strip():
        return None
    if not text.strip().isdecimal() or len(text.strip()) > 4:
        raise EditRefusedError(_("Write a whole number, such as 4."))
    return int(text)


def _range(text: str) -> int | tuple[int, int] | None:
    parts = [part for part in text.replace("–", "-").replace(",", "-").split("-") if part.strip()]
    numbers = [number for number in map(_whole, parts) if number is not None]
    if len(numbers) == 2:
        return numbers[0], numbers[1]
    if len(numbers) > 2:
        raise EditRefusedError(_("Write one number, or two: 4-6."))
    return numbers[0] if numbers else None


def _open_help() -> str:
    return _("Read aloud. {giver} {chair} {keeper} {name} {next} become names.")
