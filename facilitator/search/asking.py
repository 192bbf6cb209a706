"""Asking the index: which lines are looked for, in which order, and what is kept of them.

The words are asked first, and they answer with ids. By an id it is known to which meeting a line belongs, so
that lines are only read once it is known that they are wanted, however many there are.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterator
from itertools import chain, groupby

import msgspec

from facilitator.search.linear import is_wanted
from facilitator.search.record import Found, Hit, Kept
from facilitator.search.wish import Phrase, Wish

ROOM = 2**32
"""A line's id is its meeting's id times this, and its number."""

_AT_ONCE = 500
"""So many lines are fetched with one question; any SQLite takes as many values."""

_NOTHING = Kept(number=0, kind="note", text="")

decode = msgspec.msgpack.Decoder(Kept).decode
"""What is kept of a line, as it lies in the index."""


def found(sql: sqlite3.Connection, wish: Wish, most: int | None) -> Found:
    """The lines that are looked for: newest meeting first, then the best, then as they were written.

    Of those beyond the first `most` little more than their number is read.
    """
    choosy = bool(wish.open_only or wish.owner)
    whole = most is None or choosy
    lines = _lines(sql, wish, ranked=whole)
    meetings = {id: about for id, about in _meetings(sql, wish) if id in lines}
    ids = list(chain.from_iterable(map(lines.__getitem__, meetings)))
    count = len(ids)
    if choosy:
        # Whose a line is can only be seen in the line.
        kept = _kept(sql, ids)
        ids = [id for id in ids if is_wanted(kept[id], wish)]
        count = len(ids)
    elif not whole:
        first = dict.fromkeys(id // ROOM for id in ids[:most])
        ranked = _lines(sql, wish, ranked=True, among=first)
        ids = list(chain.from_iterable(map(ranked.__getitem__, first)))[:most]
        kept = _kept(sql, ids)
    else:
        kept = _kept(sql, ids)
    return Found([Hit(*meetings[id // ROOM], kept[id]) for id in ids[:most]], count)


def _lines(
    sql: sqlite3.Connection, wish: Wish, *, ranked: bool, among: Collection[int] = ()
) -> dict[int, list[int]]:
    """The ids of lines that hold the words and are of the kinds, by the id of their meeting.

    Those of a meeting are in their order or, `ranked`, the best first. `among`: others may be left out.
    """
    tables, id, rank = "notes", "notes.id", "0"
    conditions: list[str] = []
    values: list[str | int] = []
    if wish.phrases:
        tables, id, rank = "words", "words.rowid", "bm25(words, 2.0, 1.0)" if ranked else "0"
        conditions.append("words MATCH ?")
        values.append(_match(wish.phrases, wish.begun))
    if wish.kinds:
        if wish.phrases:
            tables += " JOIN notes ON notes.id = words.rowid"
        conditions.append(f"notes.kind IN ({', '.join('?' * len(wish.kinds))})")
        values += wish.kinds
    if among:
        conditions.append(f"{id} BETWEEN ? AND ?")
        values += (min(among) * ROOM, max(among) * ROOM + ROOM - 1)
    where = f"WHERE {' AND '.join(conditions)}" if conditions else ""
    rows = sql.execute(f"SELECT {rank}, {id} FROM {tables} {where} ORDER BY {id}", values).fetchall()
    grouped = groupby(rows, lambda row: row[1] // ROOM)
    return {meeting: [id for _rank, id in sorted(lines)] for meeting, lines in grouped}


def _meetings(sql: sqlite3.Connection, wish: Wish) -> Iterator[tuple[int, tuple[str, str, str, str]]]:
    """Id, then place, day, format and title of the meetings that are asked about, the newest first."""
    found = sql.execute(
        f"SELECT id, place, day, format, title FROM meetings m WHERE day >= ? "
        f"AND (? = '' OR substr(day, 1, length(?)) <= ?) {unless(wish.rehearsals)} "
        "ORDER BY start DESC, place DESC",
        (wish.since, wish.until, wish.until, wish.until),
    )
    for id, place, day, form, title in found.fetchall():
        yield id, (place, day, form, title)


def _kept(sql: sqlite3.Connection, ids: list[int]) -> dict[int, Kept]:
    """What is kept of these lines, in this order."""
    kept: dict[int, Kept] = dict.fromkeys(ids, _NOTHING)
    for first in range(0, len(ids), _AT_ONCE):
        some = ids[first : first + _AT_ONCE]
        found = sql.execute(f"SELECT id, kept FROM notes WHERE id IN ({', '.join('?' * len(some))})", some)
        kept.update((id, decode(line)) for id, line in found)
    return kept


def _match(phrases: tuple[Phrase, ...], begun: bool) -> str:
    """The query in the language of FTS5. Folded words hold no quotation mark, so nothing needs escaping."""
    quoted = ['"' + " ".join(phrase) + '"' for phrase in phrases]
    return " AND ".join(quoted) + (" *" if begun else "")


def unless(rehearsals: bool) -> str:
    """The condition on a meeting `m` that leaves rehearsals out where they are not asked for."""
    return "" if rehearsals else "AND m.place >= 'sessions/'"
