from __future__ import annotations

import pytest

from facilitator.session.row import Row


def test_changes_make_other_rows_and_leave_the_old_one() -> None:
    row = Row("abc")
    assert list(row.append("d")) == list("abcd")
    assert list(row.put(-1, "x")) == list("abx")
    assert list(row.put(0, "x")) == list("xbc")
    assert list(row.but_last()) == list("ab")
    assert list(row) == list("abc")


def test_a_row_reads_like_any_sequence() -> None:
    row = Row("abc")
    assert (len(row), row[0], row[-1], "b" in row, row.index("c")) == (3, "a", "c", True, 2)
    assert list(reversed(row)) == list("cba")
    assert list(row[:-1]) == list("ab")
    assert [*row, "d"] == list("abcd")
    assert bool(row)
    assert not Row()
    assert row == Row("abc")
    assert row != Row("abd")
    assert hash(row) == hash(Row("abc"))


@pytest.mark.parametrize("place", [3, -4])
def test_places_outside_are_refused(place: int) -> None:
    with pytest.raises(IndexError):
        Row("abc")[place]
    with pytest.raises(IndexError):
        Row("abc").put(place, "x")
    with pytest.raises(IndexError):
        Row().but_last()
