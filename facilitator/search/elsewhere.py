"""The lines of sessions that were moved out of the home. No index holds them: they are few, and read anew.

What such a session left behind in the home is old from the moment it went, so it is never searched, also
where the folder is out of reach (a disk that is not plugged in): words that were struck since would be in it.
"""

from __future__ import annotations

from msgspec.structs import replace

from facilitator.search.linear import hits_in
from facilitator.search.record import Hit, Record
from facilitator.search.wish import Stamp, Wish
from facilitator.store.moved import MOVED, Places
from facilitator.words.language import gettext as _


class Elsewhere:
    """The sessions that were moved out of one home, as far as they were read."""

    def __init__(self) -> None:
        self._records: dict[str, tuple[Record, Stamp]] = {}

    def look(self, places: Places, stamps: dict[str, Stamp | None]) -> int:
        """Read what is new in these folders, by the stamps of their logs; says how many that were."""
        from facilitator.search.reading import read_record

        before, self._records = self._records, {}
        new = 0
        for place, folder in places.items():
            stamp = stamps[place]
            known = before.get(place)
            if stamp is None:
                self._records[place] = Record(place=str(folder), trouble=_gone()), (0, 0)
            elif known is not None and known[1] == stamp:
                self._records[place] = known
            else:
                self._records[place] = replace(read_record(folder), place=str(folder)), stamp
                new += 1
        return new

    def hits(self, wish: Wish) -> list[Hit]:
        """The lines that are looked for, the newest meeting first."""
        if wish.is_empty:
            return []
        records = sorted(self._of(wish), key=lambda one: (one.start, one.place), reverse=True)
        return [hit for record in records for hit in hits_in(record, wish)]

    def troubles(self, wish: Wish) -> list[tuple[str, str]]:
        """Pairs of a session's folder and what of it could not be read."""
        return [(one.place, one.trouble) for one in self._of(wish) if one.trouble]

    def count(self, wish: Wish) -> int:
        """How many sessions are looked through."""
        return len(self._of(wish))

    def _of(self, wish: Wish) -> list[Record]:
        return [
            record
            for place, (record, _stamp) in self._records.items()
            if wish.rehearsals or not place.startswith("rehearsals/")
        ]


def _gone() -> str:
    said = _("It was moved there, and is not there now. If you deleted it, take it out of {file}.")
    return said.format(file=MOVED)
