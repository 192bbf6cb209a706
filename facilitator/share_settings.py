"""The settings behind `facilitator share`: the folder, the account, and asking for its password."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from facilitator.settings.file import load_settings
from facilitator.settings.model import Settings
from facilitator.share.account import PASSWORD, SERVICE, account_of, asked_for, known_password
from facilitator.share.smtp import Account, CannotSend
from facilitator.words.language import gettext as _
from facilitator.words.visible import visible

if TYPE_CHECKING:
    from facilitator.share_doors import Person


def share_folder() -> str:
    """The folder that the pod saves its minutes in; empty where the settings name none."""
    folder = _settings().share_folder
    return str(Path(folder).expanduser()) if folder else ""


def account() -> Account:
    """The account to send from. Raises CannotSend where the settings do not name one."""
    return account_of(_settings())


def password(account: Account, person: Person) -> str:
    """The password of the account: from the environment, else the keyring, else asked for.

    Empty where nobody has to log in. Raises CannotSend where there is none, and nobody to ask.
    """
    if not account.user:
        return ""
    known = known_password(account)
    if known.trouble:
        print(known.trouble, file=sys.stderr)
    if known.text:
        return known.text
    if person.there:
        import getpass

        return getpass.getpass(asked_for(account))
    raise CannotSend(
        _(
            "The password of {user} is not known. "
            "Put it into the keyring (keyring set {service} {user}), or into the variable {variable}."
        ).format(user=visible(account.user), service=SERVICE, variable=PASSWORD)
    )


def _settings() -> Settings:
    loaded = load_settings()
    if loaded.error is not None:
        print(loaded.sentence, file=sys.stderr)
    return loaded.settings
