"""A session's part of a document that runs on: on top, once, and nothing else in the document changes."""

from __future__ import annotations

from typing import Any

import pytest
from awkward_texts import AWKWARD_TEXT
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from minutes_meetings import READERS, inline_texts, meeting, note, the_next
from msgspec.structs import replace

from facilitator.minutes.beyond.programme import programme
from facilitator.minutes.document import Document, document
from facilitator.minutes.running import NotAppended, appended
from facilitator.words.visible import visible

FIRST, SECOND = "2026-11-21-1900-intervision", "2026-12-05-1900-intervision"


def minutes(*captured: Any, session: str = FIRST, **changes: Any) -> Document:
    return replace(document(meeting(*captured, **changes)), session=session)


def put(old: str, made: Document, plain: bool = False, **more: Any) -> str:
    return appended(old, made, plain=plain, **more).text


ONE = minutes(
    note(1, "ask for a date", "takeaway", speakers=("Ann Otieno",)),
    note(2, "send it", "step", owners=("Ann Otieno", "李娜"), due="2026-12-01"),
    note(3, "advice waits", "decision"),
    note(4, "said in the case"),
    note(5, "who signs?", "question"),
    note(6, "between us", "step", pod_only=True),
    note(7, "the budget", "later"),
    next_meeting=the_next(chair="李娜"),
    version=1,
)

MARKDOWN = """\
<!-- facilitator: 2026-11-21-1900-intervision -->
## InterVision, Saturday 21 November 2026

*Final, version 1*

### Takeaways

- **Ann Otieno:** ask for a date

### Next steps

- [ ] **Ann Otieno**, **李娜** — send it · by Tuesday 1 December 2026

### Decisions

- advice waits

### Next meeting

Thursday 17 December 2026, 15:00 UTC

- Chair: 李娜
<!-- facilitator: end of 2026-11-21-1900-intervision, {check} -->
"""

TEXT = """\
InterVision, Saturday 21 November 2026 [2026-11-21-1900-intervision]
Final, version 1

Takeaways
– Ann Otieno: ask for a date

Next steps
– Ann Otieno, 李娜 — send it · by Tuesday 1 December 2026

Decisions
– advice waits

Next meeting
Thursday 17 December 2026, 15:00 UTC
– Chair: 李娜
[end of 2026-11-21-1900-intervision, {check}]
"""


@pytest.mark.parametrize(("plain", "whole"), [(False, MARKDOWN), (True, TEXT)])
def test_the_part_is_short_and_has_nothing_of_the_case(plain: bool, whole: str) -> None:
    text = put("", ONE, plain)
    before, after = whole.split("{check}")
    assert text.startswith(before)
    assert text.endswith(after)
    assert len(text) == len(before) + 8 + len(after)


@pytest.mark.parametrize("plain", [False, True])
@pytest.mark.parametrize(
    "old",
    [
        "",
        "our words",
        "# Our pod\n\n- one\n",
        "\n\nafter blank lines\n",
        "\ufeffwith a mark\nof order",
        "one\r\ntwo\r\n\r\n",
        "\ufeffone\r\ntwo",
        "one\rtwo\u2028three\x0cfour",
        "---\n\nno settings, a rule\n\n---\n",
        "<!-- facilitator: 2026-12-05-1900-intervision -->\nanother meeting\n",
    ],
)
def test_it_stands_on_top_and_what_was_there_stays_as_it_was(old: str, plain: bool) -> None:
    text = put(old, ONE, plain)
    body = old.removeprefix("\ufeff")
    assert text.endswith(body)
    ours = text.removesuffix(body)
    assert ours.startswith("\ufeff") == old.startswith("\ufeff")
    assert (ours.count("\n") == ours.count("\r\n")) == ("\r\n" in old)
    assert text.count("ask for a date") == 1
    assert put(text, ONE, plain) == text


def test_settings_at_the_head_of_a_markdown_file_stay_at_its_head() -> None:
    old = "---\ntitle: Our pod\ntags:\n  - pod\n---\n# Our pod\n"
    text = put(old, ONE)
    assert text.startswith("---\ntitle: Our pod\ntags:\n  - pod\n---\n\n<!-- facilitator: ")
    assert text.endswith(" -->\n\n# Our pod\n")
    assert put(text, ONE) == text
    assert put(old, ONE, plain=True).endswith(old)


@pytest.mark.parametrize("plain", [False, True])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_second_time_replaces_the_part_where_it_stands(plain: bool, newline: str) -> None:
    old = newline.join(("# Our pod", "", "the end"))
    text = put(old, minutes(note(1, "the first idea", "takeaway")), plain)
    text = put(text, minutes(note(1, "another meeting", "takeaway"), session=SECOND), plain)
    text = put(f"a word on top{newline}{newline}{text}{newline}a word below", ONE, plain)
    assert "the first idea" not in text
    places = [
        text.index(words)
        for words in ("a word on top", "another meeting", "ask for a date", "# Our pod", "a word below")
    ]
    assert places == sorted(places)
    assert text.count(f"end of {FIRST}") == text.count(f"end of {SECOND}") == 1
    assert text.count("\n") == text.count(newline)


