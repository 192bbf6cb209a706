"""The minutes for Word: real headings and lists, a title and a language, through python-docx."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING

from facilitator.minutes.document import Document
from facilitator.minutes.forms.direction import has_direction, is_right_to_left
from facilitator.minutes.forms.docx_style import SOFT, dress, set_apart
from facilitator.minutes.forms.needed import needed
from facilitator.minutes.forms.outline import Section, Words, outline, plain, runs_right_to_left
from facilitator.minutes.forms.package import settled
from facilitator.minutes.forms.xml_text import fit_for_xml
from facilitator.words.dates import from_stamp

if TYPE_CHECKING:
    from docx.document import Document as Word
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run as Text

_TITLE = 255
"""Characters: how long a property of a document may be."""


def to_docx(document: Document) -> bytes:
    """The whole file. Raises NotInstalled."""
    with needed("Word"):
        from docx import Document as new_file  # noqa: N813 - a file is made, and our Document is another
    page = outline(document)
    file = new_file()
    _settle(file, document, plain(page.title))
    _write(file.add_heading(level=1), page.title)
    for paragraph in page.paragraphs:
        _write(file.add_paragraph(), paragraph)
    for item in page.items:
        _write(file.add_paragraph(style="List Bullet"), item)
    for section in page.sections:
        _add(file, section, 2)
    if page.foot:
        foot = file.add_paragraph()
        set_apart(foot)
        _write(foot, page.foot)
    made = BytesIO()
    file.save(made)
    return settled(made.getvalue())


def _add(file: Word, section: Section, level: int) -> None:
    _write(file.add_heading(level=level), section.heading)
    for paragraph in section.paragraphs:
        _write(file.add_paragraph(), paragraph)
    for item in section.items:
        _write(file.add_paragraph(style="List Bullet"), item)
    for inner in section.sections:
        _add(file, inner, level + 1)


def _write(paragraph: Paragraph, words: Words) -> None:
    turned = runs_right_to_left(words)
    if turned:
        _turn(paragraph)
    for run in words:
        added = paragraph.add_run(fit_for_xml(run.text))
        if run.strong:
            added.bold = added.font.cs_bold = True
        if run.soft:
            _soften(added)
        # Word turns nothing round by itself: neither a text nor the signs between two of them.
        if (run.typed and is_right_to_left(run.text)) or (turned and not has_direction(run.text)):
            added.font.rtl = True


def _turn(paragraph: Paragraph) -> None:
    from docx.oxml import OxmlElement

    # The order of what is in there is fixed: this stands before the spacing, the indents and the alignment.
    paragraph._p.get_or_add_pPr().insert_element_before(
        OxmlElement("w:bidi"), *("w:spacing", "w:ind", "w:jc", "w:rPr", "w:sectPr")
    )


def _soften(run: Text) -> None:
    from docx.shared import RGBColor

    run.font.color.rgb = RGBColor.from_string(SOFT)


def _settle(file: Word, document: Document, title: str) -> None:
    """Title, language and page; nothing of the machine or of who made it."""
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.oxml.ns import qn
    from docx.shared import Mm

    about = file.core_properties
    about.title = fit_for_xml(title)[:_TITLE]
    about.language = document.language
    about.author = about.last_modified_by = "facilitator"
    about.comments = ""
    moment = from_stamp(document.as_of) if document.as_of else datetime(1980, 1, 1, tzinfo=UTC)
    about.created = about.modified = moment.astimezone(UTC).replace(tzinfo=None)
    for lang in file.styles.element.iter(qn("w:lang")):
        lang.set(qn("w:val"), document.language)
    # The library's template has a small picture of itself, and says that another program wrote it.
    relations = file.part.package.rels
    unwanted = (RELATIONSHIP_TYPE.THUMBNAIL, RELATIONSHIP_TYPE.EXTENDED_PROPERTIES)
    for one in [key for key, rel in relations.items() if rel.reltype in unwanted]:
        del relations[one]
    dress(file)
    page = file.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Mm(24)
