"""A fault of ours: what a person is told, and where its place is written down, without what was typed."""

from __future__ import annotations

import traceback
from pathlib import Path

from facilitator import __version__
from facilitator.store.atomic import write_whole
from facilitator.store.trouble import StoreError
from facilitator.words.language import gettext as _


def fault_sentence(home: Path, error: BaseException | None) -> str:
    """What a person is told of a fault of ours; the place of it goes to `fault.txt` in the home folder."""
    frames = traceback.extract_tb(error.__traceback__) if error is not None else []
    lines = [f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames]
    report = "\n".join([f"facilitator {__version__}", type(error).__name__, *lines, ""])
    sentence = _("Something went wrong in facilitator; everything that was kept is on disk.")
    try:
        write_whole(home / "fault.txt", report.encode())
    except StoreError:
        return sentence
    return sentence + " " + _("Where it happened stands in {path}.").format(path=home / "fault.txt")