@pytest.mark.parametrize("plain", [False, True])
def test_a_part_at_the_end_without_a_line_break_stays_so(plain: bool) -> None:
    text = put("", minutes(note(1, "x", "takeaway")), plain).rstrip("\n")
    again = put(text, ONE, plain)
    assert again == put("", ONE, plain).rstrip("\n")


@pytest.mark.parametrize("plain", [False, True])
def test_words_that_somebody_wrote_into_the_part_are_replaced_only_when_forced(plain: bool) -> None:
    text = put("our words\n", ONE, plain).replace("advice waits", "advice waits, said Ann")
    with pytest.raises(NotAppended, match=r"Somebody has changed .* in pod\.md.*--force"):
        put(text, ONE, plain, place="pod.md")
    assert put(text, ONE, plain, force=True) == put("our words\n", ONE, plain)


@pytest.mark.parametrize("plain", [False, True])
def test_line_ends_that_another_editor_changed_are_no_change(plain: bool) -> None:
    text = put("our words\n", ONE, plain)
    turned = text.replace("\n", "\r\n")
    assert put(turned, ONE, plain) == turned


@pytest.mark.parametrize("plain", [False, True])
@pytest.mark.parametrize("lost", [0, -1])
def test_a_part_without_its_first_or_last_line_is_left_alone(plain: bool, lost: int) -> None:
    lines = put("", ONE, plain).splitlines(keepends=True)
    del lines[lost]
    for force in (False, True):
        with pytest.raises(NotAppended, match=rf"begins and ends.*{FIRST}"):
            put("".join(lines), ONE, plain, force=force, place="pod.md")


@pytest.mark.parametrize("plain", [False, True])
def test_another_meeting_that_was_put_inside_a_part_is_never_replaced_with_it(plain: bool) -> None:
    other = put("", minutes(note(1, "not to be lost", "takeaway"), session=SECOND), plain)
    text = put("ours\n", ONE, plain).replace("advice waits\n", f"advice waits\n{other}")
    for force in (False, True):
        with pytest.raises(NotAppended, match=rf"In pod\.md another part .*{FIRST}"):
            put(text, ONE, plain, force=force, place="pod.md")


@pytest.mark.parametrize("plain", [False, True])
def test_a_part_that_stands_twice_is_left_alone(plain: bool) -> None:
    text = put("", ONE, plain)
    with pytest.raises(NotAppended):
        put(text + text, ONE, plain)


@pytest.mark.parametrize("plain", [False, True])
@settings(max_examples=60, deadline=None)
@given(typed=AWKWARD_TEXT, name=AWKWARD_TEXT, old=st.text(st.characters(codec="utf-8")), session=AWKWARD_TEXT)
@example(typed=f"[end of {FIRST}, 0]", name=f"<!-- facilitator: {FIRST} -->", old="-->", session=FIRST)
@example(typed="x", name="y", old="", session="a--b-->c")
def test_whatever_was_typed_the_part_is_found_again(
    plain: bool, typed: str, name: str, old: str, session: str
) -> None:
    assume(session and typed)
    lines = (note(1, typed, "takeaway", speakers=(name,)), note(2, typed, "step", owners=(name,)))
    made = minutes(*lines, session=session)
    text = put(old, made, plain)
    assert put(text, made, plain) == text
    changed = put(text, minutes(note(1, "anew", "takeaway"), session=session), plain)
    assert changed == put(old, minutes(note(1, "anew", "takeaway"), session=session), plain)


@pytest.mark.parametrize("plain", [False, True])
def test_figures_for_a_programme_stand_in_its_document_and_each_session_keeps_its_own(plain: bool) -> None:
    one = replace(programme(meeting()), key="1f" * 16)
    other = replace(programme(meeting(note(1, "x", "step"))), key="2e" * 16)
    text = put("ours\n", one, plain)
    assert FIRST not in text
    assert "Present: 5 people" in text
    assert "Next steps: 0" in text
    both = put(text, other, plain)
    assert both.endswith(text)
    assert "Next steps: 1" in both
    assert put(both, one, plain) == both


@pytest.mark.parametrize("plain", [False, True])
def test_without_a_name_for_the_session_nothing_is_put_anywhere(plain: bool) -> None:
    with pytest.raises(NotAppended, match="cannot be read"):
        put("ours\n", programme(meeting()), plain)


def test_a_reader_of_markdown_shows_the_words_and_not_the_marks() -> None:
    typed = ["# no heading", "*yes*", "<!-- no -->", "[ ] x", "-- two -- hyphens -->"]
    made = minutes(*(note(number, text, "takeaway") for number, text in enumerate(typed)), session="a--b")
    text = put("# Our pod\n", made)
    # The marks are comments; a reader keeps them as HTML that shows nothing.
    comments = [line for line in text.splitlines() if line.startswith("<!-- facilitator: ")]
    assert len(comments) == 2
    assert all(line.endswith(" -->") and "--" not in line[4:-3] for line in comments)
    shown = "\n".join(line for line in text.splitlines() if line not in comments)
    found = inline_texts(READERS["gfm"], shown)
    assert found["list_item"] == [visible(one) for one in typed]
    assert found["heading"] == ["InterVision, Saturday 21 November 2026", "Takeaways", "Our pod"]
