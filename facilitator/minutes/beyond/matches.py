"""Places in a text where something may be meant, and which of them count where they share letters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct


class Match(Struct, frozen=True):
    """A place in a text where an entry may be meant: `entries` are numbers in the order they were given.

    `possessive`: it ends as English says whose something is (Annabel's).
    """

    start: int
    end: int
    entries: tuple[int, ...]
    possessive: bool = False


def apart(matches: Iterable[Match]) -> list[Match]:
    """The matches in order, of those that share letters only the longest."""
    kept: list[Match] = []
    for one in sorted(matches, key=lambda match: (match.start - match.end, match.start)):
        if all(one.end <= other.start or other.end <= one.start for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda match: match.start)


def together(matches: Iterable[Match]) -> list[Match]:
    """The matches with those that share letters as one: where words have no ends, neither can be left out."""
    joined: list[Match] = []
    for one in sorted(matches, key=lambda match: (match.start, -match.end)):
        if joined and one.start < joined[-1].end:
            last = joined[-1]
            inside = one.end <= last.end
            entries = last.entries if inside else tuple(sorted({*last.entries, *one.entries}))
            joined[-1] = Match(last.start, max(last.end, one.end), entries)
        else:
            joined.append(one)
    return joined


def places_of(text: str, part: str) -> Iterator[int]:
    """Where a part stands in a text; places may overlap."""
    at = text.find(part)
    while at >= 0:
        yield at
        at = text.find(part, at + 1)
