"""The people of a meeting, as somebody types them in one go."""

from __future__ import annotations

import re

from facilitator.capture.names import fold_space, name_key
from facilitator.session.refused import Refused
from facilitator.words.language import gettext as _

_BETWEEN = re.compile(r"[,，、\r\n]")


def split_names(text: str) -> list[str]:
    """The names of a list with commas (also full-width ones) or line ends between, without empty ones."""
    return [name for name in map(fold_space, _BETWEEN.split(text)) if name]


def read_people(text: str) -> list[str]:
    """The people in "Amina, Bintou", in order.

    Raises Refused for the same name twice, compared as names are.
    """
    people: list[str] = []
    seen: dict[str, str] = {}
    for name in split_names(text):
        # Words of nothing but marks have an empty key; they are compared as they are.
        key = name_key(name) or name
        if key in seen:
            raise Refused(_same_twice(seen[key], name))
        seen[key] = name
        people.append(name)
    return people


def _same_twice(first: str, second: str) -> str:
    if first == second:
        return _("{name} is there twice. Give each person a name of their own.").format(name=first)
    return _("{first} and {second} count as the same name. Give each person a name of their own.").format(
        first=first, second=second
    )
