"""Finding: one key says of the chosen step that it is done, or not done after all; the lines come anew."""

from __future__ import annotations

from pathlib import Path

from home_rooms import PEOPLE, HandClock, app_at, press, said, settled, typed, wanted_of
from textual.pilot import Pilot

from facilitator.meeting.opening import look, open_new, resume
from facilitator.screens.search import SearchScreen
from facilitator.session import intents as it
from facilitator.session.steps import is_done
from facilitator.widgets.choose_row import ChooseRow


def written(home: Path, *captures: it.Capture) -> Path:
    """A closed meeting with these lines."""
    meeting = open_new(home, wanted_of(*PEOPLE), HandClock())
    meeting.submit(it.Go())
    for capture in captures:
        meeting.submit(capture)
    meeting.submit(it.Close())
    meeting.leave()
    return meeting.folder


def step(text: str) -> it.Capture:
    return it.Capture(kind="step", text=text, owners=(PEOPLE[2],))


async def mark(pilot: Pilot[int]) -> None:
    """Press the key; first the step is marked, and then its lines are looked for."""
    await press(pilot, "ctrl+t")
    await settled(pilot)
    await settled(pilot)


async def opened(pilot: Pilot[int], text: str = "") -> None:
    await settled(pilot)
    await press(pilot, "ctrl+f")
    assert isinstance(pilot.app.screen, SearchScreen)
    await settled(pilot)
    await typed(pilot, text)
    await settled(pilot)


def shown(pilot: Pilot[int]) -> list[str]:
    return str(pilot.app.screen.query_one(ChooseRow).render()).split("\n")


async def test_the_key_marks_the_chosen_step_and_marks_it_back(tmp_path: Path) -> None:
    folder = written(tmp_path, step("call the one"), step("call the other"))
    app = app_at(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot, "call")
        await press(pilot, "down")
        assert "^T Done" in said(app, "#keys")
        await mark(pilot)
        assert said(app, "#hint") == "Next step 2 is done. 2 lines in 1 meeting, the newest meeting first."
        assert shown(pilot) == [
            "  21 Nov 2026   next step  李娜: call the one",
            "▸ 21 Nov 2026   next step, done  李娜: call the other",
        ]
        assert said(app, "#whole").startswith("2, next step, done, 李娜: call the other")
        assert "^T Not done" in said(app, "#keys")
        assert is_done(look(folder).state, 2)
        await mark(pilot)
        assert "Next step 2 is not done" in said(app, "#hint")
        assert not is_done(look(folder).state, 2)
        await typed(pilot, " oth")
        await settled(pilot)
        assert said(app, "#hint") == "1 line in 1 meeting, the newest meeting first."


async def test_among_open_steps_a_step_that_is_done_goes_and_the_next_is_chosen(tmp_path: Path) -> None:
    written(tmp_path, step("one"), step("two"), step("three"))
    app = app_at(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await press(pilot, "tab", "tab")
        await settled(pilot)
        assert "only: open next steps" in said(app, "#header")
        await press(pilot, "down")
        await mark(pilot)
        assert [row.rpartition(" ")[2] for row in shown(pilot)] == ["one", "three"]
        assert shown(pilot)[1].startswith("▸")
        await mark(pilot)
        assert [row.rpartition(" ")[2] for row in shown(pilot)] == ["one"]
        await mark(pilot)
        assert "Next step 1 is done. Nothing was found" in said(app, "#hint")
        assert "^T" not in said(app, "#keys")


async def test_a_line_that_is_no_step_has_no_such_key(tmp_path: Path) -> None:
    folder = written(tmp_path, it.Capture(kind="note", text="call"))
    before = (folder / "events.jsonl").read_bytes()
    app = app_at(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot, "call")
        assert "^T" not in said(app, "#keys")
        await mark(pilot)
    assert (folder / "events.jsonl").read_bytes() == before


async def test_a_meeting_that_is_open_in_another_window_is_told(tmp_path: Path) -> None:
    folder = written(tmp_path, step("call"))
    app = app_at(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot, "call")
        other = resume(folder, HandClock())
        await mark(pilot)
        assert "open in another window" in said(app, "#trouble")
        assert "done" not in shown(pilot)[0]
        other.leave()
        await mark(pilot)
        assert "next step, done" in shown(pilot)[0]
        assert said(app, "#trouble") == ""
