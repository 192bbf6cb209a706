"""What the screens know of themes and keys, for those who settle them. Read off the screens themselves."""

from __future__ import annotations

from collections.abc import Collection

from textual.binding import Binding, BindingType

from facilitator.settings.keys import Action
from facilitator.settings.model import THEMES
from facilitator.settings.read import Known


def themes() -> Collection[str]:
    """The names of all themes."""
    from textual.theme import BUILTIN_THEMES

    return (*THEMES, *BUILTIN_THEMES)


def actions() -> dict[str, Action]:
    """All actions whose keys can be changed, by id, those of the meeting first."""
    from facilitator.app import FacilitatorApp
    from facilitator.screens.close import CloseScreen
    from facilitator.screens.home import HomeScreen
    from facilitator.screens.live import LiveScreen
    from facilitator.screens.lobby import LobbyScreen
    from facilitator.screens.minutes import MinutesScreen
    from facilitator.screens.search import SearchScreen

    return {
        one.id: Action(one.id, tuple(key.strip() for key in one.key.split(",")), one.description)
        for place in (
            LiveScreen,
            CloseScreen,
            LobbyScreen,
            MinutesScreen,
            HomeScreen,
            SearchScreen,
            FacilitatorApp,
        )
        for one in _bindings(place.BINDINGS)
        if one.id
    }


def typing() -> Collection[str]:
    """Keys that a line of text needs for itself."""
    from facilitator.screens.answer_line import AnswerLine
    from facilitator.screens.closing_line import ClosingLine

    needed: set[str] = set()
    for line in (ClosingLine, AnswerLine):
        for kind in line.__mro__:
            for one in _bindings(vars(kind).get("BINDINGS", ())):
                needed.update(key.strip() for key in one.key.split(","))
    return needed


KNOWN = Known(themes, actions, typing)


def _bindings(listed: Collection[BindingType]) -> list[Binding]:
    return [one if isinstance(one, Binding) else Binding(*one) for one in listed]
