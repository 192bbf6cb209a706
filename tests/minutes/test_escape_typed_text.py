"""Whatever was typed renders as typed, and the source stays pleasant to read."""

from __future__ import annotations

import random

import pytest
from awkward_texts import AWKWARD, AWKWARD_TEXT
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from minutes_meetings import READERS, inline_texts, meeting, note, the_next

from facilitator.agenda.model import Agenda, Stage
from facilitator.minutes.document import document
from facilitator.minutes.escape import escape, escape_all, escape_part
from facilitator.minutes.markdown import to_markdown
from facilitator.session.state import Person, Visit
from facilitator.words.visible import visible


def as_read(text: str) -> str:
    """What a reader should show: the typed text, control characters as pictures, no outer spaces."""
    return visible(text).strip(" ")


def stand(*texts: str) -> None:
    """Alone, after a speaker, with suffixes, in a heading, in bold: each text is read as it was typed."""
    source: list[str] = []
    items: list[str] = []
    headings: list[str] = []
    for text in texts:
        typed, whole, first, part = as_read(text), escape(text), escape(text, start=True), escape_part(text)
        source += [f"# Title · {part}", "", f"- {first}", f"- **Ann:** {whole}", f"- {first} · {part}"]
        source += [f"- [ ] **{part}**, **{part}** — {whole} · by Friday", f"- (pod only) **{part}:** {whole}"]
        source += [f"- Present: {part} (chair), {part}", "", f"### {part}", ""]
        items += [typed, f"Ann: {typed}", f"{typed} · {typed}"]
        items += [f"[ ] {typed}, {typed} — {typed} · by Friday", f"(pod only) {typed}: {typed}"]
        items += [f"Present: {typed} (chair), {typed}"]
        headings += [f"Title · {typed}", typed]
    markdown = "\n".join(source)
    assert len(markdown.splitlines()) == len(source) - 1
    for name, reader in READERS.items():
        found = inline_texts(reader, markdown)
        assert (found["list_item"], found["heading"]) == (items, headings), name


def awkward_lines(seed: int, count: int) -> list[str]:
    dice = random.Random(seed)
    return ["".join(dice.choices(AWKWARD, k=dice.randint(1, 9))) for _ in range(count)]


def test_awkward_lines_are_read_as_they_were_typed() -> None:
    stand(*filter(as_read, awkward_lines(20261121, 1000)))


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(8))
def test_thousands_more_awkward_lines_are_read_as_they_were_typed(seed: int) -> None:
    stand(*filter(as_read, awkward_lines(seed, 2000)))


@pytest.mark.parametrize("piece", AWKWARD)
def test_each_awkward_piece_is_read_as_typed_at_the_start_the_end_and_inside(piece: str) -> None:
    places = (
        piece,
        f"{piece} x",
        f"x {piece}",
        f"x{piece}x",
        f"x {piece} x",
        f"{piece}{piece}",
        f"{piece} {piece}",
    )
    stand(*filter(as_read, places))


@settings(max_examples=300, deadline=None)
@given(AWKWARD_TEXT)
@example("_\u2028_")
@example("https://a.co/x\u2028y")
@example("- ` -")
@example("[^]:")
@example("https://a.co/ \ufeff")
@example("#\u3000x")
def test_any_text_is_read_as_it_was_typed(text: str) -> None:
    assume(as_read(text))
    stand(text)


LINES = st.lists(st.tuples(AWKWARD_TEXT, st.booleans()), max_size=8)


@settings(max_examples=400, deadline=None)
@given(LINES)
@example([("xn--a", False), ("a", True), ("XN--b", False)])
@example([(":", False), ("a:", True), ("- ", True), (" ", False)])
@example([("^[x", False), ("[^x", False), ("x](y", False)])
@example([("^", False), ("[", False), ("]", True), ("(", True)])
@example([("a\nb *c*", False), ("*d*", True)])
@example([("\u3000", False), ("é*é*", True), ("\ufeffx", True)])
def test_many_lines_at_once_are_escaped_as_each_alone(lines: list[tuple[str, bool]]) -> None:
    texts, starts = [text for text, _ in lines], [start for _, start in lines]
    assert escape_all(texts, starts) == [escape(text, start=start) for text, start in lines]


def test_awkward_lines_at_once_are_escaped_as_each_alone() -> None:
    texts = awkward_lines(14, 1500)
    for start in (False, True):
        assert escape_all(texts, [start] * len(texts)) == [escape(text, start=start) for text in texts]


