"""The pod does not forget its steps: which are open from earlier meetings, asked for and hinted at."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from meeting_room import PEOPLE, Room, kept, log_of, note

from facilitator.meeting.desk import take
from facilitator.meeting.earlier import FILE, Earlier
from facilitator.meeting.open_steps import MOST, open_hint, step_line, steps_lines
from facilitator.meeting.recording import record
from facilitator.session import intents as it
from facilitator.session.state import Note
from facilitator.store.trouble import StoreError
from facilitator.words.dates import SAME, local


def held(room: Room, *texts: str, **more: object) -> Path:
    """A closed meeting with these next steps, Ann's; the next one is a day later."""
    meeting = room.opened(**more)
    kept(meeting, *(note(text, "step", owners=(PEOPLE[3],)) for text in texts), it.Close())
    room.leave(meeting)
    room.clock.on(86_400)
    return meeting.folder


def day_of(room: Room, ago: int) -> date:
    """The day of the meeting that was so many days ago."""
    return local((room.clock.at - timedelta(days=ago)).isoformat(), "Africa/Dakar").date()


def test_the_opening_stage_says_how_many_are_open_and_no_word_of_them(room: Room) -> None:
    held(room, "call the nephew", "write to all")
    hint = open_hint(room.opened())
    assert hint == f"2 next steps are open from {SAME.short(day_of(room, 1))}: /steps"
    assert "nephew" not in hint
    assert "Ann" not in hint


def test_of_several_meetings_the_newest_has_its_day_and_the_others_are_counted(room: Room) -> None:
    held(room, "first", "second")
    held(room)
    held(room, "third")
    newest = SAME.short(day_of(room, 1))
    assert open_hint(room.opened()) == f"1 next step is open from {newest}, and 2 from before: /steps"


def test_it_says_nothing_where_nothing_is_open_later_on_or_in_practice(room: Room) -> None:
    assert open_hint(room.opened()) == ""
    folder = held(room, "call")
    rehearsal = room.opened(rehearsal=True, speed=0.0)
    assert open_hint(rehearsal) == ""
    assert steps_lines(rehearsal) == ["No next step is open."]
    meeting = room.opened()
    assert open_hint(meeting)
    kept(meeting, it.Next())
    assert open_hint(meeting) == ""
    kept(meeting, it.Back(), note("we begin"))
    assert open_hint(meeting) == ""
    assert open_hint(room.opened(go=False)) == ""
    record(folder, room.clock, it.MarkDone((1,)))
    assert open_hint(room.opened()) == ""


def test_steps_of_rehearsals_and_those_struck_or_taken_back_are_never_open(room: Room) -> None:
    held(room, "practice", rehearsal=True, speed=0.0)
    meeting = room.opened()
    kept(meeting, note("struck", "step"), note("taken back", "step"), it.Undo(), it.Strike(1), it.Close())
    room.leave(meeting)
    room.clock.on(86_400)
    assert Earlier(room.home).open_steps() == ()


def test_steps_lists_those_of_this_meeting_by_number_and_earlier_ones_by_day_and_owner(room: Room) -> None:
    held(room, "call the office")
    meeting = room.opened()
    kept(meeting, note("hello"), note("write", "step", due="2026-12-01"), note("send", "step", pod_only=True))
    kept(meeting, it.MarkDone((3,)))
    assert steps_lines(meeting) == [
        "2, next step: write · by Tuesday 1 December 2026",
        "/done and the number says that one is done.",
        f"from {SAME.brief(day_of(room, 1))}, Ann Otieno: call the office",
        "facilitator done, in another window, lists these and marks one as done.",
    ]


def test_a_step_of_an_earlier_meeting_says_whose_it_is_and_by_when() -> None:
    step = Note(number=4, kind="step", text="call\x1b the office", due="2026-12-01", pod_only=True)
    said = step_line(step, date(2026, 10, 18))
    assert said == "from 18 Oct 2026, Unassigned, pod only: call␛ the office · by Tuesday 1 December 2026"
    assert step_line(step, None).startswith("Unassigned, pod only: ")


def test_what_was_marked_in_another_window_is_gone_at_once(room: Room) -> None:
    folder = held(room, "call", "write")
    meeting = room.opened()
    assert any("call" in line for line in steps_lines(meeting))
    record(folder, room.clock, it.MarkDone((1,)))
    said = "\n".join(steps_lines(meeting))
    assert "call" not in said
    assert "write" in said


def test_of_very_many_the_newest_are_listed_and_the_rest_counted(room: Room) -> None:
    held(room, "the oldest")
    held(room, *(f"step {number}" for number in range(MOST + 2)))
    lines = steps_lines(room.opened())
    assert "step 0" in lines[0]
    assert lines[MOST:-1] == ["and 3 more, from before"]


def test_the_memory_of_an_earlier_version_that_knew_no_steps_is_read_again(room: Room) -> None:
    folder = held(room, "call")
    size = (folder / "events.jsonl").stat().st_size
    (room.home / FILE).write_text(
        f'{{"format":1,"sessions":{{"{folder.name}":{{"size":{size},"cards":["gender-1"],"questions":[]}}}}}}'
    )
    assert [(found, had.steps) for found, had in Earlier(room.home).open_steps()] == [(folder, (1,))]


def test_the_memory_holds_numbers_and_no_words(room: Room) -> None:
    held(room, "call the nephew")
    assert open_hint(room.opened())
    text = (room.home / FILE).read_text()
    assert '"steps":[1]' in text
    assert "nephew" not in text
    assert "Ann" not in text


def test_a_damaged_session_stops_nothing(room: Room) -> None:
    held(room, "call")
    folder = held(room, "write")
    (folder / "events.jsonl").write_text('"kind":"step"\n')
    (folder / "opening.json").unlink()
    assert "call" in steps_lines(room.opened())[0]


def test_what_is_typed_says_what_it_did_and_asks(room: Room) -> None:
    meeting = room.opened()
    kept(meeting, note("call", "step"))
    answer = take(meeting, "/done 1")
    assert answer.outcome is not None
    assert answer.refused == ""
    assert "done already" in take(meeting, "/done 1").refused
    for asked in ("/done", "/steps"):
        ask = take(meeting, asked).ask
        assert ask is not None
        assert ask.what == "steps"
    assert take(meeting, "/undo").said == ("Taken back: that next step 1 is done.",)


def test_marking_a_closed_session_appends_to_its_log_and_renders_its_minutes(room: Room) -> None:
    folder = held(room, "call")
    before = log_of(folder)
    state = record(folder, room.clock, it.MarkDone((1,)))
    after = log_of(folder)
    assert after[: len(before)] == before
    assert [line["type"] for line in after[len(before) :]] == ["session_resumed", "step_done"]
    assert state.phase == "closed"
    assert "- [x] **Ann Otieno** — call · done" in (folder / "minutes.md").read_text()


def test_a_session_that_is_open_elsewhere_is_left_alone_in_a_sentence(room: Room) -> None:
    meeting = room.opened()
    kept(meeting, note("call", "step"))
    before = log_of(meeting.folder)
    with pytest.raises(StoreError, match="open in another window"):
        record(meeting.folder, room.clock, it.MarkDone((1,)))
    assert log_of(meeting.folder) == before
