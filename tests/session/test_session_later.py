"""What was kept for later is taken up: a topic in a stage of its own, or a stage that was put off."""

from __future__ import annotations

import pytest
from session_play import PEOPLE, Play, capture, seen

from facilitator.session import intents as it
from facilitator.session.flat import later_lines, topic_line
from facilitator.session.guide import guide
from facilitator.session.later import kept_for_later, topic_now
from facilitator.session.offers import offers
from facilitator.session.page import page_lines
from facilitator.session.timing import elapsed, projected_end, remaining

TIME = ("last_t", "last_at")


@pytest.fixture
def play() -> Play:
    """In Case told, two minutes in, with two topics kept for later: lines 2 and 3."""
    play = Play()
    play.do(it.Go(), it.Next(), capture("a note"))
    play.do(capture("who pays for travel", "later"))
    play.wait(60)
    play.do(capture("the new board", "later", pod_only=True))
    play.wait(60)
    return play


def kept(play: Play) -> list[int | str]:
    return [one.number or one.stage for one in kept_for_later(play.state)]


def test_the_last_topic_is_taken_up_for_five_minutes_and_then_the_stage_goes_on(play: Play) -> None:
    left, end = remaining(play.state, play.t), projected_end(play.state, play.now())
    play.do(it.TakeUp())
    topic = topic_now(play.state)
    assert topic is not None
    assert topic.text == "the new board"
    assert remaining(play.state, play.t) == 300
    assert (projected_end(play.state, play.now()) - end).total_seconds() == 300
    assert guide(play.state, play.now()).then == "Back to Case told"
    play.wait(200)
    play.do(it.Next())
    assert play.state.stage == "case"
    assert remaining(play.state, play.t) == left
    assert topic_now(play.state) is None
    assert kept(play) == [2]


def test_a_topic_is_taken_up_by_the_number_of_its_line(play: Play) -> None:
    play.do(it.TakeUp(2))
    assert topic_line(play.state) == "Topic, line 2: who pays for travel"
    assert kept(play) == [3]


def test_no_one_look_at_the_meeting_and_no_stage_holds_the_words_of_the_topic(play: Play) -> None:
    play.do(it.TakeUp(2))
    assert "travel" not in repr(guide(play.state, play.now()))
    assert "travel" not in repr(play.state.find_stage(play.state.stage))


def test_undo_puts_the_topic_and_the_stage_back(play: Play) -> None:
    before = play.state
    play.do(it.TakeUp())
    play.wait(30)
    play.do(it.Undo())
    assert seen(play.state, *TIME, "undone") == seen(before, *TIME, "undone")
    assert elapsed(play.state, play.t) == 150
    play.do(it.Redo())
    assert topic_line(play.state) == "Topic, line 3: the new board"


def test_a_topic_that_was_not_dealt_with_is_kept_again(play: Play) -> None:
    play.do(it.TakeUp(2), it.Skip(later=True))
    assert play.state.stage == "case"
    assert kept(play) == [2, 3]
    assert not play.state.put_off


def test_a_silence_in_a_topic_comes_back_to_the_topic_and_then_to_the_stage(play: Play) -> None:
    play.do(it.TakeUp(2), it.Silence(60), it.Next())
    assert topic_line(play.state) == "Topic, line 2: who pays for travel"
    assert guide(play.state, play.now()).then == "Back to Case told"
    play.do(it.Next())
    assert (play.state.stage, play.state.interrupted, play.state.outer) == ("case", "", "")


def test_one_topic_after_another_comes_back_to_the_same_stage(play: Play) -> None:
    play.do(it.TakeUp(2), it.TakeUp(3), it.Next())
    assert play.state.stage == "case"
    assert kept(play) == []


def test_a_stage_kept_for_later_is_held_with_its_own_time_and_then_the_meeting_goes_on(play: Play) -> None:
    play.do(it.Skip("too tired", later=True), it.Next(), it.Next())
    assert kept(play) == [2, 3, "case"]
    play.do(it.TakeUp())
    assert play.state.stage == "case"
    assert remaining(play.state, play.t) == 360
    assert guide(play.state, play.now()).number == 2
    assert guide(play.state, play.now()).then == "Back to Lens"
    assert kept(play) == [2, 3]
    play.do(it.Next())
    assert (play.state.stage, play.state.interrupted) == ("lens", "")
    assert play.state.reasons["case"] == "too tired"


def test_a_stage_that_comes_by_itself_is_not_kept_for_later_any_more(play: Play) -> None:
    play.do(it.Skip(later=True), it.Back())
    assert kept(play) == [2, 3]


def test_a_stage_with_no_time_left_gets_two_minutes(play: Play) -> None:
    play.wait(3600)
    play.do(it.Skip(later=True), it.Next())
    play.do(it.TakeUp(stage="case"))
    assert remaining(play.state, play.t) == 120


def test_what_cannot_be_taken_up_says_why(play: Play) -> None:
    assert play.refused(it.TakeUp(1)) == "Line 1 is not kept for later. /later lists what is."
    assert play.refused(it.TakeUp(stage="lens")) == "Lens is not kept for later. /goto goes to any stage."
    play.do(it.TakeUp(2), it.Next())
    assert play.refused(it.TakeUp(2)) == "Line 2 was taken up already."
    play.do(it.Silence(60))
    assert play.refused(it.TakeUp()) == "It is quiet now. /next ends the silence; then it can be taken up."
    assert play.refused(it.Skip(later=True)) == "A silence is not kept for later. /next ends it."
    play.do(it.Next(), it.TakeUp(3), it.Next())
    assert play.refused(it.TakeUp()) == "Nothing is kept for later. /later and a text keeps a topic."


def test_a_struck_topic_is_held_without_words(play: Play) -> None:
    play.do(it.TakeUp(2), it.Strike(2))
    assert topic_line(play.state) == ""
    play.do(it.Skip(later=True))
    assert kept(play) == [3]


def test_the_list_says_what_taking_up_would_do(play: Play) -> None:
    play.do(it.Skip(later=True), it.Next())
    lines = later_lines(play.state, play.now())
    end = projected_end(play.state, play.now())
    assert lines[0] == "2, kept for later: who pays for travel"
    assert lines[2] == "Case told, a stage. /return Case told takes it up."
    play.do(it.TakeUp(2))
    after = projected_end(play.state, play.now())
    assert (after - end).total_seconds() == 300
    assert f"We then end at {after:%H:%M}." in lines[-1]


def test_with_minutes_in_hand_a_topic_is_offered_with_its_effect(play: Play) -> None:
    play.do(it.Skip(), it.Skip())
    (offer,) = [one for one in offers(play.state, play.now()) if one.kind == "later"]
    assert "line 3" in offer.sentence
    play.do(offer.intent)
    assert f"{projected_end(play.state, play.now()):%H:%M}" in offer.sentence
    assert kept(play) == [2]


def test_the_page_for_whoever_goes_on_leaves_out_what_was_put_in_and_names_who_leads(play: Play) -> None:
    before = page_lines(play.state, play.now())
    play.do(it.Lead(PEOPLE[4]), it.TakeUp(2), it.Silence(60))
    after = page_lines(play.state, play.now())
    assert not any("A topic kept" in line or "Silence," in line for line in after)
    assert any(line.startswith("19:02") and "Case told" in line for line in before)
    assert any(line.startswith("19:08") and "Case told" in line for line in after)
    assert any(f"Guest facilitator: {PEOPLE[4]}" in line for line in after)
