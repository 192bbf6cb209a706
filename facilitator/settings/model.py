"""The settings: what each is, what it is when nobody says otherwise, and what it is for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct, field

from facilitator.settings.actions import written
from facilitator.words.dates import ClockFormat, DateFormat, Times
from facilitator.words.language import gettext as _

THEMES = ("facilitator-dark", "facilitator-light")
"""The program's own themes; the screen knows more."""

USUAL_AGENDA = "intervision"
"""The agenda of a meeting for which none is named (contract 3)."""

Notifications = Literal["off", "bell", "desktop"]


class Settings(Struct, frozen=True, kw_only=True):
    """All settings, with their defaults."""

    theme: str = THEMES[0]
    """The name of a theme that the screen knows."""
    bell: bool = True
    """Whether anything may sound."""
    quiet_hints: bool = False
    """Whether the chair is told, for her alone, who speaks long and who is not heard."""
    notifications: Notifications = "off"
    """How a chair who looks at another window is called at the minutes that matter."""
    date_format: DateFormat = "day-month"
    clock_format: ClockFormat = "24h"
    default_agenda: str = USUAL_AGENDA
    """A shipped name or a path."""
    share_folder: str = ""
    """The folder that minutes are saved in, on purpose; empty: none is named."""
    mail_host: str = ""
    """The server that takes outgoing mail; empty: nothing is ever sent from here."""
    mail_port: int = 0
    """0: the usual one for `mail_security`."""
    mail_security: str = "starttls"
    """How the connection is kept private: starttls, tls or none."""
    mail_user: str = ""
    """Who logs in; the password is in the keyring or the environment. Empty: nobody has to."""
    mail_from: str = ""
    """The address that mail comes from, `Amina Diallo <amina@example.org>` or the address alone."""
    keys: Mapping[str, str] = field(default_factory=dict)
    """Keys (`f2`, or several with commas) by the id of the action that they are given to."""

    def key(self, id: str) -> str:
        """How the key of an action is named to this person: `^N`, `F2`. KeyError: no screen has this id."""
        return written(id, self.keys)

    @property
    def times(self) -> Times:
        """How times and dates are written for this person."""
        return Times(clock=self.clock_format, order=self.date_format)


USUAL = Settings()
"""What counts when nobody says otherwise."""


class Setting(Struct, frozen=True):
    """One setting for people: its name in the file, its default, and what it is for."""

    name: str
    default: str | bool | int
    why: str


def described() -> tuple[Setting, ...]:
    """Every setting but the keys, in the order in which people read them."""
    return tuple(Setting(name, getattr(USUAL, name), why) for name, why in _why().items())


def _why() -> dict[str, str]:
    return {
        "theme": _(
            "The colours of every screen: facilitator-dark, facilitator-light, or any theme of Textual."
        ),
        "bell": _(
            "Whether a soft bell may sound: at the end of a silence, and for notifications. false: never."
        ),
        "quiet_hints": _(
            "Whether the chair alone is told who speaks long and who is not heard; /hints changes it."
        ),
        "notifications": _(
            "How you are called while another window is in front, at one minute left and when the time or a "
            "silence is over: off, bell, or desktop (a message of the terminal; the bell where it has none)."
        ),
        "date_format": _(
            "How dates are written for you: day-month, month-day or year-month-day. Minutes stay as they are."
        ),
        "clock_format": _(
            "How times of day are written for you: 24h or 12h. Minutes and pages to hand on stay as they are."
        ),
        "default_agenda": _(
            "The agenda of a meeting for which none is named: a shipped name, or the path of a file."
        ),
        "share_folder": _("The folder in which minutes are saved when you say so."),
        "mail_host": _("The server of your mail account, to send minutes from it."),
        "mail_port": _("Its port; 0 means the usual one."),
        "mail_security": _("How the way there is kept private: starttls, tls or none."),
        "mail_user": _("Who logs in there. The password is never in this file."),
        "mail_from": _("The address that your messages come from."),
    }
