"""Messages on their way into a mail program, as files or as `mailto:` addresses. Nothing is sent here."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from facilitator.share.letter import Letter, eml, mailto
from facilitator.share.opening import open_with_system
from facilitator.store.atomic import write_out
from facilitator.store.letters import letters_folder
from facilitator.store.trouble import PlaceError, StoreTrouble, shown
from facilitator.words.language import gettext as _


def open_in_mail_program(letters: Sequence[Letter], stem: str, home: Path) -> list[str]:
    """Open each message in the mail program; says what came of it. Raises StoreError."""
    folder = letters_folder(home)
    left = [path for path in _written(letters, stem, folder) if not open_with_system(path)]
    said = [_lies_at(path) for path in left] or [_("Your mail program has it, to be looked at.")]
    return [*said, _("Nothing has been sent.")]


def leave_in(letters: Sequence[Letter], stem: str, folder: Path) -> list[str]:
    """Leave each message in a folder as an `.eml` file; says where. Raises StoreError."""
    if not folder.is_dir():
        raise PlaceError(_("There is no folder {folder}. Make it first.").format(folder=shown(folder)))
    return [*map(_lies_at, _written(letters, stem, folder)), _("Nothing has been sent.")]


def open_links(letters: Sequence[Letter]) -> list[str]:
    """Hand each message to the mail program as a `mailto:` address; those that it did not take are said."""
    left = [address for address in map(mailto, letters) if not open_with_system(address)]
    return [*(left or [_("Your mail program has it, to be looked at.")]), _("Nothing has been sent.")]


def _written(letters: Sequence[Letter], stem: str, folder: Path) -> list[Path]:
    paths = []
    for number, letter in enumerate(letters, 1):
        path = folder / (f"{stem}-{number}.eml" if len(letters) > 1 else f"{stem}.eml")
        write_out(path, eml(letter), force=True)
        try:
            path.chmod(0o600)
        except OSError as error:
            raise StoreTrouble.from_error(error, path) from error
        paths.append(path)
    return paths


def _lies_at(path: Path) -> str:
    return _("The message lies at {path}. Open it in your mail program.").format(path=shown(path))
