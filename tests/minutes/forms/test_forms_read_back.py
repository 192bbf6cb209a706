"""Every form says what the Markdown says, to somebody else's reader, whatever was typed."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from awkward_texts import AWKWARD, AWKWARD_TEXT
from form_readers import (
    Part,
    check_package,
    pdf_headings,
    pdf_tags,
    pdf_text,
    read_by_pandoc,
    read_docx,
    read_html,
    read_markdown,
    read_odt,
)
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from minutes_meetings import meeting, note, the_next
from pypdf import PdfReader

from facilitator.minutes.document import Document, document
from facilitator.minutes.forms.docx import to_docx
from facilitator.minutes.forms.html import to_html
from facilitator.minutes.forms.making import make
from facilitator.minutes.forms.odt import to_odt
from facilitator.minutes.forms.pdf import to_pdf
from facilitator.minutes.forms.text import to_text
from facilitator.minutes.markdown import to_markdown
from facilitator.session.state import Person, State
from facilitator.words.visible import visible

LONG = "Donaudampfschifffahrtsgesellschaft" * 12


def full(*texts: str, **changes: object) -> State:
    """A meeting in which each of these was typed as a line of each kind, and the first as a name as well."""
    kinds = ("note", "question", "takeaway", "step", "decision", "later")
    lines = []
    for text in texts:
        for kind in kinds:
            number = len(lines) + 1
            speakers = (texts[0],) if number % 2 and kind != "step" else ()
            owners = (texts[0], "Bríd Ní Dhálaigh") if number % 3 else ()
            due = "2026-12-01" if number % 2 else ""
            more = {"owners": owners, "due": due} if kind == "step" else {}
            lines.append(
                note(number, text, kind, "case", speakers=speakers, pod_only=number % 5 == 0, **more)
            )
    values = {
        "people": (Person(texts[0]), Person("李娜", here=False), Person("Annabel Otieno-Brandt")),
        "chair": texts[0],
        "title": texts[0],
        "next_meeting": the_next(chair=texts[0]),
    }
    return meeting(*lines, **(values | changes))


TEXTS = st.lists(AWKWARD_TEXT.filter(lambda text: bool(visible(text).strip())), min_size=1, max_size=4)


def expected(minutes: Document) -> list[Part]:
    """What the Markdown says, without its emphasis; tests of their own hold it against what was typed."""
    return read_markdown(to_markdown(minutes))


def xml(parts: list[Part]) -> list[Part]:
    """XML has no U+FFFE, no U+FFFF; nothing else is missing there."""
    return [Part(kind, text.replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd")) for kind, text in parts]


def squeezed(parts: list[Part]) -> list[Part]:
    return [Part(kind, " ".join(text.split())) for kind, text in parts]


EXACT: dict[str, tuple[Callable[[Document], bytes], Callable[..., list[Part]]]] = {
    "docx": (to_docx, read_docx),
    "odt": (to_odt, read_odt),
}


@settings(max_examples=30, deadline=None)
@given(TEXTS)
def test_html_says_what_the_markdown_says_whatever_was_typed(texts: list[str]) -> None:
    minutes = document(full(*texts), timing=True)
    page = to_html(minutes)
    # The standard takes noncharacters and U+FEFF for errors in a page, and shows them all the same.
    assert read_html("".join("\ufffd" if is_noncharacter(sign) else sign for sign in page)) == [
        Part(kind, "".join("\ufffd" if is_noncharacter(sign) else sign for sign in text))
        for kind, text in expected(minutes)
    ]


def is_noncharacter(sign: str) -> bool:
    return 0xFDD0 <= ord(sign) <= 0xFDEF or ord(sign) & 0xFFFE == 0xFFFE


def says_the_same(form: str, texts: list[str]) -> None:
    minutes = document(full(*texts), timing=True)
    written, read = EXACT[form]
    data = written(minutes)
    check_package(data)
    assert read(data) == xml(expected(minutes))


@pytest.mark.parametrize("form", EXACT)
@settings(max_examples=7, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(texts=TEXTS)
@example(texts=["a  b \t c\x00\x0b\ufffe\uffff", " \u2028 ", "שלום 1", "</w:t>&amp;"])
def test_word_and_odt_say_what_the_markdown_says_whatever_was_typed(form: str, texts: list[str]) -> None:
    says_the_same(form, texts)


@pytest.mark.slow
@pytest.mark.parametrize("form", EXACT)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(texts=TEXTS)
def test_word_and_odt_say_what_the_markdown_says_of_many_more(form: str, texts: list[str]) -> None:
    says_the_same(form, texts)


@pytest.mark.parametrize("form", ["docx", "odt", "html"])
def test_pandoc_finds_the_same_headings_lists_and_words(form: str, tmp_path: Path) -> None:
    pieces = [f"{piece}x y" for piece in AWKWARD if "\ufeff" not in piece]
    texts = [" ".join(pieces[start::20]) for start in range(20)]
    minutes = document(full("Ní Dhálaigh *x* <b>", *texts, LONG), timing=True)
    data = make(minutes, form).data
    assert read_by_pandoc(data, form, tmp_path) == squeezed(expected(minutes))


@settings(max_examples=30, deadline=None)
@given(TEXTS)
def test_plain_text_has_a_line_for_each_line_whatever_was_typed(texts: list[str]) -> None:
    minutes = document(full(*texts), timing=True)
    lines = [line.removeprefix("– ") for line in to_text(minutes).split("\n") if line]
    assert lines == [part.text for part in expected(minutes)]


@settings(max_examples=10, deadline=None)
@given(st.lists(st.text(st.characters(codec="utf-8"), min_size=1).filter(str.strip), min_size=1, max_size=3))
def test_a_pdf_is_made_of_whatever_was_typed(texts: list[str]) -> None:
    made, _told = to_pdf(document(full(*texts)))
    assert made.startswith(b"%PDF-")
    assert "Theseminutes" in pdf_text(made)


def test_a_pdf_says_what_the_markdown_says() -> None:
    # No letters that a font sets as one (fi), since each reader takes these apart in its own way.
    texts = [
        "Bríd Ní Dhálaigh",
        *("#let x = 1", "*a* _b_ `c` $d$", "@e <f> [g]", "// h", "\\i", "= j", "+ k", "Ж λ"),
    ]
    minutes = document(full(*texts, people=(Person("Ann Otieno"),)), timing=True)
    made, told = to_pdf(minutes)
    assert told == ""
    found = pdf_text(made)
    for part in expected(minutes):
        assert "".join(part.text.split()) in found, part
    headings = [(kind, text) for kind, text in expected(minutes) if kind in "123"]
    assert pdf_headings(made) == headings
    tags = pdf_tags(made)
    assert [tag[1] for tag in tags if tag[0] == "H" and tag[1:].isdigit()] == [kind for kind, _ in headings]
    assert tags.count("LI") == sum(part.kind == "li" for part in expected(minutes))


def test_a_very_long_word_stays_on_the_paper_of_a_pdf() -> None:
    made, _told = to_pdf(document(meeting(note(1, LONG))))
    places = []
    for page in PdfReader(io.BytesIO(made)).pages:
        width = float(page.mediabox.width)
        page.extract_text(
            visitor_text=lambda text, _cm, tm, _font, _size: places.append(tm[4]) if text.strip() else None
        )
    assert LONG in pdf_text(made)
    assert max(places) < width - 60
