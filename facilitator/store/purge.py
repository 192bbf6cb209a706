"""The last step of a strike: what else could hold the words, and what is out of reach.

The order is: `LogWriter.rewrite` with the events that stay, the draft emptied, the minutes written anew, then
`purge`; only after that is "struck" said.
"""

from __future__ import annotations

import os
from pathlib import Path

from facilitator.store.atomic import is_temporary, sweep
from facilitator.store.places import DRAFT, EVENTS, LOCK, MINUTES, OPENING, PAGE, ROOM, SENT
from facilitator.store.trouble import StoreTrouble, shown
from facilitator.words.language import gettext as _
from facilitator.words.language import ngettext

_OURS = frozenset({EVENTS, OPENING, MINUTES, DRAFT, LOCK, ROOM, SENT, PAGE})
_MOST_NAMED = 3


def purge(folder: Path) -> tuple[str, ...]:
    """Remove our temporary files from a session folder and say, in sentences, what cannot be reached.

    Call it from the thread that writes files, so that no temporary file is in use. Raises StoreTrouble.
    """
    sweep(folder)
    return out_of_reach(folder)


def out_of_reach(folder: Path) -> tuple[str, ...]:
    """Where words may still stand after a strike, as sentences. Raises StoreTrouble."""
    said = [
        _(
            "Copies made outside this program are not reached: backups, snapshots, synchronised folders, "
            "the clipboard, and text further up in a terminal window."
        ),
        _("The disk may hold the old words in free space until it is used again."),
    ]
    try:
        names = sorted(entry.name for entry in os.scandir(folder))
    except OSError as error:
        raise StoreTrouble.from_error(error, folder) from error
    others = [name for name in names if name not in _OURS and not is_temporary(name)]
    if others:
        said.append(
            ngettext(
                "One file in this folder is not from this program and was not touched: {names}.",
                "{n} files in this folder are not from this program and were not touched: {names}.",
                len(others),
            ).format(n=len(others), names=_named(others))
        )
    return tuple(said)


def _named(names: list[str]) -> str:
    some = ", ".join(shown(name) for name in names[:_MOST_NAMED])
    return some + " …" if len(names) > _MOST_NAMED else some
