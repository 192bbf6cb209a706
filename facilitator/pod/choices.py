"""What a pod has decided about words that go beyond it, kept as `beyond.toml` in the home folder.

The file is private (0600) and may be written by hand: every word under `[replaced]` is looked for. One that
cannot be understood is never replaced, and nothing goes beyond the pod until it is mended.
"""

from __future__ import annotations

from pathlib import Path

import msgspec
from msgspec import Struct, field
from msgspec.structs import replace

from facilitator.minutes.beyond.choices import AS_OFFERED, Choices, Here
from facilitator.minutes.beyond.folding import fold, words_of
from facilitator.store.atomic import write_whole
from facilitator.store.places import make_home
from facilitator.store.tables import NotATable, read_as
from facilitator.store.trouble import StoreError, shown
from facilitator.store.whole import read_whole
from facilitator.words.language import gettext as _

FILE = "beyond.toml"
FORMAT = 1

_LARGEST = 4_000_000
"""Bytes: more than that was not written here."""


class ChoicesUnreadable(StoreError):  # noqa: N818 - told as a sentence
    """`beyond.toml` is there, but cannot be understood. It stays as it is."""


class OfMeeting(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What was decided for one meeting only."""

    kept: tuple[str, ...] = ()
    roles: dict[str, str] = field(default_factory=dict)
    left_out: tuple[int, ...] | None = None
    """Numbers of the lines that stay in the pod; None: nobody has said."""


class Kept(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The whole file. A word of `replaced` without words of its own becomes what is offered for it."""

    format: int = FORMAT
    kept: tuple[str, ...] = ()
    replaced: dict[str, str] = field(default_factory=dict)
    meetings: dict[str, OfMeeting] = field(default_factory=dict)

    def of(self, session: str) -> Choices:
        """The decisions as they hold in one meeting, known by the name of its folder."""
        here = self.meetings.get(session, OfMeeting())
        return Choices(self.replaced, frozenset(self.kept), Here(here.roles, frozenset(here.kept)))

    def keeping(self, word: str) -> Kept:
        """The same with a word that stays in every text."""
        return replace(self.without(word), kept=(*self.without(word).kept, word))

    def keeping_here(self, session: str, word: str) -> Kept:
        """The same with a name that stays in the text of one meeting."""
        here = self.meetings.get(session, OfMeeting())
        return self._with(session, replace(here, kept=(*_others(here.kept, word), word)))

    def replacing(self, word: str, words: str = AS_OFFERED) -> Kept:
        """The same with other words in place of a word."""
        rest = self.without(word)
        return replace(rest, replaced={**rest.replaced, word: words})

    def left_out(self, session: str) -> tuple[int, ...] | None:
        """The lines of a meeting that stay in the pod; None where nobody has said."""
        return self.meetings.get(session, OfMeeting()).left_out

    def leaving_out(self, session: str, numbers: tuple[int, ...]) -> Kept:
        """The same with these lines of a meeting staying in the pod."""
        here = self.meetings.get(session, OfMeeting())
        return self._with(session, replace(here, left_out=tuple(sorted(set(numbers)))))

    def calling(self, session: str, name: str, role: str) -> Kept:
        """The same with words for a person in the text of one meeting; empty: those that are offered."""
        here = self.meetings.get(session, OfMeeting())
        others = {one: words for one, words in here.roles.items() if one != name}
        return self._with(session, replace(here, roles={**others, name: role} if role else others))

    def without(self, word: str) -> Kept:
        """The same with nothing decided about a word."""
        replaced = {one: words for one, words in self.replaced.items() if one != word}
        return replace(self, kept=_others(self.kept, word), replaced=replaced)

    def _with(self, session: str, here: OfMeeting) -> Kept:
        return replace(self, meetings={**self.meetings, session: here})


def recall_choices(home: Path) -> Kept:
    """What was decided so far. Raises ChoicesUnreadable, and StoreTrouble where the disk fails."""
    path = home / FILE
    data = read_whole(path, _LARGEST)
    if data is None:
        return Kept()
    return _read(path, data)


def remember_choices(home: Path, kept: Kept) -> None:
    """Keep these decisions in place of those before. Raises StoreError."""
    import tomli_w

    recall_choices(home)
    make_home(home)
    write_whole(home / FILE, tomli_w.dumps(_table(kept)).encode())


def purge_words(home: Path, *texts: str, session: str = "") -> bool:
    """Take out of the file every decision about words of these texts, since they are struck or forgotten.

    With `session`, what was decided for that meeting alone goes as well. Whether anything went. A word that
    other meetings use too is asked about once more there. Raises StoreError.
    """
    kept = recall_choices(home)

    def of_these(words: str) -> bool:
        return any(_stands_in(words, text) for text in texts)

    left = replace(
        kept,
        kept=tuple(word for word in kept.kept if not of_these(word)),
        replaced={
            word: words
            for word, words in kept.replaced.items()
            if not of_these(word) and not (words and of_these(words))
        },
        meetings={
            name: replace(
                here,
                kept=tuple(word for word in here.kept if not of_these(word)),
                roles={one: words for one, words in here.roles.items() if not of_these(words)},
            )
            for name, here in kept.meetings.items()
            if name != session
        },
    )
    if left == kept:
        return False
    remember_choices(home, left)
    return True


def _stands_in(words: str, text: str) -> bool:
    """Whether words stand in a text, in whatever form; inside others only where a script has no spaces."""
    found = words_of(words)
    if not found or any(word.unspaced for word in found):
        return fold(words) in fold(text)
    return f" {_spelling(words)} " in f" {_spelling(text)} "


def _spelling(text: str) -> str:
    return " ".join(word.key for word in words_of(text))


def _table(kept: Kept) -> dict[str, object]:
    """The file as TOML has it, which knows no value for what nobody has said."""
    table: dict[str, object] = msgspec.to_builtins(kept)
    table["meetings"] = {
        name: {
            key: value
            for key, value in msgspec.to_builtins(here).items()
            if value or (key == "left_out" and value is not None)
        }
        for name, here in kept.meetings.items()
    }
    return table


def _others(words: tuple[str, ...], word: str) -> tuple[str, ...]:
    return tuple(one for one in words if one != word)


def _read(path: Path, data: bytes) -> Kept:
    try:
        otherwise = _("it does not say which words stay and which are replaced: {reason}")
        return read_as(Kept, data, FORMAT, otherwise)
    except NotATable as wrong:
        raise _unreadable(path, wrong.why) from None


def _unreadable(path: Path, why: str) -> ChoicesUnreadable:
    return ChoicesUnreadable(
        _("What goes beyond the pod cannot be checked, because {why}. Mend or delete {path}.").format(
            why=shown(why), path=shown(path)
        )
    )
