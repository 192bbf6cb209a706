"""Single values of an agenda file: what each kind of key may hold.

A reader takes the raw value, its path and the list of findings. It returns the value as the model holds it,
or None after it has added a finding.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable

from msgspec import Struct

from facilitator.agenda.sentences import PLACEHOLDERS, placeholders
from facilitator.words.language import gettext as _
from facilitator.words.visible import visible

Path = tuple[str | int, ...]

FORMAT = 1
"""The file format that this version reads."""

LONGEST = 600.0
"""Minutes: no stage and no meeting is longer."""


class Finding(Struct, frozen=True):
    """Something wrong at a path of keys, not yet at a line."""

    path: Path
    sentence: str
    on_value: bool = False
    """Point at the value instead of the key."""
    needle: str = ""
    """A piece of the value to point at."""


Reader = Callable[[object, Path, list[Finding]], object | None]


def nearest(word: str, known: Iterable[str], cutoff: float = 0.6) -> str:
    """The known word that is most like this one; empty where none is like it enough (`cutoff` 0 to 1)."""
    import difflib

    by_fold = {one.casefold(): one for one in known}
    close = difflib.get_close_matches(word.casefold(), by_fold, n=1, cutoff=cutoff)
    return by_fold[close[0]] if close else ""


def text(value: object, path: Path, found: list[Finding]) -> str | None:
    """A text with something in it. Line breaks become spaces: it is shown and read aloud as one."""
    if not isinstance(value, str):
        _wrong(found, path, value, _("a text in quotation marks"))
        return None
    if all(unicodedata.category(character)[0] in "ZC" for character in value):
        _say(found, path, _("“{key}” is empty. Write something, or take the line away."))
        return None
    return " ".join(part for part in map(str.strip, re.split(r"[\r\n]+", value)) if part)


def sentence(value: object, path: Path, found: list[Finding]) -> str | None:
    """A text that may hold the known placeholders and no others."""
    read = text(value, path, found)
    for inside in placeholders(read or ""):
        if inside in PLACEHOLDERS:
            continue
        known = ", ".join(f"{{{one}}}" for one in PLACEHOLDERS)
        near = nearest(inside.strip(), PLACEHOLDERS, cutoff=0.0)
        message = _("{wrong} is not known; the nearest is {near}. A sentence may hold {known}.").format(
            wrong=f"{{{visible(inside)}}}", near=f"{{{near or PLACEHOLDERS[0]}}}", known=known
        )
        found.append(Finding(path, message, on_value=True, needle=f"{{{inside}}}"))
        read = None
    return read


def _list_of(
    reader: Reader, value: object, path: Path, found: list[Finding], wanted: str = ""
) -> tuple[object, ...] | None:
    if not isinstance(value, list):
        _wrong(found, path, value, wanted or _("a list of texts in brackets"))
        return None
    read = [reader(one, (*path, index), found) for index, one in enumerate(value)]
    return None if None in read else tuple(read)


def sentences(value: object, path: Path, found: list[Finding]) -> tuple[object, ...] | None:
    """A list of sentences; it may be empty."""
    return _list_of(sentence, value, path, found)


def sentence_or_list(value: object, path: Path, found: list[Finding]) -> tuple[object, ...] | None:
    """One sentence, or a list of them."""
    if isinstance(value, str):
        one = sentence(value, path, found)
        return None if one is None else (one,)
    return _list_of(sentence, value, path, found)


def minutes(value: object, path: Path, found: list[Finding]) -> float | None:
    """A number of minutes: finite, more than 0, at most 600."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        _wrong(found, path, value, _("a number of minutes"))
        return None
    if not 0 < value <= LONGEST:
        _say(found, path, _("“{key}” is more than 0 and at most 600 minutes."))
        return None
    return float(value)


def yes_or_no(value: object, path: Path, found: list[Finding]) -> bool | None:
    """`true` or `false`."""
    if isinstance(value, bool):
        return value
    _wrong(found, path, value, _("true or false"))
    return None


