"""Lines in Arabic and Hebrew stand from right to left in every form that knows a direction; others stay."""

from __future__ import annotations

import io
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from form_readers import html_tree, pdf_tags
from minutes_meetings import meeting, note
from odf import opendocument, teletype
from odf.namespaces import STYLENS, TEXTNS
from pypdf import PdfReader

from facilitator.minutes.document import Document, document
from facilitator.minutes.forms.docx import to_docx
from facilitator.minutes.forms.html import to_html
from facilitator.minutes.forms.odt import to_odt
from facilitator.minutes.forms.outline import outline, runs_right_to_left
from facilitator.minutes.forms.pdf import to_pdf

HEBREW, ARABIC = "50% (2 מתוך 4) אמרו כן!", "قرار بلا صاحب"


@pytest.fixture
def minutes() -> Document:
    lines = (
        note(1, HEBREW, "takeaway", speakers=("Ann Otieno",)),
        note(2, "ask שרה for a date!", "takeaway", speakers=("李娜",)),
        note(3, ARABIC, "step", owners=("محمد",), due="2026-12-01"),
        note(4, "plain"),
    )
    return document(meeting(*lines, title="מי מחליט?"))


TURNED = {"InterVision · מי מחליט?", f"Ann Otieno: {HEBREW} · Case told"}
STEP = f"محمد — {ARABIC} · by Tuesday 1 December 2026 · Case told"


def test_a_line_goes_as_its_own_words_go_and_not_as_who_said_it(minutes: Document) -> None:
    page = outline(minutes)
    lines = [page.title, *page.paragraphs, *page.items]
    lines += [item for section in page.sections for item in (section.heading, *section.items)]
    turned = {"".join(run.text for run in line) for line in lines if runs_right_to_left(line)}
    assert turned == TURNED | {STEP}


def test_the_page_turns_the_line_and_keeps_the_date_behind_its_word(minutes: Document) -> None:
    page = html_tree(to_html(minutes))
    assert {"".join(one.itertext()) for one in page.iter() if one.get("dir") == "rtl"} == TURNED | {STEP}
    assert {one.tag for one in page.iter() if one.get("dir")} == {"h1", "li"}
    # Each of these finds its own direction; split, the day would stand before its "by".
    assert "by Tuesday 1 December 2026" in [one.text for one in page.iter("bdi")]


def test_word_turns_the_line_the_signs_in_it_and_makes_its_names_bold(minutes: Document) -> None:
    paragraphs = docx.Document(io.BytesIO(to_docx(minutes))).paragraphs
    turned = [one for one in paragraphs if one._p.find(f"{qn('w:pPr')}/{qn('w:bidi')}") is not None]
    assert {one.text for one in turned} == TURNED | {STEP}
    (step,) = [one for one in turned if one.text == STEP]
    runs = {run.text: run.font for run in step.runs}
    assert runs["محمد"].cs_bold
    assert runs["محمد"].bold
    signs = (" — ", " · ", ARABIC, "by Tuesday 1 December 2026")
    assert [bool(runs[sign].rtl) for sign in signs] == [True, True, True, False]


def test_odt_turns_the_line(minutes: Document) -> None:
    file = opendocument.load(io.BytesIO(to_odt(minutes)))
    ways = {
        style.getAttrNS(STYLENS, "name"): part.getAttrNS(STYLENS, "writing-mode")
        for style in file.automaticstyles.childNodes
        for part in style.childNodes
        if getattr(part, "qname", None) == (STYLENS, "paragraph-properties")
    }
    turned = {
        teletype.extractText(one)
        for one in lines_of(file.text)
        if ways.get(one.getAttrNS(TEXTNS, "style-name")) == "rl-tb"
    }
    assert turned == TURNED | {STEP}


def lines_of(node: Any) -> list[Any]:
    found = []
    for child in node.childNodes:
        if getattr(child, "qname", None) in ((TEXTNS, "p"), (TEXTNS, "h")):
            found.append(child)
        elif hasattr(child, "qname"):
            found += lines_of(child)
    return found


def test_in_a_pdf_a_line_that_is_turned_has_its_bullet_on_the_right() -> None:
    lines = (note(1, "left", "takeaway"), note(2, HEBREW, "takeaway"), note(3, "left again", "takeaway"))
    state = meeting(*lines, people=(), chair="", keeper="", giver="")
    made, _told = to_pdf(document(state))
    assert pdf_tags(made).count("L") == 3, "a list has one direction, so each change begins another"
    page = PdfReader(io.BytesIO(made)).pages[0]
    bullets: list[float] = []

    def look(text: str, matrix: list[float], place: list[float], _font: Any, _size: Any) -> None:
        if "•" in text:
            bullets.append(matrix[0] * place[4] + matrix[4])

    page.extract_text(visitor_text=look)
    half = float(page.mediabox.width) / 2
    assert [place > half for place in bullets] == [False, True, False]
