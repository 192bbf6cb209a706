"""What a chair has at hand in a meeting: the pod's own cards, its practices, and whom to turn to."""

from __future__ import annotations

from pathlib import Path

import pytest
from meeting_room import Room

from facilitator.meeting.at_hand import hard_lines, practice_lines
from facilitator.meeting.desk import take
from facilitator.meeting.opening import resume

DECK = """format = 1
title = "Rivers"
language = "en"
source = "Us."
aliases = ["stream"]
[[dimension]]
id = "water"
name = "Water"
[[card]]
id = "source"
dimension = "water"
text = "Where does it begin, {giver}?"
"""
PRACTICES = """format = 1
[[practice]]
name = "Ask first"
about = "A question before an answer."
[[practice]]
name = "Share the [b]floor[/b]"
"""
CONTACTS = """format = 1
[[contact]]
name = "Fatou Sow"
for = "harassment"
reach = "+221 33"
[[contact]]
name = "The helpline"
reach = "116 123"
"""


@pytest.fixture
def home(room: Room) -> Path:
    for name, text in (
        ("decks/rivers.toml", DECK),
        ("practices.toml", PRACTICES),
        ("contacts.toml", CONTACTS),
    ):
        path = room.home / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return room.home


@pytest.mark.parametrize("words", ["water", "rivers", "stream"])
def test_an_own_card_is_asked_for_by_its_dimension_or_its_deck(room: Room, home: Path, words: str) -> None:
    meeting = room.opened()
    take(meeting, f"/prompt {words}")
    card = meeting.state.card
    assert card is not None
    assert (card.dimension, card.id, card.text) == ("water", "rivers/source", "Where does it begin, Ann?")


def test_the_power_lens_begins_and_own_decks_take_turns_with_it(room: Room, home: Path) -> None:
    meeting = room.opened()
    shown = []
    for _card in range(3):
        take(meeting, "/prompt")
        assert meeting.state.card is not None
        shown.append(meeting.state.card)
    assert shown[0].dimension == "opening"
    assert shown[1].id == "rivers/source"
    assert "/" not in shown[2].id


def test_a_broken_deck_is_told_once_and_stops_no_card(room: Room, home: Path) -> None:
    (home / "decks" / "bad.toml").write_text("format = 1\ntitle = 3\n")
    meeting = room.opened()
    first, second = take(meeting, "/prompt gender"), take(meeting, "/prompt gender")
    assert meeting.state.card is not None
    assert first.said == ('Left out: bad.toml: "title" should be text and is a whole number.',)
    assert second.said == ()


def test_whom_to_turn_to_stands_where_something_serious_is_told_and_nowhere_else(
    room: Room, home: Path
) -> None:
    meeting = room.opened()
    lines, command = hard_lines(meeting, "serious")
    assert lines[-2:] == ["Turn to: Fatou Sow, harassment, +221 33", "Turn to: The helpline, 116 123"]
    assert command == "/off"
    assert not any("Turn to" in line for line in hard_lines(meeting, "tears")[0])
    (home / "contacts.toml").write_text("format = 1\n[[contact]]\nname = 3\n")
    lines, _command = hard_lines(meeting, "serious")
    assert [line for line in lines if "contacts.toml" in line] == lines[-1:]


def test_a_leadership_practice_is_shown_to_be_read_aloud(room: Room, home: Path) -> None:
    meeting = room.opened()
    assert practice_lines(meeting) == [
        "1. Ask first: A question before an answer.",
        "2. Share the [b]floor[/b]",
    ]
    take(meeting, "/practices 1")
    assert meeting.state.card is not None
    assert meeting.state.card.text == "Ask first: A question before an answer."
    assert take(meeting, "/practices wait").refused == "No practice is called wait. /practices lists them."
    take(meeting, "/undo")
    assert meeting.state.card is None


def test_the_last_questions_lead_to_the_practices_where_there_are_any(room: Room, home: Path) -> None:
    meeting = room.opened()
    assert take(meeting, "/prompt closing").said == (
        "/practices has the leadership practices of your programme.",
    )
    (home / "practices.toml").unlink()
    assert take(meeting, "/prompt closing").said == ()
    assert practice_lines(meeting) == [
        "No leadership practices are kept here. A programme's pack can have some."
    ]


def test_a_session_that_was_moved_away_still_has_the_home_that_it_is_resumed_from(
    room: Room, home: Path
) -> None:
    meeting = room.opened()
    assert meeting.settle()
    folder = room.after_power_cut(meeting)
    for given, dimension in ((None, None), (home, "water")):
        again = resume(folder, room.clock, given)
        take(again, "/prompt water")
        assert (again.state.card.dimension if again.state.card else None) == dimension
        again.leave()
