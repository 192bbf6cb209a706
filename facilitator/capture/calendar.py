"""The names of days and months, numbers in words and the long date, in the languages that dates are read in.

All names are folded as `name_key` folds, so that accents and capitals make no difference. No short form is
here that is an ordinary word of its language: in Spanish and French `mar` is the sea.
"""

from __future__ import annotations

from datetime import date
from typing import Literal

from msgspec import Struct

from facilitator.words.dates import SAME, Times

Language = Literal["en", "fr", "es"]


def _numbered(rows: str, start: int = 0) -> dict[str, int]:
    """Words by the number of their row; rows stand between `|`."""
    return {word: number for number, row in enumerate(rows.split("|"), start) for word in row.split()}


class Names(Struct, frozen=True, kw_only=True):
    """What one language calls days (0 is Monday), months (from 1), small numbers, and days near today."""

    weekdays: dict[str, int]
    months: dict[str, int]
    counts: dict[str, int]
    near: dict[str, int]
    """Days from today."""
    units: dict[str, Literal["day", "week", "month"]]


NAMES: dict[Language, Names] = {
    "en": Names(
        weekdays=_numbered(
            "monday mon|tuesday tue tues|wednesday wed weds|thursday thu thur thurs|friday fri"
            "|saturday sat|sunday sun"
        ),
        months=_numbered(
            "january jan|february feb|march mar|april apr|may|june jun|july jul|august aug"
            "|september sep sept|october oct|november nov|december dec",
            1,
        ),
        counts={"a": 1, "an": 1}
        | _numbered("one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve", 1),
        near={"today": 0, "tomorrow": 1, "the day after tomorrow": 2, "day after tomorrow": 2},
        units={
            "day": "day",
            "days": "day",
            "week": "week",
            "weeks": "week",
            "month": "month",
            "months": "month",
        },
    ),
    "fr": Names(
        weekdays=_numbered("lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"),
        months=_numbered(
            "janvier janv|fevrier fevr fev|mars|avril avr|mai|juin|juillet juil|aout|septembre sept"
            "|octobre oct|novembre nov|decembre dec",
            1,
        ),
        counts={"un": 1, "une": 1, "quinze": 15, "vingt": 20, "trente": 30}
        | _numbered("deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze", 2),
        near={"aujourd'hui": 0, "demain": 1, "apres-demain": 2, "apres demain": 2},
        units={"jour": "day", "jours": "day", "semaine": "week", "semaines": "week", "mois": "month"},
    ),
    "es": Names(
        weekdays=_numbered("lunes|martes|miercoles|jueves|viernes|sabado|domingo"),
        months=_numbered(
            "enero ene|febrero feb|marzo|abril abr|mayo|junio jun|julio jul|agosto ago"
            "|septiembre setiembre sept|octubre oct|noviembre nov|diciembre dic",
            1,
        ),
        counts={"un": 1, "una": 1, "quince": 15, "veinte": 20, "treinta": 30}
        | _numbered("dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce", 2),
        near={"hoy": 0, "manana": 1, "pasado manana": 2},
        units={
            "dia": "day",
            "dias": "day",
            "semana": "week",
            "semanas": "week",
            "mes": "month",
            "meses": "month",
        },
    ),
}

LOOSE = {"huit": 7, "quinze": 14, "ocho": 7, "quince": 14}
"""Counts of days that are also said of whole weeks: `dans quinze jours` is two weeks, or fifteen days."""

_WRITTEN: dict[Language, tuple[str, str]] = {
    "fr": (
        "lundi mardi mercredi jeudi vendredi samedi dimanche",
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    ),
    "es": (
        "lunes martes miércoles jueves viernes sábado domingo",
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    ),
}


def written(day: date, language: Language, times: Times = SAME) -> str:
    """The long date in the language in which somebody typed it: vendredi 27 novembre 2026.

    In English it is as `times` writes it.
    """
    if language not in _WRITTEN:
        return times.day(day)
    weekdays, months = (names.split() for names in _WRITTEN[language])
    weekday, month = weekdays[day.weekday()], months[day.month - 1]
    if language == "es":
        return f"{weekday} {day.day} de {month} de {day.year}"
    return f"{weekday} {'1er' if day.day == 1 else day.day} {month} {day.year}"
