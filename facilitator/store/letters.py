"""Messages that wait for the mail program, `mail/` in the home: where they lie, and taking them away.

They hold the minutes whole, so strikes and forgetting remove those of the session as well.
"""

from __future__ import annotations

from pathlib import Path

from facilitator.store.places import PRIVATE_FOLDER, home_of
from facilitator.store.trouble import StoreTrouble

MAIL = "mail"


def letters_folder(home: Path) -> Path:
    """The folder for messages, made private if it is not there. Raises StoreTrouble."""
    folder = home / MAIL
    try:
        folder.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
        folder.chmod(PRIVATE_FOLDER)
    except OSError as error:
        raise StoreTrouble.from_error(error, folder) from error
    return folder


def forget_letters(folder: Path) -> None:
    """Remove the messages with minutes of the session in this folder. Raises StoreTrouble."""
    home = home_of(folder)
    if home is None:
        return
    try:
        for path in sorted((home / MAIL).glob(f"{folder.name}-minutes*.eml")):
            path.unlink(missing_ok=True)
    except OSError as error:
        raise StoreTrouble.from_error(error, home / MAIL) from error
