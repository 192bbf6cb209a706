"""What a form has beside its words: language, title, headings in order, and nothing that acts by itself."""

from __future__ import annotations

import io
import re
import sys
from itertools import pairwise
from typing import Any
from xml.etree import ElementTree

import docx
import pytest
from form_readers import check_package, html_tree, pdf_tags
from minutes_meetings import PEOPLE, meeting, note
from msgspec.structs import replace
from odf import opendocument
from odf.namespaces import STYLENS, TEXTNS
from pypdf import PdfReader

from facilitator.minutes.document import Document, document
from facilitator.minutes.forms.docx import to_docx
from facilitator.minutes.forms.html import to_html
from facilitator.minutes.forms.making import make
from facilitator.minutes.forms.names import BINARY, NAMES, form_of
from facilitator.minutes.forms.needed import NotInstalled
from facilitator.minutes.forms.odt import to_odt
from facilitator.minutes.forms.pdf import to_pdf

STYLE = (TEXTNS, "style-name")
TITLE = "InterVision · A <board> & “more”"


@pytest.fixture
def minutes() -> Document:
    lines = (
        note(1, "what was said", speakers=("李娜",)),
        note(2, "who signs?", "question", "clarify"),
        note(3, "send it", "step", owners=PEOPLE[:2]),
    )
    state = meeting(*lines, title="A <board> & “more”", last_at="2026-11-21T20:02:30.123Z")
    return replace(document(state), language="fr")


def test_the_page_has_a_language_a_title_a_landmark_and_headings_in_order(minutes: Document) -> None:
    page = html_tree(to_html(minutes))
    assert page.get("lang") == "fr"
    assert page.findtext("head/title") == TITLE
    assert [one.tag for one in page.find("body")] == ["main"]
    headings = [int(one.tag[1]) for one in page.iter() if re.fullmatch("h[1-6]", str(one.tag))]
    assert headings[0] == 1
    assert headings.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(headings))
    for listed in page.iter("ul"):
        assert {one.tag for one in listed} == {"li"}
    for section in page.iter("section"):
        assert section[0].tag in ("h2", "h3")


def test_the_page_acts_on_nothing_and_asks_for_nothing(minutes: Document) -> None:
    text = to_html(minutes)
    page = html_tree(text)
    allowed = {"html", "head", "meta", "title", "style", "body", "main", "section", "h1", "h2", "h3"}
    assert {one.tag for one in page.iter()} <= allowed | {"p", "ul", "li", "strong", "bdi"}
    names = {name for one in page.iter() for name in one.attrib}
    assert names <= {"lang", "charset", "name", "content", "http-equiv", "class"}
    (policy,) = [one.get("content") for one in page.iter("meta") if one.get("http-equiv")]
    assert policy.startswith("default-src 'none'; style-src 'unsafe-inline'")
    style = page.findtext("head/style")
    assert not re.search(r"url\(|@import|https?:", style)
    assert "prefers-color-scheme: dark" in style
    assert "@media print" in style
    # The policy stands before everything that it is to hold.
    assert text.index("Content-Security-Policy") < text.index("<style>")


@pytest.mark.parametrize("scheme", ["light", "dark", "print"])
def test_the_colours_of_the_page_can_be_read(minutes: Document, scheme: str) -> None:
    style = html_tree(to_html(minutes)).findtext("head/style")
    roots = re.findall(r":root \{([^}]*)\}", style)
    colours = dict(re.findall(r"--(\w+): (#\w+)", roots[("light", "dark", "print").index(scheme)]))
    assert contrast(colours["ink"], colours["back"]) >= 7
    assert contrast(colours["soft"], colours["back"]) >= 4.5


