"""What was decided about words that leave the pod, once those words are struck or forgotten."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

from facilitator.session import events as ev
from facilitator.session.state import State
from facilitator.store.places import KINDS
from facilitator.store.trouble import StoreError


def forget_decisions(folder: Path, before: State, numbers: Collection[int]) -> tuple[str, ...]:
    """Take decisions about the words of these lines out of the home that a session lies in.

    `before` is the state that still held them. Returns what is to be said where that could not be done. A
    session that was moved elsewhere has no such file beside it.
    """
    if folder.parent.name not in KINDS:
        return ()
    # Imported here: most meetings never send a word beyond the pod.
    from facilitator.pod.choices import purge_words

    try:
        purge_words(folder.parent.parent, *_texts(before, frozenset(numbers)))
    except StoreError as trouble:
        return (trouble.sentence,)
    return ()


def _texts(state: State, numbers: frozenset[int]) -> Iterator[str]:
    """All that these lines ever said, taken back or not."""
    for undoing in state.undone:
        for event in undoing.events:
            yield from _text(event, numbers)
    node = state.past
    while node is not None:
        yield from _text(node.event, numbers)
        node = node.before.past


def _text(event: ev.AnyEvent, numbers: frozenset[int]) -> Iterator[str]:
    if isinstance(event, ev.NoteCaptured | ev.NoteEdited) and event.number in numbers:
        yield event.text
