"""Who might do what this time: each role goes one person on from last time. A suggestion, never a rule."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from facilitator.capture.names import name_key
from facilitator.pod.remembered import Remembered
from facilitator.session.events import Role
from facilitator.words.language import gettext as _

ROLES: tuple[Role, ...] = ("chair", "keeper", "giver")


class Suggestion(Struct, frozen=True):
    """A name out of the people (empty: none), and a sentence why where there is a reason."""

    name: str = ""
    why: str = ""


def suggest(
    role: Role,
    people: Sequence[str],
    last: Remembered | None = None,
    *,
    agreed: str = "",
    taken: Sequence[str] = (),
) -> Suggestion:
    """Who might take this role among `people`, of whom `taken` have one already.

    `agreed` is who was named for it when the last meeting closed. Names are compared as everywhere.
    """
    free = [name for name in people if name not in taken]
    named = _among(people, agreed)
    if named in free:
        return Suggestion(named, _("Agreed when the last meeting closed."))
    before = last.role(role) if last is not None else ""
    if last is not None and before and free:
        turn = _after(before, last.people, people)
        for name in turn:
            if name in free:
                return Suggestion(name, _why(role, before))
    place = ROLES.index(role)
    for name in (*people[place:], *people[:place]):
        if name in free:
            return Suggestion(name)
    return Suggestion()


def _key(name: str) -> str:
    # A name of nothing but marks has an empty key and is compared as it is.
    return name_key(name) or name


def _after(before: str, order: Sequence[str], people: Sequence[str]) -> list[str]:
    """The people from the one after `before` on, in last time's order, newcomers next, `before` last."""
    keys = [_key(name) for name in order]
    here = {_key(name): name for name in people}
    key = _key(before)
    if key not in keys:
        return []
    place = keys.index(key)
    circle = [here[one] for one in (*keys[place + 1 :], *keys[:place]) if one in here]
    newcomers = [name for one, name in here.items() if one not in keys]
    return [*circle, *newcomers, *([here[key]] if key in here else [])]


def _among(people: Sequence[str], name: str) -> str:
    return next((one for one in people if _key(one) == _key(name)), "")


def _why(role: Role, name: str) -> str:
    if role == "chair":
        return _("Last time {name} chaired.").format(name=name)
    if role == "keeper":
        return _("Last time {name} kept the record.").format(name=name)
    return _("Last time {name} gave the case.").format(name=name)
