"""The settings for a screen, read with what only screens know: themes, actions, and keys for typing."""

from __future__ import annotations

import sys
from collections.abc import Collection, Mapping

from textual.binding import Binding, BindingType

from facilitator.settings.actions import ACTIONS, Action
from facilitator.settings.model import THEMES, Settings
from facilitator.settings.read import Known


def themes() -> Collection[str]:
    """The names of all themes."""
    from textual.theme import BUILTIN_THEMES

    return (*THEMES, *BUILTIN_THEMES)


def actions() -> Mapping[str, Action]:
    """All actions whose keys can be changed, by id, those of the meeting first."""
    return ACTIONS


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


def screen_settings() -> tuple[Settings, str]:
    """The settings for the screen, as far as they are good, and in a sentence what is wrong with them.

    All that is wrong is left on the terminal as well, to be read once the screen is gone.
    """
    from facilitator.settings.file import load_settings

    loaded = load_settings(KNOWN)
    if loaded.error is not None:
        print(loaded.error, file=sys.stderr)
    return loaded.settings, loaded.sentence


def _bindings(listed: Collection[BindingType]) -> list[Binding]:
    return [one if isinstance(one, Binding) else Binding(*one) for one in listed]
