"""Question banks: shipped ones and a pod's own, read strictly, chosen from without repeating."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.agenda.banks import Banks, parse_bank, shipped_bank_names
from facilitator.agenda.library import find, shipped_names
from facilitator.agenda.model import Bank
from facilitator.agenda.problem import AgendaError
from facilitator.agenda.questions import choose
from facilitator.agenda.read import parse_agenda, read_agenda

GOOD = 'format = 1\ntitle = "Ours"\nquestions = ["Who?", "What?", "When?"]\n'
AGENDA = (
    'format = 1\ntitle = "Ours"\n[[stage]]\nid = "a"\nname = "A"\nkind = "round"\nminutes = 5\n'
    'bank = "evening"\nsay = "Hi."\n'
)


def problem(text: str) -> tuple[int, int, str]:
    with pytest.raises(AgendaError) as caught:
        parse_bank(text.encode(), "ours.toml")
    (one,) = caught.value.problems
    return one.line, one.column, one.sentence


def test_the_shipped_banks_hold_a_dozen_questions_or_more() -> None:
    assert set(shipped_bank_names()) >= {"opening", "closing", "first-meeting"}
    banks = [bank for bank in map(Banks().find, shipped_bank_names()) if bank is not None]
    asked = [question for bank in banks for question in bank.questions]
    assert len(set(asked)) == len(asked)
    for bank in banks:
        assert len(bank.questions) >= 12
        assert bank.language == "en"
        for question in bank.questions:
            assert question.endswith("?")
            assert len(question) <= 100


def test_every_bank_is_used_by_some_agenda_and_travels_with_it() -> None:
    agendas = [find(name) for name in shipped_names()]
    assert {stage.bank for agenda in agendas for stage in agenda.stages} - {""} == set(shipped_bank_names())
    for agenda in agendas:
        assert {bank.name for bank in agenda.banks} == {stage.bank for stage in agenda.stages} - {""}


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (('title = "Ours"\n', ""), (1, 1)),
        (('"Who?", "What?", "When?"', ""), (3, 13)),
        (('"What?"', "3"), (3, 22)),
        (('"What?"', '"Who?"'), (3, 22)),
        (('"What?"', '"{who}?"'), (3, 23)),
        (("questions", "question"), (1, 1)),
        (("format = 1", "format = 2"), (1, 10)),
        (('"When?"]', '"When?"'), (3, 13)),
    ],
)
def test_what_is_wrong_with_a_bank_is_shown_at_its_place(
    change: tuple[str, str], expected: tuple[int, int]
) -> None:
    assert change[0] in GOOD
    with pytest.raises(AgendaError) as caught:
        parse_bank(GOOD.replace(*change, 1).encode(), "ours.toml")
    assert expected in [(one.line, one.column) for one in caught.value.problems]


def test_an_unknown_key_of_a_bank_names_the_nearest() -> None:
    assert (
        problem(GOOD + 'titel = "x"\n')[2]
        == "“titel” is not a key of the question bank. Did you mean “title”?"
    )


def test_a_bank_that_is_not_there_is_shown_where_it_is_named() -> None:
    with pytest.raises(AgendaError) as caught:
        parse_agenda(AGENDA.replace("evening", "openning").encode(), "ours.toml")
    (one,) = caught.value.problems
    assert (one.line, one.column) == (8, 8)
    assert "There is no question bank called “openning”." in one.sentence
    assert one.sentence.endswith("Did you mean “opening”?")


def test_a_pods_own_banks_lie_beside_its_agenda_and_come_first(tmp_path: Path) -> None:
    (tmp_path / "banks").mkdir()
    (tmp_path / "banks" / "evening.toml").write_text(GOOD, encoding="utf-8")
    (tmp_path / "ours.toml").write_text(AGENDA, encoding="utf-8")
    agenda = read_agenda(tmp_path / "ours.toml")
    assert agenda.banks == (Bank(name="evening", title="Ours", questions=("Who?", "What?", "When?")),)
    (tmp_path / "banks" / "opening.toml").write_text(GOOD, encoding="utf-8")
    (tmp_path / "ours.toml").write_text(AGENDA.replace("evening", "opening"), encoding="utf-8")
    assert read_agenda(tmp_path / "ours.toml").banks[0].title == "Ours"


def test_what_is_wrong_in_an_own_bank_is_shown_in_that_file(tmp_path: Path) -> None:
    (tmp_path / "banks").mkdir()
    bank = tmp_path / "banks" / "evening.toml"
    bank.write_text(GOOD.replace("questions", "question"), encoding="utf-8")
    (tmp_path / "ours.toml").write_text(AGENDA, encoding="utf-8")
    with pytest.raises(AgendaError, match=r"evening\.toml:3:1: ") as caught:
        read_agenda(tmp_path / "ours.toml")
    assert str(bank) in str(caught.value)


banks = st.lists(st.text("abc?", min_size=1, max_size=4), min_size=1, max_size=12, unique=True).map(
    lambda questions: Bank(name="b", title="B", questions=tuple(questions))
)


@given(bank=banks, count=st.integers(0, 15), seed=st.integers(), share=st.integers(0, 12))
def test_no_question_comes_twice_and_used_ones_come_last(
    bank: Bank, count: int, seed: int, share: int
) -> None:
    used = set(bank.questions[:share])
    chosen = choose(bank, count, seed, used)
    assert chosen == choose(bank, count, seed, used)
    assert len(set(chosen)) == len(chosen) == min(count, len(bank.questions))
    fresh = [question for question in chosen if question not in used]
    assert list(chosen[: len(fresh)]) == fresh
    assert len(fresh) == min(count, len(bank.questions) - len(used))
