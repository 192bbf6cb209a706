"""Several small groups by one clock: each time one person of each group has the time, and everybody once."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from rehearsing import Rehearsal, people

from facilitator.agenda.blocks import times_of
from facilitator.agenda.breakouts import groups, largest
from facilitator.agenda.library import find
from facilitator.agenda.problem import AgendaError
from facilitator.agenda.read import parse_agenda
from facilitator.session import intents as it
from facilitator.session.repeats import whose_time
from facilitator.session.together import who_is_with_whom

TROIKA = find("troika-groups")
STEPS = ("share", "clarify", "confer", "return")


def turns(meeting: Rehearsal) -> list[tuple[str, ...]]:
    """Who has the turn each time, from here to the end of the block; checked to be the same in all steps."""
    found = []
    while meeting.state.stage != "close":
        base, _mark, number = meeting.state.stage.rpartition("#")
        if base in STEPS:
            now = whose_time(meeting.state, meeting.state.stage)
            if base == STEPS[0]:
                found.append(now)
            assert now == found[-1], number
        meeting.do(it.Next())
    return found


@given(count=st.integers(1, 40), size=st.integers(2, 6))
def test_the_largest_group_is_the_largest_there_is(count: int, size: int) -> None:
    found = groups(tuple(map(str, range(count))), size, 7)
    assert largest(count, size) == max(map(len, found))
    stage = replace(TROIKA.stages[2], breakouts=size)
    assert times_of(stage, count, 1) == largest(count, size)


@settings(deadline=None, max_examples=25)
@given(count=st.integers(3, 15))
def test_everybody_has_the_time_once_and_one_of_each_group_at_a_time(count: int) -> None:
    meeting = Rehearsal(TROIKA, people(count))
    meeting.to("share#1")
    together = who_is_with_whom(meeting.state)
    found = turns(meeting)
    assert sorted(name for now in found for name in now) == sorted(people(count))
    for now in found:
        assert all(len(set(now) & set(group)) <= 1 for group in together)
    assert all(len(now) == len(together) for now in found[: min(map(len, together))])


def test_the_groups_say_whose_turn_it_is_and_who_is_with_them() -> None:
    meeting = Rehearsal(TROIKA, people(6), roles=False)
    meeting.to("clarify#2")
    first, second = who_is_with_whom(meeting.state)
    shown = meeting.guide()
    assert shown.groups[0].startswith("Group 1: ")
    for group, line, name in zip((first, second), shown.groups, shown.turn.split(" and "), strict=True):
        assert f"{name}'s turn, with " in line
        assert len(group) == 3
    meeting.to("share#3")
    assert meeting.guide().say.startswith(f"Clients now are {meeting.guide().turn}, one in each group.")


def test_a_group_that_is_smaller_has_all_had_their_turn_when_the_others_go_on() -> None:
    meeting = Rehearsal(TROIKA, people(7))
    meeting.to("share#4")
    assert sum("all had their turn" in line for line in meeting.guide().groups) == 1


def test_the_chair_has_the_time_last_in_the_group() -> None:
    meeting = Rehearsal(TROIKA, people(9))
    meeting.to("share#1")
    assert meeting.state.chair in turns(meeting)[-1]


def test_who_leaves_loses_no_other_a_turn_and_who_comes_takes_one_that_is_free() -> None:
    meeting = Rehearsal(TROIKA, people(6), roles=False)
    meeting.to("share#1")
    had = set(whose_time(meeting.state, "share#1"))
    together = who_is_with_whom(meeting.state)
    gone = next(name for name in together[0] if name not in had)
    meeting.do(it.Away(gone), it.Join("Fatou Bâ"))
    for before, after in zip(together, who_is_with_whom(meeting.state), strict=True):
        assert set(after) - {"Fatou Bâ"} == set(before) - {gone}
    served = [name for now in turns(meeting) for name in now]
    assert sorted(served) == sorted([*(set(people(6)) - {gone}), "Fatou Bâ"])


def test_the_company_stays_when_a_silence_is_put_in_and_after_going_back() -> None:
    meeting = Rehearsal(TROIKA, people(9))
    meeting.to("confer#1")
    before = meeting.guide().groups
    meeting.do(it.Silence(60), it.Next())
    assert meeting.guide().groups == before
    meeting.do(it.GoTo("close"), it.GoTo("share#1"))
    assert meeting.guide().groups == before


BLOCK = """format = 1
title = "Ours"
language = "en"
[[stage]]
id = "a"
name = "A"
kind = "{kind}"
block = "b"
repeat = "member"
{breakouts}
{length} = 2
say = "Go."
[[stage]]
id = "c"
name = "C"
kind = "talk"
block = "b"
repeat = "member"
breakouts = 3
minutes = 2
say = "Go."
"""


@pytest.mark.parametrize(
    ("change", "place", "said"),
    [
        ({"breakouts": ""}, "9:1", "needs “breakouts” beside it"),
        ({"breakouts": "breakouts = 4"}, "19:13", "the same in all its stages"),
        ({"length": "per_person"}, "11:1", "is in “minutes”"),
        ({"kind": "round"}, "7:8", "is not a round"),
        ({}, "", ""),
    ],
)
def test_what_a_block_for_each_member_needs(change: dict[str, str], place: str, said: str) -> None:
    values = {"kind": "talk", "breakouts": "breakouts = 3", "length": "minutes"} | change
    text = BLOCK.format(**values).encode()
    if not said:
        assert parse_agenda(text, "ours.toml").stages[0].repeat == "member"
        return
    with pytest.raises(AgendaError) as error:
        parse_agenda(text, "ours.toml")
    (one,) = error.value.problems
    assert (f"{one.line}:{one.column}", said in one.sentence) == (place, True), one
