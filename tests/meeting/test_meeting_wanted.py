"""The words of the command become what a session is to be, or a sentence says what is wrong with them."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from meeting_room import AGENDA, FakeClock

from facilitator.agenda.library import find
from facilitator.meeting import wanted as module
from facilitator.meeting.opening import Wanted, look, open_new
from facilitator.meeting.wanted import wanted
from facilitator.session.refused import Refused

NOW = datetime(2026, 11, 21, 19, 0, tzinfo=UTC)
POD = "Amina Diallo, Bríd Ní Dhálaigh, 李娜, Ann Otieno, Annabel Otieno-Brandt"


@pytest.fixture(autouse=True)
def in_dakar(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "local_zone", lambda: "Africa/Dakar")


def asked(**words: Any) -> Wanted:
    return wanted(AGENDA, now=NOW, **words)


def test_roles_are_given_by_short_names() -> None:
    one = asked(people=POD, chair="Amina", keeper="Bríd", giver="李娜", title="  A board  ")
    assert one.people[4] == "Annabel Otieno-Brandt"
    assert (one.chair, one.keeper, one.giver) == ("Amina Diallo", "Bríd Ní Dhálaigh", "李娜")
    assert (one.title, one.zone, one.rehearsal, one.speed) == ("A board", "Africa/Dakar", False, 1.0)


def test_nothing_need_be_said() -> None:
    assert asked() == Wanted(agenda=AGENDA, zone="Africa/Dakar")


def test_a_length_or_an_end() -> None:
    assert asked(minutes="90").minutes == 90
    assert asked(minutes="90s").minutes == 1.5
    assert asked(until="20:30").until == "2026-11-21T20:30:00.000Z"


def test_an_end_that_has_passed_today_is_tomorrow_s() -> None:
    assert asked(until="18:30").until == "2026-11-22T18:30:00.000Z"


def test_a_rehearsal_has_a_speed() -> None:
    assert asked(rehearse=True).speed == 1
    assert asked(rehearse=True, speed="0").speed == 0
    assert asked(rehearse=True, speed="2.5").speed == 2.5


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ({"people": "Amina, Amina"}, "there twice"),
        ({"people": "Amina Diallo, AMINA  DIALLO"}, "count as the same name"),
        (
            {"people": POD, "chair": "Amira"},
            "--chair: Nobody here is called Amira. Did you mean Amina Diallo?",
        ),
        ({"people": "Ann Otieno, Ann Smith", "giver": "Ann"}, "--giver: Ann can be Ann Otieno or Ann Smith"),
        ({"chair": "Amina"}, "name the people too"),
        ({"minutes": "60", "until": "20:30"}, "either --minutes or --until"),
        ({"minutes": "an hour"}, "not a length of time"),
        ({"minutes": "0"}, "more than nothing"),
        ({"until": "25:00"}, "not a time of day"),
        ({"speed": "60"}, "add --rehearse"),
        ({"rehearse": True, "speed": "fast"}, "--speed takes a number"),
        ({"rehearse": True, "speed": "-1"}, "--speed takes a number"),
        ({"rehearse": True, "speed": "nan"}, "--speed takes a number"),
    ],
)
def test_wrong_words_are_refused_with_a_sentence(words: dict[str, Any], said: str) -> None:
    with pytest.raises(Refused) as refusal:
        asked(**words)
    assert said in refusal.value.sentence


TWO = find("intervision-two-cases")


def test_each_case_can_have_its_giver() -> None:
    one = wanted(TWO, people=POD, giver="李娜, Ann Otieno", now=NOW)
    assert (one.giver, one.givers) == ("李娜", ("李娜", "Ann Otieno"))
    assert wanted(TWO, people=POD, giver="李娜", now=NOW).givers == ()
    three = wanted(TWO, people=POD, giver="李娜， Amina, Bríd", cases="3", now=NOW)
    assert len(three.givers) == three.held().cases == 3


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ({"giver": "Amina, Bríd"}, "one case, so name one person"),
        ({"cases": "2"}, "no stages that are run for each case"),
    ],
)
def test_more_cases_than_the_agenda_has_are_refused(words: dict[str, str], said: str) -> None:
    with pytest.raises(Refused, match=said):
        asked(people=POD, **words)


@pytest.mark.parametrize(
    ("cases", "giver"), [("0", ""), ("21", ""), ("two", ""), ("2", "Amina, Bríd, Ann Otieno")]
)
def test_a_number_of_cases_is_one_to_twenty_and_has_no_more_givers(cases: str, giver: str) -> None:
    with pytest.raises(Refused):
        wanted(TWO, people=POD, cases=cases, giver=giver, now=NOW)


def test_what_was_chosen_is_in_the_agenda_that_is_opened(tmp_path: Path) -> None:
    chosen = wanted(
        TWO, people=POD, giver="李娜, Amina", place="room", cases="3", theme=" Saying  no ", now=NOW
    )
    meeting = open_new(tmp_path, chosen, FakeClock())
    meeting.leave()
    state = look(meeting.folder).state
    assert (state.agenda.place, state.agenda.cases, state.agenda.theme) == ("room", 3, "Saying no")
    assert state.givers == ("李娜", "Amina Diallo")
