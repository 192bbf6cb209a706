"""When it gets hard: what to say and to do in twelve situations, as data, and finding one in two seconds."""

from __future__ import annotations

import tomllib
import unicodedata
from functools import cache
from pathlib import Path

import msgspec
from msgspec import Struct


class Way(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One thing to do, and the command that does it (maybe half a line; empty where none is needed)."""

    do: str
    command: str = ""
    people: int = 0
    """How many must be here for it."""


class Situation(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One situation: a sentence to say, a thing to do, its command; and what else where that cannot be."""

    id: str
    name: str
    say: str
    do: str
    command: str = ""
    contacts: bool = False
    """Whether the programme's contacts belong to it: whom one can turn to."""
    people: int = 0
    otherwise: tuple[Way, ...] = ()

    @property
    def ways(self) -> tuple[Way, ...]:
        """All that can be done, the first that is possible being the best."""
        return (Way(do=self.do, command=self.command, people=self.people), *self.otherwise)


class _File(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    format: int
    title: str
    language: str
    moment: tuple[Situation, ...]


@cache
def moments(language: str = "en") -> tuple[Situation, ...]:
    """The situations in that language; in English where there is no file in it."""
    here = Path(__file__).parent
    path = here / f"hard.{language}.toml"
    if language == "en" or not path.is_file():
        path = here / "hard.toml"
    return msgspec.convert(tomllib.loads(path.read_text("utf-8")), _File).moment


def find(words: str, among: tuple[Situation, ...]) -> Situation | None:
    """The situation of that number (from 1), or in whose name a word begins so; None where none is."""
    wanted = _fold(words)
    if wanted.isdecimal():
        number = int(wanted) if len(wanted) < 4 else 0
        return among[number - 1] if 1 <= number <= len(among) else None
    for moment in among:
        if wanted and (wanted == moment.id or f" {wanted}" in f" {_fold(moment.name)}"):
            return moment
    return None


def _fold(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(char for char in plain if not unicodedata.combining(char)).split())
