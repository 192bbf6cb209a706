"""Answers to what is asked after the meeting, read: owners, days, names. Pure.

Each function raises Refused with a sentence that names the nearest right thing; nothing is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from facilitator.capture.names import Found, Roster, name_key, person
from facilitator.capture.rearrange import the_day
from facilitator.capture.steps import day_at_end
from facilitator.capture.when import Day
from facilitator.minutes.unnamed import strangers
from facilitator.screens.closing_questions import Question
from facilitator.session import intents as it
from facilitator.session.refused import Refused
from facilitator.session.state import State
from facilitator.words.language import gettext as _

_BETWEEN = re.compile(r"[,，、;；&+]|\sand\s", re.IGNORECASE)


YES = _("yes")
"""What Tab writes where only a yes counts."""


def is_yes(text: str) -> bool:
    """Whether somebody said yes, and nothing else."""
    return name_key(text) == name_key(YES)


def read_names(text: str, roster: Roster) -> tuple[str, ...]:
    """The full names of everybody in a list such as `Amina, @Ann Otieno`, each once."""
    whole = text.strip().lstrip("@＠")
    if isinstance(roster.find(whole), Found):
        return (person(roster, whole),)
    parts = [part.strip().lstrip("@＠").strip() for part in _BETWEEN.split(text)]
    names = [person(roster, part) for part in parts if part]
    if not names:
        raise Refused(_("Write a name."))
    return tuple(dict.fromkeys(names))


def read_owners(text: str, roster: Roster, today: date) -> tuple[tuple[str, ...], str]:
    """Who takes a step, and the ISO date of a day behind the names (`Amina by Friday`), else empty."""
    start, when = day_at_end(text, today)
    if when is not None and text[:start].strip():
        day = when.day if isinstance(when, Day) else the_day(text[start:], today)
        return read_names(text[:start], roster), day.isoformat()
    return read_names(text, roster), ""


def read_answered_day(text: str, today: date) -> date:
    """The day of `Friday`, `by Friday`, `1 December`, `2026-12-01`, `in 2 weeks`, `d'ici vendredi`."""
    return the_day(text, today)


def known_as(state: State, asked: Question, name: str) -> it.Edit:
    """The line that named a stranger, with the person of the session who was meant."""
    stranger = next(one for one in strangers(state) if one.number == asked.number)
    note = state.notes[stranger.number]
    if stranger.leads and note.kind != "step":
        return it.Edit(number=note.number, text=stranger.rest, speakers=(name,))
    if note.kind == "step":
        owners = tuple(dict.fromkeys((*note.owners, name)))
        return it.Edit(number=note.number, text=stranger.rest, owners=owners)
    return it.Edit(number=note.number, text=note.text.replace(f"@{stranger.name}", name, 1))


def complete_name(text: str, names: Sequence[str]) -> str | None:
    """The list with its last, half-typed name written out; None where no name begins so."""
    cut = max((match.end() for match in _BETWEEN.finditer(text)), default=0)
    begun = name_key(text[cut:].strip().lstrip("@＠"))
    if not begun:
        return None
    keyed = [(name, name_key(name)) for name in names]
    first = [name for name, key in keyed if key.startswith(begun)]
    later = [name for name, key in keyed if f" {begun}" in f" {key}"]
    found = next(iter(first + later), None)
    if found is None:
        return None
    head = text[:cut].rstrip()
    return f"{head} {found}" if head else found
