"""Keys that a person gives to actions: which can be given, and which are given twice. Pure.

Textual drops a binding that clashes and passes over an id that it does not know, both in silence; so all of
it is found here first.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping

from msgspec import Struct

from facilitator.agenda.values import Finding, Path, nearest
from facilitator.settings.actions import Action
from facilitator.words.language import gettext as _
from facilitator.words.visible import visible

_FREE = re.compile(r"(?:ctrl\+|shift\+)?f(?:[1-9]|1\d|2[0-4])|ctrl\+[a-z]")

TERMINAL = frozenset({"ctrl+c", "ctrl+h", "ctrl+i", "ctrl+j", "ctrl+m", "ctrl+p", "ctrl+z"})
"""Keys that a terminal sends for others (Backspace, Tab, Enter) or that stop or open something everywhere."""

EVERYWHERE = "app"
"""The first word of the ids of actions that every screen has."""


class Given(Struct, frozen=True):
    """The keys that a file gives to an action, and where in the file."""

    id: str
    keys: str
    path: Path


def split_keys(text: str) -> tuple[str, ...]:
    """The single keys of a value such as `F2, ctrl+b`, as Textual writes them."""
    return tuple(part for part in (one.strip().lower() for one in text.split(",")) if part)


def check_keys(
    given: Iterable[Given], actions: Mapping[str, Action], typing: Collection[str]
) -> list[Finding]:
    """What is wrong with these keys. `typing` are those that a line of text needs for itself."""
    found: list[Finding] = []
    good: dict[str, Given] = {}
    for one in given:
        action = actions.get(one.id)
        wrong = _unknown(one.id, actions) if action is None else _not_free(one, action, typing)
        if wrong:
            found.append(Finding(one.path, wrong, on_value=action is not None))
        elif one.id in good:
            found.append(Finding(one.path, _("“{id}” is given twice. Keep one of them.").format(id=one.id)))
        else:
            good[one.id] = one
    return found + _clashes(good, actions)


def _unknown(id: str, actions: Mapping[str, Action]) -> str:
    near = nearest(id, actions, cutoff=0.0) or next(iter(actions), "")
    sentence = _("There is no action “{id}”; the nearest is “{near}”. facilitator settings names them all.")
    return sentence.format(id=visible(id), near=near)


def _not_free(given: Given, action: Action, typing: Collection[str]) -> str:
    """Why these keys cannot be given to this action; empty where they can."""
    keys = split_keys(given.keys)
    if not keys:
        return _("“{id}” has no key. Name one, or take the line away.").format(id=given.id)
    for key in keys:
        if key in action.keys:
            continue
        shown = visible(key)
        if len(key) == 1 or key in typing:
            return _("“{key}” is needed for typing. Take f2 or another F key.").format(key=shown)
        if key in TERMINAL:
            return _("“{key}” is needed by the terminal. Take f2 or another F key.").format(key=shown)
        if not _FREE.fullmatch(key):
            return _("“{key}” is no key that can be given. Take f1 to f24, or ctrl+ and a letter.").format(
                key=shown
            )
    return ""


def _clashes(given: Mapping[str, Given], actions: Mapping[str, Action]) -> list[Finding]:
    """Two actions of one screen on one key, told where the file gives it."""
    keys = {
        action.id: split_keys(given[action.id].keys) if action.id in given else action.keys
        for action in actions.values()
    }
    found = []
    told: set[str] = set()
    for one in given.values():
        for other, others in keys.items():
            shared = [key for key in keys[one.id] if key in others]
            if other == one.id or other in told or not shared or not _meet(one.id, other):
                continue
            told.add(one.id)
            sentence = _("“{key}” is both “{one}” and “{other}”.")
            found.append(
                Finding(one.path, sentence.format(key=shared[0], one=one.id, other=other), on_value=True)
            )
    return found


def _meet(one: str, other: str) -> bool:
    """Whether two actions can be on one screen."""
    first, second = one.split(".")[0], other.split(".")[0]
    return first == second or EVERYWHERE in (first, second)
