"""A line that was found, as people read it."""

from __future__ import annotations

from facilitator.minutes.times import due_date
from facilitator.search.record import Hit
from facilitator.session.describe import KIND_WORDS
from facilitator.words.language import gettext as _
from facilitator.words.visible import visible


def hit_lines(hit: Hit) -> tuple[str, str]:
    """Two lines: where and when it was said, its number, kind and words; then what stood around it."""
    return f"{visible(hit.session)}  {hit.day}  {note_words(hit)}", f"    {around(hit)}"


def note_words(hit: Hit) -> str:
    """The line with its number and kind, who it belongs to, and until when."""
    note = hit.note
    parts = [str(note.number), KIND_WORDS[note.kind]]
    if note.pod_only:
        parts.append(_("pod only"))
    if note.done:
        parts.append(_("done"))
    parts += note.owners if note.kind == "step" else note.speakers
    due = " · " + _("by {date}").format(date=due_date(note.due)) if note.due else ""
    return visible(f"{', '.join(parts)}: {note.text}{due}")


def around(hit: Hit) -> str:
    """The kind of meeting, its title, the stage, and the line before in that stage."""
    before = _("after {line}").format(line=hit.note.before) if hit.note.before else ""
    return visible(" · ".join(filter(None, (hit.format, hit.title, hit.note.stage, before))))