@pytest.mark.parametrize(
    "text",
    [
        'By-laws § 14 (2) allow it: "any affiliate may be heard"',
        "it's 5 > 3 and 3 < 5",
        "snake_case and two__words",
        "let Puno own the land titles for 3 months, w/ a budget ceiling of S/ 40,000?",
        "approve the programme [unanimously!] and then nothing",
        "treasurer + president | never me",
        "Who signs the payments -- the treasurer alone?",
        "a decision with no owner — 没有主人的决定",
        "about ~5 km, cost* is high, 2 * 3 * 4, $40",
        "notes are at https://example.org/pod/notes_of-today?id=4 and www.example.org",
        "write to ann.otieno@example.org",
        "#hashtag, issue #4, A&B, 50% & more",
        "C:\\new\\file",
        "10:20:30 and 3. and 4)",
    ],
)
def test_ordinary_text_is_left_alone(text: str) -> None:
    assert escape(text, start=True) == text
    stand(text)


@pytest.mark.parametrize(
    ("typed", "source"),
    [
        ("# no heading", "\\# no heading"),
        ("14. June", "14\\. June"),
        ("*yes* to a date", "\\*yes\\* to a date"),
        ("[x](y)", "[x\\](y)"),
        ("<em>Maybe</em>", "\\<em>Maybe\\</em>"),
        ("&nbsp;", "\\&nbsp;"),
        ("[ ] not a task", "\\[ ] not a task"),
        ("a\u2028b", "a&#8232;b"),
        ("https://a.co/*b*", "https\\://a.co/\\*b\\*"),
    ],
)
def test_what_would_be_markup_gets_the_least_that_keeps_it_text(typed: str, source: str) -> None:
    assert escape(typed, start=True) == source


PIECES = (
    "*",
    "_a",
    "`",
    "<",
    "[",
    "&a",
    ":a",
    "www.",
    "\\",
    "#",
    " #",
    "~",
    "a://",
    "- ",
    "\u2028",
    "\\\u3000",
)


@pytest.mark.parametrize("piece", PIECES)
def test_a_very_long_line_stays_one_line(piece: str) -> None:
    # A pattern that takes the square of the length would hang here rather than fail.
    stand(piece * 100 + "x")
    assert len(escape(piece * 20_000 + "x", start=True).splitlines()) == 1
    assert len(escape_part(piece * 20_000 + "x").splitlines()) == 1


def test_names_titles_stages_and_zones_with_marks_are_read_as_typed_everywhere() -> None:
    dice = random.Random(14)
    for _ in range(60):
        ann, title, stage, text, zone = (f"{''.join(dice.choices(AWKWARD, k=5))}x".strip() for _ in range(5))
        agenda = Agenda(
            title=title, stages=(Stage(id="case", name=stage, kind="talk", minutes=1, say="Go."),)
        )
        state = meeting(
            note(1, text, speakers=(ann, "Bríd")),
            note(2, text, "takeaway", speakers=(ann,)),
            note(3, text, "step", owners=(ann, "Bríd"), due="2026-12-01"),
            note(4, text, "step", due=text),
            note(5, text, "question", pod_only=True),
            agenda=agenda,
            title=title,
            zone=zone,
            people=(Person(ann), Person("Bríd", here=False)),
            chair=ann,
            plan=(),
            visits=(Visit("case", "2026-11-21T19:00:00.000Z", 60.0),),
            next_meeting=the_next(zone=zone, chair=ann),
        )
        markdown = to_markdown(document(state, timing=True))
        ann, title, stage, text = map(as_read, (ann, title, stage, text))
        for reader in READERS.values():
            assert (
                inline_texts(reader, markdown)["list_item"]
                == [
                    f"Present: {ann} (chair), Bríd (left before the end)",
                    f"{ann}: {text} · {stage}",
                    f"[ ] {ann}, Bríd — {text} · by Tuesday 1 December 2026 · {stage}",
                    f"[ ] Unassigned — {text} · by {text} · {stage}",
                    f"(pod only) {text} · {stage}",
                    f"Chair: {ann}",
                    f"{ann}, Bríd: {text}",
                    f"{stage} took 1:00",
                ]
                or "no plan"
            )
            assert f"{stage} · 19:00" in inline_texts(reader, markdown)["heading"]
