"""Cards and questions of earlier sessions do not come again while there are others."""

from __future__ import annotations

import json
import shutil
import stat
from pathlib import Path
from typing import Any

import pytest
from meeting_room import AGENDA, Room, kept
from msgspec.structs import replace

from facilitator.agenda.model import Bank
from facilitator.meeting import earlier as earlier_module
from facilitator.meeting.desk import take
from facilitator.meeting.earlier import FILE, Earlier
from facilitator.meeting.meeting import Meeting
from facilitator.prompts.reading import shipped
from facilitator.session import intents as it
from facilitator.session.together import questions_from_bank

WITH_BANK = replace(
    AGENDA,
    banks=(Bank(name="dawn", title="Dawn", questions=tuple(f"Question {n}?" for n in range(8))),),
    stages=(replace(AGENDA.stages[0], bank="dawn"), *AGENDA.stages[1:]),
)
GENDER = {card.id for card in shipped()[0].cards if card.dimension == "gender"}


def shown(meeting: Meeting, words: str = "gender") -> str:
    take(meeting, f"/prompt {words}")
    assert meeting.state.card is not None
    return meeting.state.card.id


def held(room: Room, *cards: str, **wanted: Any) -> list[str]:
    """A session with these cards, closed; what it showed. The next one begins a day later."""
    meeting = room.opened(**wanted)
    found = [shown(meeting, words) for words in cards]
    kept(meeting, it.Close())
    room.leave(meeting)
    room.clock.on(86_400)
    return found


def test_every_card_of_a_dimension_comes_before_one_comes_again_whatever_the_session(room: Room) -> None:
    found = [card for _session in GENDER for card in held(room, "gender")]
    assert sorted(found) == sorted(GENDER)
    assert held(room, "gender") == found[:1]


def test_each_meeting_still_begins_with_an_opening_card(room: Room) -> None:
    opening = {card.id for card in shipped()[0].cards if card.dimension == "opening"}
    first, second = held(room, ""), held(room, "")
    assert {*first, *second} == opening


def test_rehearsals_and_what_was_taken_back_do_not_count(room: Room) -> None:
    held(room, "gender", rehearsal=True)
    meeting = room.opened()
    shown(meeting)
    kept(meeting, it.Undo(), it.Close())
    room.leave(meeting)
    assert Earlier(room.home).cards() == ()


def test_the_running_session_is_not_an_earlier_one(room: Room) -> None:
    meeting = room.opened()
    shown(meeting)
    assert meeting.settle()
    assert Earlier(room.home, meeting.folder).cards() == ()
    assert room.opened().earlier.cards() == (meeting.state.card.id,)  # type: ignore[union-attr]


def test_what_was_found_is_remembered_and_only_a_session_that_changed_is_read_again(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = held(room, "gender"), held(room, "gender")
    assert Earlier(room.home).cards() == (*first, *second)
    path = room.home / FILE
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    monkeypatch.setattr(earlier_module, "_had_in", None)
    assert Earlier(room.home).cards() == (*first, *second)
    monkeypatch.undo()
    folder = min((room.home / "sessions").iterdir())
    again = room.resumed(folder)
    room.leave(again)
    read: list[Path] = []
    monkeypatch.setattr(
        earlier_module, "_had_in", lambda folder, size: read.append(folder) or earlier_module.Had(size=size)
    )
    Earlier(room.home).cards()
    assert read == [folder]


@pytest.mark.parametrize("text", [None, b"", b"\xff{", b'{"format":2,"sessions":{}}', b'{"sessions":3}'])
def test_the_small_file_may_be_missing_or_make_no_sense(room: Room, text: bytes | None) -> None:
    cards = held(room, "gender", "region")
    Earlier(room.home).cards()
    if text is None:
        (room.home / FILE).unlink()
    else:
        (room.home / FILE).write_bytes(text)
    assert sorted(Earlier(room.home).cards()) == sorted(cards)
    assert json.loads((room.home / FILE).read_bytes())["format"] == 1


def test_a_memory_that_cannot_be_written_stops_nothing(room: Room) -> None:
    cards = held(room, "gender")
    (room.home / FILE).mkdir()
    (room.home / FILE / "in the way").touch()
    assert Earlier(room.home).cards() == tuple(cards)


def test_a_session_that_is_gone_takes_its_cards_with_it_and_a_damaged_one_stops_nothing(room: Room) -> None:
    held(room, "gender")
    (room.home / "sessions" / "2020-01-01-1000-broken").mkdir()
    (room.home / "sessions" / "2020-01-01-1000-broken" / "events.jsonl").write_text('{"card_shown" "bank"\n')
    assert len(Earlier(room.home).cards()) == 1
    shutil.rmtree(max((room.home / "sessions").iterdir()))
    assert Earlier(room.home).cards() == ()


def test_nobodys_words_and_no_name_are_in_the_small_file(room: Room) -> None:
    meeting = room.opened(title="The uncle on the board")
    shown(meeting)
    kept(meeting, it.Capture(kind="note", text="The roosters"), it.Close())
    room.leave(meeting)
    Earlier(room.home).cards()
    text = (room.home / FILE).read_text()
    for word in ("uncle", "roosters", "Amina", "Ann"):
        assert word not in text


def test_questions_of_a_bank_are_others_in_the_next_session_and_the_oldest_come_again(room: Room) -> None:
    had = []
    for _session in range(3):
        meeting = room.opened(agenda=WITH_BANK)
        had.append(set(questions_from_bank(meeting.state)))
        kept(meeting, it.Close())
        room.leave(meeting)
        room.clock.on(86_400)
    assert not had[0] & had[1]
    # Of eight, two are left; the third is one of those that came longest ago.
    assert len(had[2] - had[0] - had[1]) == 2
    assert len(had[2] & had[0]) == 1


def test_the_questions_stay_the_same_when_the_session_is_opened_again(room: Room) -> None:
    held(room, agenda=WITH_BANK)
    meeting = room.opened(agenda=WITH_BANK)
    before = questions_from_bank(meeting.state)
    room.leave(meeting)
    held(room, agenda=WITH_BANK)
    assert questions_from_bank(room.resumed(meeting.folder).state) == before


def test_an_agenda_without_banks_reads_nothing_at_the_start(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    held(room, "gender")
    monkeypatch.setattr(Earlier, "_look", None)
    room.opened()
