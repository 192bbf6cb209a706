"""Lines in which no check can see an unknown name: a person who reads that language has to look."""

from __future__ import annotations

from facilitator.minutes.beyond.note import Note
from facilitator.minutes.beyond.uncased import is_wholly_uncased


def unseen(note: Note) -> tuple[int, ...]:
    """The numbers of the lines that are mostly in a script without capital letters, in order of reading."""
    document = note.document
    lines = (*document.takeaways, *document.steps, *document.decisions)
    return tuple(line.number for line in lines if is_wholly_uncased(line.text))
