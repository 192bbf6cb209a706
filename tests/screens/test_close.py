"""The close screen, worked by keys."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pyperclip
import pytest
from closing_meetings import (
    AMINA,
    ANN,
    AWKWARD,
    BRID,
    DOLORES,
    LI,
    SHARE,
    TITLE,
    FakeClock,
    all_bytes,
    closed_meeting,
    running_meeting,
)
from mail_server import mail_server
from textual import events
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Static

from facilitator.app import FacilitatorApp
from facilitator.meeting.desk import take
from facilitator.meeting.meeting import Meeting
from facilitator.meeting.opening import resume
from facilitator.screens import close_sharing
from facilitator.screens.close import CloseScreen
from facilitator.screens.live import LiveScreen
from facilitator.session import intents as it
from facilitator.settings.model import Settings
from facilitator.share import drafts
from facilitator.share.account import Secret
from facilitator.share.addresses import keep_address

SENT = "Nothing has been sent."


class Desk:
    """One person at the close screen."""

    def __init__(self, app: FacilitatorApp, pilot: Pilot[int]) -> None:
        self.app = app
        self.pilot = pilot

    @property
    def screen(self) -> CloseScreen:
        screen = self.app.screen
        assert isinstance(screen, CloseScreen)
        return screen

    @property
    def meeting(self) -> Meeting:
        return self.screen.meeting

    def words(self, name: str) -> str:
        """What a region shows."""
        return str(self.screen.query_one(f"#close-{name}", Static).content)

    def seen(self) -> str:
        """All rows that are painted now, as text."""
        width, height = self.screen.size
        lines = self.screen._compositor.render_strips(self.screen.size)
        return "\n".join(line.text[:width] for line in lines[:height])

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.app.workers.wait_for_complete()
        await self.pilot.pause()

    async def until(self, there: Callable[[], object]) -> None:
        """Wait for something that a thread brings about."""
        for _look in range(500):
            await self.pilot.pause()
            if there():
                return
        raise AssertionError("it did not come")

    async def say(self, text: str) -> None:
        """Type a line and press Enter."""
        self.screen.line.insert(text)
        await self.pilot.pause()
        await self.press("enter")


@asynccontextmanager
async def at(
    meeting: Meeting, size: tuple[int, int] = (80, 24), settings: Settings | None = None
) -> AsyncIterator[Desk]:
    app = FacilitatorApp(meeting.folder.parent.parent, meeting.clock, meeting=meeting, settings=settings)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield Desk(app, pilot)
    meeting.leave()


Clipboard = list[str]


@pytest.fixture
def clipboard(monkeypatch: pytest.MonkeyPatch) -> Clipboard:
    """What pyperclip was given."""
    for name in ("SSH_CONNECTION", "SSH_TTY"):
        monkeypatch.delenv(name, raising=False)
    taken: Clipboard = []
    monkeypatch.setattr(pyperclip, "copy", taken.append)
    return taken


async def test_the_short_text_holds_nothing_of_the_case(tmp_path: Path) -> None:
    async with at(closed_meeting(tmp_path), (120, 40)) as desk:
        text = desk.words("text")
        assert "a decision without an owner is a wish" in text
        for private in ("treasurer", "former manager", "who signs", "leave by June", TITLE):
            assert private not in text
            assert private not in desk.seen()
        assert "Not in this text: 1 note, 1 question, 2 pod-only lines." in desk.words("side")


@pytest.mark.parametrize("size", [(80, 24), (64, 34), (120, 40), (54, 12)])
async def test_the_text_what_is_missing_and_the_question_stand_on_every_screen(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with at(closed_meeting(tmp_path), size) as desk:
        seen = desk.seen()
        assert SENT in seen
        assert "InterVision, Saturday" in seen
        assert "Who takes “share" in seen
        assert "^Y Copy" in seen
        assert all(len(line) <= size[0] for line in seen.splitlines())


async def test_nothing_has_been_sent_is_said_on_the_smallest_screen_and_back(tmp_path: Path) -> None:
    async with at(closed_meeting(tmp_path), (80, 24)) as desk:
        await desk.pilot.resize_terminal(20, 5)
        await desk.pilot.pause()
        assert desk.seen().splitlines()[0].strip() == "Nothing is sent."
        assert "Who takes" in desk.seen()
        await desk.pilot.resize_terminal(80, 24)
        await desk.pilot.pause()
        assert SENT in desk.seen()
        assert "Before it goes" in desk.seen()


async def test_every_question_is_answered_at_the_line(tmp_path: Path) -> None:
    async with at(closed_meeting(tmp_path)) as desk:
        await desk.say("Amina")
        assert f"{AMINA}: share the by-law paragraph" in desk.words("text")
        await desk.say("in 2 weeks")
        assert "by Saturday 5 December 2026" in desk.words("text")
        await desk.press("enter")  # read aloud
        assert desk.meeting.state.read_back
        await desk.say("Annabel")
        await desk.say("2026-12-17 15:00 UTC")
        assert "Thursday 17 December 2026, 15:00 UTC" in desk.words("text")
        for name in (BRID, LI, ANN):
            await desk.press("tab", "enter")
            assert name in desk.words("text")
        assert "Nothing is missing." in desk.seen()
        assert desk.words("asked") == "Does everyone agree to their lines?"
        await desk.press("escape")
        assert desk.words("asked") == "note"


async def test_what_is_answered_is_on_disk(tmp_path: Path) -> None:
    async with at(closed_meeting(tmp_path)) as desk:
        folder = desk.meeting.folder
        await desk.say("Amina")
        assert desk.meeting.settle()
        assert "**Amina Diallo** — share the by-law paragraph" in (folder / "minutes.md").read_text("utf-8")


async def test_every_question_is_left_open_by_enter_or_escape_and_not_asked_again(tmp_path: Path) -> None:
    async with at(closed_meeting(tmp_path), (120, 40)) as desk:
        asked = []
        for key in ("enter", "enter", "escape", "escape", "enter", "enter", "enter", "enter", "escape"):
            asked.append(desk.words("asked"))
            await desk.press(key)
        assert len(set(asked)) == 9
        assert desk.words("asked") == "note"
        assert not desk.meeting.state.read_back
        assert desk.seen().count("left open:") == 6
        assert "Unassigned: share the by-law paragraph" in desk.words("text")


async def test_keys_typed_ahead_take_effect_in_their_order(tmp_path: Path, clipboard: Clipboard) -> None:
    async with at(closed_meeting(tmp_path)) as desk:
        keys = ["Q", "u", "i", "s", "tab", "enter", *"Friday", "enter", "escape", "escape", "enter"]
        keys += ["tab", "enter", "tab", "enter", "tab", "enter", "ctrl+y"]
        for key in keys:
            character = key if len(key) == 1 else None
            desk.app.post_message(events.Key(key, character))
        await desk.press()
        await desk.press()
        note = desk.meeting.state.notes[SHARE]
        assert (note.owners, note.due) == ((DOLORES,), "2026-11-27")
        assert desk.meeting.state.next_meeting.giver == ANN
        assert clipboard == [desk.words("text")]


async def test_an_unknown_name_is_refused_in_the_hint_row_and_stays(tmp_path: Path) -> None:
    async with at(closed_meeting(tmp_path)) as desk:
        await desk.say("Anabel")
        assert desk.screen.line.text == "Anabel"
        assert "Did you mean Annabel" in desk.words("hint")
        desk.screen.line.put("Annabel")
        await desk.press("enter")
        assert desk.meeting.state.notes[SHARE].owners == ("Annabel Otieno-Brandt",)


async def test_awkward_text_is_shown_as_typed_and_refused_as_an_answer(tmp_path: Path) -> None:
    lines = (f"> {AWKWARD}", f"! {AWKWARD}")
    async with at(closed_meeting(tmp_path, *lines), (120, 40)) as desk:
        assert f"– {AWKWARD}" in desk.words("text")
        assert AWKWARD[:20] in desk.words("asked")
        for _question in range(4):
            await desk.say(AWKWARD)
            assert desk.screen.line.text == AWKWARD
            desk.screen.line.put("")
            await desk.press("enter")
        await desk.say(AWKWARD)
        assert desk.meeting.state.notes[3].text == AWKWARD


async def test_marks_and_commands_go_where_they_always_go(tmp_path: Path) -> None:
    async with at(closed_meeting(tmp_path)) as desk:
        question = desk.words("asked")
        await desk.say("! one more thing to keep")
        assert desk.meeting.state.notes[9].kind == "takeaway"
        assert "one more thing to keep" in desk.words("text")
        await desk.say("/edit 4 a wish is no decision")
        assert desk.meeting.state.notes[4].text == "a wish is no decision"
        await desk.say("/strike 9")
        assert 9 not in desk.meeting.state.notes
        await desk.say("/meet 2026-12-17 15:00 UTC")
        assert desk.meeting.state.next_meeting.when
        await desk.say("/undo")
        assert not desk.meeting.state.next_meeting.when
        await desk.say("/nxet")
        assert "Did you mean /next?" in desk.words("hint")
        assert desk.screen.line.text == "/nxet"
        desk.screen.line.put("")
        await desk.pilot.pause()
        assert desk.words("asked") == question


async def test_plain_words_with_no_question_are_kept_as_a_note(tmp_path: Path) -> None:
    async with at(closed_meeting(tmp_path)) as desk:
        while desk.screen.closing.question() is not None:
            await desk.press("escape")
        await desk.say("Amina: the room was cold")
        assert desk.meeting.settle()
        await desk.pilot.pause()
        assert desk.meeting.state.notes[9].text == "the room was cold"
        assert desk.words("hint").startswith("Kept 9, note, Amina Diallo.")


async def test_the_line_says_what_enter_will_do(tmp_path: Path) -> None:
    async with at(closed_meeting(tmp_path)) as desk:
        desk.screen.line.insert("Ami")
        await desk.press("tab")
        assert desk.screen.line.text == AMINA
        assert desk.words("hint") == AMINA
        desk.screen.line.put("> call")
        await desk.pilot.pause()
        assert desk.words("asked") == "next step"


async def test_several_pasted_lines_are_all_kept(tmp_path: Path) -> None:
    async with at(closed_meeting(tmp_path)) as desk:
        desk.screen.line.post_message(events.Paste(f"one\n! two\n{AWKWARD}"))
        await desk.pilot.pause()
        notes = desk.meeting.state.notes
        assert [notes[number].text for number in (9, 10, 11)] == ["one", "two", AWKWARD]


async def test_the_last_line_is_reopened_and_escape_leaves_it(tmp_path: Path) -> None:
    async with at(closed_meeting(tmp_path)) as desk:
        await desk.press("up")
        assert desk.words("asked") == f"edit {SHARE}"
        await desk.press("escape")
        assert desk.screen.line.text == ""
        assert "Who takes" in desk.words("asked")


async def test_a_kept_line_is_made_pod_only_and_marked_anew_by_key(tmp_path: Path) -> None:
    async with at(closed_meeting(tmp_path)) as desk:
        await desk.press("up", "ctrl+o", "tab")
        assert desk.screen.line.text.startswith("~ = ")
        await desk.press("enter")
        note = desk.meeting.state.notes[SHARE]
        assert (note.kind, note.pod_only) == ("decision", True)


async def test_a_sheet_of_lines_leaves_the_heading_in_sight(tmp_path: Path) -> None:
    async with at(closed_meeting(tmp_path)) as desk:
        await desk.say("/notes")
        assert "treasurer" in desk.seen()
        assert SENT in desk.seen()
        await desk.press("escape")
        assert "Before it goes" in desk.seen()
        assert "Who takes" in desk.words("asked")


async def test_copying_with_a_clipboard(tmp_path: Path, clipboard: Clipboard) -> None:
    async with at(closed_meeting(tmp_path)) as desk:
        await desk.press("ctrl+y")
        assert clipboard == [desk.words("text")]
        assert desk.words("hint").startswith("Copied to the clipboard.")
        assert SENT in desk.seen()


async def test_copying_without_a_clipboard_goes_to_the_terminal_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none_here(text: str) -> None:
        raise pyperclip.PyperclipException("none")

    monkeypatch.setattr(pyperclip, "copy", none_here)
    for size in ((80, 24), (64, 34)):
        async with at(closed_meeting(tmp_path / str(size)), size) as desk:
            handed: list[str] = []
            monkeypatch.setattr(desk.app, "copy_to_clipboard", handed.append)
            await desk.press("ctrl+y")
            assert handed == [desk.words("text")]
            seen = " ".join(desk.seen().split())
            assert "try to paste" in seen
            assert "not every terminal takes it" in seen
            assert "--format chat prints it too." in seen


async def test_the_place_of_the_minutes_is_said_and_copied(tmp_path: Path, clipboard: Clipboard) -> None:
    async with at(closed_meeting(tmp_path)) as desk:
        path = str(desk.meeting.folder / "minutes.md")
        await desk.press("ctrl+g")
        assert path in desk.words("hint")
        assert clipboard == []
        await desk.press("ctrl+g")
        assert clipboard == [path]


async def test_undo_takes_back_one_answer_after_another_and_then_the_closing(tmp_path: Path) -> None:
    async with at(closed_meeting(tmp_path)) as desk:
        await desk.say("Amina")
        assert "^R Undo" in desk.seen()
        await desk.press("ctrl+r")
        assert desk.meeting.state.notes[SHARE].owners == ()
        assert "Who takes" in desk.words("asked")
        assert "^R Reopen" in desk.seen()
        await desk.press("ctrl+r")
        assert isinstance(desk.app.screen, LiveScreen)
        assert desk.app.screen.meeting.state.phase == "running"
        desk.app.screen.meeting.submit(it.Close())
        await desk.pilot.pause()
        assert SENT in desk.seen()


async def test_what_is_half_typed_goes_along_when_the_meeting_is_reopened(tmp_path: Path) -> None:
    async with at(closed_meeting(tmp_path)) as desk:
        desk.screen.line.insert("one more wo")
        await desk.press("ctrl+r")
        live = desk.app.screen
        assert isinstance(live, LiveScreen)
        assert live.line.text == "one more wo"


async def test_a_typed_undo_of_the_closing_leaves_an_empty_line(tmp_path: Path) -> None:
    async with at(closed_meeting(tmp_path)) as desk:
        await desk.say("/undo")
        live = desk.app.screen
        assert isinstance(live, LiveScreen)
        assert live.line.text == ""


async def test_closing_the_live_screen_leads_here(tmp_path: Path) -> None:
    meeting = running_meeting(tmp_path, "! one")
    app = FacilitatorApp(tmp_path, meeting.clock, meeting=meeting)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, LiveScreen)
        meeting.submit(it.Close())
        await pilot.pause()
        assert isinstance(app.screen, CloseScreen)
    meeting.leave()


async def test_a_closed_session_is_resumed_here_with_its_half_typed_line(tmp_path: Path) -> None:
    meeting = closed_meeting(tmp_path)
    async with at(meeting) as desk:
        await desk.say("Amina")
        desk.screen.line.insert("in 2 we")
        await desk.pilot.pause()
        assert desk.meeting.settle()
    again = resume(meeting.folder, FakeClock())
    async with at(again) as desk:
        assert desk.screen.line.text == "in 2 we"
        assert desk.words("asked").startswith("When is “share")
        assert f"{AMINA}: share" in desk.words("text")
        assert desk.screen.focused is desk.screen.line


async def test_the_minutes_become_final_after_a_second_press(tmp_path: Path) -> None:
    async with at(closed_meeting(tmp_path)) as desk:
        await desk.press("ctrl+n")
        assert desk.words("hint").startswith("5 things are still missing. ^N again makes the minutes final.")
        assert desk.meeting.state.version == 0
        await desk.press("ctrl+n")
        assert desk.meeting.state.version == 1
        assert "final" in desk.words("header")
        await desk.press("ctrl+n")
        assert "final already" in desk.words("hint")


async def test_typing_ends_the_question_of_a_key(tmp_path: Path) -> None:
    async with at(closed_meeting(tmp_path)) as desk:
        await desk.press("ctrl+n", "x", "ctrl+n")
        assert desk.meeting.state.version == 0


async def test_the_full_minutes_are_one_key_away(tmp_path: Path) -> None:
    async with at(closed_meeting(tmp_path)) as desk:
        close = desk.screen
        await desk.press("ctrl+f")
        assert isinstance(desk.app.screen, Screen)
        assert desk.app.screen is not close
        desk.app.pop_screen()
        await desk.pilot.pause()
        assert desk.screen is close


async def test_only_the_chair_sees_how_time_went(tmp_path: Path) -> None:
    async with at(closed_meeting(tmp_path), (120, 40)) as desk:
        assert "You ended 7 minutes late." in desk.seen()
        assert "was not held" in desk.seen()
        assert "minutes late" not in desk.words("text")


async def test_trouble_with_the_disk_stands_plainly_and_leaving_asks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    trouble = "The disk is full, so events.jsonl could not be written. Free some space."
    async with at(closed_meeting(tmp_path)) as desk:
        monkeypatch.setattr(Meeting, "trouble", property(lambda meeting: trouble))
        desk.screen.kept_changed()
        await desk.pilot.pause()
        assert "NOT ON DISK" in desk.seen()
        assert "Free some space." in " ".join(desk.seen().split())
        assert desk.screen.ask_leave() is False
        assert "Not everything is on disk." in desk.words("hint")
        assert desk.screen.ask_leave() is True
        monkeypatch.undo()
        desk.screen.kept_changed()
        await desk.pilot.pause()
        assert "NOT ON DISK" not in desk.seen()


async def test_leaving_is_done_at_once_unless_a_line_is_half_typed(tmp_path: Path) -> None:
    async with at(closed_meeting(tmp_path)) as desk:
        assert desk.screen.ask_leave() is True
        desk.screen.line.insert("half")
        await desk.pilot.pause()
        assert desk.screen.ask_leave() is False
        assert desk.screen.ask_leave() is True


async def test_damage_found_on_opening_is_told(tmp_path: Path) -> None:
    meeting = closed_meeting(tmp_path)
    meeting.reports = ("Line 7 of the log was damaged and is set aside.",)
    async with at(meeting) as desk:
        assert "Line 7 of the log was damaged" in desk.seen()


@pytest.mark.parametrize("keys", [("pagedown",), ("pageup",), ("shift+tab",), ("tab",), ("escape",) * 12])
async def test_other_keys_change_nothing_that_was_kept(tmp_path: Path, keys: tuple[str, ...]) -> None:
    async with at(closed_meeting(tmp_path)) as desk:
        before = desk.meeting.state
        await desk.press(*keys)
        assert desk.meeting.state is before


def test_every_action_of_the_key_row_is_there() -> None:
    actions: dict[str, Callable[..., object]] = vars(CloseScreen)
    for name in ("copy", "minutes", "where", "take_back", "final", "done"):
        assert f"action_{name}" in actions


async def test_the_round_is_begun_agreed_and_dropped_by_keys(tmp_path: Path) -> None:
    async with at(closed_meeting(tmp_path)) as desk:
        while (asked := desk.screen.closing.question()) is not None and asked.kind != "consent":
            await desk.press("escape")
        await desk.press("enter")
        assert desk.words("asked") == "Dolores, may these lines stand?"
        await desk.press("tab", "enter")
        assert desk.meeting.state.agreed[4] == (DOLORES,)
        assert desk.words("asked").startswith("Ann, is this yours?")
        assert desk.words("asked") == "Ann, is this yours? By Tue 24 Nov: “send the template”"
        await desk.press("ctrl+x")
        assert "^X again strikes line 7" in desk.words("hint")
        assert 7 in desk.meeting.state.notes
        await desk.press("ctrl+x")
        assert 7 not in desk.meeting.state.notes
        assert desk.words("asked") == "note"


async def test_who_is_asked_for_her_step_sees_more_than_half_a_row_of_it_and_all_of_its_day(
    tmp_path: Path,
) -> None:
    meeting = closed_meeting(tmp_path)
    step = "send the template that we used for the letters of last year"
    assert not take(meeting, f"/edit 7 > {step} @Ann by 2026-11-24").refused
    async with at(meeting) as desk:
        while (asked := desk.screen.closing.question()) is not None and asked.kind != "consent":
            await desk.press("escape")
        await desk.press("enter", "enter")
        begun = "Ann, is this yours? By Tue 24 Nov: “send the template that we used for"
        assert begun in desk.seen()
        await desk.press("tab", "tab")
        assert f"> {step}" in desk.screen.line.text


async def test_a_message_is_seen_before_it_goes_to_the_mail_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[object] = []
    monkeypatch.setattr(drafts, "open_with_system", lambda what: opened.append(what) or True)
    keep_address(tmp_path, ANN, "ann@example.org")
    async with at(closed_meeting(tmp_path)) as desk:
        await desk.say("/share owners")
        assert "To: Ann Otieno <ann@example.org>" in desk.seen()
        assert "Enter opens it in your mail program" in desk.words("hint")
        await desk.press("escape")
        assert "To: Ann Otieno" not in desk.seen()
        assert not opened
        await desk.say("/share owners")
        await desk.press("enter")
        assert "Nothing has been sent." in desk.words("hint")
        assert len(opened) == 1
        assert "To: Ann Otieno" not in desk.seen()


async def test_a_line_that_waits_for_a_day_does_not_take_the_next_one_here_either(tmp_path: Path) -> None:
    async with at(closed_meeting(tmp_path)) as desk:
        await desk.say("> call Puno by next Tue @Amina")
        await desk.press("!", "space", *"ports", "enter")
        texts = [(note.kind, note.text) for note in desk.meeting.state.ordered_notes()]
        assert ("step", "call Puno by next Tue") in texts
        assert ("takeaway", "ports") in texts


async def test_a_command_from_the_palette_gives_back_what_was_half_typed(tmp_path: Path) -> None:
    async with at(closed_meeting(tmp_path)) as desk:
        desk.screen.line.insert("half ty")
        await desk.pilot.pause()
        desk.screen.insert_command("/mark 1 question")
        assert desk.meeting.settle()
        assert (desk.meeting.folder / "draft.txt").read_text(encoding="utf-8") == "half ty"
        await desk.press("enter")
        assert desk.meeting.state.notes[1].kind == "question"
        assert desk.screen.line.text == "half ty"
        desk.screen.insert_command("/later ")
        await desk.press("escape")
        assert desk.screen.line.text == "half ty"


async def test_a_line_opened_to_be_mended_and_struck_is_in_no_byte_of_the_home(tmp_path: Path) -> None:
    async with at(closed_meeting(tmp_path, "quetzal wort")) as desk:
        number = max(desk.meeting.state.notes)
        await desk.press("up")
        assert desk.screen.line.text == "quetzal wort"
        await desk.press("x")
        desk.screen.insert_command(f"/strike {number}")
        await desk.press("enter")
        assert desk.screen.line.text == ""
        assert desk.meeting.settle()
        assert b"quetzal" not in all_bytes(tmp_path)


async def test_backspace_in_an_empty_line_writes_no_answer_and_changes_no_kind(tmp_path: Path) -> None:
    async with at(closed_meeting(tmp_path)) as desk:
        before = desk.words("question")
        await desk.press("a", "backspace", "backspace", "backspace")
        assert desk.screen.line.text == ""
        assert desk.words("question") == before
        await desk.press("escape", "escape", "escape", "escape", "escape", "escape", "escape", "backspace")
        assert desk.screen.line.text == ""
        assert desk.screen.typing.kind == "note"


async def test_on_the_close_screen_too_a_note_is_joined_and_divided_by_keys(tmp_path: Path) -> None:
    async with at(closed_meeting(tmp_path, "one", "two words")) as desk:
        count = len(desk.meeting.state.notes)
        await desk.press("up", "home", "backspace")
        assert len(desk.meeting.state.notes) == count - 1
        await desk.press("ctrl+r", "up", *["left"] * 5, "ctrl+j")
        assert len(desk.meeting.state.notes) == count + 1


async def test_a_due_day_with_two_readings_is_chosen_and_not_typed_again(tmp_path: Path) -> None:
    async with at(closed_meeting(tmp_path)) as desk:
        await desk.say("Amina by next Tue")
        assert desk.words("hint") == "next Tue: 24 Nov or 1 Dec? Enter: Tuesday 24 November 2026 · Tab turns"
        assert not desk.meeting.state.notes[SHARE].owners
        await desk.press("tab")
        assert "Enter: Tuesday 1 December 2026" in desk.words("hint")
        await desk.press("enter")
        note = desk.meeting.state.notes[SHARE]
        assert (note.owners, note.due) == ((AMINA,), "2026-12-01")


async def test_a_day_that_waits_is_left_by_escape_and_by_whoever_types_on(tmp_path: Path) -> None:
    async with at(closed_meeting(tmp_path)) as desk:
        await desk.say("Amina")
        await desk.say("next Tue")
        await desk.press("escape")
        assert desk.screen.line.text == "next Tue"
        assert "Tab turns" not in desk.words("hint")
        await desk.press("enter", *"~ go")
        assert desk.screen.line.text == "~ go"
        await desk.press("enter")
        assert desk.meeting.state.notes[SHARE].due == ""
        await desk.press("up")
        assert desk.screen.line.text == "next Tue"
        await desk.press("enter", "enter")
        assert desk.meeting.state.notes[SHARE].due == "2026-11-24"


async def test_a_reworded_step_with_such_a_day_waits_as_well(tmp_path: Path) -> None:
    async with at(closed_meeting(tmp_path)) as desk:
        while desk.words("asked") != "Does everyone agree to their lines?":
            await desk.press("escape")
        await desk.press("enter", "enter")
        assert desk.words("asked").startswith("Ann, is this yours?")
        await desk.say("> Ann: send the template by next Tue")
        await desk.press("tab", "enter")
        assert desk.meeting.state.notes[7].due == "2026-12-01"
        assert desk.meeting.state.agreed[7] == (ANN,)


async def test_a_refused_command_does_not_stick_to_the_next_words(tmp_path: Path) -> None:
    async with at(closed_meeting(tmp_path)) as desk:
        await desk.say("/shaer mail")
        assert desk.screen.line.text == "/shaer mail"
        assert desk.words("hint").endswith("Esc clears it.")
        await desk.press(*"~ the", "enter")
        assert desk.meeting.state.notes[9].text == "the"
        await desk.press("up", "escape")
        assert desk.screen.line.text == ""
        await desk.say("/share everything")
        assert desk.screen.line.text == "/share everything"
        assert desk.words("hint").startswith("Write /share mail")


async def test_escape_leaves_the_whole_round_of_yes(tmp_path: Path) -> None:
    async with at(closed_meeting(tmp_path)) as desk:
        while desk.words("asked") != "Does everyone agree to their lines?":
            await desk.press("escape")
        await desk.press("enter", "escape")
        assert desk.words("asked") == "note"


@pytest.mark.parametrize("size", [(80, 24), (64, 34), (120, 40)])
async def test_what_can_be_done_is_named_all_the_time_and_explained_in_the_end(
    tmp_path: Path, clipboard: Clipboard, size: tuple[int, int]
) -> None:
    async with at(closed_meeting(tmp_path), size) as desk:
        assert "^Y copy · /share" in desk.seen()
        assert "/beyond" in desk.seen()
        while desk.words("asked") != "note":
            await desk.press("escape")
        seen = desk.seen()
        for key in ("^Y", "/share mail", "/share owners", "/beyond", "/share save", "/share send"):
            assert key in seen
        assert "needs share_folder" in seen
        assert "^Y copies this text" in " ".join(desk.words("hint").split())
        await desk.press("ctrl+y")
        assert clipboard
        await desk.pilot.pause()
        assert "copied; once more" in desk.seen()


async def test_the_password_is_asked_for_where_nobody_sees_or_keeps_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(close_sharing, "known_password", lambda account: Secret())
    meeting = closed_meeting(tmp_path)
    keep_address(tmp_path, AMINA, "a@example.org")
    with mail_server("s3cret!") as (inbox, port):
        settings = Settings(
            mail_host="127.0.0.1",
            mail_port=port,
            mail_security="none",
            mail_user="sunita",
            mail_from="sunita@example.org",
        )
        async with at(meeting, settings=settings) as desk:
            await desk.say("/share send")
            assert "1 message to 1 person" in desk.seen()
            await desk.pilot.press("enter")
            await desk.until(lambda: desk.screen.query("#hidden"))
            assert "Password of sunita at 127.0.0.1:" in desk.words("asked")
            await desk.pilot.press(*"s3cret!")
            assert "s3cret" not in desk.seen()
            assert desk.screen.line.text == ""
            assert not inbox.arrived
            await desk.press("enter")
            assert [who for who, _made in inbox.arrived] == ["a@example.org"]
            assert "Sent to 1 person." in desk.seen()
            assert SENT not in desk.seen()
            assert desk.app.focused is desk.screen.line
            await desk.say("/share send")
            assert "has it already" in desk.words("hint")
    assert b"s3cret" not in all_bytes(tmp_path)


async def test_esc_at_the_password_sends_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(close_sharing, "known_password", lambda account: Secret())
    meeting = closed_meeting(tmp_path)
    keep_address(tmp_path, AMINA, "a@example.org")
    settings = Settings(mail_host="127.0.0.1", mail_port=9, mail_user="s", mail_from="s@example.org")
    async with at(meeting, settings=settings) as desk:
        await desk.say("/share send")
        await desk.pilot.press("enter")
        await desk.until(lambda: desk.screen.query("#hidden"))
        await desk.press("x", "escape")
        assert desk.words("hint").startswith("Nothing was sent.")
        assert SENT in desk.seen()
        assert not desk.screen.query("#hidden")


async def test_a_line_typed_while_a_message_waits_is_kept_and_nothing_goes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(drafts, "open_with_system", lambda what: opened.append(str(what)) or True)
    async with at(closed_meeting(tmp_path)) as desk:
        await desk.say("/share mail")
        assert desk.words("asked") == f"Address of {AMINA}?"
        await desk.say("amina@example.org")
        assert desk.words("asked") == f"Address of {BRID}?"
        await desk.say("~ one more thing")
        assert desk.meeting.state.notes[9].text == "one more thing"
        assert not opened


async def test_the_round_before_a_text_leaves_the_pod_is_asked_at_the_line(
    tmp_path: Path, clipboard: Clipboard
) -> None:
    async with at(closed_meeting(tmp_path)) as desk:
        await desk.say("/beyond")
        assert "for people outside the pod" in desk.words("heading")
        while desk.words("asked") != "Who said yes?":
            await desk.press("enter")
        await desk.press("tab", "enter")
        assert [one.giver for one in desk.meeting.state.beyond] == [DOLORES]
        assert desk.words("asked") == "Copy it?"
        await desk.press("enter")
        assert "a decision without an owner" in clipboard[0]
        assert ANN not in clipboard[0]
        await desk.press("ctrl+r")
        assert not desk.meeting.state.beyond
