"""What the chair is told to say in a round, whoever presses a key for each person and whoever does not."""

from __future__ import annotations

from told import PEOPLE, Told

from facilitator.session import intents as it
from facilitator.session.saying import say_now


def test_in_the_last_minute_nobody_is_named_who_was_not_given_the_turn() -> None:
    told = Told()
    told.wait(told.state.planned["arrive"] - 30)
    assert say_now(told.state, told.t) == (
        "One minute is left for this. Who has not spoken yet: one sentence each, please."
    )


def test_in_the_last_minute_of_a_turn_its_person_is_named() -> None:
    told = Told()
    told.do(it.Turn(PEOPLE[1]))
    told.wait(told.state.planned["arrive"] - 30)
    assert "Bríd" in say_now(told.state, told.t)
