"""Quiet hints: two voices only, somebody not heard, a go far beyond its share; from turns and clock alone."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from session_play import PEOPLE, Play
from session_wishes import calmly, played, sessions

from facilitator.session import intents as it
from facilitator.session.goes import Go, together, turns_of_stay
from facilitator.session.noticing import Notice, notices

AMINA, BRID, LI_NA, ANN, ANNABEL = PEOPLE


def in_stage(stage: str = "lens") -> Play:
    play = Play()
    play.do(it.Go(), it.GoTo(stage))
    return play


def now(play: Play) -> tuple[Notice, ...]:
    return notices(play.state, turns_of_stay(play.state), play.t)


def kinds(play: Play) -> list[str]:
    return [one.kind for one in now(play)]


def taking_turns(play: Play, *names: str, each: float = 30) -> Play:
    for name in names:
        play.do(it.Turn(name))
        play.wait(each)
    return play


def test_two_voices_are_noticed_once_they_go_on_for_long_enough() -> None:
    play = taking_turns(in_stage(), BRID, LI_NA, BRID, LI_NA, BRID)
    assert "two" not in kinds(play)
    taking_turns(play, LI_NA)
    (found,) = [one for one in now(play) if one.kind == "two"]
    assert found.names == (BRID, LI_NA)
    assert found.sentence == "For 3 minutes only Bríd and 李娜 spoke."


def test_a_third_voice_ends_that_and_quick_agreement_is_not_meant() -> None:
    play = taking_turns(in_stage(), *[BRID, LI_NA] * 3, each=10)
    assert "two" not in kinds(play)
    taking_turns(play, *[BRID, LI_NA] * 3)
    assert "two" in kinds(play)
    taking_turns(play, ANN)
    assert "two" not in kinds(play)


def test_who_is_not_heard_in_a_discussion_is_noticed_late_and_never_the_chair() -> None:
    play = taking_turns(in_stage(), BRID, LI_NA, BRID, ANN, each=60)
    assert "unheard" not in kinds(play)
    play.wait(60)
    (found,) = [one for one in now(play) if one.kind == "unheard"]
    assert (found.names, found.sentence) == ((ANNABEL,), "Not heard in this stage: Annabel.")
    play.do(it.Away(ANNABEL))
    assert "unheard" not in kinds(play)


def test_where_nobody_tells_who_speaks_nothing_is_known_of_who_is_not_heard() -> None:
    play = taking_turns(in_stage(), BRID, LI_NA, BRID, each=30)
    play.wait(600)
    assert "unheard" not in kinds(play)


def test_a_very_long_go_is_noticed_in_a_discussion_and_in_a_round() -> None:
    play = in_stage()
    play.do(it.Turn(BRID))
    play.wait(119)
    assert kinds(play) == []
    play.wait(61)
    assert [one.sentence for one in now(play)] == ["Bríd has spoken for 3 minutes."]
    play = in_stage("offers")
    play.do(it.Turn(BRID))
    play.wait(239)
    assert kinds(play) == []
    play.wait(1)
    assert kinds(play) == ["long"]


def test_a_pause_is_nobodys_and_nothing_is_said_in_it() -> None:
    play = in_stage()
    play.do(it.Turn(BRID))
    play.wait(60)
    play.do(it.Pause())
    play.wait(600)
    assert now(play) == ()
    assert turns_of_stay(play.state)[-1].ended == 60
    play.do(it.Resume())
    play.wait(10)
    assert turns_of_stay(play.state)[-1] == Go(BRID, 660)


def test_nothing_is_noticed_in_a_talk_in_a_silence_or_between_two() -> None:
    for stage in ("case", "pause", "keep"):
        play = taking_turns(in_stage(stage), *[BRID, LI_NA] * 4)
        play.wait(600)
        assert now(play) == ()
    play = taking_turns(in_stage(), *[BRID, LI_NA] * 4)
    assert now(play)
    play.do(*(it.Away(name) for name in (AMINA, ANN, ANNABEL)))
    assert now(play) == ()


goes = st.lists(st.tuples(st.sampled_from(PEOPLE), st.floats(0, 400))).map(
    lambda drawn: [Go(name, began, began + 5) for name, began in sorted(drawn, key=lambda one: one[1])]
)


@given(goes)
def test_going_on_after_a_second_press_is_one_go(drawn: list[Go]) -> None:
    joined = together(drawn)
    assert all(one.name != other.name for one, other in pairwise(joined))
    assert {one.name for one in joined} == {one.name for one in drawn}


@calmly
@given(sessions)
def test_whatever_happens_a_hint_is_one_short_sentence_of_people_who_are_there(session: Any) -> None:
    play = played(session)
    for one in now(play):
        assert one.sentence.endswith(".")
        assert len(one.sentence) <= 60
        assert {*one.names} <= {*play.state.names()}
