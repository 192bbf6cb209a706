"""Weekdays: this one, the next one, the one of next week."""

from __future__ import annotations

import re
from datetime import date, timedelta

from facilitator.capture.calendar import NAMES, Language
from facilitator.capture.when.readings import Reading
from facilitator.capture.when.reckoning import coming_weekday, monday
from facilitator.capture.when.wording import WORDINGS


def read_weekday(body: str, today: date, language: Language) -> Reading:
    """`Friday`, `lundi prochain`, `el martes de la semana que viene`. The next one has two readings."""
    wording, days = WORDINGS[language], NAMES[language].weekdays
    among = "|".join(sorted(days, key=len, reverse=True))

    def said(pattern: str) -> int | None:
        match = re.fullmatch(pattern.replace("{days}", among), body.removesuffix("."))
        return days[match["day"] or match["after"]] if match else None

    plain = said(wording.weekday)
    if plain is not None:
        return coming_weekday(plain, today)
    following = said(wording.next_weekday)
    if following is not None:
        nearest = coming_weekday(following, today)
        later = nearest + timedelta(days=7)
        # Said on a Tuesday, next Tuesday cannot be today.
        return nearest if (nearest - today).days == 7 else (nearest, later)
    week = said(wording.weekday_next_week)
    return None if week is None else monday(today, 1) + timedelta(days=week)
