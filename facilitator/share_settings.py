"""The account that minutes are sent from, and its password, which is never in a file of ours."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, cast

from facilitator.settings.file import load_settings
from facilitator.settings.model import Settings
from facilitator.share.addresses import recipient
from facilitator.share.smtp import Account, CannotSend, Security
from facilitator.words.language import gettext as _
from facilitator.words.visible import visible

if TYPE_CHECKING:
    from facilitator.share_doors import Person

PASSWORD = "FACILITATOR_MAIL_PASSWORD"
"""The variable that may hold the password. It is never in a file of ours."""

SERVICE = "facilitator"
"""What the password is called in the keyring, together with the user."""

PORTS = {"starttls": 587, "tls": 465, "none": 25}


def share_folder() -> str:
    """The folder that the pod saves its minutes in; empty where the settings name none."""
    folder = _settings().share_folder
    return str(Path(folder).expanduser()) if folder else ""


def account() -> Account:
    """The account to send from. Raises CannotSend where the settings do not name one."""
    settings = _settings()
    missing = [one for one in ("mail_host", "mail_from") if not getattr(settings, one)]
    if missing:
        raise CannotSend(
            _(
                "No mail account is set up: {names} is missing in the settings. "
                "facilitator settings says where they lie; facilitator share mail needs none."
            ).format(names=" and ".join(missing))
        )
    security = cast("Security", settings.mail_security)
    return Account(
        host=settings.mail_host,
        port=settings.mail_port or PORTS[security],
        security=security,
        user=settings.mail_user,
        sender=recipient(settings.mail_from),
    )


def password(account: Account, person: Person) -> str:
    """The password of the account: from the environment, else the keyring, else asked for.

    Empty where nobody has to log in. Raises CannotSend where there is none, and nobody to ask.
    """
    if not account.user:
        return ""
    given = os.environ.get(PASSWORD) or _from_keyring(account.user)
    if given:
        return given
    if person.there:
        import getpass

        said = _("Password of {user} at {host}: ").format(
            user=visible(account.user), host=visible(account.host)
        )
        return getpass.getpass(said)
    raise CannotSend(
        _(
            "The password of {user} is not known. "
            "Put it into the keyring (keyring set {service} {user}), or into the variable {variable}."
        ).format(user=visible(account.user), service=SERVICE, variable=PASSWORD)
    )


def _from_keyring(user: str) -> str:
    try:
        import keyring
        from keyring.errors import KeyringError
    except ImportError:
        # Comes with the extra `mail`; without it there is the environment.
        return ""
    try:
        return keyring.get_password(SERVICE, user) or ""
    except KeyringError as error:
        print(_("The keyring does not answer: {why}").format(why=visible(str(error))), file=sys.stderr)
        return ""


def _settings() -> Settings:
    loaded = load_settings()
    if loaded.error is not None:
        print(loaded.sentence, file=sys.stderr)
    return loaded.settings
