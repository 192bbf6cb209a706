"""A page for other people: on the clipboard, or in a file where nobody can know that a clipboard has it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from facilitator.share.clipboard import copy
from facilitator.store.atomic import write_whole
from facilitator.store.places import PAGE, make_private
from facilitator.store.trouble import StoreError, StoreTrouble, shown
from facilitator.words.language import gettext as _


def hand_out(lines: Sequence[str], folder: Path, osc52: Callable[[str], None]) -> str:
    """Copy the page, else keep it as a file in `folder`; returns what was done, in a sentence or two.

    Takes as long as a clipboard may take. `osc52` hands a text to the terminal.
    """
    text = "\n".join(lines) + "\n"
    return copy(text, osc52, otherwise=lambda: keep(text, folder))


def keep(text: str, folder: Path) -> str:
    """Keep the page as a private file; says where it lies, or why it does not."""
    path = folder / PAGE
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        make_private(folder)
        write_whole(path, text.encode("utf-8"))
    except StoreError as trouble:
        return trouble.sentence
    except OSError as error:
        return StoreTrouble.from_error(error, folder).sentence
    return _("The page is saved as {path}.").format(path=shown(path))
