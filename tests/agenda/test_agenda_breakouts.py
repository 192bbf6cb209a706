"""Small groups: everyone is in one, nobody is alone, and company changes from turn to turn."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.agenda.breakouts import adjusted, groups

NAMES = tuple("ABCDEFGHIJKLMNOP")

counts = st.integers(2, len(NAMES))


def test_an_odd_one_joins_a_group() -> None:
    assert [len(group) for group in groups(NAMES[:5], 2, 0)] == [2, 3]
    assert [len(group) for group in groups(NAMES[:7], 2, 3)] == [2, 2, 3]
    assert [sorted(group) for group in groups(NAMES[:3], 2, 1)] == [list(NAMES[:3])]


@pytest.mark.parametrize(
    ("count", "size", "lengths"),
    [
        (6, 3, [3, 3]),
        (5, 3, [5]),
        (8, 3, [4, 4]),
        (6, 4, [6]),
        (7, 4, [4, 3]),
        (8, 4, [4, 4]),
        (10, 4, [5, 5]),
        (11, 4, [4, 4, 3]),
        (1, 2, [1]),
        (0, 2, []),
    ],
)
def test_groups_are_as_large_as_asked_or_as_near_as_can_be(count: int, size: int, lengths: list[int]) -> None:
    assert [len(group) for group in groups(NAMES[:count], size, 5)] == lengths


def test_a_group_of_one_is_no_group() -> None:
    with pytest.raises(ValueError, match="not 1"):
        groups(NAMES, 1)


@given(count=counts, size=st.integers(2, 6), turn=st.integers(0, 10**12))
def test_everyone_is_in_exactly_one_group_and_nobody_is_alone(count: int, size: int, turn: int) -> None:
    found = groups(NAMES[:count], size, turn)
    assert sorted(name for group in found for name in group) == sorted(NAMES[:count])
    assert found == groups(NAMES[:count], size, turn)
    for group in found:
        assert len(group) >= min(size - (size >= 4), count)
        assert len(group) < 2 * size


@given(count=counts)
def test_in_pairs_everybody_meets_everybody_before_anyone_is_met_again(count: int) -> None:
    names = NAMES[:count]
    met: set[frozenset[str]] = set()
    for turn in range(count - 1 if count % 2 == 0 else count):
        pairs = [frozenset(group) for group in groups(names, 2, turn) if len(group) == 2]
        assert not met & set(pairs)
        met.update(pairs)
        for group in groups(names, 2, turn):
            if len(group) == 3:
                met.add(frozenset(group[:2]))
    assert len(met) == count * (count - 1) // 2 or count == 3


@given(count=st.integers(4, len(NAMES)), size=st.integers(2, 5), turn=st.integers(0, 99))
def test_the_next_time_the_company_is_another(count: int, size: int, turn: int) -> None:
    now = {frozenset(group) for group in groups(NAMES[:count], size, turn)}
    then = {frozenset(group) for group in groups(NAMES[:count], size, turn + 1)}
    assert now != then or len(now) == 1


@given(count=st.integers(2, 8).map(lambda pairs: 2 * pairs), turn=st.integers(0, 99))
def test_two_pairs_become_a_group_of_four(count: int, turn: int) -> None:
    fours = [set(group) for group in groups(NAMES[:count], 4, turn)]
    apart = [pair for pair in groups(NAMES[:count], 2, turn) if not any(set(pair) <= four for four in fours)]
    assert len(apart) <= 1
    if count % 4 == 0:
        assert not apart


@given(
    count=counts,
    size=st.integers(2, 4),
    gone=st.sets(st.sampled_from(NAMES), max_size=4),
    new=st.lists(st.sampled_from(["Yaw", "李娜", "Zoë"]), unique=True),
)
def test_when_people_come_and_go_the_others_stay_in_company(
    count: int, size: int, gone: set[str], new: list[str]
) -> None:
    before = groups(NAMES[:count], size, 1)
    here = [name for name in (*NAMES[:count], *new) if name not in gone]
    after = adjusted(before, here)
    assert sorted(name for group in after for name in group) == sorted(here)
    assert len(after) <= 1 or all(len(group) > 1 for group in after)
    if not gone:
        assert all(any(set(group) <= set(later) for later in after) for group in before)
    if not gone and not new:
        assert after == before
