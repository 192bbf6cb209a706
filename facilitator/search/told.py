"""Lines that were found, as people read them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import attrgetter

from facilitator.minutes.times import due_date
from facilitator.search.record import Hit, Kept
from facilitator.session.describe import KIND_WORDS
from facilitator.words.language import gettext as _
from facilitator.words.visible import visible


def flat(hits: Iterable[Hit]) -> Iterator[str]:
    """Two lines for each hit: where and when it was said, its number, kind and words; then what stood around.

    There can be very many, so they come with their ends, as one text for the hits of one meeting.
    """
    for _place, same in groupby(hits, attrgetter("place")):
        lines: list[str] = []
        for hit in same:
            if not lines:
                begin, about = f"{hit.session}  {hit.day}  ", _meeting(hit)
            lines.append(begin + _words(hit.note))
            lines.append("    " + _around(about, hit.note))
        # One look at all of them; hardly ever is there anything to change.
        safe = lines if "".join(lines).isprintable() else map(visible, lines)
        yield "\n".join((*safe, ""))


def note_words(hit: Hit) -> str:
    """The line with its number and kind, who it belongs to, and until when."""
    return visible(_words(hit.note))


def around(hit: Hit) -> str:
    """The kind of meeting, its title, the stage, and the line before in that stage."""
    return visible(_around(_meeting(hit), hit.note))


def _words(note: Kept) -> str:
    parts = [str(note.number), KIND_WORDS[note.kind]]
    if note.pod_only:
        parts.append(_("pod only"))
    if note.done:
        parts.append(_("done"))
    parts += note.owners if note.kind == "step" else note.speakers
    due = " · " + _("by {date}").format(date=due_date(note.due)) if note.due else ""
    return f"{', '.join(parts)}: {note.text}{due}"


def _meeting(hit: Hit) -> tuple[str, ...]:
    return tuple(filter(None, (hit.format, hit.title)))


def _around(meeting: tuple[str, ...], note: Kept) -> str:
    parts = [*meeting, note.stage] if note.stage else [*meeting]
    if note.before:
        parts.append(_("after {line}").format(line=note.before))
    return " · ".join(parts)
