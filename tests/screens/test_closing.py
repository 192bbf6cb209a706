"""The questions after a meeting, without a screen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from closing_meetings import AMINA, ANN, ANNABEL, AWKWARD, BRID, DOLORES, LI, SHARE, closed_meeting

from facilitator.meeting.meeting import Meeting
from facilitator.screens.closing import Closing
from facilitator.session import intents as it

Opened = Callable[..., Closing]


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Opened]:
    """Opens closed meetings and lets go of them in the end."""
    meetings: list[Meeting] = []

    def open_one(*lines: str, **more: object) -> Closing:
        meetings.append(closed_meeting(tmp_path / f"home{len(meetings)}", *lines, **more))  # type: ignore[arg-type]
        return Closing(meetings[-1])

    yield open_one
    for meeting in meetings:
        meeting.leave()


def kinds_when_all_is_left_open(closing: Closing) -> list[str]:
    asked = []
    while (question := closing.question()) is not None:
        asked.append(question.kind)
        closing.leave_open()
    return asked


def go_to(closing: Closing, kind: str) -> None:
    while (question := closing.question()) is not None and question.kind != kind:
        closing.leave_open()
    assert closing.question() is not None, kind


def test_everything_missing_is_asked_once_in_order_and_stays_listed(opened: Opened) -> None:
    closing = opened()
    asked = kinds_when_all_is_left_open(closing)
    assert asked[:5] == ["owner", "date", "read_back", "attendance", "next_meeting"]
    assert asked[5:] == ["chair", "keeper", "giver", "consent"]
    assert closing.question() is None
    items = closing.items()
    assert len(items) == 6
    assert all(item.quiet and not item.now for item in items)


def test_what_is_asked_now_stands_first_and_what_was_left_open_last(opened: Opened) -> None:
    closing = opened()
    closing.leave_open()
    items = closing.items()
    assert items[0].now
    assert "no date" in items[0].words
    assert items[-1].quiet
    assert "no owner" in items[-1].words


@pytest.mark.parametrize(
    ("typed", "owners", "due"),
    [
        ("Amina", (AMINA,), ""),
        ("@brid", (BRID,), ""),
        ("Ann", (ANN,), ""),
        ("李娜, Dolores", (LI, DOLORES), ""),
        ("Ann and Amina", (ANN, AMINA), ""),
        ("Otieno-Brandt by Friday", (ANNABEL,), "2026-11-27"),
        ("Amina, Ann in 2 weeks", (AMINA, ANN), "2026-12-05"),
    ],
)
def test_an_owner_is_said_by_name(opened: Opened, typed: str, owners: tuple[str, ...], due: str) -> None:
    closing = opened()
    assert closing.is_answer(typed)
    effect = closing.answer(typed)
    assert effect.line == ""
    note = closing.meeting.state.notes[SHARE]
    assert (note.owners, note.due) == (owners, due)
    assert owners[0] in effect.hint


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("Anabel", "Did you mean Annabel"),
        ("Otieno", "Nobody here is called Otieno"),
        (AWKWARD, "Nobody here is called"),
    ],
)
def test_a_name_that_is_nobodys_is_refused_and_stays_in_the_line(
    opened: Opened, typed: str, hint: str
) -> None:
    closing = opened(people=(AMINA, BRID, DOLORES, "Ann Moraa", "Annabel Otieno-Brandt"))
    before = closing.meeting.state
    effect = closing.answer(typed)
    assert effect.line is None
    assert hint in effect.hint
    assert closing.meeting.state is before


def test_a_name_of_two_people_is_refused_with_both(opened: Opened) -> None:
    closing = opened(people=(AMINA, "Amina Touré", DOLORES, ANN))
    effect = closing.answer("Amina")
    assert effect.line is None
    assert effect.hint == "Amina can be Amina Diallo or Amina Touré. Write the full name."


@pytest.mark.parametrize(
    ("typed", "due"),
    [
        ("Friday", "2026-11-27"),
        ("by Friday", "2026-11-27"),
        ("1 Dec", "2026-12-01"),
        ("in 2 weeks", "2026-12-05"),
    ],
)
def test_a_day_is_said_as_in_the_line(opened: Opened, typed: str, due: str) -> None:
    closing = opened()
    closing.leave_open()
    assert closing.echo(typed)
    effect = closing.answer(typed)
    assert closing.meeting.state.notes[SHARE].due == due
    assert "2026" in effect.hint


@pytest.mark.parametrize("typed", ["soon", "5pm", "2026-13-01", AWKWARD])
def test_what_is_no_day_is_refused_with_what_would_be(opened: Opened, typed: str) -> None:
    closing = opened()
    closing.leave_open()
    effect = closing.answer(typed)
    assert effect.line is None
    assert "names no day. Write Friday" in effect.hint
    assert not closing.echo(typed)


def test_a_takeaway_is_asked_for_and_kept(opened: Opened) -> None:
    closing = opened("> Ann: call by Friday")
    question = closing.question()
    assert question is not None
    assert question.words == "What does Dolores keep?"
    closing.answer(f"Dolores: {AWKWARD}")
    note = closing.meeting.state.notes[2]
    assert (note.kind, note.text, note.speakers) == ("takeaway", AWKWARD, (DOLORES,))


def test_enter_after_reading_aloud_says_so_and_words_never_do(opened: Opened) -> None:
    closing = opened()
    go_to(closing, "read_back")
    assert not closing.is_answer("yes")
    closing.entered()
    assert closing.meeting.state.read_back
    assert "read_back" not in [gap.kind for gap in closing.gaps()]


def test_those_who_were_away_are_named(opened: Opened) -> None:
    closing = opened()
    go_to(closing, "attendance")
    closing.answer("Annabel, 李娜")
    state = closing.meeting.state
    assert {person.name for person in state.people if not person.here} == {ANNABEL, LI}
    assert "attendance" not in [gap.kind for gap in closing.gaps()]


def test_one_wrong_name_among_those_away_marks_nobody(opened: Opened) -> None:
    closing = opened()
    go_to(closing, "attendance")
    effect = closing.answer("Annabel, Fatou")
    assert effect.line is None
    assert all(person.here for person in closing.meeting.state.people)


def test_enter_alone_means_that_everyone_was_here(opened: Opened) -> None:
    closing = opened()
    go_to(closing, "attendance")
    closing.entered()
    assert "attendance" not in [gap.kind for gap in closing.gaps()]
    assert all(person.here for person in closing.meeting.state.people)


def test_where_nobody_is_named_the_people_are_asked_for(opened: Opened) -> None:
    closing = opened("! one", people=())
    go_to(closing, "people")
    closing.answer("Awa Ndiaye, Leila Haddad")
    assert closing.meeting.state.names() == ("Awa Ndiaye", "Leila Haddad")


def test_the_next_meeting_is_said_with_its_zone(opened: Opened) -> None:
    closing = opened()
    go_to(closing, "next_meeting")
    assert "no time of day" not in closing.answer("2026-12-17 15:00 Europe/Dublin").hint
    assert closing.meeting.state.next_meeting.zone == "Europe/Dublin"
    assert closing.meeting.state.next_meeting.when == "2026-12-17T15:00:00.000Z"


@pytest.mark.parametrize("typed", ["next week", "2026-12-17", "2020-12-17 15:00 UTC"])
def test_a_next_meeting_that_makes_no_sense_is_refused(opened: Opened, typed: str) -> None:
    closing = opened()
    go_to(closing, "next_meeting")
    effect = closing.answer(typed)
    assert effect.line is None
    assert effect.hint
    assert not closing.meeting.state.next_meeting.when


def test_roles_go_round_and_nobody_is_suggested_twice(opened: Opened) -> None:
    closing = opened()
    go_to(closing, "chair")
    for name in (BRID, LI, ANN):
        assert closing.tab("") == name
        closing.answer(name)
    following = closing.meeting.state.next_meeting
    assert (following.chair, following.keeper, following.giver) == (BRID, LI, ANN)
    assert kinds_when_all_is_left_open(closing) == ["consent"]


def test_tab_writes_a_half_typed_name_out(opened: Opened) -> None:
    closing = opened()
    assert closing.tab("Quis") == DOLORES
    assert closing.tab("Amina, bri") == f"Amina, {BRID}"
    assert closing.tab("nobody") is None
    assert closing.tab("") is None


@pytest.mark.parametrize("typed", ["/notes", "? who", "! this", "~ only us", "\\Amina", "Amina: a line", "?"])
def test_marks_commands_and_speakers_are_never_an_answer(opened: Opened, typed: str) -> None:
    assert not opened().is_answer(typed)


def test_an_answer_that_is_taken_back_is_asked_for_again(opened: Opened) -> None:
    closing = opened()
    closing.answer("Amina")
    closing.meeting.submit(it.Undo())
    question = closing.question()
    assert question is not None
    assert question.kind == "owner"
    assert question.number == SHARE


def test_nothing_is_asked_of_minutes_in_which_nothing_is_missing(opened: Opened) -> None:
    closing = opened()
    closing.answer("Amina by Friday")
    closing.entered()
    closing.entered()
    closing.answer("2026-12-17 15:00 UTC")
    for name in (BRID, LI, ANN):
        closing.answer(name)
    closing.leave_open()
    assert closing.question() is None
    assert closing.items() == ()
    assert closing.entered().hint == ""


def test_a_stranger_in_a_line_is_asked_about_and_mended(opened: Opened) -> None:
    closing = opened("Fatou: nobody asked me", "> call the bank @Fatou by Friday")
    go_to(closing, "name")
    question = closing.question()
    assert question is not None
    assert question.words.startswith("Who is Fatou in")
    assert "Nobody here is called" in closing.answer("Nobody At All").hint
    closing.answer("Amina")
    closing.answer("李娜")
    notes = closing.meeting.state.notes
    assert (notes[1].speakers, notes[1].text) == ((AMINA,), "nobody asked me")
    assert (notes[2].owners, notes[2].text) == ((LI,), "call the bank")
    assert "name" not in [gap.kind for gap in closing.gaps()]


def test_a_guest_named_afterwards_gets_the_words_that_were_hers(opened: Opened) -> None:
    closing = opened("Fatou: nobody asked me")
    closing.meeting.submit(it.Join("Fatou Sow"))
    go_to(closing, "name")
    closing.answer("Fatou")
    assert closing.meeting.state.notes[1].speakers == ("Fatou Sow",)


@pytest.mark.parametrize(
    "line", ["by then: nothing", "5: a number", "see http://a.org", "\\Amina: said as it is"]
)
def test_what_only_looks_like_a_name_is_not_asked_about(opened: Opened, line: str) -> None:
    assert "name" not in [gap.kind for gap in opened(line).gaps()]


def test_words_without_a_speaker_are_asked_about_only_where_speakers_are_kept(opened: Opened) -> None:
    closing = opened("Dolores: it began in May", "it went on in June", "~ nobody says who")
    go_to(closing, "speaker")
    question = closing.question()
    assert question is not None
    assert question.number == 2
    closing.answer("Ann")
    assert closing.meeting.state.notes[2].speakers == (ANN,)
    assert "speaker" not in [gap.kind for gap in closing.gaps()]
    assert "speaker" not in [gap.kind for gap in opened("one", "two").gaps()]


def test_all_lines_without_a_speaker_are_left_as_they_are_at_once(opened: Opened) -> None:
    closing = opened("Dolores: it began", "it went on", "and on")
    assert kinds_when_all_is_left_open(closing).count("speaker") == 1


def test_that_everyone_was_here_outlasts_the_window(opened: Opened) -> None:
    closing = opened()
    go_to(closing, "attendance")
    closing.entered()
    assert closing.meeting.state.roll_called


def in_the_round(closing: Closing) -> list[str]:
    go_to(closing, "consent")
    closing.entered()
    return []


def test_the_round_asks_each_owner_for_her_step_and_the_giver_for_the_case(opened: Opened) -> None:
    closing = opened()
    in_the_round(closing)
    asked = []
    while (question := closing.question()) is not None:
        asked.append((question.kind, question.who, question.number))
        assert closing.tab("") == "yes"
        assert closing.is_answer("Yes")
        closing.answer("yes")
    assert asked == [("agree_case", DOLORES, None), ("agree", ANN, 7)]
    agreed = closing.meeting.state.agreed
    assert dict(agreed) == {4: (DOLORES,), 5: (DOLORES,), 6: (DOLORES,), 7: (ANN,)}


def test_enter_alone_says_yes_for_nobody(opened: Opened) -> None:
    closing = opened()
    for _press in range(40):
        closing.entered()
    assert closing.question() is None
    assert not closing.meeting.state.agreed


def test_a_note_written_in_the_round_takes_no_step_s_place(opened: Opened) -> None:
    closing = opened()
    in_the_round(closing)
    closing.leave_open()
    for line in ("the room was cold", "Amina: thank you", "no", "! one more thing"):
        assert not closing.is_answer(line)


def test_a_step_is_reworded_by_its_owner_who_thereby_agrees(opened: Opened) -> None:
    closing = opened()
    in_the_round(closing)
    closing.leave_open()
    assert closing.tab("") == "yes"
    opened_again = closing.tab("yes")
    assert opened_again is not None
    assert opened_again.startswith("> ")
    assert closing.is_answer("> send two templates @Ann by Monday")
    closing.answer("> send two templates @Ann by Monday")
    note = closing.meeting.state.notes[7]
    assert (note.text, note.owners, note.due) == ("send two templates", (ANN,), "2026-11-23")
    assert closing.meeting.state.agreed[7] == (ANN,)
    assert closing.question() is None


def test_a_step_that_its_owner_drops_is_gone_with_its_words(opened: Opened) -> None:
    closing = opened()
    in_the_round(closing)
    closing.leave_open()
    question = closing.question()
    assert question is not None
    assert "is struck" in closing.agreement.drop(question).hint
    assert 7 not in closing.meeting.state.notes
    assert b"template" not in (closing.meeting.folder / "events.jsonl").read_bytes()


def test_the_notes_of_the_session_before_may_be_forgotten_after_a_yes(opened: Opened, tmp_path: Path) -> None:
    home = tmp_path / "home"
    before = closed_meeting(home)
    before.leave()
    closing = Closing(closed_meeting(home))
    try:
        assert closing.meeting.folder.name > before.folder.name
        go_to(closing, "forget")
        question = closing.question()
        assert question is not None
        assert question.words == "May the notes of Saturday 21 November 2026 be forgotten?"
        assert "are gone for good then" in question.how
        assert closing.tab("") == "yes"
        assert not closing.is_answer("perhaps")
        assert b"treasurer" in (before.folder / "events.jsonl").read_bytes()
        assert "are forgotten" in closing.answer("yes").hint
        assert closing.question() is None
        for file in before.folder.iterdir():
            assert b"treasurer" not in file.read_bytes(), file
            assert b"agrees and then" not in file.read_bytes(), file
        assert "a decision without an owner" in (before.folder / "minutes.md").read_text("utf-8")
    finally:
        closing.meeting.leave()


def test_the_notes_of_the_session_before_stay_where_nobody_says_so(tmp_path: Path) -> None:
    before = closed_meeting(tmp_path)
    before.leave()
    closing = Closing(closed_meeting(tmp_path))
    try:
        go_to(closing, "forget")
        closing.entered()
        assert closing.question() is None
        assert b"treasurer" in (before.folder / "events.jsonl").read_bytes()
    finally:
        closing.meeting.leave()
