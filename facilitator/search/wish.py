"""What somebody looks for. Pure: words are only ever words, whatever signs stand among them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from msgspec import Struct

from facilitator.capture.names import name_key
from facilitator.search.folding import tokens
from facilitator.session.events import NoteKind
from facilitator.session.refused import Refused
from facilitator.words.language import gettext as _
from facilitator.words.visible import visible

MOST_PHRASES = 60
"""SQLite takes some hundreds; nobody looks for so many words, except by a paste that went wrong."""

_PERIOD = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)

Phrase = tuple[str, ...]
"""Folded words that follow one another."""


Stamp = tuple[int, int]
"""When a log was changed last (ns) and how long it is: another log has another stamp."""


class Wish(Struct, frozen=True, kw_only=True):
    """Notes that hold all these phrases, and more that must hold of them. Without phrases: any note."""

    phrases: tuple[Phrase, ...] = ()
    begun: bool = False
    """The last phrase is still being typed: its last word may go on."""
    kinds: tuple[NoteKind, ...] = ()
    owner: str = ""
    """The name of an owner, full or short."""
    since: str = ""
    until: str = ""
    """The first and the last day, as far as they are said: 2026, 2026-01 or 2026-01-05."""
    open_only: bool = False
    rehearsals: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether it asks for nothing in particular."""
        return not (self.phrases or self.kinds or self.owner or self.since or self.until or self.open_only)


def phrases_of(text: str) -> tuple[Phrase, ...]:
    """What is looked for: each typed word, which is a phrase where it holds signs or characters that are
    words alone (`Otieno-Brandt`, `李娜`).

    Raises Refused where there are too many.
    """
    typed = [phrase for word in text.split() if (phrase := tuple(tokens(word)))]
    # Of two that are the same the last one stays, so that the word being typed is the last of all.
    found = list(reversed(dict.fromkeys(reversed(typed))))
    if len(found) > MOST_PHRASES:
        raise Refused(
            _("That is too much to look for at once. Take at most {n} words.").format(n=MOST_PHRASES)
        )
    return tuple(found)


def is_begun(text: str) -> bool:
    """Whether the last word of a line that is being typed may go on."""
    return bool(text) and not text[-1].isspace() and bool(tokens(text.split()[-1]))


def period(text: str) -> str:
    """A year, month or day as it is compared. Raises Refused where it is none."""
    match = _PERIOD.fullmatch(text.strip())
    if match:
        year, month, day = (int(part or 1) for part in match.groups())
        try:
            date(year, month, day)
        except ValueError:
            pass
        else:
            return match[0]
    raise Refused(
        _("{text} is no date. Write a year, a month or a day, such as 2026, 2026-01 or 2026-01-15.").format(
            text=visible(text)
        )
    )


def check_order(since: str, until: str) -> None:
    """Refuses a time that ends before it begins. Both are `period`s, or empty."""
    known = min(len(since), len(until))
    if since[:known] > until[:known]:
        raise Refused(
            _("--until {until} is before --since {since}, so no meeting lies between. Change one.").format(
                until=until, since=since
            )
        )


def lies_within(day: str, since: str, until: str) -> bool:
    """Whether a day (ISO) is in this time; an empty end is open, and a month or year counts whole."""
    return day >= since and (not until or day[: len(until)] <= until)


def is_called(names: Sequence[str], wanted: str) -> bool:
    """Whether one of these people is meant: by the full name, or by consecutive whole words of it.

    Unlike a command, a search need not know which one: it finds the notes of all of them.
    """
    words = name_key(wanted).split(" ")
    for name in names:
        own = name_key(name).split(" ")
        if any(own[at : at + len(words)] == words for at in range(len(own) - len(words) + 1)):
            return True
    return False
