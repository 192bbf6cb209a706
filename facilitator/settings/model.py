"""The settings: what each is, what it is when nobody says otherwise, and what it is for."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from facilitator.words.language import gettext as _

THEMES = ("facilitator-dark", "facilitator-light")
"""The program's own themes; the screen knows more."""

USUAL_AGENDA = "intervision"
"""The agenda of a meeting for which none is named (contract 3)."""


class Settings(Struct, frozen=True, kw_only=True):
    """All settings, with their defaults."""

    theme: str = THEMES[0]
    """The name of a theme that the screen knows."""
    bell: bool = True
    """Whether the end of a silence sounds."""
    quiet_hints: bool = False
    """Whether the chair is told, for her alone, who speaks long and who is not heard."""
    default_agenda: str = USUAL_AGENDA
    """A shipped name or a path."""
    keys: Mapping[str, str] = field(default_factory=dict)
    """Keys (`f2`, or several with commas) by the id of the action that they are given to."""


class Setting(Struct, frozen=True):
    """One setting for people: its name in the file, its default, and what it is for."""

    name: str
    default: str | bool
    why: str


def described() -> tuple[Setting, ...]:
    """Every setting but the keys, in the order in which people read them."""
    usual = Settings()
    return (
        Setting(
            "theme",
            usual.theme,
            _("The colours of the screen: facilitator-dark, facilitator-light, or any theme of Textual."),
        ),
        Setting("bell", usual.bell, _("Whether one soft bell sounds at the end of a silence.")),
        Setting(
            "quiet_hints",
            usual.quiet_hints,
            _("Whether the chair alone is told who speaks long and who is not heard; /hints changes it."),
        ),
        Setting(
            "default_agenda",
            usual.default_agenda,
            _("The agenda of a meeting for which none is named: a shipped name, or the path of a file."),
        ),
    )
