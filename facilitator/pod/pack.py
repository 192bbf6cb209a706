"""A programme's pack, checked: agendas, question banks, decks, topics, practices, contacts."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path, PurePosixPath

from msgspec import Struct

from facilitator.agenda.banks import Banks, parse_bank
from facilitator.agenda.model import Bank
from facilitator.agenda.own import BadNameError, fit_name
from facilitator.agenda.places import Places
from facilitator.agenda.problem import AgendaError
from facilitator.agenda.read import parse_agenda
from facilitator.agenda.text import Position
from facilitator.pod.lists import parse_contacts, parse_practices, parse_topics
from facilitator.pod.pack_source import PackError, PackFiles
from facilitator.prompts.deck import DeckError
from facilitator.prompts.reading import parse_deck
from facilitator.words.language import gettext as _
from facilitator.words.language import ngettext
from facilitator.words.visible import visible

_MOST_TOLD = 20
_IN_DECK = re.compile(r", (card|dimension) (\d+)\b")


class Item(Struct, frozen=True):
    """A checked file: its path in the pack and in the home folder, its bytes, what it is in words."""

    path: str
    data: bytes
    words: str


class PackBanks(Banks):
    """The question banks that an agenda of a pack may name: the pack's own, then those of the home folder."""

    def __init__(self, given: Mapping[str, Bank], folder: Path) -> None:
        super().__init__(folder)
        self._given = given

    def names(self) -> list[str]:
        """What they are called, sorted."""
        return sorted({*self._given, *super().names()})

    def find(self, name: str) -> Bank | None:
        """The bank of that name, or None."""
        return self._given.get(name) or super().find(name)


def checked(pack: PackFiles, banks_folder: Path) -> tuple[Item, ...]:
    """All files of the pack with what each is, agendas first. `banks_folder`: the question banks at home.

    Raises PackError with everything that is wrong, each with its place.
    """
    wrong: list[str] = []
    banks: dict[str, Bank] = {}
    found: list[Item] = []

    def read(path: str, of: Callable[[bytes, str], str]) -> None:
        data = pack.files[path]
        file = f"{pack.name}/{path}"
        try:
            if "/" in path and fit_name(PurePosixPath(path).stem) != PurePosixPath(path).stem:
                sentence = _("{file}: a file's name has no spaces in it. Use hyphens.")
                raise BadNameError(sentence.format(file=visible(file)))
            found.append(Item(path, data, of(data, file)))
        except AgendaError as error:
            wrong.append(str(error))
        except DeckError as error:
            wrong.append(_deck_trouble(data, pack.name, path, str(error)))

    def bank(data: bytes, file: str) -> str:
        one = parse_bank(data, file)
        banks[one.name] = one
        return _("question bank {name}: {title}").format(name=one.name, title=visible(one.title))

    def agenda(data: bytes, file: str) -> str:
        one = parse_agenda(data, file, PackBanks(banks, banks_folder))
        length = f", {one.minutes:g} min" if one.minutes else ""
        return _("agenda {name}: {title}").format(name=one.name, title=visible(one.title)) + length

    readers: tuple[tuple[str, Callable[[bytes, str], str]], ...] = (
        ("agendas/banks/", bank),
        ("agendas/", agenda),
        ("decks/", _deck),
        ("topics.toml", _topics),
        ("practices.toml", _practices),
        ("contacts.toml", _contacts),
    )
    left = sorted(pack.files)
    for start, of in readers:
        for path in [path for path in left if path.startswith(start)]:
            left.remove(path)
            read(path, of)
    _no_twins(found, wrong, pack.name)
    if wrong:
        raise PackError(_told(wrong, pack.name))
    order = ("agendas/banks/", "decks/", "topics", "practices", "contacts")
    return tuple(
        sorted(
            found,
            key=lambda item: next((n + 1 for n, one in enumerate(order) if item.path.startswith(one)), 0),
        )
    )


def _told(wrong: list[str], pack: str) -> str:
    more = len(wrong) - _MOST_TOLD
    tail = [ngettext("{n} more file is not good.", "{n} more files are not good.", more).format(n=more)]
    last = _("Nothing was added from {pack}.").format(pack=pack)
    return "\n".join([*wrong[:_MOST_TOLD], *(tail if more > 0 else []), last])


def _no_twins(found: list[Item], wrong: list[str], pack: str) -> None:
    """Two names that differ only in case are one file on many machines."""
    first: dict[str, str] = {}
    for item in found:
        other = first.setdefault(item.path.casefold(), item.path)
        if other != item.path:
            sentence = _("{pack}: {one} and {other} are the same file on many machines. Rename one of them.")
            wrong.append(sentence.format(pack=pack, one=visible(other), other=visible(item.path)))


def _deck(data: bytes, file: str) -> str:
    deck = parse_deck(data, PurePosixPath(file).name)
    cards = ngettext("{n} card", "{n} cards", len(deck.cards)).format(n=len(deck.cards))
    return _("deck {name}: {title}, {cards}").format(name=deck.name, title=visible(deck.title), cards=cards)


def _topics(data: bytes, file: str) -> str:
    count = len(parse_topics(data, file))
    return ngettext("{n} topic", "{n} topics", count).format(n=count)


def _practices(data: bytes, file: str) -> str:
    count = len(parse_practices(data, file))
    return ngettext("{n} leadership practice", "{n} leadership practices", count).format(n=count)


def _contacts(data: bytes, file: str) -> str:
    count = len(parse_contacts(data, file))
    return ngettext("{n} contact", "{n} contacts", count).format(n=count)


def _deck_trouble(data: bytes, pack: str, path: str, sentence: str) -> str:
    """What a deck says of itself, with the line of its card."""
    at = Position(1, 1)
    named = _IN_DECK.search(sentence)
    try:
        tomllib.loads(data.decode("utf-8"))
        if named:
            at = Places(data).find((named[1], int(named[2]) - 1))
    except (ValueError, RecursionError):
        # No TOML: its own sentence says where.
        return f"{visible(pack)}/{visible(str(PurePosixPath(path).parent))}/{sentence}"
    rest = sentence.removeprefix(PurePosixPath(path).name).lstrip(",: ")
    return f"{visible(pack)}/{visible(path)}:{at.line}:{at.column}: {rest}"
