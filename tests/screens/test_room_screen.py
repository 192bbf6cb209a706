"""The room's window at all sizes: the important things stay, nothing moves while the clock runs, q leaves."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from pathlib import Path

import pytest
from closing_meetings import DOLORES, PEOPLE, TITLE, FakeClock
from hypothesis import given
from hypothesis import strategies as st
from textual.content import Content

from facilitator.agenda.library import find
from facilitator.meeting.meeting import Meeting
from facilitator.meeting.opening import Wanted, open_new
from facilitator.meeting.room.face import Face
from facilitator.meeting.room.watch import Watch
from facilitator.screens.room import RoomApp, run_room
from facilitator.screens.room_layout import PARTS, lay_out
from facilitator.session import intents as it
from facilitator.widgets.letters import drawn, drawn_large

SIZES = ((80, 24), (64, 34), (120, 40), (20, 5))


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def meeting(tmp_path: Path, clock: FakeClock) -> Iterator[Meeting]:
    wanted = Wanted(
        agenda=find("intervision"),
        people=PEOPLE,
        chair=PEOPLE[0],
        keeper=PEOPLE[1],
        giver=DOLORES,
        title=TITLE,
    )
    one = open_new(tmp_path, wanted, clock)
    one.submit(it.Go())
    yield one
    one.leave()


def rows_of(app: RoomApp) -> list[str]:
    strips = app.screen._compositor.render_strips()
    return ["".join(segment.text for segment in strip).rstrip() for strip in strips]


def shows(app: RoomApp, words: str) -> bool:
    return any(words in row for row in rows_of(app))


def stands_drawn(app: RoomApp, letters: tuple[str, ...] | None) -> bool:
    """Whether these large letters stand somewhere on the screen, row below row."""
    assert letters is not None
    rows = rows_of(app)
    return any(
        all(letter.rstrip() in row for letter, row in zip(letters, rows[place:], strict=False))
        for place in range(len(rows) - len(letters) + 1)
    )


@pytest.mark.parametrize("size", SIZES)
async def test_stage_clock_turn_and_instruction_are_there_at_every_size(
    meeting: Meeting, clock: FakeClock, size: tuple[int, int]
) -> None:
    meeting.submit(it.Turn("Ann Otieno"))
    clock.gone += 5
    assert meeting.settle()
    app = RoomApp(Watch(meeting.folder, clock))
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        assert shows(app, "Arrive") or stands_drawn(app, drawn("Arrive", 80))
        assert shows(app, "0:55") or stands_drawn(app, drawn_large("0:55", 80))
        assert shows(app, "Now: Ann")
        assert shows(app, "Welcome. One")
        assert all(len(row) <= size[0] for row in rows_of(app))
        everything = "\n".join(rows_of(app))
        for words in (TITLE, "Annabel", "李娜", "Quispe"):
            assert words not in everything


async def test_it_follows_the_chair_and_the_clock(meeting: Meeting, clock: FakeClock) -> None:
    app = RoomApp(Watch(meeting.folder, clock))
    async with app.run_test(size=(80, 24)) as pilot:
        meeting.submit(it.Next())
        clock.gone += 1
        assert meeting.settle()
        app.screen.look()  # type: ignore[attr-defined]
        await pilot.pause()
        assert shows(app, "2 of 10")
        assert stands_drawn(app, drawn_large("7:59", 80))
        assert shows(app, "· Who is part of it?")


async def test_nothing_moves_while_the_clock_runs(meeting: Meeting, clock: FakeClock) -> None:
    meeting.submit(it.Next())
    assert meeting.settle()
    app = RoomApp(Watch(meeting.folder, clock))
    async with app.run_test(size=(80, 24)) as pilot:
        places = set()
        for gone in (0, 1, 60, 400, 479, 480, 481, 600, 1100):
            clock.gone = float(gone)
            meeting._touch()
            app.screen.look()  # type: ignore[attr-defined]
            await pilot.pause()
            places.add(tuple((part, app.screen.query_one(f"#{part}").region) for part in PARTS))
        assert len(places) == 1


@pytest.mark.parametrize("height", [5, 12, 24, 40])
def test_no_digit_more_or_less_moves_anything(height: int) -> None:
    for width in range(10, 140):
        moments = [
            Face(
                name="Clarify",
                clock=clock,
                clock_note="left of 12 min",
                say="Short questions.",
                ask=("Who?",),
            )
            for clock in ("12:00", "9:59", "0:05")
        ]
        layouts = [lay_out(moment, width, height)[1] for moment in moments]
        assert layouts[0] == layouts[1] == layouts[2], width


async def test_q_leaves_and_nothing_else_does_anything(meeting: Meeting, clock: FakeClock) -> None:
    assert meeting.settle()
    state, kept = meeting.state, meeting.kept
    app = RoomApp(Watch(meeting.folder, clock))
    async with app.run_test(size=(80, 24)) as pilot:
        before = rows_of(app)
        for key in ("a", "enter", "escape", "space", "tab", "ctrl+p", "f1", "n", "/"):
            await pilot.press(key)
        await pilot.pause()
        assert rows_of(app) == before
        await pilot.press("q")
    assert app.return_value == 0
    assert (meeting.state, meeting.kept) == (state, kept)


async def test_a_smaller_window_is_laid_out_again(meeting: Meeting, clock: FakeClock) -> None:
    assert meeting.settle()
    app = RoomApp(Watch(meeting.folder, clock))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        assert stands_drawn(app, drawn("Arrive", 80))
        await pilot.resize_terminal(20, 5)
        await pilot.pause()
        assert rows_of(app)[0].strip() == "Arrive"


def test_a_fault_of_ours_shows_no_traceback(
    meeting: Meeting, clock: FakeClock, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def broken(_watch: Watch) -> None:
        raise ValueError("a word that somebody typed")

    monkeypatch.setattr(Watch, "look", broken)
    monkeypatch.setattr(RoomApp, "run", functools.partialmethod(RoomApp.run, headless=True))
    status, fault = run_room(Watch(meeting.folder, clock))
    assert status == 1
    assert isinstance(fault, ValueError)
    said = capfd.readouterr()
    assert "somebody typed" not in said.out + said.err
    assert "Traceback" not in said.out + said.err


words = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=120)
faces = st.builds(
    Face,
    name=words,
    clock=st.sampled_from(("", "0:05", "12:30", "125:00", "3")),
    clock_note=words,
    turn=words,
    say=words,
    ask=st.lists(words, max_size=6).map(tuple),
    about=words,
    agenda=words,
    notice=words,
    turns=st.booleans(),
    over=st.booleans(),
    quiet=st.booleans(),
)


@given(faces, st.integers(8, 140), st.integers(1, 50))
def test_whatever_is_shown_fits_the_window(seen: Face, width: int, height: int) -> None:
    shown, rows = lay_out(seen, width, height)
    assert sum(rows.values()) == height
    assert set(rows) == set(PARTS)
    for part, text in shown.items():
        lines = text.split("\n") if text else []
        assert len(lines) <= max(rows[part], 0)
        assert all(Content(line).cell_length <= width for line in lines), part
