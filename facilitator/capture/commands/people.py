"""Commands about who is here, who has which role, and whose turn it is."""

from __future__ import annotations

import difflib
import re
from typing import get_args

from facilitator.agenda.model import PLACES, Place
from facilitator.capture.commands.call import Call, Reader, always
from facilitator.capture.commands.wanted import Voice
from facilitator.capture.names import Ambiguous, Found, fold_space, name_key, person
from facilitator.capture.people import split_names
from facilitator.session import intents as it
from facilitator.session.refused import Refused
from facilitator.words.language import gettext as _

_NUMBERED = re.compile(r"([0-9]{1,2})[.:]?\s+[@＠]?(.+)")


def _someone(call: Call) -> str:
    return person(call.roster, call.rest.lstrip("@＠"))


def _here(call: Call) -> it.Intent:
    if name_key(call.rest) == "all" and not isinstance(call.roster.find(call.rest), Found):
        return it.CallRoll()
    return it.Here(_someone(call))


def _join(call: Call) -> it.Intent:
    name = fold_space(call.rest)
    if any(char in name for char in ",，、:：@＠"):
        raise Refused(_("Write one name after /join, without commas and colons."))
    if call.roster.has(name):
        known = person(call.roster, name)
        raise Refused(
            _("{name} is in this session already. /here {name} says who is back.").format(name=known)
        )
    return it.Join(name)


def _lead(call: Call) -> it.Intent:
    """Who leads in the chair's place: a name that is nobody's yet is a guest's, unless it is nearly one."""
    if not call.rest:
        return it.Lead()
    name = fold_space(call.rest.lstrip("@＠"))
    if isinstance(found := call.roster.find(name), Found):
        return it.Lead(found.name)
    words = {name_key(word): one for one in call.state.names() for word in (one, *one.split())}
    near = difflib.get_close_matches(name_key(name), words, n=1, cutoff=0.75)
    if near or isinstance(found, Ambiguous):
        return it.Lead(person(call.roster, name))
    _join(call)
    return it.Lead(name)


def _order(call: Call) -> it.Intent:
    """By lot (the same for the same second), the quiet ones first, as they sit, or as named."""
    from facilitator.session.rounds import quiet_first, round_order

    word = name_key(call.rest)
    names = list(round_order(call.state))
    if word in ("", "quiet"):
        return it.OrderRound(quiet_first(call.state))
    if word == "turn":
        return it.OrderRound(tuple(name for name in call.state.here() if name in names))
    if word == "lot":
        from random import Random

        Random(int(call.now.at.timestamp())).shuffle(names)
        return it.OrderRound(tuple(sorted(names, key=lambda name: name == call.state.leader)))
    first = [person(call.roster, name) for name in split_names(call.rest)]
    return it.OrderRound((*first, *(name for name in names if name not in first)))


def _voice(call: Call) -> Voice:
    names = call.state.names()
    if call.rest.isascii() and call.rest.isdecimal() and len(call.rest) < 3 and int(call.rest) <= len(names):
        return Voice(names[int(call.rest) - 1] if int(call.rest) else "")
    return Voice(_someone(call) if call.rest else "")


def _giver(call: Call) -> it.Intent:
    """Who gives the case that is meant now, or the one whose number stands first."""
    numbered = _NUMBERED.fullmatch(call.rest)
    if numbered is None or isinstance(call.roster.find(call.rest), Found):
        return it.GiveRole("giver", _someone(call))
    return it.GiveRole("giver", person(call.roster, numbered[2]), int(numbered[1]))


def _place(call: Call) -> it.Intent:
    for place in get_args(Place):
        if name_key(call.rest) == place:
            return it.MeetIn(place)
    raise Refused(_("Write /place and one of: {places}.").format(places=", ".join(PLACES)))


READERS: dict[str, Reader] = {
    "turn": lambda call: it.Turn(_someone(call) if call.rest else ""),
    "pass": always(it.Pass()),
    "order": _order,
    "here": _here,
    "away": lambda call: it.Away(_someone(call)),
    "join": _join,
    "chair": lambda call: it.GiveRole("chair", _someone(call)),
    "lead": _lead,
    "keeper": lambda call: it.GiveRole("keeper", _someone(call)),
    "giver": _giver,
    "place": _place,
    "voice": _voice,
}
