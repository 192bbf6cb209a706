"""Going through the lines one by one: for a Python whose SQLite has no FTS5, or that has no SQLite.

It gives the same answers as the index, best first left out: within a meeting the lines are in their order.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from facilitator.search.folding import tokens
from facilitator.search.record import Found, Hit, Kept, Record, is_open
from facilitator.search.wish import Phrase, Stamp, Wish, is_called, lies_within


class Lines:
    """What the index is, in memory and without one."""

    def __init__(self) -> None:
        self._records: dict[str, tuple[Record, Stamp]] = {}

    def close(self) -> None:
        """There is nothing to let go of."""

    def known(self) -> dict[str, Stamp]:
        """The sessions in it, each with the stamp of the log that was read."""
        return {place: stamp for place, (_record, stamp) in self._records.items()}

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Around what changes it."""
        yield

    def put(self, records: Iterable[tuple[Record, Stamp]]) -> None:
        """Put sessions in as they stand now."""
        self._records.update({record.place: (record, stamp) for record, stamp in records})

    def drop(self, places: Iterable[str]) -> None:
        """Take sessions out."""
        for place in places:
            self._records.pop(place, None)

    def troubles(self, rehearsals: bool) -> list[tuple[str, str]]:
        """Sessions of which something could not be read, and what that is, in sentences."""
        told = [(one.place, one.trouble) for one in self._newest_first(rehearsals) if one.trouble]
        return sorted(told, reverse=True)

    def ask(self, wish: Wish, most: int | None = None) -> Found:
        """The lines that are looked for, the newest meeting first; `most` of them or all."""
        hits = [hit for record in self._newest_first(wish.rehearsals) for hit in hits_in(record, wish)]
        return Found(hits[:most], len(hits))

    def _newest_first(self, rehearsals: bool) -> list[Record]:
        records = [record for record, _stamp in self._records.values()]
        if not rehearsals:
            records = [record for record in records if not record.is_rehearsal]
        return sorted(records, key=lambda one: (one.start, one.place), reverse=True)


def hits_in(record: Record, wish: Wish) -> Iterator[Hit]:
    """The lines of one session that are looked for, in their order."""
    if not lies_within(record.day, wish.since, wish.until):
        return
    for note in record.notes:
        if (
            (not wish.kinds or note.kind in wish.kinds)
            and is_wanted(note, wish)
            and holds(note, wish.phrases, wish.begun)
        ):
            yield Hit(record.place, record.day, record.format, record.title, note)


def is_wanted(note: Kept, wish: Wish) -> bool:
    """Whether a line belongs to whom, and is as open, as is asked."""
    return (not wish.open_only or is_open(note)) and (not wish.owner or is_called(note.owners, wish.owner))


def holds(note: Kept, phrases: tuple[Phrase, ...], begun: bool) -> bool:
    """Whether all phrases are in a line or among the people named with it."""
    said = f" {' '.join(tokens(note.text))} "
    people = f" {' '.join(word for name in (*note.speakers, *note.owners) for word in tokens(name))} "
    for place, phrase in enumerate(phrases, 1):
        wanted = f" {' '.join(phrase)}" + ("" if begun and place == len(phrases) else " ")
        if wanted not in said and wanted not in people:
            return False
    return True
