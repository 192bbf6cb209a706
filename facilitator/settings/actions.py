"""What the screens do at a key: each action by its id, with its usual keys and what it is called. Pure.

The screens make their bindings from this list, and whoever names a key asks it; so what is said, what is
bound and what can be settled cannot differ.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from facilitator.words.language import gettext as _


class Action(Struct, frozen=True):
    """Something a key does: its id (`live.main`), its usual keys, and what it is called."""

    id: str
    keys: tuple[str, ...]
    what: str
    named: str = ""
    """Which of its usual keys people are told of, where that is not the first."""


_ALL = (
    Action("live.main", ("ctrl+n",), _("Next person or stage")),
    Action("live.stage", ("ctrl+t",), _("Next stage")),
    Action("live.more", ("ctrl+g",), _("More time")),
    Action("live.only", ("ctrl+o",), _("Pod only")),
    Action("live.pens", ("ctrl+l",), _("Pens down or up")),
    Action("live.undo", ("ctrl+r",), _("Undo")),
    Action("live.help", ("ctrl+s",), _("A card, or what to do when it gets hard")),
    Action("live.forward", ("f8",), _("A minute later, in a rehearsal")),
    Action("close.copy", ("ctrl+y",), _("Copy for the chat")),
    Action("close.minutes", ("ctrl+f",), _("Full minutes")),
    Action("close.where", ("ctrl+g",), _("Where they lie")),
    Action("close.only", ("ctrl+o",), _("Pod only")),
    Action("close.undo", ("ctrl+r",), _("Undo")),
    Action("close.drop", ("ctrl+x",), _("Drop the step that is asked about")),
    Action("close.final", ("ctrl+n",), _("Make the minutes final")),
    Action("lobby.back", ("up", "shift+tab", "escape"), _("Back"), "escape"),
    Action("lobby.copy", ("ctrl+y",), _("Copy the page of this meeting")),
    Action("home.find", ("ctrl+f", "slash"), _("Find in earlier meetings")),
    Action("search.done", ("ctrl+t",), _("A step is done, or not done after all")),
    Action("search.back", ("escape",), _("Back from finding")),
    Action("minutes.back", ("escape",), _("Back")),
    Action("edit.save", ("ctrl+s",), _("Save the agenda")),
    Action("edit.undo", ("ctrl+z",), _("Undo in the agenda")),
    Action("edit.redo", ("ctrl+y",), _("Redo in the agenda")),
    Action("app.leave", ("ctrl+q",), _("Leave")),
    Action("app.all", ("ctrl+p", "f1"), _("Every key and command")),
)

ACTIONS: Mapping[str, Action] = {action.id: action for action in _ALL}
"""Every action whose keys can be changed, by id, in the order in which people read them."""


def key_written(key: str) -> str:
    """A key as people write it: `^N` for ctrl+n, `F2` for f2, `^F2` for ctrl+f2, `Esc` for escape."""
    modifier, _plus, last = key.rpartition("+")
    if modifier == "ctrl":
        return f"^{last.upper()}"
    return "+".join("Esc" if part == "escape" else part.capitalize() for part in key.split("+"))


def written(id: str, given: Mapping[str, str]) -> str:
    """How the key of an action is named to people, `given` being what a person has settled (`f2,f3`, by id).

    Raises KeyError for an id that no screen has.
    """
    action = ACTIONS[id]
    return key_written(given[id].partition(",")[0] if id in given else action.named or action.keys[0])
