"""What the forms for Word, LibreOffice and print look like, as far as a reader of files can see it."""

from __future__ import annotations

import io
import re
import zipfile
from xml.etree import ElementTree

import docx
import pytest
from form_readers import check_package, html_tree, pdf_text
from minutes_meetings import meeting, note
from pypdf import PdfReader
from test_forms_structure import contrast

from facilitator.minutes.document import Document, document
from facilitator.minutes.forms.docx import to_docx
from facilitator.minutes.forms.html import to_html
from facilitator.minutes.forms.odt import to_odt
from facilitator.minutes.forms.pdf import to_pdf

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"

ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore widowControl numPr pBdr shd tabs bidi spacing ind "
    "contextualSpacing jc textAlignment outlineLvl rPr",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike color spacing kern position sz szCs "
    "u rtl cs lang",
}
"""ECMA-376, part 1, 17.3.1.26 and 17.3.2.28: a sequence, of which these are the ones that occur."""


@pytest.fixture
def minutes() -> Document:
    lines = (note(1, "said"), note(2, "ask", "takeaway"), note(3, "שלום", "step", owners=("Ann Otieno",)))
    return document(meeting(*lines))


def test_word_gets_the_order_of_elements_that_it_insists_on(minutes: Document) -> None:
    parts = check_package(to_docx(minutes))
    found = 0
    for name in ("word/document.xml", "word/styles.xml", "word/footer1.xml"):
        for kind, order in ORDER.items():
            for one in ElementTree.fromstring(parts[name]).iter(WORD + kind):
                places = [order.split().index(child.tag.removeprefix(WORD)) for child in one]
                assert places == sorted(places), ElementTree.tostring(one)
                found += 1
    assert found > 20


def test_word_counts_the_pages_and_is_not_opened_as_an_old_file(minutes: Document) -> None:
    parts = check_package(to_docx(minutes))
    footer = ElementTree.fromstring(parts["word/footer1.xml"])
    assert [one.get(f"{WORD}instr") for one in footer.iter(f"{WORD}fldSimple")] == ["PAGE", "NUMPAGES"]
    assert "".join(footer.itertext()) == "1 / 1"
    settings = parts["word/settings.xml"].decode()
    assert re.search(r'w:name="compatibilityMode"[^>]*w:val="15"', settings)


@pytest.mark.parametrize("make", [to_docx, to_odt])
def test_nothing_tells_of_another_program_or_shows_an_old_picture(make: object, minutes: Document) -> None:
    assert callable(make)
    parts = check_package(make(minutes))
    assert not [name for name in parts if "thumbnail" in name.lower() or name.endswith("app.xml")]
    lists = [name for name in parts if "manifest" in name or name.endswith((".rels", "[Content_Types].xml"))]
    assert lists
    assert not [name for name in lists if b"thumbnail" in parts[name].lower() or b"app.xml" in parts[name]]
    assert b"Macintosh" not in b"".join(parts.values())


@pytest.mark.parametrize("make", [to_docx, to_odt])
def test_a_package_does_not_tell_when_it_was_made_and_is_known_by_its_first_bytes(
    make: object, minutes: Document
) -> None:
    assert callable(make)
    data = make(minutes)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert {part.date_time for part in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    if make is to_odt:
        assert data[30:].startswith(b"mimetypeapplication/vnd.oasis.opendocument.text")


def test_all_colours_in_word_can_be_read_and_titles_have_a_size_in_every_script(minutes: Document) -> None:
    file = docx.Document(io.BytesIO(to_docx(minutes)))
    runs = [run for one in file.paragraphs for run in one.runs]
    styles = [file.styles[name] for name in ("Normal", "Heading 1", "Heading 2", "Heading 3", "Footer")]
    colours = {f"#{font.color.rgb}" for font in (*(run.font for run in runs), *(one.font for one in styles))}
    assert len(colours - {"#None"}) == 2
    assert all(contrast(colour, "#ffffff") >= 4.5 for colour in colours - {"#None"})
    for style in styles[:4]:
        sizes = [style.element.rPr.find(f"{WORD}{name}").get(f"{WORD}val") for name in ("sz", "szCs")]
        assert sizes[0] == sizes[1]


def test_headings_in_odt_have_no_numbers_and_pages_have_them(minutes: Document) -> None:
    styles = ElementTree.fromstring(check_package(to_odt(minutes))["styles.xml"])
    levels = list(styles.iter(f"{TEXT}outline-level-style"))
    assert len(levels) == 10
    for level in levels:
        assert level.get(f"{STYLE}num-format") == ""
        assert not [name for name in level.attrib if "suffix" in name or "list-format" in name]
    (footer,) = styles.iter(f"{STYLE}footer")
    fields = {one.tag.removeprefix(TEXT) for one in footer.iter()}
    assert {"page-number", "page-count"} <= fields
    colours = {one.get(f"{FO}color") for one in styles.iter() if one.get(f"{FO}color")}
    assert all(contrast(colour, "#ffffff") >= 4.5 for colour in colours if colour.startswith("#"))


def test_no_word_runs_off_the_page_of_a_pdf_and_none_is_broken_for_those_who_copy_it() -> None:
    address = "https://example.org/" + "abcdefghij" * 40
    made, told = to_pdf(document(meeting(note(1, address), note(2, "ש" * 300))))
    assert address in pdf_text(made)
    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(made)).pages)
    assert max(map(len, text.split("\n"))) < 130
    assert "\u200b" not in text
    assert told == "" or "draw" in told


def test_a_page_for_browsers_has_no_sign_that_the_standard_forbids() -> None:
    typed = "a \ufffe\uffff\ufdd0\U0001ffff b"
    page = html_tree(to_html(document(meeting(note(1, typed), title=typed))))
    assert "a \ufffd\ufffd\ufffd\ufffd b" in [one.text for one in page.iter("bdi")]
    assert page.findtext("head/title") == "InterVision · a \ufffd\ufffd\ufffd\ufffd b"


def test_where_it_was_said_is_quieter_than_what_was_said(minutes: Document) -> None:
    page = html_tree(to_html(minutes))
    assert {one.text for one in page.iter("bdi") if one.get("class") == "soft"} == {"Case told"}
    paragraphs = docx.Document(io.BytesIO(to_docx(minutes))).paragraphs
    (said,) = [one for one in paragraphs if one.text.startswith("ask · ")]
    assert [run.text for run in said.runs if run.font.color.rgb is not None] == [" · ", "Case told"]