def whole(low: int, high: int) -> Reader:
    """A reader for a whole number from `low` to `high`."""

    def read(value: object, path: Path, found: list[Finding]) -> int | None:
        if isinstance(value, bool) or not isinstance(value, int):
            _wrong(found, path, value, _("a whole number"))
            return None
        if not low <= value <= high:
            _say(
                found,
                path,
                _("“{key}” is a whole number from {low} to {high}."),
                low=str(low),
                high=str(high),
            )
            return None
        return value

    return read


def votes(value: object, path: Path, found: list[Finding]) -> tuple[object, ...] | None:
    """Two to five lengths in minutes: the first try, then what a vote adds, again and again."""
    if isinstance(value, list) and not 2 <= len(value) <= 5:
        _say(found, path, _("“{key}” has two to five numbers of minutes: vote = [5, 2, 1]"))
        return None
    return _list_of(minutes, value, path, found, _("a list of minutes: vote = [5, 2, 1]"))


def people(value: object, path: Path, found: list[Finding]) -> int | None:
    """A number of people, 1 to 1000."""
    if isinstance(value, bool) or not isinstance(value, int):
        _wrong(found, path, value, _("a whole number of people"))
        return None
    if not 1 <= value <= 1000:
        _say(found, path, _("“{key}” is a number of people from 1 to 1000."))
        return None
    return value


def people_or_range(value: object, path: Path, found: list[Finding]) -> tuple[int, int] | None:
    """A number of people, or `[from, to]`."""
    if not isinstance(value, list):
        one = people(value, path, found)
        return None if one is None else (one, one)
    if len(value) != 2:
        _say(found, path, _("“{key}” is one number of people, or two: [from, to]."))
        return None
    low, high = (people(one, (*path, index), found) for index, one in enumerate(value))
    if low is None or high is None:
        return None
    if low > high:
        _say(found, path, _("“{key}” begins with the smaller number: [from, to]."))
        return None
    return low, high


def one_of(*known: str) -> Reader:
    """A reader for one of these words."""

    def read(value: object, path: Path, found: list[Finding]) -> str | None:
        if not isinstance(value, str):
            _wrong(found, path, value, _("one of: {known}").format(known=", ".join(known)))
            return None
        if value in known:
            return value
        near = nearest(value, known)
        meant = _(" Did you mean “{near}”?").format(near=near) if near else ""
        message = _("“{value}” is not known for “{key}”. It is one of: {known}.").format(
            value=visible(value), key=_key(path), known=", ".join(known)
        )
        found.append(Finding(path, message + meant, on_value=True))
        return None

    return read


def is_newer(value: object) -> bool:
    """Whether a file with this `format` is written for a version of the program to come."""
    return isinstance(value, int) and value > FORMAT


def this_format(value: object, path: Path, found: list[Finding]) -> int | None:
    """The number of this file format, which is 1."""
    if isinstance(value, bool) or not isinstance(value, int):
        _wrong(found, path, value, _("the whole number 1"))
        return None
    if value == FORMAT:
        return value
    if is_newer(value):
        _say(
            found,
            path,
            _("This file is written for a newer version of the program. This one reads format 1."),
        )
        return None
    _say(found, path, _("There is no such format. Write: format = 1"))
    return None


def _key(path: Path) -> str:
    """The last key of a path; a part of a list goes by the list's."""
    return visible(next((str(one) for one in reversed(path) if isinstance(one, str)), ""))


def _say(found: list[Finding], path: Path, message: str, **words: str) -> None:
    found.append(Finding(path, message.format(key=_key(path), **words), on_value=True))


def _wrong(found: list[Finding], path: Path, value: object, wanted: str) -> None:
    message = _("“{key}” is {wanted}, but here is {given}.")
    _say(found, path, message, wanted=wanted, given=_given(value))


def _given(value: object) -> str:
    if isinstance(value, bool):
        return _("true or false")
    if isinstance(value, str):
        return _("a text")
    if isinstance(value, int | float):
        return _("a number")
    if isinstance(value, list):
        return _("a list")
    if isinstance(value, dict):
        return _("a table")
    return _("a date or a time")
