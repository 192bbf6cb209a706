"""The account that minutes are sent from, as the settings name it, and where its password is looked for.

The password is in no file of ours: it comes from the environment or the keyring, or is typed each time.
"""

from __future__ import annotations

import os
from typing import cast

from msgspec import Struct

from facilitator.settings.model import Settings
from facilitator.share.addresses import recipient
from facilitator.share.smtp import Account, CannotSend, Security
from facilitator.words.language import gettext as _
from facilitator.words.visible import visible

PASSWORD = "FACILITATOR_MAIL_PASSWORD"
"""The variable that may hold the password."""

SERVICE = "facilitator"
"""What the password is called in the keyring, together with the user."""

PORTS = {"starttls": 587, "tls": 465, "none": 25}


class Secret(Struct, frozen=True):
    """A password, empty where none was found; `trouble` says in a sentence why the keyring gave none."""

    text: str = ""
    trouble: str = ""

    def __repr__(self) -> str:
        """Never the password itself, wherever this is shown."""
        return "Secret()"


def missing_settings(settings: Settings) -> tuple[str, ...]:
    """The settings that sending still needs."""
    return tuple(one for one in ("mail_host", "mail_from") if not getattr(settings, one))


def account_of(settings: Settings) -> Account:
    """The account to send from. Raises CannotSend where the settings do not name one, WrongAddress."""
    missing = missing_settings(settings)
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


def known_password(account: Account) -> Secret:
    """The password from the environment, else from the keyring, which may take its time to answer."""
    if not account.user:
        return Secret()
    given = os.environ.get(PASSWORD)
    return Secret(given) if given else _from_keyring(account.user)


def asked_for(account: Account) -> str:
    """How a person is asked for the password."""
    return _("Password of {user} at {host}: ").format(user=visible(account.user), host=visible(account.host))


def _from_keyring(user: str) -> Secret:
    try:
        import keyring
        from keyring.errors import KeyringError, NoKeyringError
    except ImportError:
        # Comes with the extra `mail`; without it there is the environment.
        return Secret()
    try:
        return Secret(keyring.get_password(SERVICE, user) or "")
    except NoKeyringError:
        # This computer has none, which is no trouble.
        return Secret()
    except KeyringError as error:
        return Secret(trouble=_("The keyring does not answer: {why}").format(why=visible(str(error))))
