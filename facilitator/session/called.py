"""How people are called aloud. Pure."""

from __future__ import annotations

from facilitator.session.state import State
from facilitator.words.language import gettext as _


def spoken(state: State, name: str) -> str:
    """How a name is said aloud: its first word where that is nobody else's, else the whole name."""
    first = name.split()[0] if name.split() else name
    same = [other for other in state.names() if first in other.split()]
    return first if len(same) == 1 else name


def all_spoken(state: State, names: tuple[str, ...]) -> str:
    """Several names as they are said in a sentence: `Amina, Bríd and 李娜`; empty for nobody."""
    said = [spoken(state, name) for name in names]
    if len(said) < 2:
        return "".join(said)
    return _("{names} and {last}").format(names=", ".join(said[:-1]), last=said[-1])
