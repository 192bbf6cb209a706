"""Roles go one person on from last time, and are never given twice while others are free."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from facilitator.pod.remembered import Remembered
from facilitator.pod.rotation import ROLES, suggest

PEOPLE = ("Awa", "Ingrid", "Teresa", "Sunita", "Leila")
LAST = Remembered(people=PEOPLE, chair="Awa", keeper="Ingrid", giver="Leila")


def test_the_first_time_it_goes_by_the_order_of_the_names() -> None:
    assert [suggest(role, PEOPLE).name for role in ROLES] == ["Awa", "Ingrid", "Teresa"]
    assert suggest("chair", PEOPLE).why == ""


def test_each_role_goes_one_on_and_says_from_whom() -> None:
    found = [suggest(role, PEOPLE, LAST) for role in ROLES]
    assert [one.name for one in found] == ["Ingrid", "Teresa", "Awa"]
    assert [one.why for one in found] == [
        "Last time Awa chaired.",
        "Last time Ingrid kept the record.",
        "Last time Leila gave the case.",
    ]


def test_who_is_absent_is_passed_over_and_a_newcomer_waits() -> None:
    here = ("Awa", "Fatou", "Sunita", "Teresa")
    assert suggest("chair", here, LAST).name == "Teresa"
    assert suggest("giver", here, LAST, taken=("Awa", "Teresa", "Sunita")).name == "Fatou"


def test_the_one_before_is_suggested_again_only_when_nobody_else_is_free() -> None:
    assert suggest("chair", PEOPLE, LAST, taken=PEOPLE[1:]).name == "Awa"


def test_names_are_compared_as_names_are() -> None:
    last = Remembered(people=("Ni Dhalaigh", "Awa"), chair="NI DHALAIGH")
    assert suggest("chair", ("Ní Dhálaigh", "Awa"), last).name == "Awa"


def test_what_was_agreed_comes_before_the_order() -> None:
    assert suggest("chair", PEOPLE, LAST, agreed="sunita").name == "Sunita"
    assert suggest("chair", PEOPLE, LAST, agreed="Nobody here").name == "Ingrid"
    assert suggest("keeper", PEOPLE, LAST, agreed="Sunita", taken=("Sunita",)).name == "Teresa"


def test_too_few_people_leave_a_role_open() -> None:
    assert suggest("giver", ("Awa", "Bo"), taken=("Awa", "Bo")).name == ""
    assert suggest("chair", ()).name == ""


NAMES = st.lists(st.sampled_from([*PEOPLE, "Fatou", "李娜", "!!"]), unique=True)


@given(people=NAMES, last=NAMES, agreed=st.sampled_from(["", *PEOPLE]))
def test_a_suggestion_is_always_somebody_free_and_one_is_found_when_there_is(
    people: list[str], last: list[str], agreed: str
) -> None:
    before = Remembered(people=tuple(last), chair=last[0] if last else "", keeper="Gone", giver="")
    taken: list[str] = []
    for role in ROLES:
        name = suggest(role, people, before, agreed=agreed, taken=taken).name
        free = [one for one in people if one not in taken]
        assert name in free if free else name == ""
        taken.append(name)
