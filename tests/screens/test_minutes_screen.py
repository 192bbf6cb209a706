"""Reading minutes: everything typed is text, and nothing in it can open anything."""

from __future__ import annotations

from pathlib import Path

from home_rooms import PEOPLE, HandClock, app_at, left, press, said, settled, wanted_of
from textual.widgets import Markdown

from facilitator.meeting.opening import open_new
from facilitator.screens.home import HomeScreen
from facilitator.screens.minutes import MinutesScreen, plain_parser
from facilitator.session import intents as it

AWKWARD = (
    "a [/] b [x] **c** | <script> 李娜",
    "see https://example.org/x and [here](http://x.y) ![p](q) <http://z> www.x.org",
    "[@click=app.exit]out[/]",
    "# no heading `code` ~~s~~ &amp; \x1b[31m",
)


def shown(app_screen: MinutesScreen) -> str:
    """Everything that the text on the screen says."""
    blocks = app_screen.query_one(Markdown).query("*").results()
    return "\n".join(str(getattr(block, "_content", "")) for block in blocks)


async def test_awkward_text_stands_as_it_was_typed_and_links_open_nothing(tmp_path: Path) -> None:
    meeting = open_new(tmp_path, wanted_of(*PEOPLE, title=AWKWARD[0]), HandClock())
    meeting.submit(it.Go())
    for text in AWKWARD:
        meeting.submit(it.Capture(kind="note", text=text))
    meeting.leave()
    app = app_at(tmp_path)
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        assert app.read_minutes(meeting.folder) == ""
        await settled(pilot)
        assert isinstance(app.screen, MinutesScreen)
        for text in AWKWARD:
            assert text.replace("\x1b", "␛") in shown(app.screen)
        for y in range(40):
            await pilot.click(offset=(30, y))
        await press(pilot, "pagedown", "pageup", "escape")
        assert isinstance(app.screen, HomeScreen)
    left(app)


def test_addresses_and_html_are_no_markup_for_the_reading_screen() -> None:
    tokens = plain_parser().parse("<b>x</b> [a](http://b) <http://c> http://d ![e](f)\n\n<div>\n")
    kinds = {child.type for token in tokens for child in token.children or [token]}
    assert not kinds & {"link_open", "image", "html_inline", "html_block"}


async def test_it_says_what_is_read_where_it_lies_and_what_was_damaged(tmp_path: Path) -> None:
    app = app_at(tmp_path)
    async with app.run_test(size=(64, 34)) as pilot:
        await settled(pilot)
        where = tmp_path / "a [b]" / "minutes.md"
        app.push_screen(MinutesScreen("# Minutes", where, "InterVision · closed", "One line was damaged."))
        await settled(pilot)
        assert said(app, "#where") == f"InterVision · closed · {where}"
        assert said(app, "#hint") == "One line was damaged."
        await pilot.resize_terminal(20, 5)
        await press(pilot, "escape")
        assert isinstance(app.screen, HomeScreen)


async def test_a_session_without_a_readable_log_gives_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    app = app_at(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert "empty" in app.read_minutes(tmp_path / "empty")
        assert isinstance(app.screen, HomeScreen)


async def test_long_minutes_move_by_pages(tmp_path: Path) -> None:
    text = "\n".join(f"- line {number}" for number in range(60))
    app = app_at(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        app.push_screen(MinutesScreen(text, tmp_path / "minutes.md"))
        await settled(pilot)
        page = app.screen.query_one("#page")
        await press(pilot, "pagedown")
        down = page.scroll_y
        assert down > 10
        await press(pilot, "pageup")
        assert page.scroll_y < down
