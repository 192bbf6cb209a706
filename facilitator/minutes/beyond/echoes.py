"""Words of the case that come back in a note: too common for a check, and still they may say who it is.

A place or a trade can be written in small letters. What the case giver said in her own case, and what was for
the pod only, is where such words come from.
"""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.minutes.beyond.folding import Word, words_of
from facilitator.minutes.beyond.note import Note
from facilitator.minutes.beyond.roles import case_givers
from facilitator.session.state import State

_SHORTEST = 4
"""Letters. Shorter words are almost always grammar, in the scripts that have spaces."""


def echoes(state: State, note: Note, ordinary: frozenset[str]) -> tuple[str, ...]:
    """Words of the note that stand in the case too, as typed, in the order of reading; each once.

    Numbers are among them, words of everyday language are not.
    """
    case = frozenset(word.key for text in _of_the_case(state) for word in words_of(text))
    found: dict[str, str] = {}
    for text in _of_the_note(note):
        for word in words_of(text):
            if word.key in case and word.key not in ordinary and _tells(word):
                found.setdefault(word.key, text[word.start : word.end])
    return tuple(found.values())


def _of_the_case(state: State) -> Iterator[str]:
    givers = case_givers(state)
    yield state.title
    for line in state.ordered_notes():
        if line.pod_only or (line.kind in ("note", "question") and set(line.speakers) & set(givers)):
            yield line.text


def _of_the_note(note: Note) -> Iterator[str]:
    document = note.document
    for line in (*document.takeaways, *document.steps, *document.decisions):
        yield line.text


def _tells(word: Word) -> bool:
    return word.unspaced or len(word.key) >= _SHORTEST or word.key.isdecimal()
