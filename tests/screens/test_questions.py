"""What a key asks before it goes on."""

from __future__ import annotations

import pytest
from told import PEOPLE, Told, told_at

from facilitator.screens.questions import About, question_before
from facilitator.session import intents as it
from facilitator.session.going_on import main_step, stage_step

LONG_AGO = 60.0


def asked(
    told: Told, key: str = "^N", since: float = LONG_AGO, answered: About | None = None, stage: bool = False
) -> str:
    step = stage_step(told.state) if stage else main_step(told.state)
    question = question_before(told.state, step, told.now, since, key, answered)
    return "" if question is None else question.sentence


def heard_by_all(told: Told) -> Told:
    told.do(*(it.Turn(name) for name in (*PEOPLE[1:], PEOPLE[0])))
    return told


def test_a_calm_press_asks_nothing() -> None:
    assert asked(Told()) == ""
    assert asked(told_at("clarify")) == ""


@pytest.mark.parametrize(("since", "asks"), [(0.0, True), (1.49, True), (1.5, False), (9.0, False)])
def test_a_second_press_within_a_second_and_a_half_asks(since: float, asks: bool) -> None:
    assert asked(told_at("clarify"), since=since).startswith("Pressed twice? ^N again") is asks
    assert asked(Told(), since=since).startswith("Pressed twice? ^N again: Bríd's turn") is asks


def test_its_answer_goes_on() -> None:
    assert asked(told_at("clarify"), since=0.2, answered="twice") == ""


def test_going_on_with_people_unheard_asks_by_name() -> None:
    told = Told()
    told.do(it.Turn(PEOPLE[1]))
    said = asked(told, "^T", stage=True)
    assert said == "^T again goes on. Not heard yet: 李娜, Ann, Annabel, Amina."
    assert asked(told_at("reflections"), "^T", stage=True).endswith("Bríd, 李娜, Annabel, Amina.")


def test_nobody_asks_for_those_who_are_away_or_have_passed() -> None:
    told = Told()
    told.do(*(it.Turn(name) for name in PEOPLE[1:]), it.Pass(), it.Away(PEOPLE[0]))
    assert "Not heard" not in asked(told, "^T", stage=True)


def test_leaving_a_silence_early_asks_and_leaving_it_at_its_end_does_not() -> None:
    told = told_at("pause")
    told.wait(130)
    left = told.state.planned["pause"] - 130
    assert asked(told).startswith("^N again ends the silence. It still has 1 minute 50 seconds.")
    told.wait(left)
    assert asked(told) == ""


def test_the_case_giver_is_asked_before_the_case_is_told() -> None:
    told = heard_by_all(Told())
    assert asked(told) == "Ask Ann: may we write notes? ^N yes · ^L only takeaways"
    assert asked(told, answered="consent") == ""


def test_it_is_asked_after_the_question_about_the_unheard_too() -> None:
    assert asked(Told(), "^T", answered="unheard", stage=True).startswith("Ask Ann: may we write notes?")


def test_it_is_not_asked_with_pens_down_nor_when_the_case_was_told_before() -> None:
    told = heard_by_all(Told())
    told.do(it.PensDown())
    assert asked(told) == ""
    again = heard_by_all(Told())
    again.do(it.Next())
    again.wait(5)
    again.do(it.Back())
    assert "notes of the case" not in asked(again)


def test_without_a_case_giver_the_question_makes_sense_all_the_same() -> None:
    assert asked(heard_by_all(Told(giver=""))).startswith("Ask our case giver: may we write notes?")


def test_closing_asks_once() -> None:
    told = told_at("close")
    assert asked(told) == "^N again closes the meeting."
    assert asked(told, answered="close") == ""


def test_a_read_back_right_after_the_stage_began_is_no_accident() -> None:
    told = told_at("takeaways")
    told.note("one", "takeaway")
    assert asked(told, since=0.3) == ""
