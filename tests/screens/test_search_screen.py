"""Finding what was said: lines come as one types, and the minutes open at the line."""

from __future__ import annotations

from pathlib import Path

import pytest
from home_rooms import PEOPLE, HandClock, app_at, press, said, settled, typed, wanted_of
from textual.pilot import Pilot
from textual.widgets.markdown import MarkdownBlock

from facilitator.app import FacilitatorApp
from facilitator.meeting.opening import open_new
from facilitator.screens.home import HomeScreen
from facilitator.screens.minutes import MinutesScreen
from facilitator.screens.search import SearchScreen
from facilitator.screens.search_rows import MOST, SEEN, count_sentence, from_match, rows, trouble_sentence
from facilitator.search.finder import Answer
from facilitator.search.record import Hit, Kept
from facilitator.search.wish import Wish, phrases_of
from facilitator.session import intents as it
from facilitator.widgets.choose_row import ChooseRow


def written(home: Path, *captures: it.Capture, days: int = 0) -> Path:
    """A meeting with these lines, and so many others that the last ones stand far down."""
    clock = HandClock()
    clock.at = days * 86400.0
    meeting = open_new(home, wanted_of(*PEOPLE, title="The uncle [/] on the board"), clock)
    meeting.submit(it.Go())
    for number in range(60):
        meeting.submit(it.Capture(kind="note", text=f"filler {number}"))
    for capture in captures:
        meeting.submit(capture)
    meeting.leave()
    return meeting.folder


def note(text: str, kind: str = "note") -> it.Capture:
    return it.Capture(kind=kind, text=text)  # type: ignore[arg-type]


async def opened(pilot: Pilot[int], text: str = "") -> SearchScreen:
    """The search screen, opened from home, with this typed into it."""
    await settled(pilot)
    await press(pilot, "ctrl+f")
    screen = pilot.app.screen
    assert isinstance(screen, SearchScreen)
    await settled(pilot)
    await typed(pilot, text)
    await settled(pilot)
    return screen


def shown(app: FacilitatorApp) -> str:
    return str(app.screen.query_one(ChooseRow).render())


