"""The first practice says what to try, one thing at a time, in the row under the line."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from home_rooms import PEOPLE, HandClock, app_at, left, meeting_of, press, said, settled, typed, wanted_of
from textual.pilot import Pilot

from facilitator.app import FacilitatorApp
from facilitator.meeting.opening import open_new, resume
from facilitator.meeting.tries import Tries
from facilitator.screens.close import CloseScreen
from facilitator.session import intents as it
from facilitator.settings.model import Settings


@asynccontextmanager
async def practising(home: Path, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Pilot[int]]:
    app = app_at(home)
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        app.practise()
        await settled(pilot)
        yield pilot
    left(app)


def row(pilot: Pilot[int]) -> str:
    assert isinstance(pilot.app, FacilitatorApp)
    return said(pilot.app, "#hint")


async def later(pilot: Pilot[int]) -> None:
    """What came of the last line has been read: its sentence makes room again."""
    app = pilot.app
    assert isinstance(app, FacilitatorApp)
    app.screen._say("")  # type: ignore[attr-defined]
    app.screen.look()  # type: ignore[attr-defined]
    await pilot.pause()


async def sent(pilot: Pilot[int], text: str) -> None:
    await typed(pilot, text)
    await press(pilot, "enter")
    await later(pilot)


async def test_each_thing_is_asked_for_until_it_is_done_and_then_the_next(tmp_path: Path) -> None:
    async with practising(tmp_path) as pilot:
        assert row(pilot) == "Try (1 of 8): you are Awa, the chair. Read Say aloud, then press ^N."
        await press(pilot, "ctrl+n")
        await later(pilot)
        assert row(pilot) == "Done. Now try (2 of 8): type what somebody says, and press Enter."
        await sent(pilot, "the board is told, not asked")
        assert row(pilot).startswith("Done. Now try (3 of 8): type ? and a space")
        await sent(pilot, "? who signs the letter")
        assert row(pilot).startswith("Done. Now try (4 of 8): type > Teresa:")
        await sent(pilot, "> Teresa: ask for a date by Friday")
        assert row(pilot) == "Done. Now try (5 of 8): ^R takes the last thing back."
        await press(pilot, "ctrl+r")
        await later(pilot)
        assert "6 of 8" in row(pilot)
        await press(pilot, "ctrl+s", "escape")
        await later(pilot)
        assert "7 of 8" in row(pilot)
        await press(pilot, "escape")
        assert "8" not in row(pilot)
        await press(pilot, "escape")
        assert "8 of 8" in row(pilot)
        assert "/close" in row(pilot)
        await sent_close(pilot)
        assert isinstance(pilot.app.screen, CloseScreen)


async def sent_close(pilot: Pilot[int]) -> None:
    await typed(pilot, "/close")
    await press(pilot, "enter")
    await settled(pilot)


async def test_what_is_typed_has_the_row_for_itself(tmp_path: Path) -> None:
    async with practising(tmp_path) as pilot:
        await typed(pilot, "? who")
        assert "Try" not in row(pilot)


async def test_what_was_done_before_it_is_asked_for_counts(tmp_path: Path) -> None:
    async with practising(tmp_path) as pilot:
        await sent(pilot, "? who signs the letter")
        await press(pilot, "ctrl+n")
        await later(pilot)
        assert row(pilot).startswith("Done. Now try (4 of 8)")


async def test_in_a_silence_nothing_is_asked_for(tmp_path: Path) -> None:
    async with practising(tmp_path) as pilot:
        app = pilot.app
        assert isinstance(app, FacilitatorApp)
        meeting_of(app).submit(it.Silence(60.0))
        await settled(pilot)
        assert "Try" not in row(pilot)


def test_a_practice_that_is_gone_on_with_remembers_what_was_done(tmp_path: Path) -> None:
    from facilitator.meeting.wanted import invented

    meeting = open_new(tmp_path, invented(), HandClock())
    meeting.submit(it.Go())
    meeting.submit(it.Next())
    meeting.leave()
    again = resume(meeting.folder, HandClock())
    words = Tries(again).words(Settings().key)
    again.leave()
    assert words.startswith("Done. Now try (2 of 8)")


def test_with_a_pod_of_ones_own_nothing_is_asked_for(tmp_path: Path) -> None:
    for more in ({"rehearsal": True, "mishaps": "7"}, {}):
        meeting = open_new(tmp_path, wanted_of(*PEOPLE, **more), HandClock())
        meeting.submit(it.Go())
        assert Tries(meeting).words(Settings().key) == ""
        meeting.leave()


def test_keys_are_named_as_the_settings_have_them(tmp_path: Path) -> None:
    from facilitator.meeting.wanted import invented

    meeting = open_new(tmp_path, invented(), HandClock())
    meeting.submit(it.Go())
    words = Tries(meeting).words(Settings(keys={"live.main": "f2"}).key)
    meeting.leave()
    assert words.endswith("then press F2.")
