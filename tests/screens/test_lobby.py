"""The lobby: Enter alone leads into the meeting, only names are typed, and nothing typed is lost."""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path

import pytest
from home_rooms import (
    NAMES,
    PEOPLE,
    SEVEN,
    HandClock,
    app_at,
    days_later,
    held,
    left,
    line,
    meeting_of,
    press,
    said,
    settled,
    typed,
    wanted_of,
)
from textual import events

from facilitator.meeting.opening import resume
from facilitator.pod.remembered import recall, remember
from facilitator.screens.choice import Choice
from facilitator.screens.home import HomeScreen
from facilitator.screens.live import LiveScreen
from facilitator.screens.lobby import LobbyScreen
from facilitator.session import intents as it
from facilitator.words.dates import to_stamp


async def test_from_home_to_the_meeting_with_enter_and_only_names_typed(tmp_path: Path) -> None:
    app = app_at(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "enter", "enter")
        await typed(pilot, NAMES)
        await press(pilot, *["enter"] * 7)
        assert isinstance(app.screen, LiveScreen)
        state = meeting_of(app).state
        assert state.names() == PEOPLE
        assert (state.chair, state.keeper, state.giver) == PEOPLE[:3]
        assert state.phase == "running"
        assert sum(state.planned.values()) == 3600
        assert state.title == ""
    left(app)


async def test_keys_typed_ahead_fall_into_the_answers_they_were_meant_for(tmp_path: Path) -> None:
    app = app_at(tmp_path, wanted_of())
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        for text in ("Awa, Bo, Cy", "Bo", "Cy", "Awa", "45", "x y", ""):
            for char in (*text, "\r"):
                key = "enter" if char == "\r" else char
                app.screen.focused.post_message(events.Key(key, char))  # type: ignore[union-attr]
        await settled(pilot)
        state = meeting_of(app).state
        assert (state.chair, state.keeper, state.giver) == ("Bo", "Cy", "Awa")
        assert (state.minutes, state.title) == (45, "x y")
    left(app)


async def test_a_refusal_stays_although_the_line_was_changed_just_before(tmp_path: Path) -> None:
    app = app_at(tmp_path, wanted_of())
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        for char in "Awa, Awa\r":
            key = "enter" if char == "\r" else char
            app.screen.focused.post_message(events.Key(key, char))  # type: ignore[union-attr]
        await settled(pilot)
        assert said(app, "#hint") == "Awa is there twice. Give each person a name of their own."


async def test_the_next_time_the_people_are_there_and_roles_go_one_on(tmp_path: Path) -> None:
    remember(tmp_path, PEOPLE, chair=PEOPLE[0], keeper=PEOPLE[1], giver="")
    app = app_at(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "enter", "enter")
        assert line(app) == NAMES
        await press(pilot, "enter")
        assert "Last time Awa Diop chaired." in said(app, "#wish")
        assert line(app) == "Ní Dhálaigh"
        await press(pilot, *["enter"] * 6)
        state = meeting_of(app).state
        assert (state.chair, state.keeper, state.giver) == ("Ní Dhálaigh", "李娜", "Sunita Rao")
    left(app)
    last = recall(tmp_path)
    assert last is not None
    assert (last.people, last.chair, last.giver) == (PEOPLE, "Ní Dhálaigh", "Sunita Rao")


async def test_roles_named_when_the_last_meeting_closed_are_suggested(tmp_path: Path) -> None:
    meeting = resume(held(tmp_path), HandClock())
    meeting.submit(it.Close())
    meeting.submit(it.NextRole("chair", "Sunita Rao"))
    meeting.leave()
    remember(tmp_path, PEOPLE, chair=PEOPLE[0], keeper=PEOPLE[1], giver=PEOPLE[2])
    app = app_at(tmp_path, clock=days_later(30))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "enter")
        await settled(pilot)
        await press(pilot, "enter", "enter")
        assert line(app) == "Sunita Rao"
        assert "Agreed" in said(app, "#wish")


async def test_typing_replaces_a_suggestion(tmp_path: Path) -> None:
    remember(tmp_path, PEOPLE, chair="", keeper="", giver="")
    app = app_at(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "enter", "enter")
        await typed(pilot, "Bo, Cy")
        assert line(app) == "Bo, Cy"


