"""Small groups: who is with whom, worked out from the names alone. Pure, and the same whenever it is asked.

The order of the names comes from the circle method of round-robin tournaments (one person stays, the others
move on by one place a turn), so that in pairs everybody meets everybody before anyone meets again.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

Groups = tuple[tuple[str, ...], ...]

_FOUR = 4
"""From this size on a group may lack one person; a pair or three would not be one any more."""


def groups(names: Sequence[str], size: int, turn: int = 0) -> Groups:
    """The people in groups of `size`, in the company of that `turn` (from 0; any number).

    Nobody is left out or alone: who is over joins a group, which is then larger by one. A group of four or
    more may be smaller by one instead. With the same turn the groups of four are two of the pairs.
    Raises ValueError for a size below 2.
    """
    if size < 2:
        raise ValueError(f"a group has two people or more, not {size}")
    people = _seated(tuple(dict.fromkeys(names)), turn)
    found: list[tuple[str, ...]] = []
    start = 0
    for length in _lengths(len(people), size):
        found.append(people[start : start + length])
        start += length
    return tuple(found)


def largest(count: int, size: int) -> int:
    """How many people are in the largest group, where so many are in groups of `size`."""
    return max(_lengths(count, size), default=0)


def adjusted(together: Groups, here: Collection[str]) -> Groups:
    """The same groups while people come and go: who has left is out, who is new joins the smallest group.

    Nobody else changes company. Somebody left alone joins the smallest of the other groups.
    """
    known = {name for group in together for name in group}
    kept = [[name for name in group if name in here] for group in together]
    kept = [group for group in kept if group]
    for name in here:
        if name not in known:
            if not kept:
                kept.append([])
            min(kept, key=len).append(name)
    alone = [group for group in kept if len(group) == 1]
    for group in alone:
        if len(group) == 1 and len(kept) > 1:
            kept.remove(group)
            min(kept, key=len).append(group[0])
    return tuple(map(tuple, kept))


def _seated(people: tuple[str, ...], turn: int) -> tuple[str, ...]:
    """The people so that neighbours two by two are the pairs of that turn; an odd one comes last."""
    if len(people) < 3:
        return people
    odd = len(people) % 2
    fixed, moving = ((), people) if odd else (people[:1], people[1:])
    turn %= len(moving)
    circle = (*fixed, *moving[turn:], *moving[:turn])
    left = circle[-1:] if odd else ()
    circle = circle[: len(circle) - odd]
    half = len(circle) // 2
    pairs = zip(circle[:half], reversed(circle[half:]), strict=True)
    return (*(name for pair in pairs for name in pair), *left)


def _lengths(count: int, size: int) -> list[int]:
    if count < 2 * size - (size >= _FOUR):
        return [count] if count else []
    full, rest = divmod(count, size)
    if size >= _FOUR and rest == size - 1:
        return [size] * full + [rest]
    longer = [rest // full + (place < rest % full) for place in range(full)]
    return [size + more for more in reversed(longer)]
