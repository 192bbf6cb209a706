"""Lines that share words, as they were merged or were one line before, and what letting go of one does.

When the words of one of them go, the history of all of them holds these words. So the history goes, and each
of the others stands in the log as if it had been captured as it is now; only where it was moved to, and who
agrees to it or that it is done, is still told.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from facilitator.session import events as ev
from facilitator.session.state import State


def kin_of(numbers: frozenset[int], events: Iterable[ev.AnyEvent]) -> frozenset[int]:
    """The numbers of all lines that can share words with these, themselves among them."""
    groups: list[set[int]] = []
    for event in events:
        joined = _joined(event)
        if joined:
            for group in [group for group in groups if group & joined]:
                groups.remove(group)
                joined |= group
            groups.append(joined)
    return numbers.union(*(group for group in groups if group & numbers))


def _joined(event: ev.AnyEvent) -> set[int]:
    match event:
        case ev.NotesMerged(number=number, gone=gone):
            return {number, *gone}
        case ev.NoteSplit(number=number, new=new):
            return {number, new}
    return set()


def touches(event: ev.AnyEvent, kin: frozenset[int]) -> bool:
    """Whether an event holds words of these lines, or makes or divides one of them."""
    if isinstance(event, ev.NoteCaptured | ev.NoteEdited):
        return event.number in kin
    return bool(_joined(event) & kin)


def moves(event: ev.AnyEvent, gone: frozenset[int]) -> bool:
    """Whether an event tells where a line stood that is gone: undo and redo are not to stop at it."""
    return isinstance(event, ev.NoteMoved) and event.number in gone


class Letting:
    """Lets go of the words of some lines, event by event, in the order of the log.

    `events` are all that count, `end` is the state after them; None where nobody shares words with them.
    """

    def __init__(
        self,
        numbers: frozenset[int],
        kin: frozenset[int],
        events: Sequence[ev.AnyEvent],
        end: State | None,
    ) -> None:
        self._gone, self._kin, self._others, self._end = numbers, kin, kin - numbers, end
        self._left = {one: end.notes[one] for one in self._others if one in end.notes} if end else {}
        self._last = {
            (number, event.name): event.id
            for event in events
            if isinstance(event, ev.LinesAgreed)
            for number in event.numbers
        } | {
            (number, ""): event.id
            for event in events
            if isinstance(event, ev.StepDone)
            for number in event.numbers
        }

    def stays(self, event: ev.AnyEvent) -> ev.AnyEvent | None:
        """What stays of an event that counts (one that was not undone)."""
        if isinstance(event, ev.LinesAgreed | ev.StepDone):
            numbers = tuple(number for number in event.numbers if self._still_holds(event, number))
            return event if numbers == event.numbers else replace(event, numbers=numbers) if numbers else None
        if moves(event, self._gone):
            return None
        if not touches(event, self._kin):
            return event
        if isinstance(event, ev.NotesMerged):
            return _settled(event)
        if isinstance(event, ev.NoteCaptured) and event.number in self._left:
            note = self._left.pop(event.number)
            return replace(
                event,
                kind=note.kind,
                text=note.text,
                speakers=note.speakers,
                owners=note.owners,
                due=note.due,
                pod_only=note.pod_only,
            )
        return None

    def _still_holds(self, event: ev.LinesAgreed | ev.StepDone, number: int) -> bool:
        """Without the changes in between, only the yes (or the done) that stands in the end may be told."""
        if number not in self._others or self._end is None:
            return True
        if isinstance(event, ev.StepDone):
            return event.done == (number in self._end.done) and self._last[number, ""] == event.id
        agreed = event.name in self._end.agreed.get(number, ())
        return agreed and self._last[number, event.name] == event.id


def _settled(event: ev.NotesMerged) -> ev.MergeSettled:
    return ev.MergeSettled(
        id=event.id,
        at=event.at,
        t=event.t,
        by=event.by,
        cause=event.cause,
        number=event.number,
        gone=event.gone,
    )
