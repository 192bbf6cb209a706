"""The page for a browser: big, safe, without script or network; written for as long as the meeting runs."""

from __future__ import annotations

import os
import stat
from html.parser import HTMLParser
from pathlib import Path

import pytest
from closing_meetings import PEOPLE, TITLE, FakeClock
from test_room_watch import open_meeting

from facilitator.meeting.meeting import Meeting
from facilitator.meeting.room.face import Face
from facilitator.meeting.room.page import page
from facilitator.meeting.room.publish import RoomPage
from facilitator.meeting.room.watch import Watch
from facilitator.session import intents as it
from facilitator.store.trouble import PlaceError, StoreTrouble

VOID = {"meta", "br"}


class Reader(HTMLParser):
    """Tags, attributes and text of a page; fails where a tag is not closed in its turn."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text: dict[str, str] = {}
        self._open: list[str] = []
        self.feed(text)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        where = self._open[-1] if self._open else ""
        self.text[where] = self.text.get(where, "") + data

    def meta(self, name: str) -> str | None:
        for tag, attrs in self.tags:
            if tag == "meta" and name in (attrs.get("http-equiv"), attrs.get("name")):
                return attrs.get("content")
        return None


WILD = "</li></ul><script>alert('x')</script> & \"quoted\" <img src=x onerror=y>"


def wild() -> Face:
    return Face(
        name=f"name {WILD}",
        clock="4:00",
        clock_note=f"note {WILD}",
        turn=f"turn {WILD}",
        say=f"say {WILD}",
        ask=(f"ask {WILD}",),
        about=f"about {WILD}",
        agenda=f"agenda {WILD}",
        place=f"place {WILD}",
        notice=f"notice {WILD}",
        language='en" onload="x',
    )


def test_whatever_is_said_stays_text() -> None:
    text = page(wild(), written="19:04")
    read = Reader(text)
    tags = {tag for tag, _attrs in read.tags}
    assert tags <= {
        "html",
        "head",
        "meta",
        "title",
        "style",
        "body",
        "main",
        "p",
        "h1",
        "small",
        "ul",
        "li",
        "footer",
    }
    assert not any(name.startswith("on") or name == "src" for _tag, attrs in read.tags for name in attrs)
    for words in ("name", "turn", "say", "ask", "about"):
        assert f"{words} {WILD}" in "".join(read.text.values())


def test_it_needs_no_script_and_no_network() -> None:
    read = Reader(page(wild()))
    assert read.meta("Content-Security-Policy") == "default-src 'none'; style-src 'unsafe-inline'"
    assert not {"script", "link", "img", "iframe"} & {tag for tag, _attrs in read.tags}
    assert "url(" not in read.text["style"]
    assert "@import" not in read.text["style"]


def test_it_loads_itself_again_until_it_is_the_last() -> None:
    assert Reader(page(wild())).meta("refresh") == "1"
    assert Reader(page(wild(), reload=False)).meta("refresh") is None


def test_it_says_which_language_its_words_are_in() -> None:
    text = page(Face(name="Arrivée", say="Bienvenue.", language="fr", notice="Please ask."))
    read = Reader(text)
    languages = {tag: attrs.get("lang") for tag, attrs in read.tags if tag in ("html", "h1")}
    assert languages == {"html": "en", "h1": "fr"}
    own = Reader(page(Face(name="We begin soon", language="fr", own_name=True)))
    assert next(attrs for tag, attrs in own.tags if tag == "h1") == {}


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def meeting(tmp_path: Path, clock: FakeClock) -> Meeting:
    one = open_meeting(tmp_path / "home", clock)
    one.submit(it.Go())
    assert one.settle()
    return one


def test_the_page_is_rewritten_as_the_meeting_goes_on_and_once_more_at_its_end(
    meeting: Meeting, clock: FakeClock, tmp_path: Path
) -> None:
    path = tmp_path / "room.html"
    shown: list[str] = []

    def pause(seconds: float) -> bool:
        """What happens in the meeting between the looks."""
        assert len(shown) < 9, shown
        shown.append(Reader(path.read_text("utf-8")).text["h1"])
        clock.gone += 1
        match len(shown):
            case 1:
                meeting.submit(it.Capture(kind="note", text="nobody pays"))
            case 2:
                meeting.submit(it.Next())
            case 3:
                meeting.submit(it.Close())
            case 4:
                meeting.leave()
        assert len(shown) > 3 or meeting.settle()
        return False

    said = RoomPage(Watch(meeting.folder, clock), clock, path).follow(pause)
    assert shown == ["Arrive", "Arrive", "Case told", "The meeting is over"]
    assert said == "The meeting is over, and the page says so."
    last = path.read_text("utf-8")
    assert Reader(last).meta("refresh") is None
    assert "nobody pays" not in last
    assert TITLE not in last
    assert not any(name in Reader(last).text["title"] for name in PEOPLE)


def test_a_page_that_is_left_behind_does_not_go_on_showing_the_time(
    meeting: Meeting, clock: FakeClock, tmp_path: Path
) -> None:
    path = tmp_path / "room.html"
    said = RoomPage(Watch(meeting.folder, clock), clock, path).follow(lambda _seconds: True)
    read = Reader(path.read_text("utf-8"))
    assert said == "The page no longer follows the meeting, and says so."
    assert "This page no longer follows the meeting." in read.text["p"]
    assert "left of" not in path.read_text("utf-8")
    assert read.meta("refresh") is None
    meeting.leave()


def test_a_page_of_ours_is_replaced_and_any_other_file_only_by_force(
    meeting: Meeting, clock: FakeClock, tmp_path: Path
) -> None:
    path = tmp_path / "room.html"
    watch = Watch(meeting.folder, clock)
    RoomPage(watch, clock, path).update()
    RoomPage(watch, clock, path).update()
    path.write_text("my own page")
    with pytest.raises(PlaceError, match="--force"):
        RoomPage(watch, clock, path).update()
    assert path.read_text() == "my own page"
    RoomPage(watch, clock, path, force=True).update()
    assert "Arrive" in path.read_text("utf-8")
    meeting.leave()


def test_the_page_obeys_the_umask_and_a_place_that_is_none_is_told(
    meeting: Meeting, clock: FakeClock, tmp_path: Path
) -> None:
    watch = Watch(meeting.folder, clock)
    before = os.umask(0o027)
    try:
        RoomPage(watch, clock, tmp_path / "room.html").update()
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "room.html").stat().st_mode) == 0o640
    with pytest.raises((PlaceError, StoreTrouble), match="no folder"):
        RoomPage(watch, clock, tmp_path / "nowhere" / "room.html").update()
    with pytest.raises(PlaceError, match="is a folder"):
        RoomPage(watch, clock, tmp_path).update()
    meeting.leave()
