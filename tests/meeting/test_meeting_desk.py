"""A typed line does the same in every room: what it becomes, what is said, what stays refused."""

from __future__ import annotations

import pytest
from meeting_room import PEOPLE, Room, kept, note

from facilitator.capture.commands import Leave, Wait
from facilitator.meeting.desk import carry_out, show_card, take, take_block
from facilitator.meeting.handing_in import hand_in
from facilitator.session import intents as it
from facilitator.session.refused import Refused

BRID, LI_NA = PEOPLE[1], PEOPLE[2]


def test_a_line_is_captured_as_it_reads(room: Room) -> None:
    meeting = room.opened()
    take(meeting, "? 李娜: who signs?")
    (one,) = meeting.state.ordered_notes()
    assert (one.kind, one.speakers, one.text, one.stage) == ("question", (LI_NA,), "who signs?", "arrive")


def test_a_line_without_marks_becomes_what_was_chosen(room: Room) -> None:
    meeting = room.opened()
    take(meeting, "a date and a budget line", kind="takeaway", pod_only=True)
    (one,) = meeting.state.ordered_notes()
    assert (one.kind, one.pod_only) == ("takeaway", True)


def test_an_unknown_name_is_kept_as_typed_and_a_sentence_says_so(room: Room) -> None:
    meeting = room.opened()
    answer = take(meeting, "> write to the bank @Teresa")
    assert meeting.state.notes[1].text == "write to the bank @Teresa"
    assert meeting.state.notes[1].owners == ()
    assert any("Teresa" in sentence for sentence in answer.said)


def test_a_refused_command_changes_nothing_and_says_why(room: Room) -> None:
    meeting = room.opened()
    before = meeting.state
    assert "Did you mean" in take(meeting, "/nxt").refused
    assert "Teresa" in take(meeting, "/turn Teresa").refused
    assert take(meeting, "/back").refused == "Arrive is the first stage."
    assert take(meeting, "/wait 4").refused == "/wait works in a rehearsal only."
    assert meeting.state is before


@pytest.mark.parametrize("line", ["", "   ", "?"])
def test_a_line_that_holds_nothing_asks(room: Room, line: str) -> None:
    meeting = room.opened()
    answer = take(meeting, line)
    assert (answer.blank, answer.marks) == (not line.strip(), line == "?")
    assert not meeting.state.notes


def test_undo_and_redo_say_what_they_did(room: Room) -> None:
    meeting = room.opened()
    kept(meeting, note("one"), it.Next())
    (said,) = take(meeting, "/undo").said
    assert said.startswith("Taken back")
    assert said.endswith("We are in Arrive again, and its clock goes on.")
    assert take(meeting, "/undo").said == ("Taken back: line 1.",)
    assert take(meeting, "/redo").said == ("Done again: line 1.",)
    assert "Case told" in take(meeting, "/redo").said[0]


def test_a_block_is_kept_line_for_line_and_is_one_undo(room: Room) -> None:
    meeting = room.opened()
    block = "? who signs\r\n\r\n> 李娜: ask by Friday\n/next\nBríd: tea"
    answer = take_block(meeting, block)
    assert [one.kind for one in meeting.state.ordered_notes()] == ["question", "step", "note", "note"]
    assert meeting.state.notes[3].text == "/next"
    assert meeting.state.stage == "arrive"
    assert any("/next" in sentence for sentence in answer.said)
    assert take(meeting, "/undo").said == ("Taken back: lines 1 to 4.",)
    assert not meeting.state.notes
    assert take_block(meeting, "\n \n").blank


def test_pens_down_refuses_lines_blocks_and_later_but_not_commands(room: Room) -> None:
    meeting = room.opened()
    take(meeting, "/off")
    assert "Pens are down" in take(meeting, "a line").refused
    assert "Pens are down" in take(meeting, "/later budget").refused
    assert "Pens are down" in take_block(meeting, "a\nb").refused
    assert take(meeting, "/next").outcome is not None
    take(meeting, "/on")
    assert take(meeting, "a line").outcome is not None


def test_what_is_beside_the_meeting_is_handed_to_the_room(room: Room) -> None:
    meeting = room.opened(rehearsal=True, speed=0.0)
    assert take(meeting, "/leave").action == Leave()
    assert take(meeting, "/wait 4:00").action == Wait(240)
    ask = take(meeting, "/who").ask
    assert ask is not None
    assert ask.what == "who"


def test_a_card_is_shown_by_its_dimension_and_not_twice(room: Room) -> None:
    meeting = room.opened()
    take(meeting, "/prompt gender")
    first = meeting.state.card
    assert first is not None
    assert first.dimension == "gender"
    show_card(meeting, "gender")
    second = meeting.state.card
    assert second is not None
    assert second.id != first.id
    assert "No cards are about weather" in take(meeting, "/prompt weather").refused


def test_a_key_is_answered_like_a_line(room: Room) -> None:
    meeting = room.opened()
    assert carry_out(meeting, it.Next()).outcome is not None
    assert carry_out(meeting, it.Resume()).refused == "The clock is running; there is nothing to resume."


def test_a_handed_in_block_falls_under_the_stages_it_speaks_of_without_doubles(room: Room) -> None:
    meeting = room.opened(zone="UTC")
    kept(meeting, note("roosters", speakers=(BRID,)))
    first = room.clock.wall()
    room.clock.on(600)
    kept(meeting, it.Next())
    room.clock.on(600)
    block = f"{first:%H:%M} Bríd: roosters\n{first:%H:%M} the kettle\n{room.clock.wall():%H:%M} ? who signs\n"
    said = hand_in(meeting, block)
    assert [(one.text, one.stage) for one in meeting.state.ordered_notes()] == [
        ("roosters", "arrive"),
        ("the kettle", "arrive"),
        ("who signs", "case"),
    ]
    assert "2 lines are kept." in said
    assert any("was kept before" in sentence for sentence in said)
    again = hand_in(meeting, block)
    assert again[0] == "There was nothing new in it to keep."
    assert len(meeting.state.notes) == 3


def test_a_block_handed_in_with_pens_down_is_refused(room: Room) -> None:
    meeting = room.opened()
    kept(meeting, it.PensDown())
    with pytest.raises(Refused, match="Pens are down"):
        hand_in(meeting, "a line")
