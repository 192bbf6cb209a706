"""The minutes for LibreOffice and other readers of OpenDocument, through odfdo."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from facilitator.minutes.document import Document
from facilitator.minutes.forms.needed import needed
from facilitator.minutes.forms.odt_style import FOOT, LIST, SOFT, STRONG, TURNED, dress
from facilitator.minutes.forms.outline import Section, Words, outline, plain, runs_right_to_left
from facilitator.minutes.forms.package import settled
from facilitator.minutes.forms.xml_text import fit_for_xml
from facilitator.words.dates import from_stamp

if TYPE_CHECKING:
    from odfdo import Body, Paragraph
    from odfdo import Document as Odf


def to_odt(document: Document) -> bytes:
    """The whole file. Raises NotInstalled."""
    with needed("ODT"):
        from odfdo import Document as new_file  # noqa: N813 - a file is made, and our Document is another
    page = outline(document)
    file = new_file("text")
    _settle(file, document, plain(page.title))
    body = file.body
    body.clear()
    _heading(body, page.title, 1)
    _under(body, page.paragraphs, page.items)
    for section in page.sections:
        _add(body, section, 2)
    if page.foot:
        foot = _paragraph(page.foot)
        foot.style = FOOT
        body.append(foot)
    made = BytesIO()
    file.save(made)
    return settled(made.getvalue())


def _add(body: Body, section: Section, level: int) -> None:
    _heading(body, section.heading, level)
    _under(body, section.paragraphs, section.items)
    for inner in section.sections:
        _add(body, inner, level + 1)


def _heading(body: Body, words: Words, level: int) -> None:
    from odfdo import Header

    heading = Header(level, "")
    heading.style = _style(f"Heading_20_{level}", words)
    heading.append_plain_text(fit_for_xml(plain(words)))
    body.append(heading)


def _under(body: Body, paragraphs: tuple[Words, ...], items: tuple[Words, ...]) -> None:
    from odfdo import List, ListItem

    for paragraph in paragraphs:
        body.append(_paragraph(paragraph))
    if items:
        listed = List(style=LIST)
        for item in items:
            one = ListItem()
            one.append(_paragraph(item))
            listed.append(one)
        body.append(listed)


def _paragraph(words: Words) -> Paragraph:
    from odfdo import Paragraph, Span

    paragraph = Paragraph("", style=_style("Text_20_body", words))
    for run in words:
        text = fit_for_xml(run.text)
        if run.strong or run.soft:
            span = Span("", style=STRONG if run.strong else SOFT)
            span.append_plain_text(text)
            paragraph.append(span)
        else:
            paragraph.append_plain_text(text)
    return paragraph


def _style(name: str, words: Words) -> str:
    return TURNED + name if runs_right_to_left(words) else name


def _settle(file: Odf, document: Document, title: str) -> None:
    """Title, language and the styles that the template lacks; nothing of the machine or of who made it."""
    dress(file)
    # The library's template has a small picture of itself.
    file.del_part("Thumbnails/thumbnail.png")
    file.manifest.del_full_path("Thumbnails/thumbnail.png")
    file.language = document.language
    for manner in file.styles.get_elements("//style:text-properties[@fo:country='']"):
        # A language of no country; the standard has a word for that.
        manner.set_attribute("fo:country", "none")
    file.meta.title = fit_for_xml(title)
    file.meta.creator = "facilitator"
    if document.as_of:
        moment = from_stamp(document.as_of).replace(tzinfo=None)
        file.meta.creation_date = moment
        file.meta.date = moment