async def test_lines_come_as_one_types_and_change_with_the_words(tmp_path: Path) -> None:
    written(tmp_path, note("the lease of the harbour"), note("the 李娜 question", "question"))
    written(tmp_path, note("another [lease]"), days=1)
    app = app_at(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        assert "Type a word" in said(app, "#hint")
        await typed(pilot, "LEÀ")
        await settled(pilot)
        assert said(app, "#hint") == "2 lines in 2 meetings, the newest meeting first."
        assert shown(app).split("\n") == [
            "▸ 22 Nov 2026   note       another [lease]",
            "  21 Nov 2026   note       the lease of the harbour",
        ]
        assert "22 November 2026" in said(app, "#whole")
        await typed(pilot, "se harb")
        await settled(pilot)
        assert "1 line in 2 meetings" in said(app, "#hint")
        await press(pilot, "ctrl+u", "李", "娜")
        await settled(pilot)
        assert "question   the 李娜 question" in shown(app)
        await typed(pilot, "娜")
        await settled(pilot)
        assert said(app, "#hint").startswith("Nothing was found in 2 meetings.")
        assert said(app, "#whole") == ""


async def test_enter_opens_the_minutes_at_the_line_and_esc_comes_back(tmp_path: Path) -> None:
    folder = written(tmp_path, note("the lease, first"), note("the lease, last"))
    app = app_at(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot, "lease")
        await press(pilot, "down", "enter")
        await settled(pilot)
        minutes = app.screen
        assert isinstance(minutes, MinutesScreen)
        assert said(app, "#where") == str(folder / "minutes.md")
        (found,) = minutes.query(".-found").results(MarkdownBlock)
        assert str(found.content) == "the lease, last"
        page = minutes.query_one("#page")
        assert page.scroll_y > 20
        assert page.region.contains_region(found.region)
        await press(pilot, "escape")
        assert app.screen is screen
        assert "2 lines" in said(app, "#hint")
        await press(pilot, "escape")
        assert isinstance(app.screen, HomeScreen)


async def test_enter_that_was_typed_ahead_opens_what_was_asked_for(tmp_path: Path) -> None:
    written(tmp_path, note("the lease"), note("the contract"))
    app = app_at(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot, "lease")
        await pilot.press("ctrl+u", *"contract", "enter")
        await settled(pilot)
        await settled(pilot)
        (found,) = app.screen.query(".-found").results(MarkdownBlock)
        assert str(found.content) == "the contract"


async def test_tab_looks_only_at_another_kind_of_line(tmp_path: Path) -> None:
    written(tmp_path, note("call them", "step"), note("call it off", "decision"), note("a call"))
    app = app_at(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot, "call")
        assert "all lines" in said(app, "#header")
        await press(pilot, "tab")
        await settled(pilot)
        assert "only: next step" in said(app, "#header")
        assert shown(app) == "▸ 21 Nov 2026   next step  call them"
        await press(pilot, "shift+tab", "shift+tab", "ctrl+u")
        await settled(pilot)
        assert "only: kept for later" in said(app, "#header")
        assert "Nothing was found" in said(app, "#hint")


async def test_what_was_struck_meanwhile_is_told_and_the_minutes_open_all_the_same(tmp_path: Path) -> None:
    folder = written(tmp_path, note("the lease"))
    app = app_at(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert app.read_minutes(folder, 999) == ""
        await settled(pilot)
        assert "Line 999 is no longer in these minutes." in said(app, "#hint")
        assert not app.screen.query(".-found")


async def test_a_home_without_meetings_and_one_that_cannot_be_read_are_told(tmp_path: Path) -> None:
    app = app_at(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot, "lease")
        assert said(app, "#hint") == "There are no meetings to look through yet."
        (tmp_path / "sessions").write_text("in the way")
        await typed(pilot, "s")
        await settled(pilot)
        assert str(tmp_path / "sessions") in said(app, "#hint")
        await press(pilot, "enter", "up", "down", "pagedown", "pageup", "escape")
        assert isinstance(app.screen, HomeScreen)


async def test_too_many_words_are_told(tmp_path: Path) -> None:
    written(tmp_path, note("the lease"))
    app = app_at(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot, "lease")
        line = app.screen.query_one("#line")
        line.value = " ".join(map(str, range(99)))  # type: ignore[attr-defined]
        await settled(pilot)
        assert "too much to look for" in said(app, "#hint")


@pytest.mark.parametrize("size", [(120, 40), (64, 34), (40, 12), (20, 5)])
async def test_it_survives_every_size(tmp_path: Path, size: tuple[int, int]) -> None:
    written(tmp_path, note("the lease " + "and more " * 40))
    app = app_at(tmp_path)
    async with app.run_test(size=size) as pilot:
        await opened(pilot, "lease")
        assert app.screen.query_one("#line").region.height == 1
        assert app.screen.query_one(ChooseRow).region.height >= 1
        await pilot.resize_terminal(20, 5)
        await pilot.resize_terminal(*size)
        await press(pilot, "escape", "ctrl+q")
    assert app.return_value == 0


async def test_a_slash_finds_from_home_too(tmp_path: Path) -> None:
    app = app_at(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert "^F Find" in said(app, "#keys")
        await press(pilot, "slash")
        assert isinstance(app.screen, SearchScreen)


def hit(text: str = "the lease", day: str = "2026-11-21", **more: object) -> Hit:
    kept = Kept(number=3, kind="note", text=text, **more)  # type: ignore[arg-type]
    return Hit(place="sessions/one", day=day, format="InterVision", title="", note=kept)


def test_of_a_long_line_the_part_with_the_word_is_shown() -> None:
    wish = Wish(phrases=phrases_of("nobody léa"), begun=True)
    text = "what was said " * 5 + "of the lease"
    assert from_match(text, wish) == "… of the lease"
    assert from_match("x" * SEEN + " lease", wish) == "x" * SEEN + " lease"
    assert from_match("nothing of it " * 9, wish) == "nothing of it " * 9
    assert from_match(text, Wish()) == text


def test_control_characters_are_shown_as_pictures() -> None:
    (row,) = rows([hit("a\x1b[2J b\x07", speakers=("A\x1bnn",), pod_only=True)], Wish())
    assert row.plain == "21 Nov 2026   note, pod only  A␛nn: a␛[2J b␇"


def test_only_so_many_rows_are_shown_and_that_is_said() -> None:
    many = Answer(hits=[hit()] * (MOST + 1), found=MOST + 1, sessions=3, troubles=[])
    assert len(rows(many.hits, Wish())) == MOST
    assert count_sentence(many, asked=True) == f"{MOST + 1} lines in 3 meetings; the newest {MOST} are shown."


def test_trouble_with_many_meetings_is_one_sentence() -> None:
    troubles = [("sessions/a\x1b", "It cannot be read."), ("sessions/b", "x"), ("sessions/c", "x")]
    assert (
        trouble_sentence(Answer(hits=[], troubles=troubles)) == "a␛: It cannot be read. 2 more have trouble."
    )
    assert trouble_sentence(Answer(hits=[], troubles=troubles[:1])) == "a␛: It cannot be read."
