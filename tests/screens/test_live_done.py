"""At the live screen and the close: steps are marked in the line, asked for, and hinted at without a word."""

from __future__ import annotations

from pathlib import Path

from closing_meetings import AMINA, FakeClock
from live_desk import Desk, at, meeting_in

from facilitator.agenda.library import find
from facilitator.meeting.opening import Wanted, open_new
from facilitator.screens.close import CloseScreen
from facilitator.session import intents as it


def earlier(home: Path, *texts: str) -> None:
    """A meeting two days before, with these next steps."""
    clock = FakeClock()
    clock.gone -= 2 * 86_400
    meeting = open_new(home, Wanted(agenda=find("intervision"), people=(AMINA,), zone="UTC"), clock)
    meeting.submit(it.Go())
    for text in texts:
        meeting.submit(it.Capture(kind="step", text=text, owners=(AMINA,)))
    meeting.submit(it.Close())
    assert meeting.leave()


async def looked(desk: Desk) -> None:
    """Wait for what is looked up behind the screen."""
    await desk.app.workers.wait_for_complete()
    await desk.pilot.pause()


async def test_a_quiet_row_says_that_steps_are_open_until_they_were_asked_for(tmp_path: Path) -> None:
    earlier(tmp_path, "call the nephew", "write to all")
    async with at(meeting_in(tmp_path)) as desk:
        await looked(desk)
        assert desk.hint.startswith("2 next steps are open from ")
        assert desk.hint.endswith(": /steps")
        assert "nephew" not in desk.seen()
        await desk.type("x")
        assert "next steps" not in desk.hint
        await desk.press("backspace")
        assert "next steps are open" in desk.hint
        await desk.send("/steps")
        assert f"{AMINA}: call the nephew" in desk.seen()
        await desk.press("escape")
        assert "nephew" not in desk.seen()
        assert desk.hint.startswith("Enter keeps the line.")


async def test_backspace_in_an_empty_line_puts_the_row_away_and_so_does_the_first_line(
    tmp_path: Path,
) -> None:
    earlier(tmp_path, "call")
    async with at(meeting_in(tmp_path / "home")) as desk:
        await looked(desk)
        assert "next step" not in desk.hint
    async with at(meeting_in(tmp_path)) as desk:
        await looked(desk)
        assert desk.hint.startswith("1 next step is open")
        await desk.press("backspace")
        assert desk.hint.startswith("Enter keeps the line.")
    async with at(meeting_in(tmp_path)) as desk:
        await looked(desk)
        await desk.send("we are all here")
        await desk.after(60)
        assert desk.hint.startswith("Enter keeps the line.")


async def test_covered_the_row_says_nothing_of_it(tmp_path: Path) -> None:
    earlier(tmp_path, "call")
    async with at(meeting_in(tmp_path)) as desk:
        await looked(desk)
        await desk.press("escape")
        assert "next step" not in desk.seen()


async def test_a_step_is_marked_in_the_line_and_its_row_says_so(tmp_path: Path) -> None:
    async with at(meeting_in(tmp_path, "> call the office", "> write", stage="discussion")) as desk:
        await desk.send("/done 1")
        assert desk.hint == "Next step 1 is done."
        assert "next step, done" in desk.seen()
        await desk.send("/done 1")
        assert desk.line == "/done 1"
        assert desk.hint == "Next step 1 is done already. /not-done 1 takes that back.  ·  Esc clears it."
        await desk.send("/not-done 1")
        assert "next step, done" not in desk.seen()
        await desk.press("ctrl+r")
        assert "next step, done" in desk.seen()
        await desk.send("/done")
        assert "2, next step: write" in desk.seen()
        assert "1, next step" not in desk.seen()


async def test_at_the_close_a_step_is_marked_too_and_the_short_text_says_so(tmp_path: Path) -> None:
    async with at(meeting_in(tmp_path, "> Amina: call the office by Friday", stage="close")) as desk:
        desk.meeting.submit(it.Close())
        await desk.pilot.pause()
        assert isinstance(desk.app.screen, CloseScreen)
        screen = desk.app.screen
        screen.line.insert("/done 1")
        await desk.pilot.press("enter")
        await desk.pilot.pause()
        rows = screen._compositor.render_strips(screen.size)
        seen = "\n".join(line.text for line in rows)
        assert "Next step 1 is done." in seen
        assert ", done" in seen
