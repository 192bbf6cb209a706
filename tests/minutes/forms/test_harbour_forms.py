"""The harbour meeting in every form, read by somebody else's reader and held against what was typed."""

from __future__ import annotations

import json
from pathlib import Path

import html5lib
import pytest
import vobject
from form_readers import Part, pdf_text, read_by_pandoc, read_docx, read_html, read_markdown, read_odt
from harbour import LINES, PEOPLE, REHEARSED, SECTIONS, STRUCK, recorded
from running import facilitator

POD_ONLY = "(pod only) "
STRUCTURED = ("md", "html", "docx", "odt", "txt")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Each form of the meeting, as the program writes it."""
    home = tmp_path_factory.mktemp("harbour")
    typed = "\n".join(LINES) + "\n"
    assert facilitator(*REHEARSED, "--plain", "--home", "data", home=home, typed=typed).status == 0
    forms = {}
    for form in (*STRUCTURED, "chat", "json", "pdf", "ics"):
        done = facilitator(
            "minutes", "last", "--home", "data", "--format", form, "--to", "out", "--force", home=home
        )
        assert done.status == 0, done
        forms[form] = (home / "out").read_bytes()
    return forms


def parts(made: dict[str, bytes], form: str) -> list[Part]:
    data = made[form]
    match form:
        case "md":
            return read_markdown(data.decode())
        case "html":
            return read_html(data.decode())
        case "docx":
            return read_docx(data)
        case "odt":
            return read_odt(data)
    return plain_parts(data.decode())


def plain_parts(text: str) -> list[Part]:
    """Plain text: a dash begins an item; a line alone after a blank one is a heading, if its items follow."""
    return [
        Part("li", line.removeprefix("– ")) if line.startswith("– ") else Part("2", line)
        for line in text.split("\n")
        if line
    ]


def under_headings(found: list[Part]) -> dict[str, list[str]]:
    shown: dict[str, list[str]] = {}
    heading = ""
    for kind, text in found:
        if kind in "123":
            heading = text.rpartition(" · ")[0] if kind == "3" or text[-3:-2] == ":" else text
        elif kind == "li":
            shown.setdefault(heading, []).append(text)
    return shown


@pytest.mark.parametrize("form", STRUCTURED)
def test_each_line_stands_as_typed_in_its_place_and_nothing_else_does(
    made: dict[str, bytes], form: str
) -> None:
    shown = under_headings(parts(made, form))
    count = 0
    for stage, mark, words in recorded():
        if mark in SECTIONS:
            (item,) = [item for item in shown[SECTIONS[mark]] if words in item]
            assert item.endswith(f" · {stage}")
        else:
            (item,) = [item for item in shown[stage] if item.endswith(words)]
            assert item.startswith(POD_ONLY) == (mark == "~")
        count += 1
    sections = {*SECTIONS.values(), *(stage for stage, mark, _words in recorded() if mark not in SECTIONS)}
    assert sum(len(items) for heading, items in shown.items() if heading in sections) == count


@pytest.mark.parametrize("form", ["docx", "odt", "html"])
def test_pandoc_reads_the_same(made: dict[str, bytes], form: str, tmp_path: Path) -> None:
    found = read_by_pandoc(made[form], form, tmp_path)
    assert found == [Part(kind, " ".join(text.split())) for kind, text in parts(made, "md")]


def test_a_pdf_holds_each_line_but_for_what_no_font_can_draw(made: dict[str, bytes]) -> None:
    found = pdf_text(made["pdf"])
    for _stage, _mark, words in recorded():
        drawn = "".join(words.split())
        if drawn.isascii() or all(ord(sign) < 0x2100 for sign in drawn):
            assert drawn in found, words
    for name in PEOPLE:
        assert not name.isascii() or "".join(name.split()) in found


def test_json_holds_each_line_with_its_kind(made: dict[str, bytes]) -> None:
    data = json.loads(made["json"])
    kinds = {"?": "questions", "!": "takeaways", "=": "decisions", ">": "steps"}
    for stage, mark, words in recorded():
        group = next((one["notes"] for one in data["notes"] if one["stage"] == stage), [])
        lines = data[kinds[mark]] if mark in kinds else group
        (line,) = [line for line in lines if line["text"] == words]
        assert (line["stage"], line["pod_only"]) == (stage, mark == "~")
    assert [person["name"] for person in data["present"]] == list(PEOPLE)


def test_the_calendar_holds_the_steps_and_the_next_meeting(made: dict[str, bytes]) -> None:
    calendar = vobject.readOne(made["ics"].decode())
    steps = [words for _stage, mark, words in recorded() if mark == ">"]
    assert [one.summary.value.partition(": ")[2] for one in calendar.contents["vtodo"]] == steps
    assert [hasattr(one, "due") for one in calendar.contents["vtodo"]] == [True, True, True, False]
    assert calendar.vevent.dtstart.value.isoformat() == "2026-12-17T15:00:00+00:00"


@pytest.mark.parametrize("form", [*STRUCTURED, "chat", "json", "pdf", "ics"])
def test_struck_words_are_in_no_form(made: dict[str, bytes], form: str) -> None:
    data = made[form]
    if form in ("docx", "odt"):
        text = " ".join(part.text for part in parts(made, form))
    else:
        text = pdf_text(data) if form == "pdf" else data.decode()
    assert "".join(STRUCK.split()) not in "".join(text.split())
    assert "treasurer'snephew" not in "".join(text.split())


def test_the_short_text_and_the_calendar_have_nothing_for_the_pod_only(made: dict[str, bytes]) -> None:
    for _stage, mark, words in recorded():
        if mark == "~":
            assert words not in made["chat"].decode()
            assert words not in made["ics"].decode()


def test_the_page_is_what_its_standard_calls_correct(made: dict[str, bytes]) -> None:
    html5lib.HTMLParser(strict=True).parse(made["html"], transport_encoding="utf-8")
