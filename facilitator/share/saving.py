"""Saving minutes as files in a folder that other people may see, under names that say what they are."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from facilitator.minutes.document import Document
from facilitator.minutes.forms.making import make
from facilitator.share.letters import file_stem
from facilitator.store.atomic import write_out
from facilitator.store.trouble import PlaceError, shown
from facilitator.words.language import gettext as _


def file_name(minutes: Document, form: str) -> str:
    """What the file is called: whose session, for whom where that is not the pod, which version."""
    beyond = "" if minutes.audience == "pod" else f"-{minutes.audience}"
    status = f"v{minutes.version}" if minutes.version else "draft"
    return f"{file_stem(minutes)}{beyond}-{status}.{form}"


def save_in(folder: Path, minutes: Document, forms: Sequence[str], *, force: bool) -> list[str]:
    """Write a file for each form; says where they lie. Raises StoreError, NotInstalled."""
    there(folder)
    said = []
    for form in forms:
        made = make(minutes, form)
        path = folder / file_name(minutes, form)
        write_out(path, made.data, force)
        said.append(_("Saved: {path}").format(path=shown(path)))
        if made.notice:
            said.append(made.notice)
    return said


def there(folder: Path) -> None:
    """Raises PlaceError where the folder is not there."""
    if not folder.is_dir():
        raise PlaceError(_("There is no folder {folder}. Make it first.").format(folder=shown(folder)))
