"""The line waits for a key where something has two readings; notes are mended, marked and moved in place."""

from __future__ import annotations

from pathlib import Path

import pytest
from closing_meetings import AMINA, BRID, LINES
from live_desk import Desk, at, meeting_in

from facilitator.session import intents as it

STEP = "> call Puno by next Tue @Amina"
ASKED = "next Tue: 24 Nov or 1 Dec? Enter: Tuesday 24 November 2026 · Tab turns"
TURNED = "next Tue: 24 Nov or 1 Dec? Enter: Tuesday 1 December 2026 · Tab turns"


def newest(desk: Desk) -> tuple[str, str]:
    note = desk.meeting.state.notes[max(desk.meeting.state.notes)]
    return note.text, note.due


async def test_a_day_with_two_readings_waits_until_enter_says_which(tmp_path: Path) -> None:
    async with at(meeting_in(tmp_path)) as desk:
        await desk.send(STEP)
        assert (desk.line, desk.hint, dict(desk.meeting.state.notes)) == (STEP, ASKED, {})
        await desk.press("tab")
        assert (desk.hint, desk.kind) == (TURNED, "next step")
        await desk.press("enter")
        assert (desk.line, newest(desk)) == ("", ("call Puno", "2026-12-01"))
        assert desk.meeting.state.notes[1].owners == (AMINA,)
        await desk.press("ctrl+r")
        assert not desk.meeting.state.notes


async def test_enter_twice_keeps_the_nearer_day(tmp_path: Path) -> None:
    async with at(meeting_in(tmp_path)) as desk:
        await desk.send(STEP)
        await desk.press("tab", "tab", "enter")
        assert newest(desk) == ("call Puno", "2026-11-24")


async def test_escape_goes_back_to_the_line_which_can_then_be_mended(tmp_path: Path) -> None:
    async with at(meeting_in(tmp_path)) as desk:
        await desk.send(STEP)
        await desk.press("escape")
        assert desk.line == STEP
        assert "Enter:" not in desk.hint
        await desk.press("!")
        assert desk.line == STEP + "!"
        assert "Enter:" not in desk.hint
        await desk.press("enter")
        assert newest(desk) == ("call Puno by next Tue @Amina!", "")


async def test_a_line_that_waits_can_be_mended_where_the_cursor_is_put(tmp_path: Path) -> None:
    async with at(meeting_in(tmp_path)) as desk:
        await desk.send("> call Puno by next Tue")
        await desk.press("left", "x")
        assert (desk.line, dict(desk.meeting.state.notes)) == ("> call Puno by next Tuxe", {})
        await desk.send("> call Puno by next Tue")
        await desk.press("backspace", "e")
        assert (desk.line, dict(desk.meeting.state.notes)) == ("> call Puno by next Tue", {})


@pytest.mark.parametrize("begun", ["! ports first", "ports first", "2 ports", "/notes"])
async def test_no_question_takes_the_next_line(tmp_path: Path, begun: str) -> None:
    async with at(meeting_in(tmp_path)) as desk:
        await desk.send(STEP)
        await desk.press(*begun)
        assert newest(desk) == ("call Puno by next Tue", "")
        assert desk.meeting.state.notes[1].owners == (AMINA,)
        assert desk.line == begun
        desk.meeting.settle()
        assert (desk.meeting.folder / "draft.txt").read_text(encoding="utf-8") == begun
        await desk.press("enter")
        assert desk.line == ""
        assert len(desk.meeting.state.notes) == (1 if begun[0] == "/" else 2)


async def test_a_pasted_line_is_one_of_its_own_when_a_line_waits(tmp_path: Path) -> None:
    async with at(meeting_in(tmp_path)) as desk:
        await desk.send(STEP)
        await desk.paste("another thing")
        assert (newest(desk), desk.line) == (("call Puno by next Tue", ""), "another thing")


async def test_a_mended_note_that_waits_does_not_take_the_next_line(tmp_path: Path) -> None:
    async with at(meeting_in(tmp_path, "> call Puno @Amina")) as desk:
        await desk.press("up")
        desk.screen.line.put("")
        await desk.type("> call Lima by next Tue @Amina")
        await desk.press("enter", *"fine", "enter")
        texts = [note.text for note in desk.meeting.state.ordered_notes()]
        assert texts == ["call Lima by next Tue", "fine"]


async def test_a_step_by_tab_waits_as_well_and_so_does_a_note_that_is_mended(tmp_path: Path) -> None:
    async with at(meeting_in(tmp_path)) as desk:
        await desk.press("tab", "tab", "tab")
        await desk.send("call Puno by 3/4")
        assert "3/4: 3 Apr or 4 Mar?" in desk.hint
        await desk.press("enter")
        assert newest(desk) == ("call Puno", "2027-04-03")
        await desk.press("up")
        desk.screen.line.put("")
        await desk.type("> call Puno by next Tue")
        await desk.press("enter", "tab", "enter")
        assert (newest(desk), desk.line, desk.kind) == (("call Puno", "2026-12-01"), "", "note")


