"""A strike while words of the struck line are in the line on the screen: no byte of the home has them."""

from __future__ import annotations

from pathlib import Path

from closing_meetings import all_bytes
from live_desk import Desk, at, meeting_in

WORDS = "quetzal wort"


async def reopened(desk: Desk, home: Path) -> None:
    """The line that is struck in a moment stands opened in the line, and so in the draft."""
    await desk.press("up")
    assert desk.line == WORDS
    await desk.type(" and more")
    assert desk.meeting.settle()
    assert b"wort and more" in (desk.meeting.folder / "draft.txt").read_bytes()


async def test_a_line_opened_to_be_mended_and_struck_from_the_palette_leaves_the_draft(
    tmp_path: Path,
) -> None:
    async with at(meeting_in(tmp_path, WORDS, stage="clarify")) as desk:
        await reopened(desk, tmp_path)
        desk.screen.insert_command("/strike 1")
        await desk.press("enter")
        assert desk.line == ""
        assert desk.kind == "note"
        assert desk.hint.startswith("Line 1 is struck")
        assert desk.meeting.settle()
        assert b"quetzal" not in all_bytes(tmp_path)
        await desk.press("escape", "escape", "up")
        assert "quetzal" not in desk.seen()


async def test_a_line_opened_to_be_mended_and_struck_by_a_whole_command_leaves_the_line(
    tmp_path: Path,
) -> None:
    async with at(meeting_in(tmp_path, WORDS, stage="clarify")) as desk:
        await reopened(desk, tmp_path)
        desk.screen.run_line("/strike 1")
        await desk.pilot.pause()
        assert desk.line == ""
        assert desk.meeting.settle()
        assert b"quetzal" not in all_bytes(tmp_path)
        await desk.press("ctrl+z")
        assert desk.line == ""


async def test_what_is_half_typed_for_itself_outlives_a_strike_and_is_in_the_draft_again(
    tmp_path: Path,
) -> None:
    async with at(meeting_in(tmp_path, WORDS, stage="clarify")) as desk:
        await desk.type("she waits")
        desk.screen.run_line("/strike 1")
        await desk.pilot.pause()
        assert desk.line == "she waits"
        assert desk.meeting.settle()
        assert (desk.meeting.folder / "draft.txt").read_text(encoding="utf-8") == "she waits"
