"""How every screen of ours looks and which keys it has: what a person settled, on any of our apps."""

from __future__ import annotations

import os
from typing import Any

from textual.app import App

from facilitator.settings.model import Settings
from facilitator.theme import DARK, LIGHT


def dress(app: App[Any], settings: Settings) -> None:
    """Give an app the theme and the keys of the settings.

    A person who has asked Textual itself for a theme (TEXTUAL_THEME) gets that one.
    """
    app.register_theme(DARK)
    app.register_theme(LIGHT)
    if not os.environ.get("TEXTUAL_THEME"):
        app.theme = settings.theme
    if settings.keys:
        app.set_keymap(dict(settings.keys))
