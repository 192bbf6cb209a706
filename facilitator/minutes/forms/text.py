"""The minutes as plain text: one note, one line. Nothing is wrapped, so no name is ever broken."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.minutes.document import Document
from facilitator.minutes.forms.outline import Section, outline, plain


def to_text(document: Document) -> str:
    """The whole text, ending with a line break. A blank line stands before a heading."""
    page = outline(document)
    blocks = [[plain(page.title)], *([plain(one)] for one in page.paragraphs)]
    if page.items:
        blocks.append([plain(item) for item in page.items])
    for section in page.sections:
        blocks += _section(section)
    if page.foot:
        blocks.append([plain(page.foot)])
    return "\n\n".join("\n".join(block) for block in blocks) + "\n"


def _section(section: Section) -> Iterator[list[str]]:
    under = [plain(paragraph) for paragraph in section.paragraphs]
    yield [plain(section.heading), *under, *(f"– {plain(item)}" for item in section.items)]
    for inner in section.sections:
        yield from _section(inner)
