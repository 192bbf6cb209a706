"""Time is the difference of instants: pauses are never counted, and nothing is lost between the stages."""

from __future__ import annotations

import contextlib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from session_play import BEGIN, PEOPLE, Play
from session_wishes import calmly

from facilitator.session import intents as it
from facilitator.session.refused import Refused
from facilitator.session.state import Moment
from facilitator.session.timing import (
    cues,
    elapsed,
    lateness,
    projected_end,
    remaining,
    running,
    turn_length,
    turn_remaining,
)

MINUTE = 60.0

course = st.sampled_from(
    [
        it.Next(),
        it.Back(),
        it.GoTo("lens"),
        it.Skip(),
        it.Silence(90.0),
        it.Pause(),
        it.Resume(),
        it.Turn(),
        it.Pass(),
        it.More(60.0),
        it.Capture(kind="note", text="a line"),
        it.Undo(),
        it.Close(),
    ]
)
waits = st.lists(st.tuples(st.integers(0, 2_000), course), max_size=40)


@calmly
@given(waits)
def test_each_stage_took_what_a_stopwatch_beside_it_says(drawn: list[tuple[int, Any]]) -> None:
    """The stopwatch runs in the room: it is let run while a stage runs, and stopped in a pause."""
    play = Play()
    play.do(it.Go())
    watch: dict[str, float] = {}
    for pause, wish in drawn:
        state = play.state
        if isinstance(wish, it.Undo):
            continue
        if state.phase == "running" and state.paused_t is None:
            watch[state.stage] = watch.get(state.stage, 0.0) + pause
        play.wait(pause)
        with contextlib.suppress(Refused):
            play.do(wish)
    for stage, seconds in watch.items():
        assert elapsed(play.state, play.t, stage) == pytest.approx(seconds), stage
    assert running(play.state, play.t) == pytest.approx(sum(watch.values()))


@pytest.fixture
def play() -> Play:
    """A meeting that has just begun: Arrive 5 min, Case 8, Pause 4, Offers 8, Lens 5, Takeaways 5."""
    play = Play()
    play.do(it.Go())
    return play


def test_remaining_counts_on_below_zero(play: Play) -> None:
    assert remaining(play.state, play.t) == 5 * MINUTE
    play.wait(5 * MINUTE + 12)
    assert remaining(play.state, play.t) == -12


def test_a_pause_moves_the_planned_end(play: Play) -> None:
    play.wait(60)
    end = projected_end(play.state, play.now())
    play.do(it.Pause())
    play.wait(300)
    assert remaining(play.state, play.t) == 4 * MINUTE
    play.do(it.Resume())
    assert (projected_end(play.state, play.now()) - end).total_seconds() == 300
    assert running(play.state, play.t) == 60


def test_leaving_a_stage_in_a_pause_counts_no_pause(play: Play) -> None:
    play.wait(60)
    play.do(it.Pause())
    play.wait(600)
    play.do(it.Next())
    play.wait(5)
    assert play.state.paused_t is None
    assert elapsed(play.state, play.t, "arrive") == 60
    assert running(play.state, play.t) == 65


def test_undoing_next_gives_the_minutes_back_to_the_stage_before(play: Play) -> None:
    play.wait(100)
    play.do(it.Next())
    play.wait(40)
    play.do(it.Undo())
    assert play.state.stage == "arrive"
    assert elapsed(play.state, play.t) == 140
    assert len(play.state.visits) == 1


def test_a_stage_that_began_earlier_takes_its_time_from_the_one_before(play: Play) -> None:
    play.wait(300)
    play.do(it.Next())
    play.wait(10)
    play.do(it.Started(120))
    assert elapsed(play.state, play.t) == 120
    assert elapsed(play.state, play.t, "arrive") == 190
    assert running(play.state, play.t) == 310
    assert play.state.visits[-1].at == "2026-11-21T19:03:10.000Z"


def test_a_stage_that_began_later_gives_time_to_the_one_before(play: Play) -> None:
    play.wait(300)
    play.do(it.Next())
    play.wait(100)
    play.do(it.Started(30))
    assert elapsed(play.state, play.t) == 30
    assert elapsed(play.state, play.t, "arrive") == 370


def test_no_stage_is_older_than_the_one_before_it(play: Play) -> None:
    play.wait(60)
    play.do(it.Next())
    play.wait(10)
    assert play.refused(it.Started(71)).startswith("Arrive itself began only 1 minute 10 seconds ago")
    play.do(it.Started(70))
    assert elapsed(play.state, play.t, "arrive") == 0


def test_the_first_stage_that_began_earlier_moves_the_beginning_of_the_meeting(play: Play) -> None:
    play.wait(10)
    play.do(it.Started(130))
    assert elapsed(play.state, play.t) == running(play.state, play.t) == 130
    assert play.state.started_at == "2026-11-21T18:58:00.000Z"


