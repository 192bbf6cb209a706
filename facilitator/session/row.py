"""A row of things that grows and shrinks at its end without being copied: old rows stay as they were."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar, overload

import immutables

T = TypeVar("T")


class Row(Sequence[T]):
    """An immutable sequence of which each change makes another row, sharing what is the same.

    A tuple would be copied whole for each event, and a long meeting would take the square of its length.
    """

    __slots__ = ("_items",)

    def __init__(self, items: Iterable[T] | immutables.Map[int, T] = ()) -> None:
        self._items: immutables.Map[int, T] = (
            items if isinstance(items, immutables.Map) else immutables.Map(enumerate(items))
        )

    def append(self, item: T) -> Row[T]:
        """This row and one more at its end."""
        return Row(self._items.set(len(self._items), item))

    def put(self, place: int, item: T) -> Row[T]:
        """This row with another thing at a place; negative places count from the end. Raises IndexError."""
        return Row(self._items.set(self._place(place), item))

    def but_last(self) -> Row[T]:
        """This row without its last thing. Raises IndexError where there is none."""
        return Row(self._items.delete(self._place(-1)))

    @overload
    def __getitem__(self, place: int) -> T: ...
    @overload
    def __getitem__(self, place: slice) -> Row[T]: ...
    def __getitem__(self, place: int | slice) -> T | Row[T]:
        if isinstance(place, slice):
            return Row(self._items[one] for one in range(*place.indices(len(self._items))))
        return self._items[self._place(place)]

    def __len__(self) -> int:
        return len(self._items)

    def __iter__(self) -> Iterator[T]:
        return (self._items[place] for place in range(len(self._items)))

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Row):
            return bool(self._items == other._items)
        return NotImplemented

    def __hash__(self) -> int:
        return hash(self._items)

    def __repr__(self) -> str:
        return f"Row({list(self)!r})"

    def _place(self, place: int) -> int:
        found = place + len(self._items) if place < 0 else place
        if not 0 <= found < len(self._items):
            raise IndexError(place)
        return found


def row_of(items: Sequence[T]) -> Row[T]:
    """These items as a row, without a copy where they are one."""
    return items if isinstance(items, Row) else Row(items)
