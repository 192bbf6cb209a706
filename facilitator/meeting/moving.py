"""Keeping a session in another folder when its own disk is full or gone."""

from __future__ import annotations

from pathlib import Path

from facilitator.meeting.meeting import Meeting
from facilitator.store.places import make_private
from facilitator.store.trouble import StoreError, shown
from facilitator.words.language import gettext as _


def move(meeting: Meeting, folder: str) -> str:
    """Keep the session inside that folder from now on; says where it lies, or why that did not work."""
    target = Path(folder).expanduser().absolute() / meeting.folder.name
    try:
        make_private(target)
        meeting.move_to(target)
    except StoreError as trouble:
        return trouble.sentence
    if not meeting.settle():
        return _("That folder does not take it either: {why}").format(why=meeting.trouble)
    return _("The session now lies in {folder}.").format(folder=shown(target))