def contrast(one: str, other: str) -> float:
    """By WCAG 2: from 1 (the same) to 21."""

    def light(colour: str) -> float:
        digits = colour[1:] if len(colour) == 7 else "".join(sign * 2 for sign in colour[1:])
        parts = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    darker, lighter = sorted((light(one), light(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_word_has_a_title_a_language_and_real_lists(minutes: Document) -> None:
    data = to_docx(minutes)
    file = docx.Document(io.BytesIO(data))
    assert (file.core_properties.title, file.core_properties.language) == (TITLE, "fr")
    assert file.core_properties.created.isoformat() == "2026-11-21T20:02:30+00:00"
    parts = check_package(data)
    assert not any("thumbnail" in name for name in parts)
    styles = ElementTree.fromstring(parts["word/styles.xml"])
    word = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    assert {one.get(f"{word}val") for one in styles.iter(f"{word}lang")} == {"fr"}
    (item,) = [one for one in file.paragraphs if "send it" in one.text]
    assert item.style.element.find(f".//{word}numId") is not None
    assert [run.text for run in item.runs if run.bold] == [PEOPLE[0], PEOPLE[1]]


def test_word_knows_which_words_are_written_from_right_to_left() -> None:
    file = docx.Document(io.BytesIO(to_docx(document(meeting(note(1, "(שלום) 1"), note(2, "1 abc שלום"))))))
    runs = {run.text: bool(run.font.rtl) for one in file.paragraphs for run in one.runs}
    assert (runs["(שלום) 1"], runs["1 abc שלום"]) == (True, False)


def test_odt_has_a_title_a_language_and_real_lists(minutes: Document) -> None:
    data = to_odt(minutes)
    parts = check_package(data)
    assert parts["mimetype"] == b"application/vnd.oasis.opendocument.text"
    dc = "{http://purl.org/dc/elements/1.1/}"
    about = ElementTree.fromstring(parts["meta.xml"])
    assert (about.findtext(f".//{dc}title"), about.findtext(f".//{dc}language")) == (TITLE, "fr")
    languages = re.findall(rb'fo:language="(\w+)" fo:country="(\w+)"', parts["styles.xml"])
    assert set(languages) == {(b"fr", b"none")}
    file = opendocument.load(io.BytesIO(data))
    named = (*file.styles.childNodes, *file.automaticstyles.childNodes)
    known = {one.getAttrNS(STYLENS, "name") for one in named if one.qname[1] in ("style", "list-style")}
    used = {one.attributes[STYLE] for one in every(file.text) if STYLE in one.attributes}
    assert used <= known
    headings = [one.attributes[STYLE] for one in every(file.text) if one.qname == (TEXTNS, "h")]
    assert set(headings) == {"Heading_20_1", "Heading_20_2", "Heading_20_3"}
    assert "facilitator_list" in used


def every(node: Any) -> list[Any]:
    found = []
    for child in node.childNodes:
        if hasattr(child, "qname"):
            found += [child, *every(child)]
    return found


def test_a_pdf_is_tagged_and_has_a_title_a_language_and_a_date(minutes: Document) -> None:
    made, _told = to_pdf(replace(minutes, notes=(), present=()))
    file = PdfReader(io.BytesIO(made))
    root = file.trailer["/Root"]
    assert (file.metadata.title, root["/Lang"], root["/MarkInfo"]["/Marked"]) == (TITLE, "fr", True)
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert file.metadata.creation_date.isoformat() == "2026-11-21T20:02:30+00:00"
    assert {"H1", "H2", "L", "LI", "LBody", "P"} <= set(pdf_tags(made))


def test_a_pdf_names_what_no_font_can_draw_and_keeps_its_tags() -> None:
    # Nobody's font has glyphs in this plane, which is for private use.
    state = meeting(note(1, "a \U000f1234 b \U000f1234\u200d c"), people=(), chair="", keeper="", giver="")
    made, told = to_pdf(document(state))
    assert told.startswith("No font on this machine can draw \U000f1234, so boxes")
    assert "LI" in pdf_tags(made)


def test_a_pdf_that_a_standard_calls_accessible_says_so() -> None:
    state = meeting(note(1, "a line"), people=(), chair="", keeper="", giver="")
    made, told = to_pdf(document(state))
    assert told == ""
    assert b"pdfuaid" in made


@pytest.mark.parametrize("form", NAMES)
def test_the_same_minutes_give_the_same_bytes(minutes: Document, form: str) -> None:
    one, other = make(minutes, form).data, make(minutes, form).data
    assert contents(one, form) == contents(other, form)


def contents(data: bytes, form: str) -> object:
    return check_package(data) if form in ("docx", "odt") else data


@pytest.mark.parametrize(("form", "library"), [("docx", "docx"), ("odt", "odfdo"), ("pdf", "typst")])
def test_a_library_that_is_not_there_is_named_in_a_sentence(
    minutes: Document, monkeypatch: pytest.MonkeyPatch, form: str, library: str
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(
        NotInstalled, match=rf"“export”.*\({library} is missing\).*pip install '\.\[export\]'"
    ):
        make(minutes, form)


@pytest.mark.parametrize("name", [name for name in NAMES if name not in ("chat", "txt")])
def test_an_ending_asks_for_its_form(name: str) -> None:
    assert form_of(f"/a.b/minutes.{name.upper()}") == name
    assert form_of("minutes.d/notes") is None
    assert form_of("notes.org") is None
    assert form_of("minutes.txt") is None, "without another word that file has always got Markdown"


def test_every_form_can_be_made_and_all_but_three_are_text(minutes: Document) -> None:
    for name in NAMES:
        data = make(minutes, name).data
        if name in BINARY:
            assert data[:2] in (b"PK", b"%P")
        else:
            assert "send it" in data.decode("utf-8")
    with pytest.raises(ValueError, match="rtf"):
        make(minutes, "rtf")