async def test_a_day_that_does_not_exist_is_said_and_the_line_is_kept(tmp_path: Path) -> None:
    async with at(meeting_in(tmp_path)) as desk:
        await desk.send("> call Puno by 31 June")
        assert newest(desk) == ("call Puno by 31 June", "")
        assert desk.hint == "There is no 31 June: the step is kept as typed, without a due date."


async def test_in_pasted_lines_nothing_waits_and_a_sentence_names_the_command(tmp_path: Path) -> None:
    async with at(meeting_in(tmp_path), (160, 40)) as desk:
        await desk.paste(f"one\n{STEP}\nthree")
        assert [note.text for note in desk.meeting.state.ordered_notes()] == [
            "one",
            "call Puno by next Tue",
            "three",
        ]
        assert "/due 2 2026-11-24 sets one." in desk.hint


async def test_a_paste_is_several_lines_or_one_as_tab_says_and_one_undo_either_way(tmp_path: Path) -> None:
    async with at(meeting_in(tmp_path, "before")) as desk:
        await desk.paste("one\n\n  two\nthree")
        assert desk.hint == "3 lines are kept. ^R takes all of it back. Tab: one line instead."
        await desk.press("tab")
        assert [note.text for note in desk.meeting.state.ordered_notes()] == ["before", "one two three"]
        assert desk.hint == "Kept as 1 line. ^R takes it back. Tab: 3 lines."
        await desk.press("ctrl+r")
        assert [note.text for note in desk.meeting.state.ordered_notes()] == ["before"]
        await desk.press("tab")
        assert desk.kind == "question", "the question about the paste is over"


async def test_a_paste_that_was_turned_twice_is_as_it_was(tmp_path: Path) -> None:
    async with at(meeting_in(tmp_path, "before")) as desk:
        await desk.paste("? one\n> two @Amina")
        kinds = [note.kind for note in desk.meeting.state.ordered_notes()]
        await desk.press("tab", "tab", "enter")
        assert (
            [note.kind for note in desk.meeting.state.ordered_notes()]
            == kinds
            == ["note", "question", "step"]
        )
        assert desk.hint == "2 lines are kept. ^R takes all of it back."


@pytest.mark.parametrize("key", ["escape", "x"])
async def test_a_paste_is_kept_whatever_is_pressed_then(tmp_path: Path, key: str) -> None:
    async with at(meeting_in(tmp_path)) as desk:
        await desk.paste("one\ntwo")
        await desk.press(key, "tab")
        assert len(desk.meeting.state.notes) == 2
        assert not desk.screen._covered


async def test_a_paste_is_not_turned_once_something_else_was_done(tmp_path: Path) -> None:
    async with at(meeting_in(tmp_path)) as desk:
        await desk.paste("one\ntwo")
        desk.meeting.submit(it.Capture(kind="note", text="from elsewhere"))
        await desk.press("tab")
        assert len(desk.meeting.state.notes) == 3


async def test_the_arrow_key_writes_a_name_that_is_begun_and_enter_is_not_taken(tmp_path: Path) -> None:
    async with at(meeting_in(tmp_path)) as desk:
        await desk.type("nid")
        assert desk.hint.startswith(f"→ {BRID}:")
        assert desk.kind == "note"
        await desk.press("right")
        assert desk.line == f"{BRID}: "
        await desk.type("she waits")
        await desk.press("enter")
        assert desk.meeting.state.notes[1].speakers == (BRID,)
        await desk.send("nid")
        assert newest(desk) == ("nid", "")


async def test_the_arrow_key_goes_through_all_that_fits_and_moves_in_the_line_elsewhere(
    tmp_path: Path,
) -> None:
    async with at(meeting_in(tmp_path)) as desk:
        await desk.type("/turn ann")
        await desk.press("right")
        first = desk.line
        await desk.press("right")
        assert desk.line.startswith("/turn Ann")
        assert desk.line != first
        await desk.press("right")
        assert desk.line == first
        await desk.press("home", "right", "x")
        assert desk.line == "/x" + first[1:]


