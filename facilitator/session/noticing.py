"""Quiet hints for the chair alone, from turns and clock: two voices only, one very long, one not heard.

Pure. Nothing is judged by what was said, and nothing of it is kept or shown to the room.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from msgspec import Struct

from facilitator.session.called import spoken
from facilitator.session.goes import Go, together
from facilitator.session.rounds import is_round
from facilitator.session.state import State
from facilitator.session.timing import elapsed, turn_length
from facilitator.words.durations import in_words
from facilitator.words.language import gettext as _

BACK_AND_FORTH = 6
"""So many goes in a row between the same two are more than a question and its answer."""

TWO_FOR = 120.0
"""Seconds that the two speak at least, so that quick agreement is not meant."""

LONG = 120.0
"""Seconds that one go lasts at least before it can be long."""

SHARES = 2.0
"""A go is far beyond its share when it is so many times as long."""

UNHEARD_AFTER = 300.0
"""Seconds of a discussion, at least, after which somebody may be said not to be heard."""

GOES_KNOWN = 4
"""Fewer goes mean that nobody is telling who speaks; then nothing is known of who was not heard."""

NAMED = 2
"""Names in a hint at most: it has one row."""

Kind = Literal["two", "long", "unheard"]


class Notice(Struct, frozen=True):
    """One thing worth noticing. Kind and people stay the same while it lasts; the sentence may change."""

    kind: Kind
    names: tuple[str, ...]
    sentence: str


def notices(state: State, goes: Sequence[Go], t: float) -> tuple[Notice, ...]:
    """What could be noticed at `t`, the most pressing first. `goes` are those of the running stay."""
    if state.phase != "running" or state.paused_t is not None or len(state.here()) < 3:
        return ()
    kind = state.find_stage(state.stage).kind
    if kind not in ("round", "discussion"):
        return ()
    goes = together(goes)
    found = [_long(state, goes, t)]
    if kind == "discussion":
        found += [_two(state, goes, t), _unheard(state, goes, t)]
    return tuple(one for one in found if one is not None)


def _long(state: State, goes: Sequence[Go], t: float) -> Notice | None:
    if not goes or goes[-1].ended is not None:
        return None
    name, length = goes[-1].name, goes[-1].length(t)
    planned = state.planned.get(state.stage, 0.0)
    share = turn_length(state) if is_round(state) else planned / len(state.here())
    if share <= 0 or length < max(LONG, SHARES * share):
        return None
    sentence = _("{name} has spoken for {length}.")
    said = sentence.format(name=spoken(state, name), length=in_words(_minutes(length)))
    return Notice("long", (name,), said)


def _two(state: State, goes: Sequence[Go], t: float) -> Notice | None:
    voices: list[str] = []
    since = len(goes)
    for place in range(len(goes) - 1, -1, -1):
        if goes[place].name not in voices:
            if len(voices) == 2:
                break
            voices.append(goes[place].name)
        since = place
    if len(voices) < 2 or len(goes) - since < BACK_AND_FORTH:
        return None
    end = t if goes[-1].ended is None else goes[-1].ended
    length = end - goes[since].began
    if length < TWO_FOR:
        return None
    one, other = sorted(voices, key=state.names().index)
    sentence = _("For {length} only {one} and {other} spoke.").format(
        one=spoken(state, one), other=spoken(state, other), length=in_words(_minutes(length))
    )
    return Notice("two", (one, other), sentence)


def _unheard(state: State, goes: Sequence[Go], t: float) -> Notice | None:
    planned = state.planned.get(state.stage, 0.0)
    if len(goes) < GOES_KNOWN or elapsed(state, t) < max(UNHEARD_AFTER, planned / 2):
        return None
    heard = {go.name for go in goes} | set(state.heard)
    # Whoever leads speaks all the time and is not told of it.
    names = tuple(name for name in state.here() if name not in heard and name != state.leader)
    if not names:
        return None
    said = [spoken(state, name) for name in names]
    if len(said) > NAMED:
        said = [*said[:NAMED], _("{n} more").format(n=len(said) - NAMED)]
    return Notice("unheard", names, _("Not heard in this stage: {names}.").format(names=", ".join(said)))


def _minutes(seconds: float) -> float:
    """Whole minutes: a hint that counts seconds would not be quiet."""
    return seconds // 60 * 60
