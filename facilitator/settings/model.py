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


class Setting(Struct, frozen=True):
    """One setting for people: its name in the file, its default, and what it is for."""

    name: str
    default: str | bool | int
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
        Setting(
            "share_folder", usual.share_folder, _("The folder in which minutes are saved when you say so.")
        ),
        Setting("mail_host", usual.mail_host, _("The server of your mail account, to send minutes from it.")),
        Setting("mail_port", usual.mail_port, _("Its port; 0 means the usual one.")),
        Setting(
            "mail_security",
            usual.mail_security,
            _("How the way there is kept private: starttls, tls or none."),
        ),
        Setting("mail_user", usual.mail_user, _("Who logs in there. The password is never in this file.")),
        Setting("mail_from", usual.mail_from, _("The address that your messages come from.")),
    )
