"""Adding a checked pack to the home folder: all of it or nothing, and nothing in the way is lost."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Sequence
from pathlib import Path, PurePosixPath

from msgspec import Struct

from facilitator.agenda.library import shipped_names
from facilitator.agenda.own import folder
from facilitator.pod.lists import parse_topics
from facilitator.pod.pack import Item, checked
from facilitator.pod.pack_source import PackError, PackFiles, read_pack
from facilitator.pod.topics import FILE as TOPICS
from facilitator.pod.topics import read_text, with_new
from facilitator.store.atomic import write_whole
from facilitator.store.places import make_home, make_private
from facilitator.store.trouble import StoreError, shown
from facilitator.store.whole import read_whole
from facilitator.words.language import gettext as _
from facilitator.words.language import ngettext
from facilitator.words.visible import visible


class Writing(Struct, frozen=True):
    """A file to be written: where, what, what stood there before (None: nothing), what to say of it."""

    path: Path
    data: bytes
    before: bytes | None
    words: str


def add_pack(home: Path, source: Path, *, force: bool = False) -> list[str]:
    """Check a pack and add it; returns what was added, in lines.

    A file of the same name that says something else is in the way; `force` replaces it. Topics are never
    replaced: those that are not there yet join the others. Raises PackError with everything that is wrong or
    in the way; nothing is written then. Raises StoreError where the disk fails; what was written is undone.
    """
    pack = read_pack(source)
    items = checked(pack, folder(home) / "banks")
    writings = [_planned(home, item) for item in items]
    if not force:
        _nothing_in_the_way(writings, home)
    make_home(home)
    _write(home, [one for one in writings if one.data != one.before])
    return _said(pack, writings)


def _planned(home: Path, item: Item) -> Writing:
    if item.path == TOPICS:
        return _planned_topics(home, item)
    path = _taken(home / item.path)
    before = read_whole(path)
    words = item.words
    if before == item.data:
        words = _("{what} (there already)").format(what=words)
    elif before is not None:
        words = _("{what} (replaced)").format(what=words)
    parent, name = str(PurePosixPath(item.path).parent), PurePosixPath(item.path).stem
    if parent == "agendas" and name in shipped_names():
        words += " " + _("It stands in place of the shipped one.")
    return Writing(path, item.data, before, words)


def _planned_topics(home: Path, item: Item) -> Writing:
    before = read_text(home)
    topics = parse_topics(item.data, TOPICS)
    if not before:
        return Writing(home / TOPICS, item.data, None, item.words)
    text, count = with_new(before, topics)
    words = ngettext("{n} new topic", "{n} new topics", count).format(n=count)
    if count < len(topics):
        words += " " + _("({n} there already)").format(n=len(topics) - count)
    return Writing(home / TOPICS, text.encode("utf-8"), before.encode("utf-8"), words)


def _nothing_in_the_way(writings: Sequence[Writing], home: Path) -> None:
    way = [
        one.path
        for one in writings
        if one.path.name != TOPICS and one.before is not None and one.before != one.data
    ]
    if not way:
        return
    names = ", ".join(visible(one.relative_to(home).as_posix()) for one in way)
    sentence = ngettext(
        "{files} is in {home} already and says something else. Add --force to replace it, or rename yours. "
        "Nothing was added.",
        "{files} are in {home} already and say something else. Add --force to replace them, or rename yours. "
        "Nothing was added.",
        len(way),
    )
    raise PackError(sentence.format(files=names, home=shown(home)))


def _write(home: Path, writings: Sequence[Writing]) -> None:
    """Write them all; where one fails, put back what the others replaced."""
    done: list[Writing] = []
    try:
        for one in writings:
            for parent in reversed(one.path.relative_to(home).parents):
                make_private(home / parent)
            done.append(one)
            write_whole(one.path, one.data)
    except StoreError:
        for one in reversed(done):
            # The first trouble is the one to tell.
            with contextlib.suppress(OSError, StoreError):
                if one.before is None:
                    one.path.unlink(missing_ok=True)
                else:
                    write_whole(one.path, one.before)
        raise


def _taken(path: Path) -> Path:
    """The place itself, or a file that is there under the same name in other letters."""
    try:
        names = os.listdir(path.parent)
    except OSError:
        return path
    same = [name for name in names if name.casefold() == path.name.casefold()]
    return path if path.name in same or not same else path.parent / same[0]


def _said(pack: PackFiles, writings: Sequence[Writing]) -> list[str]:
    new = any(one.data != one.before for one in writings)
    first = _("Added from {pack}:") if new else _("All of {pack} is there already:")
    lines = [first.format(pack=pack.name), *(f"  {one.words}" for one in writings)]
    if pack.left:
        left = ", ".join(visible(name) for name in pack.left[:10])
        more = len(pack.left) - 10
        tail = " " + _("and {n} more").format(n=more) if more > 0 else ""
        lines.append(_("Not taken: {files}.").format(files=left + tail))
    return lines
