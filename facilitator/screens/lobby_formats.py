"""The formats that the lobby offers, and the one that typed words mean."""

from __future__ import annotations

from pathlib import Path

from facilitator.agenda.library import find, shipped_names
from facilitator.agenda.model import Agenda
from facilitator.agenda.own import find as own_find
from facilitator.agenda.own import shelf
from facilitator.agenda.problem import AgendaError
from facilitator.capture.names import name_key
from facilitator.session.refused import Refused
from facilitator.words.visible import visible

USUAL = "intervision"


def usual_format() -> Agenda:
    """The agenda that is suggested where nobody has said another."""
    names = shipped_names()
    return find(USUAL if USUAL in names or not names else names[0])


class Formats:
    """The agenda given first, then one's own (which lie in `home`) and those that come with the program."""

    def __init__(self, first: Agenda, home: Path | None) -> None:
        self._first = first
        self._home = home
        self._shelf: tuple[Agenda, ...] = ()

    def all(self) -> tuple[Agenda, ...]:
        """All that can be chosen; read once, when somebody asks."""
        if not self._shelf:
            found = shelf(self._home) if self._home else tuple(map(find, shipped_names()))
            self._shelf = (self._first, *(one for one in found if one.name != self._first.name))
        return self._shelf

    def find(self, words: str, now: Agenda) -> Agenda:
        """The agenda meant by a title, a name, the beginning of a title, or a path; no words mean `now`.

        Raises Refused, naming the nearest.
        """
        if not words or words == visible(now.title):
            return now
        key = name_key(words)
        for agenda in self.all():
            if key in (name_key(agenda.title), name_key(agenda.name)):
                return agenda
        begun = [agenda for agenda in self.all() if name_key(agenda.title).startswith(key)]
        if len(begun) == 1:
            return begun[0]
        try:
            return own_find(self._home, words) if self._home else find(words)
        except AgendaError as error:
            raise Refused(error.sentence or str(error).splitlines()[0]) from None
