"""What can be done with finished minutes, the next useful thing first, each with its key or command. Pure."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from msgspec import Struct

from facilitator.settings.model import Settings
from facilitator.share.account import missing_settings
from facilitator.words.language import gettext as _
from facilitator.words.language import ngettext
from facilitator.words.visible import visible


class Way(Struct, frozen=True, kw_only=True):
    """One way. `key` is what to press or type; `what` says what it does now, or what it still needs."""

    key: str
    name: str
    """In one word, where there is room for no more."""
    what: str
    works: bool = True
    done: bool = False


class Given(Struct, frozen=True, kw_only=True):
    """What the ways depend on."""

    settings: Settings
    members: Sequence[str] = ()
    owners: Sequence[str] = ()
    addresses: Mapping[str, str] = {}
    folder_there: bool = False
    done: Collection[str] = ()
    """Names of the ways that were gone already."""


def ways(given: Given) -> tuple[Way, ...]:
    """All ways: what works and is still to do, what was done, then what needs something first."""
    found = (_copy(given), _mail(given), _owners(given), _save(given), _send(given), _beyond(given))
    return tuple(sorted(found, key=lambda way: (not way.works, way.done)))


def ways_in_a_row(found: Sequence[Way]) -> tuple[str, str]:
    """Those that work in a row, `^Y copy · /share mail, owners · /beyond`, and the same for a narrow one."""
    works = [way for way in found if way.works]
    keys = [f"{way.key} {way.name}" for way in works if not way.key.startswith("/")]
    shared = ", ".join(way.name for way in works if way.key.startswith("/share"))
    last = [way.key for way in works if way.key == "/beyond"]
    whole = [*keys, *([f"/share {shared}"] if shared else []), *last]
    return " · ".join(whole), " · ".join([*keys, "/share", *last])


def _copy(given: Given) -> Way:
    done = "copy" in given.done
    what = _("copied; once more copies it again") if done else _("copies this text for the chat of the call")
    return Way(key=given.settings.key("close.copy"), name=_("copy"), what=what, done=done)


def _mail(given: Given) -> Way:
    count, known = len(given.members), _known(given.members, given)
    if not count:
        return Way(key="/share mail", name="mail", what=_("needs people: /join NAME"), works=False)
    what = _("opens it in your mail program, to all {count}").format(count=count)
    if not known:
        what = _("opens it in your mail program; you fill in to whom")
    elif known < count:
        what = _("opens it in your mail program, to {known} of {count}").format(known=known, count=count)
    return Way(key="/share mail", name="mail", what=what, done="mail" in given.done)


def _owners(given: Given) -> Way:
    count = len(given.owners)
    if not count:
        what = _("needs a next step that has an owner")
        return Way(key="/share owners", name="owners", what=what, works=False)
    what = ngettext(
        "{n} message, to the owner only her steps",
        "{n} messages, to each owner only her steps",
        count,
    ).format(n=count)
    return Way(key="/share owners", name="owners", what=what, done="owners" in given.done)


def _save(given: Given) -> Way:
    folder = visible(given.settings.share_folder)
    works = bool(folder) and given.folder_there
    what = _("saves it in {folder}").format(folder=folder)
    if not folder:
        what = _("needs share_folder in the settings")
    elif not works:
        what = _("needs the folder {folder}, which is not there").format(folder=folder)
    return Way(key="/share save", name="save", what=what, works=works, done=works and "save" in given.done)


def _send(given: Given) -> Way:
    missing, known = missing_settings(given.settings), _known(given.members, given)
    what = _("sends it from {account}, to {known} of {count}").format(
        account=visible(given.settings.mail_from), known=known, count=len(given.members)
    )
    if missing:
        what = _("needs {names} in the settings").format(names=_(" and ").join(missing))
    elif not known:
        what = _("needs an address: /share NAME name@example.org")
    works = not missing and known > 0
    return Way(key="/share send", name="send", what=what, works=works, done=works and "send" in given.done)


def _beyond(given: Given) -> Way:
    what = _("a text without names, for outside the pod")
    return Way(key="/beyond", name="beyond", what=what, done="beyond" in given.done)


def _known(names: Sequence[str], given: Given) -> int:
    return sum(name in given.addresses for name in names)
