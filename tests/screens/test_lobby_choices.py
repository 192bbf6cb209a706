"""In the lobby: where we meet, how many cases there are, who gives each, and what the meeting is about."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pyperclip
import pytest
from home_rooms import (
    NAMES,
    PEOPLE,
    SEVEN,
    app_at,
    left,
    line,
    meeting_of,
    press,
    said,
    settled,
    typed,
    wanted_of,
)
from msgspec.structs import replace
from textual.content import Content

from facilitator.agenda.library import find, shipped_names
from facilitator.app import FacilitatorApp
from facilitator.meeting.opening import Wanted
from facilitator.pod.lists import Topic
from facilitator.pod.topics import add_topic, keep_used, read_topics, topics_of
from facilitator.screens.answers import Answers
from facilitator.screens.live import LiveScreen
from facilitator.screens.lobby import LobbyScreen
from facilitator.screens.lobby_echo import echo
from facilitator.screens.lobby_words import answered, question
from facilitator.session import flat
from facilitator.session import intents as it
from facilitator.session.refused import Refused

TODAY = date(2026, 11, 21)


def asked_for(name: str, *people: str, **more: object) -> Wanted:
    return replace(wanted_of(*people, **more), agenda=find(name))


def given_rows(app: FacilitatorApp) -> str:
    """What was answered, as the plan shows it."""
    return " ".join(str(one.content) for one in app.screen.query("#plan .row Static").results())


def is_whole(app: FacilitatorApp, name: str) -> bool:
    """Whether the region shows all of its words."""
    region = app.screen.query_one(name)
    return len(Content(said(app, name)).wrap(region.size.width)) <= region.size.height


async def test_every_format_is_told_with_its_length_before_it_is_taken(tmp_path: Path) -> None:
    lengths = {one.title: one.minutes for one in map(find, shipped_names())}
    app = app_at(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "enter")
        seen = set()
        for _one in range(4):
            seen.add(line(app))
            assert said(app, "#hint").startswith(f"{lengths[line(app)]:g} minutes")
            assert "Enter takes it. ← → shows the other formats." in said(app, "#hint")
            await press(pilot, "right")
        assert len(seen) == 4


async def test_what_is_asked_can_be_read_whole_beside_a_call(tmp_path: Path) -> None:
    app = app_at(tmp_path)
    async with app.run_test(size=(64, 34)) as pilot:
        await settled(pilot)
        await press(pilot, "enter")
        asked = []
        while said(app, "#question") not in asked and not app.screen.has_class("-ready"):
            asked.append(said(app, "#question"))
            assert is_whole(app, "#wish"), asked[-1]
            if asked[-1] == "Who is here?":
                await typed(pilot, NAMES)
            await press(pilot, "enter")
        await press(pilot, "right", "right", "enter")
        assert said(app, "#question") == "Which theme?"
        assert is_whole(app, "#wish")
        assert len(asked) == 7


async def test_where_the_page_lies_is_said_to_the_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_clipboard(_text: str) -> None:
        raise pyperclip.PyperclipException("nothing")

    monkeypatch.setattr(pyperclip, "copy", no_clipboard)
    app = app_at(tmp_path / "home", wanted_of(*PEOPLE))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "ctrl+y")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert said(app, "#hint").endswith("page.txt.")
        assert is_whole(app, "#hint")


async def test_the_place_is_turned_beside_begin_and_changes_what_the_chair_says(tmp_path: Path) -> None:
    app = app_at(tmp_path, wanted_of(*PEOPLE))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert "a video call" in given_rows(app)
        await press(pilot, "right", "enter")
        assert "stay on the line" in said(app, "#hint")
        assert "a phone call" in given_rows(app)
        await press(pilot, "left", "enter")
        assert isinstance(app.screen, LiveScreen)
        assert meeting_of(app).state.agenda.place == "phone"
    left(app)


async def test_an_arrow_and_enter_typed_at_once_never_begin_the_meeting(tmp_path: Path) -> None:
    app = app_at(tmp_path, wanted_of(*PEOPLE))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        from textual import events

        app.post_message(events.Key("right", None))
        app.post_message(events.Key("enter", "\r"))
        await settled(pilot)
        assert isinstance(app.screen, LobbyScreen)
        assert "a phone call" in given_rows(app)


async def test_each_case_has_its_giver_and_their_number_can_be_changed(tmp_path: Path) -> None:
    app = app_at(tmp_path, asked_for("intervision-two-cases"))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await typed(pilot, NAMES)
        await press(pilot, "enter", "enter", "enter")
        assert said(app, "#question") == "How many cases?"
        await typed(pilot, "3")
        assert "3 cases: " in said(app, "#hint")
        await press(pilot, "enter")
        assert said(app, "#question") == "Who gives case 1?"
        await press(pilot, "enter")
        await typed(pilot, "Annabel")
        await press(pilot, "enter", "enter")
        assert "Annabel Otieno-Brandt" in said(app, "#column")
        await press(pilot, "enter", "enter", "enter")
        state = meeting_of(app).state
        assert state.givers == (PEOPLE[2], "Annabel Otieno-Brandt", "Sunita Rao")
        assert state.agenda.cases == 3
        assert sum(item.id.startswith("clarify#") for item in state.plan) == 3
    left(app)


async def test_a_theme_is_chosen_by_arrow_and_marked_once_the_meeting_begins(tmp_path: Path) -> None:
    add_topic(tmp_path, "Night shifts", "What do they take?")
    for topic in topics_of(tmp_path):
        if topic.title != "Night shifts":
            keep_used(tmp_path, topic.title, date(2026, 3, 2))
    app = app_at(tmp_path, asked_for("themed-discussion"))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await typed(pilot, NAMES)
        await press(pilot, *["enter"] * 4)
        assert said(app, "#question") == "Which theme?"
        await press(pilot, "right")
        assert line(app) == "Night shifts"
        assert said(app, "#hint") == "Not used yet. What do they take?"
        await press(pilot, "right")
        assert "Last used on Monday 2 March 2026." in said(app, "#hint")
        await press(pilot, "left", "enter", "enter")
        assert "Night shifts" in given_rows(app)
        assert not next(one for one in read_topics(tmp_path) if one.title == "Night shifts").used
        await press(pilot, "enter")
        state = meeting_of(app).state
        assert state.agenda.stages[0].ask[0] == "What do they take?"
        assert "“Night shifts”" in flat.say_line(state, meeting_of(app).moment())
    left(app)
    assert next(one for one in read_topics(tmp_path) if one.title == "Night shifts").used == (TODAY,)


async def test_any_meeting_can_be_given_a_theme_from_the_plan_and_a_new_one_joins_the_list(
    tmp_path: Path,
) -> None:
    app = app_at(tmp_path, wanted_of(*PEOPLE))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "right", "right", "enter")
        assert said(app, "#question") == "Which theme?"
        await typed(pilot, "Our [bold]own{x}")
        assert "joins your list" in said(app, "#hint")
        await press(pilot, "escape")
        assert app.screen.query_one("#begin").has_focus
        await press(pilot, "right", "right", "enter", "enter")
        assert "Our [bold]own{x}" in given_rows(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, LiveScreen)
    left(app)
    assert next(one for one in read_topics(tmp_path) if one.title == "Our [bold]own{x}").used == (TODAY,)


async def test_a_rehearsal_marks_no_topic(tmp_path: Path) -> None:
    app = app_at(
        tmp_path, asked_for("themed-discussion", *PEOPLE, theme="Saying no", rehearsal=True, speed=0.0)
    )
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "enter")
        assert meeting_of(app).state.agenda.theme == "Saying no"
    left(app)
    assert not (tmp_path / "topics.toml").exists()


async def test_a_broken_list_of_topics_is_told_stays_and_the_meeting_begins(tmp_path: Path) -> None:
    broken = b'format = 1\n[[topic]]\ntitel = "x"\n'
    (tmp_path / "topics.toml").write_bytes(broken)
    app = app_at(tmp_path, wanted_of(*PEOPLE))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "right", "right", "enter")
        assert "topics.toml" in said(app, "#hint")
        await typed(pilot, "Ours")
        await press(pilot, "enter", "enter")
        assert isinstance(app.screen, LiveScreen)
        assert "could not be marked" in said(app, "#hint")
    left(app)
    assert (tmp_path / "topics.toml").read_bytes() == broken


@pytest.mark.parametrize("there", [True, False])
async def test_the_page_is_copied_or_saved_and_a_sentence_says_which(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, there: bool
) -> None:
    taken: list[str] = []

    def none(_text: str) -> None:
        raise pyperclip.PyperclipException("nothing")

    monkeypatch.setattr(pyperclip, "copy", taken.append if there else none)
    for name in ("SSH_CONNECTION", "SSH_TTY"):
        monkeypatch.delenv(name, raising=False)
    app = app_at(tmp_path, wanted_of(*PEOPLE, chair="Awa Diop", minutes=60.0))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "ctrl+y")
        await settled(pilot)
        if there:
            assert said(app, "#hint") == "Copied to the clipboard."
            page = taken[0]
            assert not (tmp_path / "page.txt").exists()
        else:
            assert f"The page is saved as {tmp_path / 'page.txt'}." in said(app, "#hint")
            page = (tmp_path / "page.txt").read_text("utf-8")
            assert (tmp_path / "page.txt").stat().st_mode & 0o777 == 0o600
        assert "InterVision · 19:00 to 20:00, 60 minutes · 5 people" in page
        assert "Chair: Awa Diop" in page
        assert isinstance(app.screen, LobbyScreen)


def test_who_gave_no_answer_about_cases_is_asked_nothing_about_them() -> None:
    assert "cases" not in Answers(wanted_of(), "UTC").steps
    assert "giver" not in Answers(asked_for("lean-coffee"), "UTC").steps
    coffee = Answers(asked_for("lean-coffee", *PEOPLE), "UTC")
    coffee.step = "cases"
    assert question(coffee)[0] == "How many topics?"
    assert echo(coffee, "4", False, SEVEN).startswith("4 topics: ")
    with pytest.raises(Refused, match="from 1 to 20"):
        coffee.accept("many", SEVEN)
    coffee.accept("4", SEVEN)
    assert ("Topics", "4") in answered(coffee, before="ready")


def test_another_format_forgets_the_number_of_cases_and_the_case_giver() -> None:
    answers = Answers(asked_for("intervision-two-cases"), "UTC")
    answers.step = "people"
    for text in (NAMES, "", "", "4", "Awa", "李娜", "", ""):
        answers.accept(text, SEVEN)
    while answers.step != "format":
        answers.back("")
    answers.accept("Lean Coffee", SEVEN)
    wanted = answers.wanted()
    assert (wanted.cases, wanted.givers, wanted.giver) == (0, (), "")


def test_a_topic_is_found_whatever_the_case_of_its_letters() -> None:
    answers = Answers(None, "UTC", topics=[Topic(title="Saying no", about="When?")])
    answers.go_aside("theme")
    answers.accept("SAYING  no", SEVEN)
    assert answers.step == "ready"
    assert (answers.wanted().theme, answers.wanted().question) == ("Saying no", "When?")
    answers.go_aside("theme")
    answers.accept("", SEVEN)
    assert answers.wanted().theme == ""


async def test_in_the_meeting_the_page_is_what_is_still_to_come(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken: list[str] = []
    monkeypatch.setattr(pyperclip, "copy", taken.append)
    for name in ("SSH_CONNECTION", "SSH_TTY"):
        monkeypatch.delenv(name, raising=False)
    app = app_at(tmp_path, wanted_of(*PEOPLE))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "enter")
        meeting_of(app).submit(it.GoTo("clarify"))
        await pilot.pause()
        for char in "/sheet":
            await press(pilot, char if char != "/" else "slash")
        await press(pilot, "enter")
        await settled(pilot)
        assert said(app, "#hint") == "Copied to the clipboard."
        assert "3 Clarify" in taken[0]
        assert "Arrive" not in taken[0]
    left(app)


@pytest.mark.parametrize(("width", "beside"), [(80, False), (120, True)])
async def test_the_names_of_repeated_stages_are_never_broken(
    tmp_path: Path, width: int, beside: bool
) -> None:
    app = app_at(tmp_path, asked_for("intervision-two-cases", *PEOPLE))
    async with app.run_test(size=(width, 24)) as pilot:
        await settled(pilot)
        stages = app.screen.query_one(".stages")
        rows = said(app, ".stages").splitlines()
        assert stages.region.height == len(rows)
        assert stages.region.width >= max(map(len, rows))
        given = app.screen.query_one("#plan .given")
        assert (stages.region.y == given.region.y) == beside
