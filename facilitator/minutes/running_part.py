"""A session's part of a document that runs on from one meeting to the next: the short minutes.

What the short text for a chat leaves out is left out here too: notes, questions, topics, the title, and every
line for the pod only. Lines are not shortened: a document has room.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec.structs import replace

from facilitator.minutes import markdown
from facilitator.minutes.beyond.notices import notice
from facilitator.minutes.document import Document, Line
from facilitator.minutes.escape import escape_part
from facilitator.minutes.forms import outline
from facilitator.words.language import gettext as _
from facilitator.words.visible import visible


def heading(document: Document) -> str:
    """What kind of meeting it was and on which day."""
    return ", ".join(visible(part).strip(" ") for part in (document.format, document.date) if part)


def markdown_part(document: Document) -> list[str]:
    """The part as lines of Markdown, under a heading of level 2."""
    lines = [f"## {', '.join(escape_part(part) for part in (document.format, document.date) if part)}", ""]
    lines += [f"*{document.status}*"]
    lines += [_("**Rehearsal.** This was practice, not a real meeting.")] if document.rehearsal else []
    lines += ["", notice(document.audience)] if document.audience != "pod" else []
    if document.figures:
        lines += ["", *(f"- {name}: {escape_part(figure)}" for name, figure in document.figures)]
    for name, items in _sections(document, markdown.said, markdown.step):
        lines += ["", f"### {name}", "", *(f"- {item}" for item in items)]
    if document.next_meeting:
        following = document.next_meeting
        lines += ["", f"### {_('Next meeting')}"]
        lines += ["", escape_part(following.when)] if following.when else []
        if following.roles:
            lines += ["", *(f"- {role}: {escape_part(name)}" for role, name in following.roles)]
    return lines


def text_part(document: Document) -> list[str]:
    """The part as plain lines, without its heading."""
    lines = [document.status]
    lines += [_("This was a rehearsal, not a real meeting.")] if document.rehearsal else []
    lines += [notice(document.audience)] if document.audience != "pod" else []
    lines += [f"– {name}: {visible(figure)}" for name, figure in document.figures]
    for name, items in _sections(document, _said, _step):
        lines += ["", name, *(f"– {item}" for item in items)]
    if document.next_meeting:
        when, roles = outline.next_time(document.next_meeting)
        lines += ["", _("Next meeting"), *map(outline.plain, when)]
        lines += [f"– {outline.plain(role)}" for role in roles]
    return lines


def _said(line: Line) -> str:
    return outline.plain(outline.said(line))


def _step(line: Line) -> str:
    return outline.plain(outline.step(line))


def _sections(
    document: Document, said: Callable[[Line], str], step: Callable[[Line], str]
) -> Iterator[tuple[str, list[str]]]:
    for name, lines, manner in (
        (_("Takeaways"), document.takeaways, said),
        (_("Next steps"), document.steps, step),
        (_("Decisions"), document.decisions, said),
    ):
        items = [manner(replace(line, stage="")) for line in lines if not line.pod_only]
        if items:
            yield name, items
