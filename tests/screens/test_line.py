"""The capture line: keys take effect in the order in which they were pressed, however fast they come."""

from __future__ import annotations

from pathlib import Path

from live_desk import at, meeting_in

from facilitator.session import intents as it


async def test_keys_typed_ahead_take_effect_in_their_order(tmp_path: Path) -> None:
    async with at(meeting_in(tmp_path, stage="clarify")) as desk:
        desk.meeting.submit(it.Back())
        await desk.press("a", "x", "backspace", "enter", "ctrl+n", "b", "left", "c", "enter")
        await desk.press("ctrl+r", "d", "enter")
        notes = desk.meeting.state.ordered_notes()
        assert [(note.text, note.stage) for note in notes] == [("a", "case"), ("d", "clarify")]


async def test_a_line_end_in_either_form_sends(tmp_path: Path) -> None:
    async with at(meeting_in(tmp_path)) as desk:
        await desk.press("a", "ctrl+j", "b", "enter")
        assert [note.text for note in desk.meeting.state.ordered_notes()] == ["a", "b"]


async def test_the_cursor_does_not_blink(tmp_path: Path) -> None:
    async with at(meeting_in(tmp_path)) as desk:
        assert not desk.screen.line.cursor_blink


async def test_keys_of_a_text_field_do_what_they_always_do(tmp_path: Path) -> None:
    async with at(meeting_in(tmp_path)) as desk:
        await desk.type("one two three")
        await desk.press("home", "delete", "end", "ctrl+w", "4")
        assert desk.line == "ne two 4"
        await desk.press("ctrl+z", "ctrl+z")
        assert desk.line != "ne two 4"
        await desk.press("ctrl+u")
        assert desk.line == ""


async def test_a_long_line_wraps_to_three_rows_and_up_moves_in_it(tmp_path: Path) -> None:
    async with at(meeting_in(tmp_path)) as desk:
        await desk.type("one thought after another " * 6)
        assert desk.screen.line.size.height == 3
        assert desk.screen.line.wrapped_document.height == 3
        await desk.press("up", "x")
        assert desk.line.count("x") == 1
        assert not desk.line.endswith("x")
