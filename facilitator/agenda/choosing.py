"""Which agendas suit so many people, so much time, and what a meeting is for. Pure."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from facilitator.agenda.fit import fit
from facilitator.agenda.lengths import group_size, natural_length
from facilitator.agenda.model import Agenda
from facilitator.agenda.own import Listed


def chosen(
    listed: Iterable[Listed], *, people: int = 0, seconds: float | None = None, purpose: str = ""
) -> list[Listed]:
    """Those that suit; with a time, the ones that take nearest to it first.

    Without any wish all of them, also those that cannot be used.
    """
    listed = list(listed)
    if not people and seconds is None and not purpose.strip():
        return listed
    found = [
        (one, one.agenda)
        for one in listed
        if one.agenda is not None and suits(one.agenda, people, seconds, purpose)
    ]
    if seconds is not None:
        found.sort(key=lambda each: abs(_natural(each[1], people) - seconds))
    return [one for one, _agenda in found]


def suits(agenda: Agenda, people: int = 0, seconds: float | None = None, purpose: str = "") -> bool:
    """Whether an agenda is made for so many people, can be held in that time, and speaks of all the words."""
    group = agenda.group
    if people and not (group.min or 1) <= people <= (group.max or people):
        return False
    if seconds is not None:
        present, others = group_size(agenda, people, people - 1)
        if fit(agenda, present, others, seconds).short:
            return False
    text = _key(" ".join((agenda.name, agenda.title, agenda.purpose, agenda.when)))
    return all(word in text for word in _key(purpose).split())


def _natural(agenda: Agenda, people: int) -> float:
    return natural_length(agenda, *group_size(agenda, people, people - 1))


def _key(text: str) -> str:
    """For comparing: without accents and case."""
    letters = unicodedata.normalize("NFKD", text).casefold()
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
