"""The short text for a chat: what the pod may read, and nothing of the case."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from minutes_meetings import meeting, note, the_next

from facilitator.minutes.render import render
from facilitator.minutes.short import short_text

WHOLE = """\
InterVision, Saturday 21 November 2026

Takeaways
– a decision without an owner and a date is a wish
– Ann Otieno: ask for *both*

Next steps
– Ann Otieno, Amina Diallo: find out what a bus costs, by Tuesday 1 December 2026
– Unassigned: share the paragraph

Decisions
– 李娜 chairs next

Next meeting
Thursday 17 December 2026, 15:00 UTC
Chair: 李娜"""


def test_the_whole_short_text() -> None:
    state = meeting(
        note(1, "a case note", speakers=("Ann Otieno",)),
        note(2, "who signs?", "question"),
        note(3, "the budget", "later"),
        note(4, "a decision without an owner and a date is a wish", "takeaway"),
        note(5, "ask for *both*", "takeaway", speakers=("Ann Otieno",)),
        note(6, "find out what a bus costs", "step", owners=("Ann Otieno", "Amina Diallo"), due="2026-12-01"),
        note(7, "share the paragraph", "step"),
        note(8, "李娜 chairs next", "decision"),
        note(9, "thinks of leaving", "takeaway", pod_only=True),
        note(10, "call her manager", "step", pod_only=True),
        note(11, "keep it quiet", "decision", pod_only=True),
        next_meeting=the_next(chair="李娜"),
    )
    assert short_text(state) == WHOLE
    assert render(state, form="chat", timing=True) == WHOLE + "\n"


def test_a_plain_sentence_when_there_is_nothing_to_share() -> None:
    sentence = "There are no takeaways, next steps or decisions to share here."
    assert sentence in short_text(meeting())
    assert sentence in short_text(meeting(note(1, "quiet", "takeaway", pod_only=True)))


def test_a_rehearsal_says_so() -> None:
    assert "This was a rehearsal, not a real meeting." in short_text(meeting(rehearsal=True))


def test_too_long_it_leaves_out_whole_lines_from_the_end_of_the_longest_section() -> None:
    takeaways = [note(i, f"takeaway {i} " + "word " * 15 + "end", "takeaway") for i in range(1, 31)]
    text = short_text(meeting(*takeaways, note(40, "so be it", "decision"), next_meeting=the_next()))
    shown = [line for line in text.splitlines() if line.startswith("– takeaway")]
    assert 1400 < len(text) < 1500
    assert shown == [f"– {one.text}" for one in takeaways[: len(shown)]]
    assert f"… and {30 - len(shown)} more, in the minutes" in text
    assert "– so be it" in text
    assert "15:00 UTC" in text


def test_a_single_line_that_is_too_long_ends_in_an_ellipsis_after_a_word_and_keeps_owner_and_date() -> None:
    text = short_text(
        meeting(
            note(1, "word " * 500, "step", owners=("Ann Otieno",), due="2026-12-01"),
            note(2, "short", "takeaway"),
        )
    )
    (line,) = [line for line in text.splitlines() if "Ann Otieno" in line]
    assert line.startswith("– Ann Otieno: word word")
    assert line.endswith("word…, by Tuesday 1 December 2026")
    assert "– short" in text
    assert len(text) < 1500


def test_nothing_is_shortened_when_it_fits() -> None:
    long = "word " * 200 + "end"
    assert long in short_text(meeting(note(1, long, "takeaway")))


def test_a_text_of_just_the_limit_is_too_long() -> None:
    state = meeting(note(1, "word " * 100 + "end", "takeaway"))
    whole = short_text(state, 10_000)
    assert short_text(state, len(whole) + 1) == whole
    assert len(short_text(state, len(whole))) < len(whole)


def test_control_characters_are_pictures_and_a_line_stays_a_line() -> None:
    assert "– a␊b␛[31m c" in short_text(meeting(note(1, "a\nb\x1b[31m\tc", "takeaway")))


@pytest.mark.parametrize("limit", [10, 60, 200, 1500])
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_it_is_always_shorter_than_the_limit(limit: int, data: st.DataObject) -> None:
    words = st.text(st.sampled_from("ab e\u0301李👩\u200d"), max_size=900)
    captured = [
        note(i, text, kind, owners=owners)
        for i, (text, kind, owners) in enumerate(
            data.draw(
                st.lists(
                    st.tuples(
                        words,
                        st.sampled_from(["takeaway", "step", "decision"]),
                        st.lists(words, max_size=2).map(tuple),
                    ),
                    max_size=12,
                )
            ),
            1,
        )
    ]
    assert len(short_text(meeting(*captured, next_meeting=the_next()), limit)) < limit
