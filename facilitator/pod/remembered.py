"""The people of the last meeting and what each did in it, kept as `people.toml` in the home folder.

The file is small, private (0600) and may be mended by hand. One that cannot be understood is never replaced.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from facilitator.session.events import Role
from facilitator.store.atomic import write_whole
from facilitator.store.places import make_home
from facilitator.store.tables import NotATable, read_as
from facilitator.store.trouble import StoreError, shown
from facilitator.store.whole import read_whole
from facilitator.words.language import gettext as _

FILE = "people.toml"
FORMAT = 1

_LARGEST = 1_000_000
"""Bytes: more than that was not written here."""


class PeopleUnreadable(StoreError):  # noqa: N818 - told as a sentence
    """`people.toml` is there, but cannot be understood. It stays as it is."""


class Remembered(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Who was there last time, in order, and who did what; a role is empty where it was open."""

    format: int = FORMAT
    people: tuple[str, ...]
    chair: str = ""
    keeper: str = ""
    giver: str = ""

    def role(self, role: Role) -> str:
        """Who had this role; empty where nobody had."""
        return {"chair": self.chair, "keeper": self.keeper, "giver": self.giver}[role]


def recall(home: Path) -> Remembered | None:
    """The people of the last meeting; None where there was none yet.

    Raises PeopleUnreadable, and StoreTrouble where the disk does not give the file.
    """
    path = home / FILE
    data = read_whole(path, _LARGEST)
    if data is None:
        return None
    return _read(path, data)


def remember(home: Path, people: Sequence[str], *, chair: str, keeper: str, giver: str) -> None:
    """Keep these people for the next meeting, in place of those before.

    Raises PeopleUnreadable where the file there cannot be understood (it stays), else StoreError.
    """
    # Imported here: a meeting is begun once, and everything else goes without it.
    import tomli_w

    recall(home)
    make_home(home)
    table = {"format": FORMAT, "people": list(people), "chair": chair, "keeper": keeper, "giver": giver}
    write_whole(home / FILE, tomli_w.dumps(table).encode())


def _read(path: Path, data: bytes) -> Remembered:
    try:
        return read_as(Remembered, data, FORMAT, _("it does not list people and roles: {reason}"))
    except NotATable as wrong:
        raise _unreadable(path, wrong.why) from None


def _unreadable(path: Path, why: str) -> PeopleUnreadable:
    return PeopleUnreadable(
        _("The last people are not suggested, because {why}. Mend or delete {path}.").format(
            why=shown(why), path=shown(path)
        )
    )
