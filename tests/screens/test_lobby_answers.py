"""The questions of the lobby without a screen: suggestions follow the answers before them."""

from __future__ import annotations

import pytest
from home_rooms import NAMES, PEOPLE, SEVEN, wanted_of
from hypothesis import given
from hypothesis import strategies as st

from facilitator.pod.remembered import Remembered
from facilitator.screens.answers import Answers
from facilitator.screens.lobby_echo import echo
from facilitator.screens.lobby_timetable import plan
from facilitator.screens.lobby_words import answered, question
from facilitator.session.refused import Refused

LAST = Remembered(people=PEOPLE, chair=PEOPLE[0])


def test_an_accepted_suggestion_is_worked_out_anew_when_the_people_change() -> None:
    answers = Answers(None, "UTC", LAST)
    for _place in range(7):
        answers.accept(answers.line()[0], SEVEN)
    assert answers.wanted().chair == "Ní Dhálaigh"
    assert answers.wanted().minutes is None
    for _place in range(6):
        answers.back(answers.line()[0])
    answers.accept("Bo, Cy, Di, Ed, Flo, Gus", SEVEN)
    assert answers.line() == ("Bo", True)
    for _place in range(3):
        answers.accept(answers.line()[0], SEVEN)
    assert answers.line() == ("63", True)


def test_a_role_of_somebody_who_is_no_longer_there_is_asked_again() -> None:
    answers = Answers(wanted_of(*PEOPLE, chair="Sunita Rao"), "UTC")
    for _place in range(6):
        answers.back(answers.line()[0])
    answers.accept("Awa Diop, 李娜, Bo", SEVEN)
    assert answers.line() == ("Sunita Rao", False)
    with pytest.raises(Refused):
        answers.accept("Sunita Rao", SEVEN)
    assert answers.step == "chair"


def test_minutes_that_cannot_be_written_exactly_stay_exact() -> None:
    answers = Answers(wanted_of(*PEOPLE, minutes=61 + 1 / 3), "UTC")
    answers.back("")
    answers.back("")
    assert answers.line() == ("61.333", False)
    answers.accept("61.333", SEVEN)
    assert answers.wanted().minutes == 61 + 1 / 3


def test_an_agenda_is_found_by_name_by_title_and_by_its_beginning() -> None:
    for words in ("intervision", "InterVision", ""):
        answers = Answers(None, "UTC")
        answers.accept(words, SEVEN)
        assert answers.wanted().agenda.name == "intervision"


def test_an_agenda_that_is_not_there_is_refused_with_the_nearest() -> None:
    answers = Answers(None, "UTC")
    with pytest.raises(Refused, match="intervision"):
        answers.accept("intravision.toml", SEVEN)
    assert answers.step == "format"


def test_the_title_is_never_among_the_answers_shown() -> None:
    answers = Answers(wanted_of(*PEOPLE, title="The uncle"), "UTC")
    assert "uncle" not in str(answered(answers, before="ready"))


def test_a_group_too_large_for_the_agenda_is_told_and_not_refused() -> None:
    people = [f"P{number} X" for number in range(12)]
    said = plan(wanted_of(*people), SEVEN).sentences
    assert any("at most 8 people" in sentence for sentence in said)


@given(
    texts=st.lists(
        st.one_of(
            st.text(max_size=20),
            st.sampled_from([NAMES, "Awa", "60", "until 20:00", "a [/] b", "ann", "\x00,"]),
        ),
        max_size=30,
    ),
    backs=st.lists(st.booleans(), max_size=30),
)
def test_whatever_is_typed_is_answered_with_a_sentence_or_the_next_question(
    texts: list[str], backs: list[bool]
) -> None:
    answers = Answers(None, "UTC", LAST)
    for text, back in zip(texts, backs, strict=False):
        if answers.step == "ready":
            plan(answers.wanted(), SEVEN)
            answers.check(SEVEN)
        question(answers)
        echo(answers, text, False, SEVEN)
        if back or answers.step == "ready":
            answers.back(text)
            continue
        before = answers.step
        try:
            answers.accept(text, SEVEN)
        except Refused:
            assert answers.step == before
