"""The people of a meeting, typed in one go."""

import pytest

from facilitator.capture.people import read_people
from facilitator.session.refused import Refused


@pytest.mark.parametrize(
    ("typed", "people"),
    [
        ("Amina, Bintou", ["Amina", "Bintou"]),
        (" Amina ,, Bintou ,", ["Amina", "Bintou"]),
        ("李娜，王芳、Ann  Otieno", ["李娜", "王芳", "Ann Otieno"]),
        ("Amina\nBríd\u00a0Ní Dhálaigh\r\nAnn", ["Amina", "Bríd Ní Dhálaigh", "Ann"]),
        ("", []),
        (" , ", []),
        ("Ann, Annabel", ["Ann", "Annabel"]),
    ],
)
def test_names_stand_between_commas_or_lines(typed: str, people: list[str]) -> None:
    assert read_people(typed) == people


@pytest.mark.parametrize("typed", ["Ann, Ann", "Bríd, BRID", "Ann Otieno, ann  otieno", "Ａｎｎ, Ann"])
def test_the_same_name_twice_is_refused_by_name(typed: str) -> None:
    with pytest.raises(Refused) as refusal:
        read_people(typed)
    assert typed.split(",")[0] in refusal.value.sentence