async def test_notes_are_walked_marked_moved_and_made_pod_only_in_place(tmp_path: Path) -> None:
    async with at(meeting_in(tmp_path, "one", "Amina: two", "> three", stage="")) as desk:
        await desk.press("up", "up")
        assert (desk.kind, desk.line) == ("edit 2", "Amina Diallo: two")
        await desk.press("shift+up")
        assert desk.hint == "Line 2 stands first in Arrive."
        assert [note.number for note in desk.meeting.state.ordered_notes()] == [2, 1, 3]
        await desk.press("tab", "ctrl+o")
        assert desk.line == "~ ? Amina Diallo: two"
        assert "a question from Amina Diallo, pod only" in desk.hint
        await desk.press("enter")
        note = desk.meeting.state.notes[2]
        assert (note.kind, note.pod_only, note.speakers) == ("question", True, (AMINA,))
        await desk.press("ctrl+r", "ctrl+r")
        assert [note.number for note in desk.meeting.state.ordered_notes()] == [1, 2, 3]
        assert desk.meeting.state.notes[2].kind == "note"


async def test_a_note_whose_kind_a_key_has_changed_is_still_moved_by_key(tmp_path: Path) -> None:
    async with at(meeting_in(tmp_path, "one", "two")) as desk:
        await desk.press("up", "tab", "shift+up")
        assert desk.hint == "Line 2 stands first in Arrive."
        assert desk.line == "? two"
        await desk.press("ctrl+o", "alt+down", "enter")
        assert [note.number for note in desk.meeting.state.ordered_notes()] == [1, 2]
        note = desk.meeting.state.notes[2]
        assert (note.kind, note.pod_only) == ("question", True)
        await desk.press("up", "tab", "x", "shift+up")
        assert [note.number for note in desk.meeting.state.ordered_notes()] == [1, 2]
        assert desk.line.endswith("x")


async def test_an_open_note_is_joined_to_the_one_before_and_divided_by_keys(tmp_path: Path) -> None:
    async with at(meeting_in(tmp_path, "one", "Amina: two words")) as desk:
        await desk.press("up", "home", "backspace")
        assert desk.hint == "Line 1 now says what 2 said."
        assert (desk.line, desk.kind) == ("", "note")
        assert desk.meeting.state.notes[1].text == "one two words"
        await desk.press("ctrl+r", "up", *["left"] * 5, "ctrl+j")
        assert desk.hint == "Line 2 is two lines now: the rest is line 3."
        assert [note.text for note in desk.meeting.state.ordered_notes()] == ["one", "two", "words"]
        assert desk.meeting.state.notes[3].speakers == (AMINA,)
        await desk.press("ctrl+r")
        assert [note.text for note in desk.meeting.state.ordered_notes()] == ["one", "two words"]


async def test_keys_that_join_and_divide_are_those_of_the_text_where_something_was_typed(
    tmp_path: Path,
) -> None:
    async with at(meeting_in(tmp_path, "one", "Amina: two words")) as desk:
        await desk.press("up", "home", *["right"] * 3, "ctrl+j")
        assert desk.hint == "Put the cursor where the second line begins."
        await desk.press("x", "home", "backspace", *["right"] * 16, "ctrl+j")
        assert desk.meeting.state.notes[2].text == "Amixna Diallo: two words"
        await desk.press("up", "up", "home", "backspace")
        assert desk.hint == "This is the first line."
        await desk.press("escape")
        await desk.type("half")
        await desk.press("home", "backspace", "right", "ctrl+j")
        assert desk.meeting.state.notes[3].text == "half"
        assert len(desk.meeting.state.notes) == 3


async def test_below_the_last_note_the_line_is_empty_and_text_that_was_changed_keeps_its_arrows(
    tmp_path: Path,
) -> None:
    async with at(meeting_in(tmp_path, *LINES)) as desk:
        await desk.press("up", "up", "down", "down")
        assert (desk.line, desk.kind) == ("", "note")
        await desk.press("up", "x", "up", "down", "shift+up")
        assert desk.line.endswith("x")
        assert desk.kind == "edit 8"


async def test_the_open_note_is_in_sight_however_far_back(tmp_path: Path) -> None:
    async with at(meeting_in(tmp_path, *(f"note {number}" for number in range(1, 13)))) as desk:
        await desk.press(*["up"] * 12)
        row = next(row for row in desk.seen().split("\n") if "   1  note       note 1" in row)
        assert row.rstrip().endswith("open")
        await desk.press("up")
        assert desk.hint == "This is the first line."


async def test_the_pod_only_key_on_a_typed_line_says_so_in_words(tmp_path: Path) -> None:
    async with at(meeting_in(tmp_path)) as desk:
        await desk.press("ctrl+o")
        assert desk.hint == "The next line stays in the pod."
        await desk.type("! her manager decides")
        assert "stays in the pod" in desk.hint
        await desk.press("enter")
        assert desk.meeting.state.notes[1].pod_only
        assert "takeaway, pod only" in desk.seen()
