"""What the home folder lends to a meeting: decks of cards, leadership practices, and whom to turn to.

Each file is read when it is first wanted, and again once it has changed. One that is not good is left out,
and a sentence says so; it never stops a meeting.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar

from msgspec.structs import replace

from facilitator.agenda.located import LARGEST
from facilitator.agenda.problem import AgendaError
from facilitator.pod.lists import Contact, Practice, parse_contacts, parse_practices
from facilitator.prompts.deck import Deck, DeckError
from facilitator.prompts.reading import SHIPPED, parse_deck, shipped
from facilitator.words.language import gettext as _
from facilitator.words.visible import visible

DECKS = "decks"
PRACTICES = "practices.toml"
CONTACTS = "contacts.toml"

_ENDING = ".toml"
_Stamp = tuple[int, int, int]
_T = TypeVar("_T")


class Lent(NamedTuple, Generic[_T]):
    """What there is, and for each file that is left out the sentence why."""

    things: tuple[_T, ...] = ()
    troubles: tuple[str, ...] = ()


class _LeftOut(Exception):  # noqa: N818 - told as a sentence
    """A file that cannot be used. Its text is the sentence."""


class Shelf:
    """The files of one home folder as a meeting uses them. Without a home there are the shipped decks."""

    def __init__(self, home: Path | None) -> None:
        self._home = home
        self._read: dict[Path, tuple[_Stamp, object]] = {}
        """What each file held, or the sentence why it could not be used, with its look at that time."""
        self._told: set[str] = set()

    def decks(self, language: str) -> Lent[Deck]:
        """Own decks and then the shipped ones, each in that language where it is there in it.

        An own deck stands in place of a shipped one of the same name. Its cards are known by `deck/card`, so
        that no two decks share a card.
        """
        own: dict[str, Deck] = {}
        troubles = []
        for path in self._deck_files(language):
            read = self._file(path, lambda data, name: _own(parse_deck(data, name)))
            if isinstance(read, str):
                troubles.append(read)
            elif read is not None:
                own[read.name] = read
        others = tuple(deck for name, deck in own.items() if name not in SHIPPED)
        usual = tuple(own.get(deck.name, deck) for deck in shipped(language))
        return Lent((*others, *usual), tuple(troubles))

    def practices(self) -> Lent[Practice]:
        """The leadership practices of the programme."""
        return self._list(PRACTICES, parse_practices)

    def contacts(self) -> Lent[Contact]:
        """Whom to turn to when something serious is told."""
        return self._list(CONTACTS, parse_contacts)

    def untold(self, troubles: tuple[str, ...]) -> tuple[str, ...]:
        """Those of these sentences that were not given out here before: each is said once in a meeting."""
        new = tuple(one for one in troubles if one not in self._told)
        self._told.update(new)
        return new

    def _list(self, name: str, parse: Callable[[bytes, str], tuple[_T, ...]]) -> Lent[_T]:
        if self._home is None:
            return Lent()
        read = self._file(self._home / name, parse)
        return Lent((), (read,)) if isinstance(read, str) else Lent(read or ())

    def _deck_files(self, language: str) -> list[Path]:
        """One file for each own deck: the one in that language, else the one without a language, else any."""
        if self._home is None:
            return []
        try:
            names = sorted(os.listdir(self._home / DECKS))
        except OSError:
            # Mostly there is no such folder; one that cannot be looked into lends nothing.
            return []
        chosen: dict[str, str] = {}
        for name in names:
            if name.startswith(".") or not name.endswith(_ENDING):
                continue
            deck = name.split(".")[0]
            wanted = (f"{deck}.{language}{_ENDING}", f"{deck}{_ENDING}")
            ranks = {one: place for place, one in enumerate(wanted)}
            if deck not in chosen or ranks.get(name, 2) < ranks.get(chosen[deck], 2):
                chosen[deck] = name
        return [self._home / DECKS / name for name in chosen.values()]

    def _file(self, path: Path, parse: Callable[[bytes, str], _T]) -> _T | str | None:
        """What the file holds; the sentence why it is left out; None where there is none."""
        try:
            look = os.stat(path)
        except FileNotFoundError:
            return None
        except OSError as error:
            return _left_out(path.name, error.strerror or str(error))
        stamp = (look.st_mtime_ns, look.st_size, look.st_ino)
        known = self._read.get(path)
        if known is None or known[0] != stamp:
            known = (stamp, _parsed(path, look, parse))
            self._read[path] = known
        return known[1]  # type: ignore[return-value]


def _parsed(path: Path, look: os.stat_result, parse: Callable[[bytes, str], _T]) -> _T | str:
    try:
        return parse(_bytes(path, look), path.name)
    except _LeftOut as error:
        return str(error)
    except OSError as error:
        return _left_out(path.name, error.strerror or str(error))
    except DeckError as error:
        return _("Left out: {why}").format(why=error)
    except AgendaError as error:
        return _("Left out: {why}").format(why=error.sentence or str(error).splitlines()[0])


def _bytes(path: Path, look: os.stat_result) -> bytes:
    # A pipe that is called like a deck would keep the meeting waiting for ever.
    if not stat.S_ISREG(look.st_mode):
        raise _LeftOut(_left_out(path.name, _("it is no file")))
    if look.st_size > LARGEST:
        raise _LeftOut(_left_out(path.name, _("it is too large")))
    return path.read_bytes()


def _left_out(name: str, why: str) -> str:
    return _("Left out: {file} ({why}).").format(file=visible(name), why=visible(why))


def _own(deck: Deck) -> Deck:
    if deck.name in SHIPPED:
        # A shipped deck in other words: its cards keep the names by which earlier sessions know them.
        return deck
    return replace(deck, cards=tuple(replace(card, id=f"{deck.name}/{card.id}") for card in deck.cards))