async def test_the_same_name_twice_is_refused_and_the_text_stays(tmp_path: Path) -> None:
    app = app_at(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "enter", "enter")
        await typed(pilot, "Awa Diop, awa  diop")
        await press(pilot, "enter")
        assert said(app, "#question") == "Who is here?"
        assert "count as the same name" in said(app, "#hint")
        assert line(app) == "Awa Diop, awa  diop"
        await press(pilot, "backspace", "backspace", "backspace", "backspace")
        assert "2 people" in said(app, "#hint")


async def test_nobody_is_refused_with_a_sentence(tmp_path: Path) -> None:
    app = app_at(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "enter", "enter", "enter")
        assert said(app, "#question") == "Who is here?"
        assert "Write the names" in said(app, "#hint")


async def test_a_broken_file_of_people_is_told_and_left_alone(tmp_path: Path) -> None:
    broken = b'people = ["Awa", \n'
    (tmp_path / "people.toml").write_bytes(broken)
    app = app_at(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "enter")
        assert "people.toml" in said(app, "#hint")
        await press(pilot, "enter")
        await typed(pilot, NAMES)
        await press(pilot, *["enter"] * 7)
        assert isinstance(app.screen, LiveScreen)
    left(app)
    assert (tmp_path / "people.toml").read_bytes() == broken


async def test_going_back_keeps_every_answer_and_what_is_half_typed(tmp_path: Path) -> None:
    app = app_at(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "enter", "enter")
        await typed(pilot, NAMES)
        await press(pilot, "enter")
        await typed(pilot, "Sun")
        await press(pilot, "up")
        assert line(app) == NAMES
        await press(pilot, "shift+tab")
        assert line(app) == "InterVision"
        await press(pilot, "enter", "enter")
        assert line(app) == "Sun"
        await press(pilot, "enter")
        assert "Sunita Rao" in said(app, "#column")
        await press(pilot, *["escape"] * 4)
        assert isinstance(app.screen, HomeScreen)


async def test_roles_are_chosen_by_arrows_completed_by_tab_and_can_stay_open(tmp_path: Path) -> None:
    app = app_at(tmp_path, wanted_of())
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await typed(pilot, NAMES)
        await press(pilot, "enter", "right", "right")
        assert line(app) == "李娜"
        await press(pilot, "enter")
        await typed(pilot, "ann")
        await press(pilot, "tab")
        assert line(app) == "Annabel Otieno-Brandt"
        await press(pilot, "enter", "backspace")
        assert "leaves it open" in said(app, "#hint")
        await press(pilot, *["enter"] * 4)
        state = meeting_of(app).state
        assert (state.chair, state.keeper, state.giver) == ("李娜", "Annabel Otieno-Brandt", "")
    left(app)


async def test_a_name_that_nobody_has_is_refused_with_the_nearest(tmp_path: Path) -> None:
    app = app_at(tmp_path, wanted_of())
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await typed(pilot, NAMES)
        await press(pilot, "enter")
        await typed(pilot, "Sunitra")
        await press(pilot, "enter")
        assert "Did you mean Sunita Rao?" in said(app, "#hint")
        assert line(app) == "Sunitra"


async def test_a_short_meeting_says_what_changed_before_it_begins(tmp_path: Path) -> None:
    app = app_at(tmp_path, wanted_of(*PEOPLE, giver="李娜", minutes=40.0))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert isinstance(app.screen, LobbyScreen)
        assert "Power lens is left out" in said(app, ".said")
        assert "19:00  Arrive" in said(app, ".stages")
        assert "19:00 to 19:40, 40 minutes" in said(app, "#header")
        # All of it can be seen at once on the smallest screen it is made for.
        assert app.screen.plan.max_scroll_y == 0


async def test_the_words_of_a_command_lead_to_the_plan_at_once_and_can_be_changed(tmp_path: Path) -> None:
    asked = wanted_of(*PEOPLE, chair="李娜", title="The uncle", until=to_stamp(SEVEN + timedelta(hours=1)))
    app = app_at(tmp_path, asked)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert isinstance(app.focused, Choice)
        assert "uncle" not in "".join(said(app, f"#{one}") for one in ("header", "hint"))
        assert not any("uncle" in str(one.content) for one in app.screen.query(".words").results())
        await press(pilot, "up")
        assert line(app) == "The uncle"
        await press(pilot, "up")
        assert line(app) == "until 20:00"
        await press(pilot, "up")
        assert line(app) == ""
        await typed(pilot, "awa")
        await press(pilot, *["enter"] * 4)
        state = meeting_of(app).state
        assert (state.chair, state.giver, state.title) == ("李娜", "Awa Diop", "The uncle")
        assert state.promised == asked.until
    left(app)