def test_time_given_and_taken_changes_the_plan_of_this_stage_only(play: Play) -> None:
    play.do(it.More(120), it.Less(30))
    assert play.state.planned["arrive"] == 5 * MINUTE + 90
    assert play.state.planned["case"] == 8 * MINUTE
    assert play.refused(it.Less(390)).startswith("Arrive has 6 minutes 30 seconds in all")
    assert play.refused(it.More(36_000)) == "No stage can be longer than ten hours."


def test_coming_back_to_a_stage_goes_on_with_its_time(play: Play) -> None:
    play.wait(100)
    play.do(it.Next())
    play.wait(50)
    play.do(it.Back())
    play.wait(20)
    assert elapsed(play.state, play.t) == 120
    assert remaining(play.state, play.t) == 180


def test_an_inserted_silence_returns_to_the_stage_and_has_its_own_time(play: Play) -> None:
    play.do(it.Next())
    play.wait(60)
    play.do(it.Silence(180))
    assert (play.state.stage, play.state.interrupted) == ("silence-1", "case")
    assert remaining(play.state, play.t) == 180
    play.wait(200)
    play.do(it.Next())
    assert (play.state.stage, play.state.interrupted) == ("case", "")
    assert elapsed(play.state, play.t, "silence-1") == 200
    assert elapsed(play.state, play.t) == 60


def test_time_away_is_counted_only_when_that_is_said(play: Play) -> None:
    play.wait(60)
    play.reopened(100)
    assert elapsed(play.state, play.t) == 60
    play.do(it.CountAway())
    assert elapsed(play.state, play.t) == running(play.state, play.t) == 160
    assert play.refused(it.SkipAway()) == "There is no time away to count."


def test_time_away_that_is_left_out_never_comes_back(play: Play) -> None:
    play.wait(60)
    play.reopened(100)
    play.do(it.SkipAway())
    assert elapsed(play.state, play.t) == 60
    assert play.state.away is None


def test_two_times_away_are_asked_about_together(play: Play) -> None:
    play.reopened(100)
    play.reopened(20.5)
    assert play.state.away == 120.5


def test_time_away_in_a_pause_belongs_to_the_pause(play: Play) -> None:
    play.wait(60)
    play.do(it.Pause())
    play.reopened(100)
    play.do(it.CountAway())
    assert elapsed(play.state, play.t) == 60


def test_time_away_in_the_lobby_or_after_close_is_not_asked_about() -> None:
    play = Play()
    play.reopened(100)
    assert play.state.away is None
    play.do(it.Go(), it.Close())
    play.reopened(100)
    assert play.state.away is None


def test_the_promise_is_kept_or_missed_by_so_much(play: Play) -> None:
    assert lateness(play.state, play.now()) == 0
    play.wait(5 * MINUTE + 90)
    assert lateness(play.state, play.now()) == 90
    play.do(it.Next(), it.Less(120))
    assert lateness(play.state, play.now()) == -30


def test_closing_stops_every_clock(play: Play) -> None:
    play.wait(100)
    play.do(it.Close())
    play.wait(1_000)
    assert running(play.state, play.t) == elapsed(play.state, play.t, "arrive") == 100


def test_each_turn_of_a_round_has_its_share(play: Play) -> None:
    assert turn_length(play.state) == 60
    play.do(it.Turn())
    play.wait(45)
    assert turn_remaining(play.state, play.t) == 15
    play.wait(45)
    assert turn_remaining(play.state, play.t) == -30


def test_a_turn_outside_a_round_has_no_length(play: Play) -> None:
    play.do(it.Next(), it.Turn(PEOPLE[2]))
    assert turn_length(play.state) == 0


@pytest.mark.parametrize(
    ("minutes", "at"),
    [
        (1.99, ()),
        (2, (30.0,)),
        (3.99, (30.0,)),
        (4, (60.0,)),
        (9.99, (60.0,)),
        (10, (120.0, 60.0)),
        (19.99, (120.0, 60.0)),
        (20, (300.0, 120.0, 60.0)),
        (60, (300.0, 120.0, 60.0)),
    ],
)
def test_cues_go_by_the_length_of_the_stage(minutes: float, at: tuple[float, ...]) -> None:
    assert cues(minutes * MINUTE) == at


def test_a_wall_clock_that_was_set_back_changes_no_duration(play: Play) -> None:
    play.wait(100, wall=-3_600)
    play.do(it.Next())
    assert elapsed(play.state, play.t, "arrive") == 100
    assert play.state.visits[-1].at == "2026-11-21T18:00:00.000Z"
    assert projected_end(play.state, Moment(play.t, play.at)) < BEGIN
