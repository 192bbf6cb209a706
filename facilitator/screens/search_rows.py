"""What the search screen says: a row for each line that was found, and the chosen one in full. Pure."""

from __future__ import annotations

from datetime import date
from typing import Literal

from textual.content import Content

from facilitator.search.finder import Answer
from facilitator.search.folding import tokens
from facilitator.search.record import Hit, session_at
from facilitator.search.told import around, note_words
from facilitator.search.wish import Wish
from facilitator.session.describe import KIND_WORDS
from facilitator.session.events import NoteKind
from facilitator.words.dates import SAME, Times
from facilitator.words.language import gettext as _
from facilitator.words.language import ngettext
from facilitator.words.visible import visible

MOST = 500
"""So many rows are shown at most; nobody reads further down than this, but types another word."""

KIND = 9
"""Cells of the column for the kind; "next step" fits, longer ones push the rest along."""

SEEN = 30
"""Characters of a line that are seen in every row; what is behind them may be cut off."""

Looked = NoteKind | Literal["open"] | None
"""Which lines are looked at: all of them (None), those of one kind, or next steps that are open."""

KINDS: tuple[Looked, ...] = (None, "step", "open", "decision", "takeaway", "question", "note", "later")
"""What Tab goes through."""


def rows(hits: list[Hit], wish: Wish, times: Times = SAME, *, narrow: bool = False) -> list[Content]:
    """A row for each line: when it was said, what it is, who it belongs to, the words.

    Of a long line the part is shown in which the words stand that were looked for; where it is `narrow`, only
    the first word of each name. The chosen line is shown in full below.
    """
    said = []
    for hit in hits[:MOST]:
        note = hit.note
        who = note.owners if note.kind == "step" else note.speakers
        called = [one.partition(" ")[0] for one in who] if narrow else who
        name = visible(f"{', '.join(called)}: ") if who else ""
        kind = KIND_WORDS[note.kind]
        if note.pod_only:
            kind += ", " + _("pod only")
        if note.done:
            kind += ", " + _("done")
        said.append(
            Content.assemble(
                (f"{_day(hit.day, times):<12}  ", "dim"),
                (f"{kind:<{KIND}}  ", "$text-accent"),
                (name, "bold"),
                visible(from_match(note.text, wish)),
            )
        )
    return said


def from_match(text: str, wish: Wish) -> str:
    """The text; where what was looked for would stand too far behind, from some words before that on."""
    words = text.split()
    place = next((at for at, word in enumerate(words) if _is_match(word, wish)), 0)
    if len(" ".join(words[:place])) <= SEEN:
        return text
    return "… " + " ".join(words[max(place - 2, 0) :])


def _is_match(word: str, wish: Wish) -> bool:
    own = tokens(word)
    for at, phrase in enumerate(wish.phrases, 1):
        first = phrase[0]
        begun = wish.begun and at == len(wish.phrases) and len(phrase) == 1
        if any(one == first or (begun and one.startswith(first)) for one in own):
            return True
    return False


def in_full(hit: Hit, times: Times = SAME) -> list[Content]:
    """The chosen line with all its words, and where it stands."""
    meeting = visible(hit.session)
    if hit.day:
        meeting = f"{times.day(date.fromisoformat(hit.day))} · {meeting}"
    return [Content(note_words(hit)), Content(around(hit)).stylize("dim"), Content(meeting).stylize("dim")]


def count_sentence(answer: Answer, asked: bool) -> str:
    """How much was found; what to do where nothing is asked yet."""
    if not asked:
        return _("Type a word or a name of any meeting. The lines come as you type.")
    if not answer.sessions:
        return _("There are no meetings to look through yet.")
    meetings = ngettext("{n} meeting", "{n} meetings", answer.sessions).format(n=answer.sessions)
    if not answer.found:
        return _("Nothing was found in {meetings}. Try fewer letters, or another word.").format(
            meetings=meetings
        )
    lines = ngettext("{n} line", "{n} lines", answer.found).format(n=answer.found)
    if answer.found > MOST:
        return _("{lines} in {meetings}; the newest {most} are shown.").format(
            lines=lines, meetings=meetings, most=MOST
        )
    return _("{lines} in {meetings}, the newest meeting first.").format(lines=lines, meetings=meetings)


def trouble_sentence(answer: Answer) -> str:
    """What could not be read, in one sentence for any number of sessions; empty when all was."""
    if not answer.troubles:
        return ""
    place, trouble = answer.troubles[0]
    first = f"{visible(session_at(place))}: {trouble}"
    more = len(answer.troubles) - 1
    if not more:
        return first
    return first + " " + ngettext("{n} more has trouble.", "{n} more have trouble.", more).format(n=more)


def kind_words(kind: Looked) -> str:
    """Which lines are looked at, beside the name of the screen."""
    if kind == "open":
        return _("only: open next steps")
    return _("all lines") if kind is None else _("only: {kind}").format(kind=KIND_WORDS[kind])


def mark_label(hit: Hit | None) -> str:
    """What the key for done does with this line; empty where it is no next step."""
    if hit is None or hit.note.kind != "step":
        return ""
    return _("Not done") if hit.note.done else _("Done")


def place_again(hits: list[Hit], stood: Hit, at: int) -> int:
    """The row of a line that stood in row `at` before the lines came anew; that row where it is gone."""
    same = (stood.place, stood.note.number)
    rows = (row for row, hit in enumerate(hits) if (hit.place, hit.note.number) == same)
    return next(rows, at)


def _day(iso: str, times: Times) -> str:
    return times.brief(date.fromisoformat(iso)) if iso else ""
