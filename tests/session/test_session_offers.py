"""When the meeting will not end on time: offers in words, each with its effect, none taken unasked."""

from __future__ import annotations

import pytest
from session_play import PEOPLE, Play

from facilitator.session import events as ev
from facilitator.session import intents as it
from facilitator.session.offers import Offer, offers
from facilitator.session.refused import Refused
from facilitator.session.timing import lateness, remaining


def late_meeting(minutes: float) -> Play:
    """A meeting whose first stage has run so many minutes over its time."""
    play = Play()
    play.do(it.Go())
    play.wait(remaining(play.state, play.t) + minutes * 60)
    return play


def offered(play: Play) -> dict[str, Offer]:
    return {offer.kind: offer for offer in offers(play.state, play.now())}


def test_a_meeting_on_time_is_offered_nothing() -> None:
    play = Play()
    play.do(it.Go())
    assert offers(play.state, play.now()) == ()
    assert offers(late_meeting(2).state, late_meeting(2).now()) == ()


def test_a_late_meeting_is_offered_to_trim_to_leave_out_and_to_ask() -> None:
    found = offered(late_meeting(5))
    assert list(found) == ["trim", "drop", "ask"]
    assert "Lens" in found["drop"].sentence
    assert "stay until" in found["ask"].aloud


def test_looking_at_the_offers_changes_nothing() -> None:
    play = late_meeting(5)
    before = play.state
    offers(play.state, play.now())
    assert play.state is before


@pytest.mark.parametrize("kind", ["trim", "drop"])
def test_an_offer_gains_what_its_sentence_says(kind: str) -> None:
    play = late_meeting(5)
    offer = offered(play)[kind]
    play.do(offer.intent)
    from datetime import timedelta

    from facilitator.session.timing import projected_end

    end = projected_end(play.state, play.now())
    assert f"{end:%H:%M}" in offer.sentence
    assert lateness(play.state, play.now()) < 300
    assert timedelta(0) < end - play.at


def test_trimming_leaves_protected_stages_alone() -> None:
    play = late_meeting(30)
    trim = offered(play)["trim"].intent
    assert isinstance(trim, it.ShiftPlan)
    assert all(not play.state.find_stage(shift.stage).protected for shift in trim.shifts)
    assert all(shift.seconds < 0 for shift in trim.shifts)


def test_protected_time_is_offered_only_when_nothing_else_is_left_and_with_care() -> None:
    play = late_meeting(60)
    while "trim" in (found := offered(play)):
        assert "protected" not in found
        play.do(found["trim"].intent)
    careful = offered(play)["protected"]
    assert careful.careful
    assert "Reflective pause" in careful.sentence


def test_asking_the_group_moves_the_promise_and_can_be_undone() -> None:
    play = late_meeting(5)
    promised = play.state.promised
    play.do(offered(play)["ask"].intent)
    assert play.state.promised > promised
    play.do(it.Undo())
    assert play.state.promised == promised


def test_minutes_in_hand_are_offered_where_people_talk_or_gather() -> None:
    play = Play(minutes=60.0)
    play.do(it.Go(), it.Next(), it.Next(), it.Next(), it.Next())
    (give,) = offers(play.state, play.now())
    assert give.kind == "give"
    assert "Lens" in give.sentence
    play.do(give.intent)
    assert offers(play.state, play.now()) == ()


def test_a_protected_stage_is_never_left_out() -> None:
    play = Play()
    play.do(it.Go())
    with pytest.raises(Refused, match="protected"):
        play.do(it.DropStage("pause"))
    with pytest.raises(Refused):
        play.do(it.DropStage("arrive"))


def test_a_stage_can_be_added_behind_the_running_one_and_taken_back() -> None:
    play = Play()
    play.do(it.Go(), it.AddStage("discussion", 180.0))
    assert [item.id for item in play.state.plan][:2] == ["arrive", "added-1"]
    assert play.state.planned["added-1"] == 180.0
    play.do(it.Next())
    assert play.state.find_stage(play.state.stage).name == "Open discussion"
    play.do(it.Undo(), it.Undo())
    assert "added-1" not in [item.id for item in play.state.plan]
    with pytest.raises(Refused, match="one of"):
        play.do(it.AddStage("party", 60.0))


def test_who_passed_is_asked_once_more_at_the_end_of_the_round() -> None:
    from facilitator.session.rounds import next_person

    play = Play()
    play.do(it.Go())
    first = next_person(play.state)
    play.do(it.Turn(first), it.Pass())
    for _person in PEOPLE[1:]:
        play.do(it.Turn())
    assert next_person(play.state) == first
    play.do(it.Turn(), it.Pass())
    assert next_person(play.state) == ""


def test_a_round_goes_in_the_order_it_is_given() -> None:
    from facilitator.session.rounds import quiet_first, round_order

    play = Play()
    play.do(it.Go(), it.OrderRound((PEOPLE[3], PEOPLE[2])))
    assert round_order(play.state)[:2] == (PEOPLE[3], PEOPLE[2])
    play.do(
        it.Capture(kind="note", text="I was heard", speakers=(PEOPLE[1],)), it.Next(), it.Next(), it.Next()
    )
    order = quiet_first(play.state)
    assert order[-1] == PEOPLE[0]
    assert order.index(PEOPLE[2]) < order.index(PEOPLE[1])
    events = play.do(it.OrderRound(order))
    assert isinstance(events[0], ev.RoundOrdered)


def test_a_round_that_is_shortened_has_shorter_turns_and_more_time_leaves_them() -> None:
    from facilitator.session.timing import turn_length

    play = Play()
    play.do(it.Go())
    usual = turn_length(play.state)
    play.do(it.More(120.0))
    assert turn_length(play.state) == usual
    play.do(it.ShiftPlan((ev.Shift(stage="offers", seconds=-240.0),)), it.GoTo("offers"))
    assert turn_length(play.state) == 60.0


@pytest.mark.parametrize("kind", ["discussion", "round", "silence", "writing", "decisions", "break"])
def test_every_stage_that_can_be_added_is_run_told_and_written_down(kind: str) -> None:
    from facilitator.minutes.render import render
    from facilitator.session import flat
    from facilitator.session.guide import guide

    play = Play()
    play.do(it.Go(), it.AddStage(kind, 180.0), it.Next())
    assert play.state.stage == "added-1"
    play.do(it.Capture(kind="note", text="said in the added stage"))
    for _time in range(8):
        assert "{" not in guide(play.state, play.now()).say
        assert flat.stage_line(play.state, play.now())
        assert flat.offer_lines(play.state, play.now())
        play.wait(30)
    assert "said in the added stage" in render(play.state)
    play.do(it.Next(), it.Close())
    assert "said in the added stage" in render(play.state, timing=True)
