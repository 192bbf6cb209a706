"""A theme, a place and a number of cases change the agenda of one meeting, and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.agenda.held import givers_of, has_giver, held, repeats_cases
from facilitator.agenda.library import find, shipped_names
from facilitator.agenda.sheet import sheet
from facilitator.agenda.themes import asks_for_theme, theme_words

THEMED = find("themed-discussion")
QUESTION = "When did you say yes and mean no?"


def test_what_is_not_chosen_leaves_every_agenda_as_it_is() -> None:
    for name in shipped_names():
        assert held(find(name)) == find(name)


def test_the_question_of_a_theme_stands_first_where_the_theme_is_named() -> None:
    about = held(THEMED, theme="Saying no", question=QUESTION)
    for before, after in zip(THEMED.stages, about.stages, strict=True):
        named = "{theme}" in before.say
        assert after.ask == ((QUESTION, *before.ask) if named else before.ask)
    assert theme_words(about) == "“Saying no”"
    assert theme_words(THEMED) == "today's topic"


def test_an_agenda_without_a_place_for_a_theme_shows_it_where_people_first_talk() -> None:
    agenda = find("intervision")
    assert not asks_for_theme(agenda)
    about = held(agenda, theme="Saying no", question=QUESTION)
    assert about.stages[0].ask[0] == f"Today's topic: “Saying no”. {QUESTION}"
    assert about.stages[1:] == agenda.stages[1:]


def test_the_page_says_the_theme() -> None:
    said = "\n".join(sheet(held(THEMED, theme="Saying no"), 5))
    assert "Themed discussion · “Saying no”" in said
    assert "where did “Saying no” meet you" in " ".join(said.split())


@given(st.text(), st.text())
def test_braces_in_somebodys_words_are_no_names_of_ours(theme: str, question: str) -> None:
    for agenda in (THEMED, find("intervision")):
        for stage, before in zip(
            held(agenda, theme=theme, question=question).stages, agenda.stages, strict=True
        ):
            added = stage.ask[: len(stage.ask) - len(before.ask)]
            assert not any("{" in one or "}" in one for one in added)


@pytest.mark.parametrize(
    ("name", "cases", "givers"),
    [
        ("intervision", 0, 1),
        ("intervision-two-cases", 0, 2),
        ("intervision-two-cases", 3, 3),
        ("lean-coffee", 4, 0),
        ("themed-discussion", 0, 0),
        ("troika", 0, 0),
    ],
)
def test_who_gives_a_case_is_asked_where_somebody_does(name: str, cases: int, givers: int) -> None:
    agenda = held(find(name), cases=cases)
    assert givers_of(agenda) == givers
    assert has_giver(agenda) == (givers > 0)
    assert repeats_cases(agenda) == (name in ("intervision-two-cases", "lean-coffee"))