async def test_a_rehearsal_says_so_and_is_not_remembered(tmp_path: Path) -> None:
    app = app_at(tmp_path, wanted_of(*PEOPLE, rehearsal=True, speed=0.0))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert said(app, "#header").startswith("Practice meeting")
        await press(pilot, "enter")
        assert meeting_of(app).state.rehearsal
    left(app)
    assert recall(tmp_path) is None


async def test_an_end_that_has_passed_while_waiting_is_not_begun_with(tmp_path: Path) -> None:
    clock = HandClock()
    app = app_at(tmp_path, wanted_of(*PEOPLE, until=to_stamp(SEVEN + timedelta(hours=1))), clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        clock.at = 7200.0
        await press(pilot, "enter")
        assert isinstance(app.screen, LobbyScreen)
        assert "It is past 20:00." in said(app, "#hint")


async def test_the_plan_keeps_to_the_time_of_day(tmp_path: Path) -> None:
    clock = HandClock()
    app = app_at(tmp_path, wanted_of(*PEOPLE), clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        clock.at = 300.0
        assert isinstance(app.screen, LobbyScreen)
        app.screen.look()
        await pilot.pause()
        assert "19:05  Arrive" in said(app, ".stages")


async def test_people_that_cannot_be_remembered_are_told_and_enter_begins_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from facilitator.screens import lobby
    from facilitator.store.trouble import StoreTrouble

    def full(*_args: object, **_more: object) -> None:
        raise StoreTrouble("The disk is full.")

    monkeypatch.setattr(lobby, "remember", full)
    app = app_at(tmp_path, wanted_of(*PEOPLE))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "enter")
        assert said(app, "#hint") == "The disk is full. Enter begins all the same."
        await press(pilot, "enter")
        assert isinstance(app.screen, LiveScreen)
    left(app)


async def test_names_that_look_like_markup_are_only_text(tmp_path: Path) -> None:
    app = app_at(tmp_path, wanted_of())
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        app.screen.query_one("#answer").value = "a [/] b, [bold]Cy[/bold], 李娜 [@click=app.exit]x[/]"  # type: ignore[attr-defined]
        await press(pilot, *["enter"] * 6)
        assert "[bold]Cy[/bold]" in str([one.content for one in app.screen.query(".words").results()])
        await press(pilot, "enter")
        assert isinstance(app.screen, LiveScreen)
    left(app)


async def test_a_list_pasted_with_one_name_a_line_is_taken_whole(tmp_path: Path) -> None:
    app = app_at(tmp_path, wanted_of())
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        app.screen.query_one("#answer").post_message(events.Paste("\n".join(PEOPLE)))
        await pilot.pause()
        assert line(app) == NAMES


@pytest.mark.parametrize("size", [(80, 24), (64, 34), (120, 40), (20, 5)])
async def test_it_survives_every_size_and_the_line_stays(tmp_path: Path, size: tuple[int, int]) -> None:
    app = app_at(tmp_path, wanted_of())
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        await pilot.resize_terminal(20, 5)
        await pilot.pause()
        assert app.screen.query_one("#answer").region.height == 1
        assert app.screen.query_one("#hint").region.height >= 1
        await typed(pilot, "Awa, Bo, Cy")
        await press(pilot, *["enter"] * 6)
        assert app.screen.query_one("#begin").region.height == 1
        await pilot.resize_terminal(*size)
        await press(pilot, "enter")
        assert isinstance(app.screen, LiveScreen)
    left(app)


@pytest.mark.parametrize("size", [(80, 24), (64, 34)])
async def test_names_typed_where_a_format_is_asked_are_answered_with_a_whole_sentence(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    app = app_at(tmp_path)
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        await press(pilot, "enter")
        await typed(pilot, NAMES)
        await press(pilot, "enter")
        rows = (line.text.strip() for line in app.screen._compositor.render_strips(app.screen.size))
        assert re.search(r"no file called “Awa Diop, .*…”; the nearest agenda is “[\w-]+”\.", " ".join(rows))
