"""The moments at which something is said: none is missed and none is said twice, however rarely one looks."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from session_play import Play
from session_wishes import calmly

from facilitator.session import intents as it
from facilitator.session.milestones import between, milestones, next_after


def at(stage: str) -> Play:
    play = Play()
    play.do(it.Go())
    if stage != "arrive":
        play.do(it.GoTo(stage))
    return play


def marks(play: Play) -> list[tuple[float, str]]:
    return [(one.t, one.kind) for one in milestones(play.state)]


def test_a_stage_has_half_its_cues_its_time_and_the_offer() -> None:
    assert marks(at("case")) == [(240, "half"), (420, "cue"), (480, "time"), (510, "offer")]


def test_a_silence_has_no_cues_but_ten_seconds_and_its_end() -> None:
    assert marks(at("pause")) == [(230, "ten"), (240, "time")]


def test_a_turn_has_its_own_last_words_and_end() -> None:
    play = at("offers")
    play.wait(10)
    play.do(it.Turn())
    assert (100.0, "turn-last") in marks(play)
    assert (130.0, "turn-time") in marks(play)


def test_while_the_clock_stands_still_there_are_none_and_afterwards_they_are_later() -> None:
    play = at("case")
    play.do(it.Pause())
    assert marks(play) == []
    play.wait(100)
    play.do(it.Resume())
    assert (580.0, "time") in marks(play)


def test_more_time_moves_them() -> None:
    play = at("case")
    play.do(it.More(120))
    assert (600.0, "time") in marks(play)


def test_there_are_none_before_the_meeting_and_after_it() -> None:
    play = Play()
    assert milestones(play.state) == ()
    play.do(it.Go(), it.Close())
    assert milestones(play.state) == ()
    assert next_after(play.state, 0) is None


@calmly
@given(st.lists(st.floats(0.01, 200), min_size=1, max_size=60))
def test_looking_now_and_then_finds_each_once_and_in_order(steps: list[float]) -> None:
    play = at("offers")
    play.do(it.Turn())
    seen, looked = [], 0.0
    for step in steps:
        seen += between(play.state, looked, looked + step)
        looked += step
    assert seen == [one for one in milestones(play.state) if 0 < one.t <= looked]
    due = next_after(play.state, looked)
    assert due is None or due > looked
