"""Bindings made from the list of actions, so that no screen has keys that the settings do not know."""

from __future__ import annotations

from textual.binding import Binding

from facilitator.settings.actions import ACTIONS


def bound(id: str, action: str, *, priority: bool = False) -> Binding:
    """The usual keys of the action with this id, bound to what a screen does; the settings may change them.

    Raises KeyError for an id that is not in the list.
    """
    known = ACTIONS[id]
    return Binding(",".join(known.keys), action, known.what, show=False, priority=priority, id=id)
