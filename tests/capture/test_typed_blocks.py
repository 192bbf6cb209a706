"""A block of lines: handed in afterwards, or pasted in the room."""

from __future__ import annotations

from capture_meetings import ROSTER, TODAY, state_of, with_notes
from hypothesis import given
from hypothesis import strategies as st

from facilitator.capture.block import read_block, read_paste, split_lines
from facilitator.session.intents import Capture, CaptureBlock
from facilitator.session.state import Note, Visit

ANN = "Ann Otieno"


def test_a_timed_line_goes_under_the_stage_then_running() -> None:
    lines = [
        "19:05 Ann: the kettle",
        "19:10 ? who signs",
        "19:30 > call @Ann by fri",
        "9:55 x",
        "19:09: y",
        "19:08",
    ]
    block = read_block(lines, ROSTER, state_of(), TODAY)
    assert block.lines[:3] == (
        Capture(
            kind="note", text="the kettle", speakers=(ANN,), stage="arrive", when="2026-11-21T19:05:00.000Z"
        ),
        # Case told began at 19:10:20, and its heading says 19:10.
        Capture(kind="question", text="who signs", stage="case", when="2026-11-21T19:10:00.000Z"),
        Capture(
            kind="step",
            text="call",
            owners=(ANN,),
            due="2026-11-27",
            stage="case",
            when="2026-11-21T19:30:00.000Z",
        ),
    )
    assert [line.text for line in block.lines[3:]] == ["9:55 x", "19:09: y", "19:08"]


def test_a_line_without_a_time_goes_with_the_one_before_it() -> None:
    block = read_block(["first", "19:05 second", "third"], ROSTER, state_of(), TODAY)
    assert [line.stage for line in block.lines] == [None, "arrive", "arrive"]
    closed = state_of(phase="closed", closed_at="2026-11-21T19:40:00.000Z")
    assert [line.stage for line in read_block(["late"], ROSTER, closed, TODAY).lines] == ["case"]


def test_times_are_local_and_go_past_midnight() -> None:
    state = state_of(
        zone="Asia/Kolkata",
        started_at="2026-11-21T18:00:00.000Z",
        last_at="2026-11-21T19:30:00.000Z",
        visits=(
            Visit("arrive", "2026-11-21T18:00:00.000Z", 1800.0),
            Visit("case", "2026-11-21T18:30:00.000Z"),
        ),
    )
    block = read_block(["23:35 before", "00:15 after"], ROSTER, state, TODAY)
    assert [(line.stage, line.when) for line in block.lines] == [
        ("arrive", "2026-11-21T18:05:00.000Z"),
        ("case", "2026-11-21T18:45:00.000Z"),
    ]


def test_a_time_outside_the_meeting_is_text_and_is_said() -> None:
    block = read_block(["08:15 the train"], ROSTER, state_of(), TODAY)
    assert [line.text for line in block.lines] == ["08:15 the train"]
    assert block.sentences() == ("A time outside the meeting stays in the text of its line.",)


def test_a_line_kept_before_is_counted_and_not_kept_twice() -> None:
    state = with_notes(
        Note(number=1, kind="note", text="the kettle", speakers=(ANN,), stage="arrive"),
        Note(number=2, kind="question", text="who signs", stage="case"),
    )
    lines = [
        "19:05 Ann: the  kettle",
        "19:12 ? who signs",
        "19:05 ? who signs",
        "19:05 the kettle",
        "19:06 new",
        "new",
    ]
    block = read_block(lines, ROSTER, state, TODAY)
    assert [(line.text, line.stage) for line in block.lines] == [
        ("who signs", "arrive"),
        ("the kettle", "arrive"),
        ("new", "arrive"),
    ]
    assert block.doubles == 3
    assert block.sentences() == ("3 lines were kept before and are not kept twice.",)


def test_in_the_minute_of_a_change_both_stages_are_looked_at_for_doubles() -> None:
    state = with_notes(Note(number=1, kind="note", text="the kettle", stage="arrive"))
    assert read_block(["19:10 the kettle"], ROSTER, state, TODAY).doubles == 1
    assert read_block(["19:11 the kettle"], ROSTER, state, TODAY).doubles == 0


def test_handing_in_the_same_block_twice_adds_nothing() -> None:
    lines = ["19:05 Ann: the kettle", "? who signs", "19:15 > call @Ann by fri", "~ secret"]
    first = read_block(lines, ROSTER, state_of(), TODAY)
    kept = [
        Note(
            number=number,
            kind=line.kind,
            text=line.text,
            speakers=line.speakers,
            owners=line.owners,
            due=line.due,
            pod_only=line.pod_only,
            stage=line.stage or "case",
        )
        for number, line in enumerate(first.lines, start=1)
    ]
    again = read_block(lines, ROSTER, with_notes(*kept), TODAY)
    assert again.lines == ()
    assert again.doubles == 4


def test_commands_in_a_handed_in_block_are_named_and_not_run() -> None:
    block = read_block(
        ["/next", "19:05 /strike", "/later travel", "/home/ann is full", "?", ""], ROSTER, state_of(), TODAY
    )
    assert [(line.kind, line.text) for line in block.lines] == [
        ("later", "travel"),
        ("note", "/home/ann is full"),
        ("note", "?"),
    ]
    assert block.commands == ("/next", "/strike")
    assert "Commands in a block are not run and not kept: /next, /strike." in block.sentences()


def test_a_paste_keeps_doubles_and_commands_as_words() -> None:
    state = with_notes(Note(number=1, kind="note", text="yes", stage="case"))
    block = read_paste(["yes", "yes", "/next", "Fatou: hm", "? who"], ROSTER, state, TODAY, pod_only=True)
    assert [(line.kind, line.text, line.pod_only) for line in block.lines] == [
        ("note", "yes", True),
        ("note", "yes", True),
        ("note", "/next", True),
        ("note", "Fatou: hm", True),
        ("question", "who", True),
    ]
    assert block.intent == CaptureBlock(block.lines)
    assert block.sentences() == (
        "/next was kept as words; nothing was done.",
        "Nobody here is called Fatou: the line is kept as typed.",
    )


def test_before_the_meeting_a_time_is_text() -> None:
    state = state_of(phase="lobby", visits=(), started_at="", stage="")
    block = read_block(["19:05 x"], ROSTER, state, TODAY)
    assert [(line.text, line.stage) for line in block.lines] == [("19:05 x", None)]


def test_lines_end_in_any_way_and_a_byte_order_mark_is_no_text() -> None:
    assert split_lines("\ufeffa\r\nb\rc\n\nd\x0be") == ["a", "b", "c", "", "d\x0be"]


@given(
    st.lists(st.text(max_size=20) | st.sampled_from(["19:05 x", "/next", "?", "~ x", "25:99 x"]), max_size=12)
)
def test_no_line_of_a_paste_is_lost(lines: list[str]) -> None:
    block = read_paste(lines, ROSTER, state_of(), TODAY)
    assert len(block.lines) == sum(bool(line.strip()) for line in lines)
    handed = read_block(lines, ROSTER, state_of(), TODAY)
    assert len(handed.lines) + handed.doubles + len(handed.commands) == len(block.lines)
