"""The learning note in plain lines with the numbers of its lines: what people read before they say yes."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.minutes.beyond.notices import notice
from facilitator.minutes.document import Document, Line
from facilitator.words.language import gettext as _
from facilitator.words.visible import visible


def numbered(document: Document) -> Iterator[str]:
    """All that the note says, line by line, each with the number that it has in the meeting."""
    yield ", ".join(visible(part) for part in (document.format, document.date) if part)
    yield notice(document.audience)
    yield from _section(_("Takeaways"), document.takeaways)
    yield from _section(_("Next steps"), document.steps)
    yield from _section(_("Decisions"), document.decisions)
    if document.next_meeting is not None:
        yield ""
        yield _("Next meeting: {when}").format(when=document.next_meeting.when)


def _section(heading: str, lines: tuple[Line, ...]) -> Iterator[str]:
    if lines:
        yield ""
        yield heading
        for line in lines:
            yield f"{line.number:>3}  {_owners(line)}{visible(line.text)}{_due(line)}"


def _owners(line: Line) -> str:
    return visible(", ".join(line.owners)) + ": " if line.owners else ""


def _due(line: Line) -> str:
    return ", " + _("by {date}").format(date=visible(line.due)) if line.due else ""
