"""Changing an agenda on the screen, as somebody does who has never seen TOML."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from facilitator.agenda import own
from facilitator.agenda.drafts import open_file
from facilitator.agenda.folder import agendas_folder
from facilitator.agenda.read import read_agenda
from facilitator.agenda.skeleton import skeleton
from facilitator.agenda_app import AgendaApp
from facilitator.screens import agenda_steps
from facilitator.screens.agenda_editor import AgendaEditor
from facilitator.screens.agenda_words import tables
from facilitator.store.trouble import StoreTrouble
from facilitator.widgets.line import CaptureLine

SIZE = (80, 24)
INTERVISION = (agendas_folder() / "intervision.toml").read_text("utf-8")
Editor = Pilot[int]


def app_on(home: Path, word: str) -> AgendaApp:
    return AgendaApp(home, open_file(home, own.source(home, word)))


@pytest.fixture
def ours(tmp_path: Path) -> AgendaApp:
    """An own agenda of four stages, just made."""
    own.keep(tmp_path, "ours", skeleton("ours").encode())
    return app_on(tmp_path, "ours")


def editor(pilot: Editor) -> AgendaEditor:
    assert isinstance(pilot.app.screen, AgendaEditor)
    return pilot.app.screen


def screen(pilot: Editor) -> str:
    """All that stands on the screen, row by row."""
    strips = pilot.app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip) for strip in strips)


async def press(pilot: Editor, *keys: str) -> None:
    await pilot.press(*keys)
    await pilot.pause()


async def write(pilot: Editor, text: str) -> None:
    """Write into the line, in place of what stands there, and press Enter."""
    editor(pilot).line.put(text)
    await press(pilot, "enter")


async def to_row(pilot: Editor, label: str) -> None:
    """Choose the row of that label."""
    fields = [field.label for field in editor(pilot)._fields()]
    await press(pilot, "home", *["down"] * fields.index(label))


def file_at(home: Path, name: str = "ours") -> str:
    return own.path_for(home, name).read_text("utf-8")


async def test_everything_needed_is_in_sight_at_80_by_24(ours: AgendaApp) -> None:
    async with ours.run_test(size=SIZE) as pilot:
        await pilot.pause()
        shown = screen(pilot)
        assert "Ours" in shown
        assert "00:00 to 00:45 · 45 min · 5 people" in shown
        for words in ("Arrive", "Our question", "keeps its time", "may be left out", "The whole agenda"):
            assert words in shown
        assert "“Welcome. A sentence each: how are you here today? You may pass." in shown
        for key in (
            "Enter Change",
            "+ - Minutes",
            "U D Move up, down",
            "N New",
            "C Copy",
            "S Split",
            "X Delete",
        ):
            assert key in shown
        for key in ("K Keep time", "O Optional", "^Z Undo", "^S Save", "^Q Leave"):
            assert key in shown
        assert "Good: a meeting can be held with it." in shown


async def test_a_longer_stage_moves_the_times_of_all_that_follow(ours: AgendaApp) -> None:
    async with ours.run_test(size=SIZE) as pilot:
        await press(pilot, "down", "plus", "plus")
        shown = screen(pilot)
        assert "00:34  Next steps" in shown
        assert "00:00 to 00:47 · 47 min" in shown
        assert "not saved" in shown
        await press(pilot, "minus")
        assert "00:33  Next steps" in screen(pilot)
        await press(pilot, "up", "plus")
        assert "1.5 each" in screen(pilot)


async def test_other_numbers_of_people_show_other_times(ours: AgendaApp) -> None:
    async with ours.run_test(size=SIZE) as pilot:
        await press(pilot, "right", "right")
        assert "49 min · 7 people" in screen(pilot)
        await press(pilot, *["left"] * 9)
        assert "1 person" in screen(pilot)


async def test_moving_copying_splitting_and_deleting_and_taking_all_of_it_back(
    ours: AgendaApp, tmp_path: Path
) -> None:
    async with ours.run_test(size=SIZE) as pilot:
        await press(pilot, "down", "u", "C", "s")
        await write(pilot, "10")
        await press(pilot, "x", "k", "o")
        names = [stage["name"] for stage in tables(editor(pilot).editing)]
        assert names == ["Our question", "Our question 3", "Arrive", "Next steps", "Close"]
        await press(pilot, *["ctrl+z"] * 6)
        assert editor(pilot).editing.text == file_at(tmp_path)
        await press(pilot, "ctrl+z")
        assert "There is nothing to take back." in screen(pilot)
        await press(pilot, *["ctrl+y"] * 6)
        assert [stage["name"] for stage in tables(editor(pilot).editing)] == names


async def test_a_sentence_is_written_and_seen_as_the_chair_will_see_it(
    ours: AgendaApp, tmp_path: Path
) -> None:
    async with ours.run_test(size=SIZE) as pilot:
        await press(pilot, "enter")
        await to_row(pilot, "To open")
        await press(pilot, "enter")
        assert "Enter Keep   Esc Leave as it was" in screen(pilot)
        await write(pilot, "Dear {name}, [bold]please[/] begin.")
        assert "“Dear Sunita, [bold]please[/] begin.”" in screen(pilot)
        await press(pilot, "enter")
        editor(pilot).line.put("Not this.")
        await press(pilot, "escape")
        assert "“Dear Sunita, [bold]please[/] begin.”" in screen(pilot)
        await press(pilot, "escape", "ctrl+s")
        assert 'say = "Dear {name}, [bold]please[/] begin."' in file_at(tmp_path)


async def test_what_cannot_be_is_refused_in_place_and_stays_to_be_mended(ours: AgendaApp) -> None:
    async with ours.run_test(size=SIZE) as pilot:
        await press(pilot, "enter")
        await to_row(pilot, "To stop")
        await press(pilot, "enter")
        await write(pilot, "Thank you, {nmae}.")
        assert "nearest is {name}" in screen(pilot)
        assert editor(pilot).line.text == "Thank you, {nmae}."
        await write(pilot, "Thank you, {name}.")
        assert "“Thank you, Sunita.”" in screen(pilot)
        await to_row(pilot, "How long")
        await press(pilot, "enter")
        await write(pilot, "soon")
        assert "soon is not a length of time." in screen(pilot)
        await write(pilot, "2:30")
        assert "2:30 min" in screen(pilot)


async def test_choices_go_round_with_enter_and_the_arrow_keys(ours: AgendaApp, tmp_path: Path) -> None:
    async with ours.run_test(size=SIZE) as pilot:
        await press(pilot, "enter")
        await to_row(pilot, "Kind")
        assert "Next choice" in screen(pilot)
        await press(pilot, "enter")
        assert "discussion" in screen(pilot)
        await press(pilot, "left", "left")
        await to_row(pilot, "Keeps its time")
        await press(pilot, "right")
        await to_row(pilot, "For whom")
        await press(pilot, "enter")
        await press(pilot, "ctrl+s")
        stage = read_agenda(own.path_for(tmp_path, "ours")).stages[0]
        assert (stage.kind, stage.protected, stage.per_other, stage.per_person) == ("talk", True, 1, None)


async def test_questions_are_added_changed_pasted_and_taken_out(ours: AgendaApp, tmp_path: Path) -> None:
    async with ours.run_test(size=SIZE) as pilot:
        await press(pilot, "down", "enter")
        await to_row(pilot, "A new question")
        await press(pilot, "enter")
        await write(pilot, "Who is not here?")
        assert "Question 3" in screen(pilot)
        await to_row(pilot, "A new question")
        await press(pilot, "enter")
        pilot.app.screen.post_message(CaptureLine.Pasted("One?\n\nTwo?\n"))
        await pilot.pause()
        await to_row(pilot, "Question 1")
        await press(pilot, "x")
        await press(pilot, "ctrl+s")
        assert read_agenda(own.path_for(tmp_path, "ours")).stages[1].ask == (
            "Where do we see it in different ways?",
            "Who is not here?",
            "One?",
            "Two?",
        )


async def test_a_format_of_ones_own_from_nothing_to_good(ours: AgendaApp, tmp_path: Path) -> None:
    async with ours.run_test(size=SIZE) as pilot:
        await press(pilot, "n")
        await write(pilot, "Walk in pairs")
        await press(pilot, "plus", "plus", "enter")
        await to_row(pilot, "To open")
        await press(pilot, "enter")
        await write(pilot, "Find somebody and walk.")
        await to_row(pilot, "Small groups")
        await press(pilot, "enter")
        await write(pilot, "2")
        await press(pilot, "escape", "home", "enter")
        await to_row(pilot, "Title")
        await press(pilot, "enter")
        await write(pilot, "Our walk")
        await to_row(pilot, "People at best")
        await press(pilot, "enter")
        await write(pilot, "4-6")
        await press(pilot, "escape", "ctrl+s")
        assert "Saved in" in screen(pilot)
        assert "Good: a meeting can be held with it." in screen(pilot)
    agenda = own.find(tmp_path, "ours")
    walk = agenda.stages[1]
    assert (agenda.title, agenda.group.best_range, agenda.minutes) == ("Our walk", (4, 6), 52)
    assert (walk.id, walk.name, walk.minutes, walk.breakouts) == ("walk-in-pairs", "Walk in pairs", 7, 2)
    assert "# A stage begins with [[stage]]." in file_at(tmp_path)


async def test_saving_a_shipped_agenda_makes_an_own_copy_with_its_comments(tmp_path: Path) -> None:
    async with app_on(tmp_path, "intervision").run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert "Saving makes a copy of your own." in screen(pilot)
        await press(pilot, "down", "plus", "ctrl+s")
        assert "Saved in" in screen(pilot)
        assert "not saved" not in screen(pilot)
    copy = file_at(tmp_path, "intervision")
    assert copy != INTERVISION
    assert [line for line in copy.splitlines() if line.startswith("#")] == [
        line for line in INTERVISION.splitlines() if line.startswith("#")
    ]
    changed = [a for a, b in zip(copy.splitlines(), INTERVISION.splitlines(), strict=True) if a != b]
    assert changed == ["minutes = 61", "minutes = 9"]
    assert (agendas_folder() / "intervision.toml").read_text("utf-8") == INTERVISION


async def test_leaving_with_nothing_changed_asks_nothing_and_leaves_nothing(tmp_path: Path) -> None:
    app = app_on(tmp_path, "intervision")
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "down", "enter", "escape", "ctrl+q")
    assert app.return_value == 0
    assert app.farewell == ""
    assert not own.own_files(tmp_path)


async def test_leaving_asks_once_and_what_was_not_saved_is_there_next_time(
    ours: AgendaApp, tmp_path: Path
) -> None:
    before = file_at(tmp_path)
    async with ours.run_test(size=SIZE) as pilot:
        await press(pilot, "plus", "ctrl+q")
        assert "Not saved yet. ^S saves. ^Q again leaves; your changes are kept." in screen(pilot)
        assert ours.return_value is None
        await press(pilot, "down", "ctrl+q")
        assert ours.return_value is None, "moving on makes it ask anew"
        await press(pilot, "ctrl+q")
    assert ours.return_value == 0
    assert "facilitator agenda edit ours goes on." in ours.farewell
    assert file_at(tmp_path) == before
    async with app_on(tmp_path, "ours").run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert "What you did not save last time is here." in screen(pilot)
        assert "1.5 each" in screen(pilot)
        await press(pilot, "ctrl+z")
        assert "Ours · not saved" not in screen(pilot)
        await press(pilot, "ctrl+q")
    assert not list((tmp_path / "agendas" / ".unsaved").iterdir())


async def test_a_half_written_line_is_not_lost_when_the_terminal_goes_away(
    ours: AgendaApp, tmp_path: Path
) -> None:
    async with ours.run_test(size=SIZE) as pilot:
        await press(pilot, "r")
        editor(pilot).line.put("Come in")
        ours.leave()
        await pilot.pause()
    assert 'name = "Come in"' in open_file(tmp_path, own.source(tmp_path, "ours")).draft


async def test_what_is_not_saved_is_kept_after_every_step(ours: AgendaApp, tmp_path: Path) -> None:
    async with ours.run_test(size=SIZE) as pilot:
        await press(pilot, "down", "x")
        await pilot.app.workers.wait_for_complete()
        assert (
            "Our question"
            not in open_file(tmp_path, own.source(tmp_path, "ours")).draft.split("[[stage]]", 2)[2]
        )
        await press(pilot, "ctrl+s")
        await pilot.app.workers.wait_for_complete()
    assert not open_file(tmp_path, own.source(tmp_path, "ours")).draft


async def test_a_file_changed_elsewhere_is_replaced_only_at_the_second_press(
    ours: AgendaApp, tmp_path: Path
) -> None:
    async with ours.run_test(size=SIZE) as pilot:
        await press(pilot, "plus")
        own.path_for(tmp_path, "ours").write_text("format = 1\n", "utf-8")
        await press(pilot, "ctrl+s")
        assert "ours.toml was changed outside of this screen. ^S once more replaces it." in screen(pilot)
        assert file_at(tmp_path) == "format = 1\n"
        await press(pilot, "ctrl+s")
        assert "per_person = 1.5" in file_at(tmp_path)


async def test_a_disk_that_does_not_take_the_file_is_told(
    ours: AgendaApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_words: object, **_more: object) -> None:
        raise StoreTrouble("The disk is full, so the file could not be written.")

    monkeypatch.setattr(agenda_steps, "save", full)
    async with ours.run_test(size=SIZE) as pilot:
        await press(pilot, "plus", "ctrl+s")
        assert "The disk is full" in screen(pilot)
        assert "not saved" in screen(pilot)


async def test_a_file_that_is_not_right_shows_what_and_where_and_can_be_mended(tmp_path: Path) -> None:
    text = skeleton("ours").replace('kind = "capture"', 'kind = "capture it"')
    own.keep(tmp_path, "ours", text.encode())
    async with app_on(tmp_path, "ours").run_test(size=SIZE) as pilot:
        await pilot.pause()
        shown = screen(pilot)
        assert "Not right yet: Stage 3: “capture it” is not known for “kind”" in shown
        assert "not right yet" in next(row for row in shown.splitlines() if "Next steps" in row)
        await press(pilot, "down", "down", "enter", "down", "enter")
        assert "Good: a meeting can be held with it." in screen(pilot)


@pytest.mark.parametrize(
    ("size", "name"),
    [
        ((80, 24), "intervision"),
        ((64, 34), "troika"),
        ((120, 40), "intervision-two-cases"),
        ((40, 11), "intervision"),
    ],
)
async def test_it_fits_any_screen_and_nothing_moves_when_the_choice_does(
    tmp_path: Path, size: tuple[int, int], name: str
) -> None:
    async with app_on(tmp_path, name).run_test(size=size) as pilot:
        await pilot.pause()

        def regions() -> list[object]:
            return [pilot.app.screen.query_one(one).region for one in ("#header", "#rows", "#below", "#hint")]

        first = regions()
        for keys in (["down"] * 4, ["plus"], ["enter"], ["down"] * 5, ["tab"], ["escape"], ["ctrl+z"]):
            await press(pilot, *keys)
            assert regions() == first
        for row in screen(pilot).splitlines():
            assert len(row.rstrip()) <= size[0]
        await pilot.resize_terminal(20, 5)
        await pilot.resize_terminal(120, 40)
        await press(pilot, "home", "enter", "enter", "escape")
        assert "Title" in screen(pilot)
