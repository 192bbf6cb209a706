"""The live screen at work: what stands where, what changes by itself, and what keys do."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from closing_meetings import AMINA, ANN, BRID, DOLORES, LI, LINES, PEOPLE, TITLE
from live_desk import Desk, at, meeting_in
from msgspec.structs import replace
from rich.cells import cell_len
from textual.widgets import Static
from told import AWKWARD

from facilitator.agenda.library import find
from facilitator.agenda.model import Agenda
from facilitator.meeting.meeting import Meeting
from facilitator.meeting.opening import resume
from facilitator.screens.close import CloseScreen
from facilitator.screens.live import LiveScreen
from facilitator.session import intents as it
from facilitator.session.called import spoken
from facilitator.session.saying import say_now

SIZES = ((80, 24), (64, 34), (120, 40), (100, 30), (40, 12), (20, 5))
REGIONS = (
    "header",
    "stage",
    "say",
    "turn",
    "hold",
    "pace",
    "divider",
    "notes",
    "divider2",
    "linebox",
    "hint",
    "keys",
)
LONG = "a long thought that goes on, and on, and still it does not come to its end, " * 4


def awkward_agenda() -> Agenda:
    """The shipped agenda with brackets and the like wherever an agenda has words."""
    agenda = find("intervision")
    stages = tuple(
        replace(
            stage,
            name=f"{stage.name} [/b] [red]",
            say=f"{stage.say} {AWKWARD}",
            ask=(AWKWARD, *stage.ask),
            rules=(AWKWARD, *stage.rules),
            speaker=f"{stage.speaker} [{{giver}}]",
        )
        for stage in agenda.stages
    )
    return replace(agenda, title="[bold]Inter[/]Vision", stages=stages)


async def say_changed(desk: Desk, seconds: float) -> str:
    """Let time go by; the sentence that stands then."""
    await desk.after(seconds)
    return " ".join(desk.seen().split("Say", 1)[1].split("”")[0].split())


async def test_nothing_moves_whatever_happens_at_any_size_and_back(tmp_path: Path) -> None:
    people = (*PEOPLE, "a [/] b", "[x] **c** | <script>", "\\ - [ ]")
    meeting = meeting_in(tmp_path, agenda=awkward_agenda(), people=people)
    async with at(meeting) as desk:
        first = {name: desk.region(name) for name in REGIONS}
        for size in (*SIZES, SIZES[0]):
            await desk.size(*size)
            before = {name: desk.region(name) for name in REGIONS}
            clock = "clock" if before["stage"][1] > 1 else "name"
            for name in ("linebox", "hint", clock):
                row, height, there = desk.region(name)
                assert there
                assert height >= 1
                assert row + height <= size[1]
            async for what in everything_that_happens(desk):
                seen = {name: place for name in REGIONS if (place := desk.region(name))[2]}
                assert seen.items() <= before.items(), f"{what} at {size}"
                if what != "a refusal, and pens down":
                    assert {name for name, place in before.items() if place[2]} == set(seen)
                assert TITLE not in desk.seen()
        assert {name: desk.region(name) for name in REGIONS} == first


async def everything_that_happens(desk: Desk) -> AsyncIterator[str]:
    """A piece of a meeting, with a stop after each thing that changes a text somewhere."""
    await desk.send(f"{LONG} {AWKWARD}")
    yield "a long note"
    await desk.calmly("ctrl+n")
    await desk.press("ctrl+n")
    assert "again" in desk.hint
    yield "a question"
    await desk.type(LONG)
    await desk.press("tab", "ctrl+o")
    yield "a long line of another kind"
    await desk.after(400)
    yield "over time"
    await desk.send("/nxet")
    await desk.press("ctrl+l")
    yield "a refusal, and pens down"
    await desk.press("ctrl+l")
    await desk.send("/prompt gender")
    yield "a card"
    desk.meeting.submit(it.GoTo("reflections"))
    await desk.after(1)
    yield "another stage"
    desk.meeting.submit(it.GoTo("arrive"))


@pytest.mark.parametrize("size", [(80, 24), (64, 34), (120, 40), (40, 12), (20, 5)])
async def test_nothing_moves_in_a_silence_either(tmp_path: Path, size: tuple[int, int]) -> None:
    parts = ("still-name", "still-clock", "still-unit", "still-say", "still-bar", "still-ask", "still-foot")
    async with at(meeting_in(tmp_path, stage="pause"), size) as desk:
        before = {name: desk.region(name) for name in (*parts, "linebox", "hint", "keys")}
        assert before["still-unit"][2]
        for seconds in (15, 10, 100, 106, 5, 4, 30):
            await desk.after(seconds)
            assert {name: desk.region(name) for name in before} == before


async def test_a_sheet_or_the_cover_moves_no_region_that_can_still_be_seen(tmp_path: Path) -> None:
    async with at(meeting_in(tmp_path, *LINES)) as desk:
        for size in SIZES:
            await desk.size(*size)
            before = {name: desk.region(name) for name in REGIONS}
            for keys in (("?", "enter"), ("escape",)):
                await desk.press(*keys)
                now = {name: desk.region(name) for name in REGIONS}
                assert {name for name, place in now.items() if place[2] and place != before[name]} == set()
                assert now["linebox"][2]
                await desk.press("escape")
            assert {name: desk.region(name) for name in REGIONS} == before


async def test_the_clock_counts_down_and_up_again_in_the_same_place(tmp_path: Path) -> None:
    async with at(meeting_in(tmp_path, stage="takeaways")) as desk:
        place = desk.region("clock")
        shown = []
        for seconds in (0, 1, 298, 1, 1, 64):
            await desk.after(seconds)
            shown.append((desk.clock, desk.words("clocknote")))
            assert desk.region("clock") == place
        assert shown == [
            ("5:00", "left of 5 min"),
            ("4:59", "left of 5 min"),
            ("0:01", "left of 5 min"),
            ("0:00", "over the 5 min"),
            ("0:01", "over the 5 min"),
            ("1:05", "over the 5 min"),
        ]
        await desk.size(30, 8)
        assert desk.seen().splitlines()[1].rstrip().endswith(" +1:05")


async def test_the_sentence_changes_by_itself_to_open_for_the_last_minute_and_to_stop(tmp_path: Path) -> None:
    async with at(meeting_in(tmp_path, stage="discussion")) as desk:
        length = desk.meeting.state.planned["discussion"]
        said = [await say_changed(desk, seconds) for seconds in (0, length - 60, 60)]
        assert said[0].startswith("“Now we talk together. The first word is for Dolores")
        assert said[1].startswith("“Our time to talk is nearly over. Is there something that Dolores")
        assert said[2].startswith("“Thank you, all of you. I close the discussion here")
        assert "We end at" in desk.words("end")
        assert "min early" in desk.words("end")
        await desk.after(3600)
        assert "min late" in desk.words("end")


async def test_a_whole_round_goes_from_person_to_person_and_then_to_the_next_stage(tmp_path: Path) -> None:
    async with at(meeting_in(tmp_path)) as desk:
        for person in ("Bríd", "李娜", "Dolores", "Ann", "Annabel", "Amina"):
            assert desk.keys.startswith(f"^N {person}'s turn")
            await desk.calmly("ctrl+n")
            assert f"now {person}" in desk.seen()
            assert desk.words("clocknote").startswith(f"{person}, left of ")
        assert desk.meeting.state.heard == (BRID, LI, DOLORES, ANN, PEOPLE[5], AMINA)
        assert desk.keys.startswith("^N On to Case told")
        await desk.calmly("ctrl+n")
        assert desk.stage == "arrive"
        assert desk.hint == "Ask Dolores: may we write notes? ^N yes · ^L only takeaways"
        await desk.calmly("ctrl+n")
        assert desk.stage == "case"
        assert not desk.meeting.state.pens_down
        assert "may we write notes" not in desk.seen(), "it was asked and answered on the way"


async def test_where_nobody_was_asked_about_notes_the_stage_begins_with_the_question(tmp_path: Path) -> None:
    async with at(meeting_in(tmp_path)) as desk:
        await desk.send("/next")
        assert desk.stage == "case"
        assert desk.hint.startswith("First ask Dolores: may we write notes?")


async def test_the_case_giver_may_want_takeaways_only(tmp_path: Path) -> None:
    async with at(meeting_in(tmp_path)) as desk:
        await desk.calmly("ctrl+t")
        assert desk.hint.startswith("^T again goes on. Not heard yet: Bríd, 李娜,")
        await desk.press("ctrl+t")
        assert desk.hint.startswith("Ask Dolores: may we write notes? ^T yes")
        await desk.press("ctrl+l")
        assert (desk.stage, desk.meeting.state.pens_down) == ("case", True)
        assert desk.words("divider2") == "Pens are down: nothing is written. ^L takes them up."
        await desk.send("her own words")
        assert desk.line == "her own words"
        assert desk.kind == "pens down"
        assert desk.hint.startswith("Pens are down: nothing is written.")
        await desk.size(40, 10)
        desk.screen.line.put("")
        await desk.after(30)
        assert "Pens are down" in desk.hint, "also where there is no row for it"
        await desk.press("ctrl+l")
        assert "Pens are down" not in desk.seen()


async def test_a_double_press_asks_and_typing_or_escape_takes_the_question_away(tmp_path: Path) -> None:
    async with at(meeting_in(tmp_path, stage="clarify")) as desk:
        desk.meeting.submit(it.Back())
        await desk.press("ctrl+n", "ctrl+n")
        assert desk.stage == "clarify"
        assert desk.hint == "Pressed twice? ^N again: Start the silence"
        await desk.press("x")
        assert desk.hint == "a note"
        await desk.press("ctrl+n")
        assert desk.stage == "clarify", "it is asked anew"
        await desk.press("escape")
        assert "again" not in desk.hint
        await desk.press("escape", "ctrl+n", "ctrl+n")
        assert desk.stage == "pause"
        assert desk.line == "x", "what was half typed stays"


async def test_leaving_a_silence_early_asks_once(tmp_path: Path) -> None:
    async with at(meeting_in(tmp_path, stage="pause")) as desk:
        await desk.calmly("ctrl+n")
        assert desk.stage == "pause"
        assert desk.hint == "^N again ends the silence. It still has 4 minutes."
        await desk.press("ctrl+n")
        assert desk.stage == "reflections"


async def test_more_time_is_one_key_and_the_offers_stand_when_a_stage_is_over(tmp_path: Path) -> None:
    async with at(meeting_in(tmp_path, stage="discussion")) as desk:
        length = desk.meeting.state.planned["discussion"]
        await desk.after(length - 120)
        assert desk.hint == "2 minutes left."
        await desk.after(150)
        await desk.after(21)
        assert desk.hint == "^G gives 2 more minutes, ^N goes on, /later keeps a topic for later."
        await desk.press("ctrl+g")
        assert desk.meeting.state.planned["discussion"] == length + 120


async def test_when_it_gets_hard_one_key_and_a_number_say_what_to_do_and_the_line_comes_back(
    tmp_path: Path,
) -> None:
    async with at(meeting_in(tmp_path, stage="discussion")) as desk:
        await desk.type("half a line")
        await desk.press("ctrl+s")
        assert desk.line == "/hard "
        assert "Someone is in tears" in desk.seen()
        await desk.type("1")
        await desk.press("enter")
        assert desk.line == "/pause"
        assert "Say: We have time." in desk.seen()
        await desk.press("enter")
        assert desk.meeting.state.paused_t is not None
        assert desk.line == "half a line"
        assert not desk.meeting.state.notes


async def test_when_late_one_key_shows_the_offers_and_a_number_takes_one(tmp_path: Path) -> None:
    async with at(meeting_in(tmp_path)) as desk:
        await desk.after(3600)
        await desk.send("/next")
        assert "Catch up" in desk.keys
        await desk.press("ctrl+g")
        assert desk.line == "/take "
        assert "Leave out Power lens" in desk.seen()
        await desk.press("escape")
        assert (desk.line, "Leave out Power lens" in desk.seen()) == ("", False)
        await desk.press("ctrl+g")
        await desk.type("2")
        await desk.press("enter")
        assert "power" in desk.meeting.state.dropped


async def test_cover_leaves_stage_sentence_clock_and_turn_and_no_word_of_anybody(tmp_path: Path) -> None:
    async with at(meeting_in(tmp_path, *LINES), (120, 40)) as desk:
        await desk.calmly("ctrl+n")
        await desk.type("half a thought about her manager")
        await desk.press("escape")
        await desk.press("ctrl+o", "ctrl+s", "ctrl+r", "ctrl+u", "tab", "up", "enter", "backspace", "q")
        assert desk.hint == "Covered: typing is off. Esc shows the notes again."
        await desk.paste("one\ntwo")
        seen = desk.seen()
        for words in ("Arrive", "1 of 10", "“Welcome.", "now Bríd", "to come 李娜", "Esc Uncover"):
            assert words in seen
        for private in (TITLE, "half a thought", "manager", "treasurer", "by-law", "Annabel Otieno", "Rule"):
            assert private not in seen
        assert len(desk.meeting.state.notes) == len(LINES)
        await desk.calmly("ctrl+n")
        assert "now 李娜" in desk.seen()
        for command in ("/notes", "/undo", "/redo", "/prompt"):
            desk.screen.run_line(command)
            await desk.pilot.pause()
            assert "by-law" not in desk.seen()
        card = desk.meeting.state.card
        assert card is not None
        assert card.text[:20] not in desk.seen()
        await desk.press("escape")
        assert desk.line == "half a thought about her manager"
        assert "by-law" in desk.seen()
        await desk.press("enter")
        assert desk.meeting.state.notes[9].text == "half a thought about her manager"


async def test_the_agreement_can_be_read_whole_while_people_arrive(tmp_path: Path) -> None:
    async with at(meeting_in(tmp_path)) as desk:
        for size in ((80, 24), (64, 34), (120, 40)):
            await desk.size(*size)
            rows = [row[40 if size[0] == 120 else 0 :].strip() for row in desk.seen().splitlines()]
            seen = " ".join(" ".join(rows).split())
            for rule in desk.meeting.state.find_stage("arrive").rules:
                assert rule in seen


async def test_people_and_running_order_stand_beside_the_stage_from_100_columns(tmp_path: Path) -> None:
    async with at(meeting_in(tmp_path), (100, 30)) as desk:
        assert "Annabel Otieno-Brandt" in desk.seen()
        assert "  19:06  Case told" in desk.seen()
        await desk.size(99, 30)
        assert "Annabel Otieno-Brandt" not in desk.seen()


async def test_the_chair_sees_a_card_before_reading_it_and_a_shared_screen_does_not(tmp_path: Path) -> None:
    async with at(meeting_in(tmp_path, stage="power")) as desk:
        assert desk.meeting.state.card is None
        assert "An offer: if Dolores would like it" in desk.seen()
        await desk.press("ctrl+s")
        assert desk.line == "/prompt "
        assert "gender" in desk.hint
        assert desk.hint.startswith("^S again: when it gets hard.")
        await desk.press("ctrl+s")
        assert desk.line == "/hard "
        assert "tears" in desk.seen()
        await desk.press("escape")
        assert desk.line == ""
        await desk.press("ctrl+s", *"region", "enter")
        card = desk.meeting.state.card
        assert card is not None
        assert card.text in " ".join(desk.seen().split())
        await desk.press("escape")
        assert card.text[:20] not in desk.seen()


async def test_every_answer_of_the_screen_keeps_the_title_to_itself(tmp_path: Path) -> None:
    async with at(meeting_in(tmp_path, *LINES), (120, 40)) as desk:
        for command in (
            "/agenda",
            "/who",
            "/notes",
            "/help",
            "/say",
            "/time",
            "/readback",
            "/goto pause",
            "/mine",
        ):
            await desk.send(command)
            assert TITLE not in desk.seen()
        assert TITLE not in (desk.app.title, desk.app.sub_title)


async def test_a_sheet_in_a_silence_shows_the_time_in_whole_minutes(tmp_path: Path) -> None:
    async with at(meeting_in(tmp_path, stage="pause")) as desk:
        await desk.send("what I noticed")
        await desk.after(61)
        await desk.send("/mine")
        assert "Reflective pause" in desk.words("header")
        assert desk.words("header").endswith("3 minutes")
        assert "1. what I noticed" in desk.seen()
        await desk.press("escape")
        assert "1. what I noticed" not in desk.seen()


async def test_long_lines_of_a_sheet_can_be_read_to_their_end(tmp_path: Path) -> None:
    async with at(meeting_in(tmp_path), (64, 34)) as desk:
        await desk.send("?")
        assert "/help lists them." in " ".join(desk.seen().split())
        await desk.send("/help")
        before = desk.seen()
        await desk.press("pagedown")
        assert desk.seen() != before
        await desk.press("pageup")
        assert desk.seen() == before


async def test_an_answer_too_long_for_its_row_can_be_read_whole(tmp_path: Path) -> None:
    async with at(meeting_in(tmp_path, "one", stage="discussion")) as desk:
        await desk.press("enter")
        seen = " ".join(desk.seen().split())
        assert "Open discussion, 11 minutes 30 seconds left." in seen
        assert "Next: Power lens · 4:30 min." in seen
        await desk.press("x")
        assert "Next: Power lens" not in " ".join(desk.seen().split())
        assert "one" in desk.seen()
        await desk.send("/keep-in /dev/null")
        assert "Choose another folder." in " ".join(desk.seen().split())


async def test_notes_scroll_by_page_and_a_new_one_brings_the_newest_back(tmp_path: Path) -> None:
    async with at(meeting_in(tmp_path, *(f"note {number}" for number in range(1, 13)))) as desk:
        assert "note 12" in desk.seen()
        await desk.press("pageup", "pageup", "pageup", "pageup", "pageup")
        assert "   1  note       note 1" in desk.seen()
        assert "note 12" not in desk.seen()
        await desk.send("one more")
        assert "one more" in desk.seen()


async def test_a_note_is_mended_in_the_line(tmp_path: Path) -> None:
    async with at(meeting_in(tmp_path, *LINES)) as desk:
        await desk.press("up")
        assert (desk.kind, desk.line) == ("edit 8", "> share the by-law paragraph")
        await desk.press("escape")
        assert desk.line == ""
        assert desk.meeting.state.notes[8].text == "share the by-law paragraph"
        await desk.send("/edit 3")
        await desk.type(" now")
        await desk.press("enter")
        assert desk.meeting.state.notes[3].text == "who signs the payments now"
        assert desk.kind == "note"


async def test_a_paste_of_many_lines_and_the_keys_after_it_stay_in_their_order(tmp_path: Path) -> None:
    async with at(meeting_in(tmp_path)) as desk:
        await desk.type("half ty")
        await desk.paste("one\n? two\r\n" + AWKWARD)
        assert desk.line == "half ty"
        await desk.press("p", "e", "d", "enter")
        notes = desk.meeting.state.ordered_notes()
        assert [note.text for note in notes] == ["one", "two", AWKWARD, "half typed"]
        await desk.press("ctrl+r", "ctrl+r")
        assert not desk.meeting.state.notes


async def test_the_palette_runs_and_inserts_commands_and_gives_the_line_back(tmp_path: Path) -> None:
    async with at(meeting_in(tmp_path, stage="clarify")) as desk:
        await desk.press("tab")
        await desk.type("who deci")
        await desk.press("ctrl+p")
        assert not isinstance(desk.app.screen, LiveScreen)
        await desk.press("escape")
        await desk.press("ctrl+p", *"stop the clock")
        await desk.app.workers.wait_for_complete()
        await desk.pilot.pause()
        await desk.press("enter")
        await desk.pilot.pause()
        assert desk.meeting.state.paused_t is not None
        assert (desk.line, desk.kind) == ("who deci", "question")
        desk.screen.insert_command("/turn ")
        await desk.type("Ann")
        assert desk.kind == "command"
        await desk.press("enter")
        assert desk.meeting.state.turn == ANN
        assert (desk.line, desk.kind) == ("who deci", "question")
        desk.screen.insert_command("/goto ")
        await desk.press("escape")
        assert (desk.line, desk.kind) == ("who deci", "question")
        await desk.press("ctrl+s", "escape", "enter")
        assert desk.meeting.state.notes[1].kind == "question"


async def test_the_palette_offers_nothing_that_writes_the_screen_to_a_file(tmp_path: Path) -> None:
    async with at(meeting_in(tmp_path)) as desk:
        offered = {command.title for command in desk.app.get_system_commands(desk.screen)}
        assert offered == {"Theme", "Leave"}


async def test_leaving_asks_once_and_the_meeting_is_resumed_with_its_half_typed_line(tmp_path: Path) -> None:
    meeting = meeting_in(tmp_path, *LINES, stage="clarify")
    async with at(meeting) as desk:
        await desk.type("half a thou")
        await desk.press("ctrl+q")
        assert desk.hint == "^Q again leaves. The meeting stays open and can be resumed."
        await desk.press("g")
        await desk.press("ctrl+q")
        assert desk.app.return_value is None
        await desk.press("ctrl+q")
        assert desk.app.return_value == 0
    again = resume(meeting.folder, meeting.clock)
    async with at(again) as desk:
        assert desk.line == "half a thoug"
        assert desk.screen.focused is desk.screen.line
        assert desk.stage == "clarify"


async def test_damage_found_on_opening_is_told(tmp_path: Path) -> None:
    meeting = meeting_in(tmp_path)
    meeting.reports = ("Line 7 of the log was damaged and is set aside.",)
    async with at(meeting) as desk:
        assert "Line 7 of the log was damaged" in desk.seen()
        await desk.press("escape")
        assert "Line 7" not in desk.seen()


async def test_trouble_with_the_disk_stands_in_plain_words_until_it_is_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    meeting = meeting_in(tmp_path)
    assert meeting.settle()
    trouble = "The disk is full, so events.jsonl could not be written. Free some space."
    async with at(meeting) as desk:
        with monkeypatch.context() as patch:
            patch.setattr(Meeting, "trouble", property(lambda meeting: trouble))
            patch.setattr(Meeting, "waiting", property(lambda meeting: 1))
            patch.setattr(Meeting, "is_kept", lambda meeting, mark: False)
            await desk.send("a note that waits")
            await desk.after(30)
            assert desk.words("divider2").startswith("NOT ON DISK: 1 held in memory. The disk is full")
            assert "/keep-in FOLDER" in desk.hint
            assert desk.seen().count("waiting") == 1
            await desk.size(40, 10)
            assert desk.hint.startswith("NOT ON DISK")
            await desk.size(80, 24)
        assert meeting.settle()
        desk.screen.kept_changed()
        await desk.pilot.pause()
        assert "NOT ON DISK" not in desk.seen()
        assert "waiting" not in desk.seen()
        assert "kept" in desk.seen()


async def test_a_click_on_a_key_does_the_same_as_the_key(tmp_path: Path) -> None:
    async with at(meeting_in(tmp_path)) as desk:
        await desk.pilot.click("#keys", offset=(4, 0))
        assert desk.meeting.state.turn == BRID
        before, _word, _rest = desk.seen().splitlines()[-1].partition("Cover")
        await desk.pilot.click("#keys", offset=(cell_len(before), 0))
        assert "Esc Uncover" in desk.seen()
        assert desk.screen.focused is desk.screen.line


async def test_closing_asks_once_and_leads_to_the_close_screen(tmp_path: Path) -> None:
    async with at(meeting_in(tmp_path, stage="close")) as desk:
        desk.app.scratch.add("mine alone")
        await desk.calmly("ctrl+n")
        assert desk.hint == "^N again closes the meeting."
        await desk.press("ctrl+n")
        await desk.pilot.pause()
        assert isinstance(desk.app.screen, CloseScreen)
        assert desk.app.scratch.lines == ()


async def test_words_of_people_and_of_an_agenda_are_never_markup(tmp_path: Path) -> None:
    people = (*PEOPLE[:2], "[b]Bold[/b] One", DOLORES, "a [/] b", "\\ [x] **c**")
    meeting = meeting_in(tmp_path, agenda=awkward_agenda(), people=people, stage="discussion")
    async with at(meeting, (120, 40)) as desk:
        for line in (
            AWKWARD,
            f"! {AWKWARD}",
            f"> {AWKWARD} @Amina by friday",
            f"~ {AWKWARD}",
            f"[b]Bold[/b]: {AWKWARD}",
        ):
            await desk.send(line)
            assert desk.line == ""
        desk.app.scratch.add(AWKWARD)
        assert desk.seen().count("a [/] b [x] **c** | <script>") >= 5
        assert "[bold]Inter[/]Vision" in desk.seen()
        assert "Open discussion [/b] [red]" in desk.seen()
        assert "[b]Bold[/b] One" in desk.seen()
        for command in (
            "/notes",
            "/who",
            "/agenda",
            "/mine",
            "/readback",
            "/goto pause",
            "/goto reflections",
        ):
            await desk.send(command)
        assert f"Mine   {AWKWARD}" in desk.seen()
        for name in ("[b]Bold[/b] One", "a [/] b", "\\ [x] **c**"):
            await desk.send(f"/turn {name}")
            assert desk.meeting.state.turn == name
            assert f"now {spoken(desk.meeting.state, name)}" in desk.seen()


@pytest.mark.parametrize("variables", [{"NO_COLOR": "1"}, {"TERM": "xterm", "COLORTERM": ""}])
async def test_every_word_stands_without_colours_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, variables: dict[str, str]
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    async with at(meeting_in(tmp_path, *LINES)) as desk:
        await desk.after(9999)
        seen = desk.seen()
        for words in ("over the 6 min", "kept", "next step", "Say", "To come".lower(), "late."):
            assert words in seen
        assert desk.words("clocknote").startswith("over")


async def test_the_sentence_of_the_core_is_the_one_on_the_screen(tmp_path: Path) -> None:
    async with at(meeting_in(tmp_path)) as desk:
        for stage in ("case", "reflections", "power", "takeaways", "journal", "close"):
            desk.meeting.submit(it.GoTo(stage))
            await desk.pilot.pause()
            said = say_now(desk.meeting.state, desk.meeting.moment().t)
            assert said in await say_changed(desk, 0)


def _updates(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Every text that is given to a widget from now on."""
    given: list[object] = []
    real = Static.update

    def update(self: Static, content: object = "", **more: object) -> None:
        given.append((self.id, content))
        real(self, content, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(Static, "update", update)
    return given


async def test_nothing_is_painted_while_nothing_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with at(meeting_in(tmp_path, *LINES, stage="pause"), (120, 40)) as desk:
        await desk.after(25)
        given = _updates(monkeypatch)
        written: list[str] = []
        monkeypatch.setattr(desk.app._driver, "write", written.append)
        for _second in range(4):
            await desk.after(1)
        assert given == []
        assert written == []
        await desk.after(1)
        assert [name for name, _words in given] == ["still-bar"]  # type: ignore[misc]
        desk.meeting.submit(it.GoTo("discussion"))
        await desk.after(1)
        given.clear()
        written.clear()
        await desk.after(1)
        assert given == [], "only the clock's digits change"
        assert len("".join(written).encode()) < 1000


async def test_words_typed_behind_a_refused_command_are_a_note_and_the_command_comes_back(
    tmp_path: Path,
) -> None:
    async with at(meeting_in(tmp_path)) as desk:
        await desk.press(*"/shaer", "enter")
        assert desk.line == "/shaer"
        assert desk.hint.endswith("Esc clears it.")
        await desk.press(*"yes", "enter")
        assert [note.text for note in desk.meeting.state.ordered_notes()] == ["yes"]
        await desk.press("up")
        assert desk.line == "/shaer"
        await desk.press("escape")
        assert desk.line == ""
        assert "covered" not in desk.hint.casefold()


async def test_a_refused_command_is_mended_in_its_place(tmp_path: Path) -> None:
    async with at(meeting_in(tmp_path)) as desk:
        await desk.press(*"/turn Anabel", "enter")
        assert desk.line == "/turn Anabel"
        await desk.press("backspace", "backspace", "backspace", "backspace", *"nabel", "enter")
        assert desk.meeting.state.turn == PEOPLE[5]
