"""What is written for oneself: in memory, numbered, gone when let go."""

from __future__ import annotations

import pytest

from facilitator.meeting.scratch import Scratch


def written(*lines: str) -> Scratch:
    scratch = Scratch()
    for line in lines:
        scratch.add(line)
    return scratch


def test_lines_are_kept_in_their_order_and_blank_ones_are_nothing() -> None:
    assert written(" one ", "", "  ", "two").lines == ("one", "two")


def test_a_line_is_found_by_its_number_and_stays() -> None:
    scratch = written("one", "two")
    assert scratch.find(2) == "two"
    assert scratch.lines == ("one", "two")


def test_a_line_that_became_a_note_is_let_go_and_the_others_move_up() -> None:
    scratch = written("one", "two", "three")
    scratch.drop(2)
    assert scratch.find(2) == "three"


@pytest.mark.parametrize("number", [0, -1, 3, 999])
def test_a_number_that_is_not_there_is_an_error_and_loses_nothing(number: int) -> None:
    scratch = written("one", "two")
    with pytest.raises(IndexError):
        scratch.drop(number)
    assert scratch.lines == ("one", "two")


def test_all_of_it_can_be_let_go() -> None:
    scratch = written("one")
    scratch.clear()
    assert scratch.lines == ()
