"""The silence on the live screen: what is written there is for oneself, and one soft bell ends it."""

from __future__ import annotations

from pathlib import Path

import pytest
from closing_meetings import LINES
from live_desk import Desk, at, meeting_in
from textual.widgets import Digits

from facilitator.app import FacilitatorApp
from facilitator.meeting.meeting import Meeting
from facilitator.meeting.opening import resume
from facilitator.screens.live import LiveScreen
from facilitator.session import intents as it

SECRET = "the director is her uncle"
HALF = "and I never said it"


@pytest.fixture
def bells(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every bell that the app rings."""
    rung: list[str] = []
    monkeypatch.setattr(FacilitatorApp, "bell", lambda app: rung.append("bell"))
    return rung


@pytest.fixture
def silence(tmp_path: Path) -> Meeting:
    return meeting_in(tmp_path, *LINES, stage="pause")


def on_disk(meeting: Meeting) -> str:
    """Every byte of every file of the session."""
    assert meeting.settle()
    files = [path for path in meeting.folder.parent.parent.rglob("*") if path.is_file()]
    assert len(files) >= 5
    return "".join(path.read_bytes().decode("utf-8", "replace") for path in files)


def number(desk: Desk) -> tuple[str, str]:
    return desk.screen.query_one("#still-clock", Digits).value, desk.words("still-unit")


async def test_what_is_for_oneself_is_never_on_disk_and_at_hand_in_the_round(
    silence: Meeting,
) -> None:
    async with at(silence) as desk:
        assert desk.kind == "for me"
        assert desk.hint == "For you alone: in memory only. Marks and / go to us all."
        await desk.press(*SECRET)
        assert SECRET not in on_disk(silence)
        await desk.press("enter")
        assert desk.hint == "Kept in memory only, for you."
        await desk.send("! ask for the date with the vote")
        await desk.send("/later the budget")
        await desk.type(HALF)
        await desk.calmly("ctrl+n", "ctrl+n")
        assert desk.stage == "reflections"
        assert (desk.line, desk.kind) == (HALF, "for me")
        await desk.press("!", "backspace", "enter")
        assert "Mine" in desk.seen()
        assert SECRET in desk.seen()
        assert HALF in desk.seen()
        kept = on_disk(silence)
        assert "ask for the date with the vote" in kept
        assert "the budget" in kept
        assert SECRET not in kept
        assert HALF not in kept
        await desk.send("/mine 1")
        assert (desk.line, desk.kind) == (SECRET, "note")
        assert SECRET not in on_disk(silence)
        await desk.press("escape")
        await desk.send("/mine 1")
        await desk.press("enter")
        assert SECRET in on_disk(silence)
        assert HALF not in on_disk(silence)
        assert desk.app.scratch.lines == (HALF,)
        await desk.send("/close")
        await desk.pilot.pause()
        assert desk.app.scratch.lines == ()
        assert HALF not in on_disk(silence)


async def test_text_half_typed_when_the_silence_begins_is_still_for_the_meeting(tmp_path: Path) -> None:
    async with at(meeting_in(tmp_path, stage="clarify")) as desk:
        await desk.type("the deputy wai")
        await desk.calmly("ctrl+n")
        assert desk.stage == "pause"
        assert (desk.line, desk.kind) == ("the deputy wai", "note")
        await desk.press("t", "e", "d")
        assert "the deputy waited" in on_disk(desk.meeting)
        await desk.press("enter")
        assert desk.meeting.state.notes[1].text == "the deputy waited"
        assert desk.kind == "for me"


async def test_a_silence_that_is_resumed_or_undone_into_is_private_too(silence: Meeting) -> None:
    async with at(silence) as desk:
        await desk.type(SECRET)
        await desk.press("ctrl+q")
        await desk.press("ctrl+q")
    assert SECRET not in on_disk_again(silence)
    again = resume(silence.folder, silence.clock)
    async with at(again) as desk:
        assert (desk.line, desk.kind) == ("", "for me")
        await desk.send(SECRET)
        again.submit(it.Next())
        await desk.type("x")
        assert desk.kind == "note"
        await desk.press("backspace", "ctrl+r")
        assert (desk.stage, desk.kind) == ("pause", "for me")
        assert SECRET not in on_disk(again)


def on_disk_again(meeting: Meeting) -> str:
    """The same for a meeting that was left."""
    return "".join(path.read_bytes().decode() for path in meeting.folder.iterdir())


async def test_one_bell_at_the_end_and_none_anywhere_else(silence: Meeting, bells: list[str]) -> None:
    async with at(silence) as desk:
        shown = []
        for seconds in (60, 60, 60, 49, 1, 5, 4):
            await desk.after(seconds)
            shown.append(number(desk))
        assert shown == [
            ("3", "minutes"),
            ("2", "minutes"),
            ("1", "minute"),
            ("1", "minute"),
            ("10", "seconds"),
            ("5", "seconds"),
            ("1", "second"),
        ]
        assert "Welcome back" in desk.words("still-say")
        assert bells == []
        await desk.after(1)
        assert bells == ["bell"]
        assert number(desk) == ("0:00", "over the time")
        assert desk.keys.startswith("^N On to Reflections offered")
        await desk.after(300)
        for stage in ("reflections", "discussion", "journal", "close"):
            desk.meeting.submit(it.GoTo(stage))
            desk.meeting.submit(it.Turn(desk.meeting.state.here()[1]))
            for _minute in range(20):
                await desk.after(60)
        assert bells == ["bell"]


async def test_a_laptop_that_slept_through_the_end_rings_once(silence: Meeting, bells: list[str]) -> None:
    async with at(silence) as desk:
        await desk.after(3600)
        await desk.after(1)
        assert bells == ["bell"]


async def test_the_bell_rings_under_an_open_palette_too(silence: Meeting, bells: list[str]) -> None:
    async with at(silence) as desk:
        await desk.press("ctrl+p")
        assert not isinstance(desk.app.screen, LiveScreen)
        silence.clock.gone += 240  # type: ignore[attr-defined]
        desk.app._tick()
        assert bells == ["bell"]


async def test_it_is_nearly_empty_and_says_what_to_do(silence: Meeting) -> None:
    async with at(silence, (120, 40)) as desk:
        assert "Now all of us are quiet." in desk.words("still-say")
        await desk.after(21)
        seen = desk.seen()
        assert desk.words("still-say") == ""
        for words in ("Reflective pause", "What I noticed", "What I could suggest", "What might solve it"):
            assert words in seen
        assert "What I still wonder" in seen
        assert "Cameras and microphones off until 19:04." in seen
        for gone in ("treasurer", "kept", "We end at", "Amina", "Then", "19:00"):
            assert gone not in seen


async def test_an_inserted_silence_is_as_still_and_leads_back(tmp_path: Path, bells: list[str]) -> None:
    async with at(meeting_in(tmp_path, stage="discussion")) as desk:
        await desk.send("/silence 2")
        assert desk.kind == "for me"
        assert number(desk) == ("2", "minutes")
        await desk.after(120)
        assert bells == ["bell"]
        assert desk.keys.startswith("^N Back to Open discussion")
        await desk.calmly("ctrl+n")
        assert desk.stage == "discussion"
        assert desk.kind == "note"


async def test_the_smallest_screen_keeps_time_sentence_line_and_hint(silence: Meeting) -> None:
    async with at(silence, (20, 5)) as desk:
        await desk.after(235)
        first, say, *_rest, hint = desk.seen().splitlines()
        assert first.strip() == "5 seconds"
        assert say.strip().startswith("“Welcome back")
        assert hint.startswith("For you alone")


async def test_journalling_records_nothing_and_rings_nothing(tmp_path: Path, bells: list[str]) -> None:
    async with at(meeting_in(tmp_path, stage="journal")) as desk:
        assert desk.hint.startswith("Nothing is recorded here")
        await desk.send(SECRET)
        await desk.after(999)
        assert not desk.meeting.state.notes
        assert SECRET not in on_disk(desk.meeting)
        assert bells == []
