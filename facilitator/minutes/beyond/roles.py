"""People as roles: what stands for each person of a meeting in a text that goes beyond the pod."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from facilitator.session.state import State
from facilitator.words.language import gettext as _


def roles(state: State, named: Sequence[str], chosen: Mapping[str, str]) -> dict[str, str]:
    """Everybody of the meeting with the words that stand for them.

    `named` are those whom the text names, in that order: so the first of them is a member, the next another
    one, whoever else was there. `chosen` are words that somebody has chosen for a person.
    """
    people = tuple(dict.fromkeys((*(name for name in named if name in state.names()), *state.names())))
    guests = {person.name for person in state.people if person.guest}
    givers = case_givers(state)
    found: dict[str, str] = {}
    members = visitors = 0
    for name in people:
        if chosen.get(name, "").strip():
            found[name] = chosen[name].strip()
        elif name in givers:
            found[name] = _giver(givers.index(name), len(givers))
        elif name == state.chair:
            found[name] = _("the chair")
        elif name == state.keeper:
            found[name] = _("the record keeper")
        elif name in state.led:
            leading = [one for one in state.led if one not in (state.chair, state.keeper, *givers)]
            found[name] = _("the guest facilitator") if len(leading) == 1 else _("a guest facilitator")
        elif name in guests:
            visitors += 1
            found[name] = _("a guest") if visitors == 1 else _("another guest")
        else:
            members += 1
            found[name] = _member(members)
    return found


def case_givers(state: State) -> tuple[str, ...]:
    """Who gave a case in this meeting, the first one first; nobody twice."""
    return tuple(name for name in dict.fromkeys((*state.givers, state.giver)) if name)


def _giver(place: int, count: int) -> str:
    if count == 1:
        return _("the case giver")
    ordinals = (_("the first case giver"), _("the second case giver"), _("the third case giver"))
    return ordinals[place] if place < len(ordinals) else _("a case giver")


def _member(number: int) -> str:
    some = (
        _("a member"),
        _("another member"),
        _("a third member"),
        _("a fourth member"),
        _("a fifth member"),
        _("a sixth member"),
    )
    return some[number - 1] if number <= len(some) else _("one more member")
