"""Keeping a session in another folder when its own disk is full or gone."""

from __future__ import annotations

from pathlib import Path

from facilitator.meeting.meeting import Meeting
from facilitator.store.moved import moved, remember_move
from facilitator.store.places import home_of, is_session, make_private
from facilitator.store.reading import read_log
from facilitator.store.search_file import forget_words, place_of
from facilitator.store.trouble import StoreError, StoreTrouble, shown
from facilitator.words.language import gettext as _


def move(meeting: Meeting, folder: str) -> str:
    """Keep the session inside that folder from now on; says where it lies, or why that did not work."""
    try:
        parent = Path(folder).expanduser().absolute()
    except RuntimeError:
        # "~name" of somebody whom this machine does not know.
        return _("{folder} is nobody's folder here. Write the whole path.").format(folder=shown(folder))
    try:
        target = _place(meeting, parent)
        make_private(target)
        meeting.move_to(target)
    except StoreError as trouble:
        return trouble.sentence
    except OSError as error:
        return StoreTrouble.from_error(error, parent).sentence
    except ValueError:
        # A character that no path can have.
        return _("{folder} cannot be the name of a folder. Choose another one.").format(folder=shown(folder))
    if not meeting.settle():
        return _("That folder does not take it either: {why}").format(why=meeting.trouble)
    return _("The session now lies in {folder}.").format(folder=shown(target)) + _remembered(meeting)


def _remembered(meeting: Meeting) -> str:
    """Its home remembers where it went, so that it is found there; a sentence where the home cannot."""
    home = meeting.home
    if home is None:
        return ""
    before = set(meeting.left_behind)
    places = [place_of(old) for old in before if home_of(old) == home]
    places += [place for place, folder in moved(home).items() if folder in before]
    try:
        for place in dict.fromkeys(places):
            remember_move(home, place, meeting.folder)
            # A strike no longer reaches the index: for it, the session lies outside the home.
            forget_words(home / place)
    except StoreTrouble:
        return " " + _("Write this down: facilitator cannot note it, and will not find it by itself.")
    return ""


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
