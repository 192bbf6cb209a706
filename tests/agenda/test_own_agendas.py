"""Own agendas lie in the home folder and stand before the shipped ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitator.agenda import own
from facilitator.agenda.advice import advice
from facilitator.agenda.choosing import chosen, suits
from facilitator.agenda.folder import agendas_folder
from facilitator.agenda.library import find as find_shipped
from facilitator.agenda.library import shipped_names
from facilitator.agenda.own import BadNameError, NameTakenError
from facilitator.agenda.problem import AgendaError, UnknownAgendaError
from facilitator.agenda.read import parse_agenda
from facilitator.agenda.skeleton import skeleton
from facilitator.store.places import home as home_folder

INTERVISION = agendas_folder() / "intervision.toml"


def put(home: Path, name: str, text: str) -> None:
    own.keep(home, name, text.encode(), replace=True)


def test_an_own_agenda_is_found_before_the_shipped_one(tmp_path: Path) -> None:
    put(tmp_path, "Intervision", INTERVISION.read_text("utf-8").replace('"InterVision"', '"Ours"'))
    assert own.find(tmp_path, "intervision").title == "Ours"
    assert find_shipped("intervision").title == "InterVision"
    assert own.find(tmp_path / "elsewhere", "INTERVISION").title == "InterVision"


def test_a_broken_own_agenda_is_never_passed_over(tmp_path: Path) -> None:
    put(tmp_path, "intervision", "format = 1\ntitle = \n")
    with pytest.raises(AgendaError, match=r"agendas/intervision\.toml:2:"):
        own.find(tmp_path, "intervision")
    [broken] = [one for one in own.listed(tmp_path) if one.own]
    assert broken.agenda is None
    assert broken.shadows
    assert "intervision.toml:2:" in broken.trouble
    assert [agenda.name for agenda in own.shelf(tmp_path)] == [
        name for name in shipped_names() if name != "intervision"
    ]


def test_what_is_nowhere_is_told_with_the_nearest_own_ones_included(tmp_path: Path) -> None:
    put(tmp_path, "abendrunde", skeleton("abendrunde"))
    with pytest.raises(UnknownAgendaError, match="nearest agenda is “abendrunde”"):
        own.find(tmp_path, "abendrunden")


def test_a_file_is_found_by_its_path(tmp_path: Path) -> None:
    file = tmp_path / "elsewhere" / "evening.toml"
    file.parent.mkdir()
    file.write_text(skeleton("evening"), "utf-8")
    found = own.source(tmp_path, str(file))
    assert (found.own, found.shipped) == (False, False)
    assert own.find(tmp_path, str(file.with_suffix(""))).title == "Evening"


def test_the_list_has_own_ones_first_and_says_what_they_stand_for(tmp_path: Path) -> None:
    put(tmp_path, "zum-schluss", skeleton("zum-schluss"))
    own.copy(tmp_path, "intervision")
    rows = own.listed(tmp_path)
    assert [(one.name, one.own, one.shadows) for one in rows[:2]] == [
        ("intervision", True, True),
        ("zum-schluss", True, False),
    ]
    assert sorted(one.name for one in rows) == sorted({*shipped_names(), "zum-schluss"})


def test_a_copy_is_the_same_to_the_byte_and_readable_by_its_owner_alone(tmp_path: Path) -> None:
    path = own.copy(tmp_path, "intervision", "our evening")
    assert path == tmp_path / "agendas" / "our-evening.toml"
    assert path.read_bytes() == INTERVISION.read_bytes()
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700
    with pytest.raises(NameTakenError, match="“our-evening” already"):
        own.copy(tmp_path, "intervision", "Our-Evening")


def test_a_copy_that_would_miss_its_question_bank_is_not_made(tmp_path: Path) -> None:
    place = tmp_path / "pack"
    (place / "banks").mkdir(parents=True)
    (place / "banks" / "dawn.toml").write_text(
        'format = 1\ntitle = "Dawn"\nquestions = ["What is new?"]\n', "utf-8"
    )
    text = skeleton("x").replace('name = "Arrive"\n', 'name = "Arrive"\nbank = "dawn"\n')
    (place / "x.toml").write_text(text, "utf-8")
    with pytest.raises(AgendaError, match="no question bank called “dawn”"):
        own.copy(tmp_path, str(place / "x.toml"))
    assert not own.own_files(tmp_path)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Our  Evening", "Our-Evening"),
        (" runde.toml ", "runde"),
        ("李娜", "李娜"),
        ("Bri\u0301d", "Br\u00edd"),
    ],
)
def test_names_become_names_of_files(words: str, name: str) -> None:
    assert own.fit_name(words) == name


@pytest.mark.parametrize(
    "words", ["", "  ", "...", "../x", "a/b", "a\\b", "a:b", ".hidden", "-x", "con", "x" * 61, "a\0b"]
)
def test_names_that_no_file_should_have_are_refused(words: str) -> None:
    with pytest.raises(BadNameError):
        own.fit_name(words)


@pytest.mark.parametrize("name", ["our-evening", "runde", "李娜", 'a"b', "{giver}"])
def test_a_new_agenda_is_good_as_it_stands(name: str) -> None:
    agenda = parse_agenda(skeleton(name).encode(), name + ".toml")
    assert advice(agenda) == []
    assert agenda.title.casefold() == name.replace("-", " ").casefold()


def test_agendas_are_chosen_by_people_time_and_purpose(tmp_path: Path) -> None:
    rows = own.listed(tmp_path)
    for count in (2, 5, 30):
        for one in chosen(rows, people=count):
            assert one.agenda is not None
            assert (one.agenda.group.min or 1) <= count <= (one.agenda.group.max or count)
    half = [one.name for one in chosen(rows, seconds=30 * 60)]
    assert half
    assert "kick-off" not in half
    assert "intervision" in [one.name for one in chosen(rows, purpose="UNSOLVED fresh")]
    assert "intervision" not in [one.name for one in chosen(rows, purpose="unsolved icebreaker")]
    assert chosen(rows) == rows


def test_accents_and_case_do_not_count_for_the_purpose() -> None:
    agenda = parse_agenda(skeleton("x").replace("Everyone is heard", "Élan für alle").encode(), "x")
    assert suits(agenda, purpose="elan FUR")


def test_the_home_is_looked_at_and_never_made(tmp_path: Path) -> None:
    home = home_folder(tmp_path / "none")
    assert own.own_files(home) == {}
    assert not home.exists()
