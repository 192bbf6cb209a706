"""Keeping a session in another folder when its own disk is full or gone."""

from __future__ import annotations

from pathlib import Path

from facilitator.meeting.meeting import Meeting
from facilitator.store.places import is_session, make_private
from facilitator.store.reading import read_log
from facilitator.store.trouble import StoreError, StoreTrouble, shown
from facilitator.words.language import gettext as _


def move(meeting: Meeting, folder: str) -> str:
    """Keep the session inside that folder from now on; says where it lies, or why that did not work."""
    target = _place(meeting, Path(folder).expanduser().absolute())
    try:
        make_private(target)
        meeting.move_to(target)
    except StoreError as trouble:
        return trouble.sentence
    if not meeting.settle():
        return _("That folder does not take it either: {why}").format(why=meeting.trouble)
    return _("The session now lies in {folder}.").format(folder=shown(target))


def _place(meeting: Meeting, parent: Path) -> Path:
    """A folder of the session's name in which no other session lies; `-2`, `-3`… on a clash."""
    name, number = meeting.folder.name, 1
    while True:
        target = parent / (name if number == 1 else f"{name}-{number}")
        if not is_session(target) or _holds(target, meeting.opening):
            return target
        number += 1


def _holds(folder: Path, opening: bytes) -> bool:
    try:
        reading = read_log(folder)
    except StoreTrouble:
        return False
    return opening == (reading.opening or reading.payloads[0][1])
