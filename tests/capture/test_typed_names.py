"""Who is meant by a typed name."""

import unicodedata

import pytest
from capture_meetings import PEOPLE, ROSTER
from hypothesis import given
from hypothesis import strategies as st

from facilitator.capture.names import Ambiguous, Found, Roster, Unknown, person
from facilitator.session.refused import Refused


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Amina Diallo", "Amina Diallo"),
        ("amina", "Amina Diallo"),
        ("Diallo", "Amina Diallo"),
        ("Ann", "Ann Otieno"),
        ("Otieno", "Ann Otieno"),
        ("annabel", "Annabel Otieno-Brandt"),
        ("Otieno-Brandt", "Annabel Otieno-Brandt"),
        ("Annabel Otieno‑Brandt", "Annabel Otieno-Brandt"),
        ("Brid Ni", "Bríd Ní Dhálaigh"),
        ("NÍ DHÁLAIGH", "Bríd Ní Dhálaigh"),
        ("Bri\u0301d", "Bríd Ní Dhálaigh"),
        ("Quispe", "Dolores Quispe Mamani"),
        ("Quispe Mamani", "Dolores Quispe Mamani"),
        ("  Dolores \u00a0 Quispe ", "Dolores Quispe Mamani"),
        ("Ann\u3000Otieno", "Ann Otieno"),
        ("Ａｎｎ", "Ann Otieno"),
        ("李娜", "李娜"),
    ],
)
def test_a_full_name_and_whole_words_of_it_are_found(typed: str, name: str) -> None:
    assert ROSTER.find(typed) == Found(name)


@pytest.mark.parametrize(
    "typed",
    [
        "Ami",
        "An",
        "Anna",
        "Brandt",
        "Dolores Mamani",
        "Otieno Ann",
        "李",
        "娜",
        "",
        " ",
        "Fatou",
        "Ann Otieno B",
    ],
)
def test_a_prefix_or_words_that_are_not_consecutive_are_nobody(typed: str) -> None:
    assert isinstance(ROSTER.find(typed), Unknown)


def test_a_short_form_of_two_people_is_ambiguous_but_a_full_name_beats_it() -> None:
    roster = Roster(["Ann Otieno", "Ann Smith", "Smith"])
    assert roster.find("ann") == Ambiguous("ann", ("Ann Otieno", "Ann Smith"))
    assert roster.find("Smith") == Found("Smith")
    assert Roster(["Ann Otieno", "Ann"]).find("Ann") == Found("Ann")


def test_vowel_signs_that_make_another_name_are_kept() -> None:
    roster = Roster(["किरण", "करण"])
    assert roster.find("किरण") == Found("किरण")
    assert roster.find("करण") == Found("करण")


def test_apostrophes_of_a_phone_are_those_of_a_keyboard() -> None:
    assert Roster(["Sinéad O’Brien"]).find("o'brien") == Found("Sinéad O’Brien")


@pytest.mark.parametrize(
    ("typed", "nearest"),
    [("Amin", "Amina Diallo"), ("Brit", "Bríd Ní Dhálaigh"), ("Anabel", "Annabel Otieno-Brandt")],
)
def test_a_refusal_names_the_nearest(typed: str, nearest: str) -> None:
    assert ROSTER.nearest(typed) == nearest
    with pytest.raises(Refused, match=f"called {typed}\\. Did you mean {nearest}"):
        person(ROSTER, typed)


def test_where_nobody_is_near_the_few_people_are_named_and_the_likest_first() -> None:
    with pytest.raises(Refused) as refusal:
        person(Roster(["Ann Otieno", "Bríd Ní Dhálaigh", "李娜"]), "Xerxes")
    assert refusal.value.sentence == (
        "Nobody here is called Xerxes. Did you mean Bríd Ní Dhálaigh, Ann Otieno or 李娜?"
    )
    crowd = Roster([f"Person{letter} Family" for letter in "abcdefghij"])
    assert len(crowd.offered("Xq")) == 6
    assert crowd.near("Xq") == ""


def test_an_ambiguous_name_is_refused_with_all_it_can_be() -> None:
    with pytest.raises(Refused, match="Ann can be Ann Otieno or Ann Smith"):
        person(Roster(["Ann Otieno", "Ann Smith"]), "Ann")


def test_without_people_there_is_no_nearest() -> None:
    assert Roster([]).nearest("Ann") == ""
    with pytest.raises(Refused, match=r"^Nobody here is called Ann\.$"):
        person(Roster([]), "Ann")


def _widened(text: str) -> str:
    return "".join(chr(ord(char) + 0xFEE0) if "!" <= char <= "~" else char for char in text)


@given(
    name=st.sampled_from(PEOPLE),
    marks=st.lists(st.sampled_from("\u0301\u0308\u0327\u0323\u034f"), max_size=4),
    shape=st.sampled_from([str, str.upper, str.lower, str.swapcase, _widened]),
    form=st.sampled_from(["NFC", "NFD", "NFKC", "NFKD"]),
    space=st.sampled_from([" ", "\u00a0", "\u3000", " \t "]),
)
def test_a_name_is_found_in_any_case_width_and_composition(name, marks, shape, form, space) -> None:
    typed = unicodedata.normalize(form, shape(name)).replace(" ", space)
    typed = typed[:1] + "".join(marks) + typed[1:] + "".join(marks)
    assert ROSTER.find(typed) == Found(name)


@given(st.text(max_size=40))
def test_any_words_have_an_answer(typed: str) -> None:
    assert isinstance(ROSTER.find(typed), Found | Ambiguous | Unknown)
    assert ROSTER.nearest(typed) in PEOPLE


@given(st.lists(st.text(st.characters(codec="utf-8"), min_size=1, max_size=12), min_size=1, max_size=6))
def test_everybody_is_found_by_the_full_name_unless_it_is_no_name_or_the_same_as_another(
    names: list[str],
) -> None:
    roster = Roster(names)
    for name in names:
        found = roster.find(name)
        if isinstance(found, Found):
            assert roster.find(found.name) == found
        else:
            assert isinstance(found, Unknown)
