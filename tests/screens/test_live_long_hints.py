"""What the row under the line says can be read whole, and is true of what Enter would do now."""

from __future__ import annotations

from pathlib import Path

import pytest
from live_desk import Desk, at, meeting_in

BESIDE_A_CALL = (64, 34)
MENDING = (
    "Tab kind · ^O pod only · Shift+↑↓ moves it · ↑ the one before · Esc leaves it · "
    "^J divides it at the cursor · Home, Backspace joins it to the one before"
)


def under_the_line(desk: Desk) -> str:
    """Everything painted from the line to the keys, as one sentence."""
    top, bottom = desk.region("linebox")[0], desk.region("keys")[0]
    return " ".join(" ".join(desk.seen().splitlines()[top:bottom]).split())


@pytest.mark.parametrize("size", [(80, 24), BESIDE_A_CALL])
async def test_a_long_sentence_begins_in_the_rows_that_the_line_leaves_empty(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with at(meeting_in(tmp_path, "short"), size) as desk:
        places = [desk.region(name) for name in ("linebox", "hint", "keys")]
        await desk.press("up")
        assert under_the_line(desk) == f"edit 1 short {MENDING}"
        assert [desk.region(name) for name in ("linebox", "hint", "keys")] == places
        await desk.press("escape")
        assert "Shift" not in desk.seen()


async def test_a_long_sentence_never_covers_the_line(tmp_path: Path) -> None:
    words = "a line that is so long that it takes all of the three rows which are kept for it, and so " * 2
    async with at(meeting_in(tmp_path, words.strip()), BESIDE_A_CALL) as desk:
        await desk.press("up")
        assert desk.screen.line.wrapped_document.height >= 3
        assert "Tab kind" in under_the_line(desk)
        assert under_the_line(desk).startswith("edit 1")
        await desk.press("ctrl+u")
        assert desk.hint
        assert "…" not in under_the_line(desk)


@pytest.mark.parametrize("stage", ["", "case", "discussion", "pause"])
async def test_what_stands_there_when_nothing_happens_fits_beside_a_call_in_one_row(
    tmp_path: Path, stage: str
) -> None:
    async with at(meeting_in(tmp_path, stage=stage), BESIDE_A_CALL) as desk:
        row = desk.region("hint")[0]
        assert desk.seen().splitlines()[row].strip() == desk.hint
        assert desk.hint


async def test_while_pens_are_down_nobody_is_told_that_enter_keeps_a_line(tmp_path: Path) -> None:
    async with at(meeting_in(tmp_path, stage="discussion")) as desk:
        await desk.press("ctrl+l")
        await desk.after(60)
        assert desk.hint == "^L takes the pens up. / begins a command."
        await desk.press("ctrl+l")
        await desk.after(60)
        assert desk.hint.startswith("Enter keeps the line.")


async def test_what_comes_next_is_never_cut_in_the_middle_of_a_word(tmp_path: Path) -> None:
    async with at(meeting_in(tmp_path, stage="clarify"), BESIDE_A_CALL) as desk:
        row = next(row for row in desk.seen().splitlines() if "We end at" in row)
        assert "min early" in row
        assert "  Reflective pause · 4 min  " in row
        await desk.size(120, 40)
        assert "Reflective pause · 4 min · cameras off" in desk.seen()


async def test_what_comes_next_keeps_its_label_where_both_fit(tmp_path: Path) -> None:
    async with at(meeting_in(tmp_path), BESIDE_A_CALL) as desk:
        await desk.after(900)
        row = next(row for row in desk.seen().splitlines() if "We end at" in row)
        assert "late" in row
        assert row.startswith("  Then   Case told · ")


async def test_lines_to_be_read_back_are_not_said_to_have_been_read(tmp_path: Path) -> None:
    lines = ("! a yes without a date is not yet a yes", "> call Puno @Amina by 2026-12-01")
    async with at(meeting_in(tmp_path, *lines, stage="takeaways")) as desk:
        await desk.calmly("ctrl+n")
        assert desk.hint == "Read these lines aloud now. They count as read back."
        assert "call Puno" in desk.seen()
        assert desk.meeting.state.read_back
