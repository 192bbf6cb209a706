"""Lines that name somebody the session does not know, or nobody where their neighbours do. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from facilitator.session.state import Note, State
from facilitator.words.names import name_key

MOST_WORDS = 3
"""Words before a colon beyond which they are taken for the beginning of a sentence, not for a name."""

_BEFORE = re.compile(r"([^:：@＠/]{1,60}?)\s?[:：](?=\s|[^\x00-\x7f])\s*(\S.*)", re.DOTALL)
_AT = re.compile(r"(?<!\S)[@＠]([^\s@＠,，;；.!?。！？]+)")


class Stranger(Struct, frozen=True):
    """A name in a line that is nobody's in the session. `rest` is the line without it."""

    number: int
    name: str
    rest: str
    leads: bool
    """Whether it stands before a colon, as the speaker; else behind an `@`."""
    joined: bool = False
    """Whether a guest of that name has joined since."""


def strangers(state: State) -> tuple[Stranger, ...]:
    """Lines whose text still begins with a name and a colon, or holds an `@name`; one for each line."""
    known = {form for name in state.names() for form in _forms(name)}
    # Somebody who joined after she was quoted is known by now; her words still stand under nobody.
    guests = {form for person in state.people if person.guest for form in _forms(person.name)}
    found = []
    for note in state.ordered_notes():
        one = _leading(note) if not note.speakers and not note.owners else None
        if one is None or name_key(one.name) in known - guests:
            one = _at(note, known)
        if one is not None:
            found.append(replace(one, joined=name_key(one.name) in known))
    return tuple(found)


def _forms(name: str) -> list[str]:
    words = name_key(name).split()
    return [" ".join(words[a:b]) for a in range(len(words)) for b in range(a + 1, len(words) + 1)]


def _leading(note: Note) -> Stranger | None:
    match = _BEFORE.fullmatch(note.text)
    if match is None:
        return None
    words = match[1].split()
    if not 1 <= len(words) <= MOST_WORDS or not all(map(_may_be_name, words)):
        return None
    return Stranger(note.number, " ".join(words), match[2], True)


def _may_be_name(word: str) -> bool:
    """A word that begins with a capital, or with a letter of a script that has none."""
    first = word[0]
    return first.isalpha() and first == first.upper() and not word.isdecimal()


def _at(note: Note, known: set[str]) -> Stranger | None:
    for match in _AT.finditer(note.text):
        if name_key(match[1]) not in known:
            rest = " ".join((note.text[: match.start()] + note.text[match.end() :]).split())
            return Stranger(note.number, match[1], rest or note.text, False)
    return None


def unspoken(state: State) -> tuple[int, ...]:
    """Numbers of the notes without a speaker in stages where other notes have one: there names are kept.

    What is for the pod only may be kept without a name on purpose.
    """
    return tuple(
        note.number
        for stage in _by_stage(state)
        if any(note.speakers for note in stage)
        for note in stage
        if not note.speakers and not note.pod_only
    )


def _by_stage(state: State) -> list[Sequence[Note]]:
    notes = [note for note in state.ordered_notes() if note.kind == "note"]
    order = sorted(notes, key=lambda note: note.stage)
    groups = [list(group) for _stage, group in groupby(order, key=lambda note: note.stage)]
    return sorted(groups, key=lambda group: group[0].number)
