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
    assert asked == ["owner", "date", "read_back", "attendance", "next_meeting", "chair", "keeper", "giver"]
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
    assert closing.question() is None


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
    assert closing.question() is None
    assert closing.items() == ()
    assert closing.entered().hint == ""
