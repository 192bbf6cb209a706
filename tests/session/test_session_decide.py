"""What follows from a wish, and what makes no sense now: one sentence and no event."""

from __future__ import annotations

from typing import Any

import pytest
from session_play import BEGIN, PEOPLE, Play, capture

from facilitator.session import events as ev
from facilitator.session import intents as it

AMINA, BRID, LI_NA, ANN, ANNABEL = PEOPLE


def running(*intents: it.Intent, **changes: Any) -> Play:
    play = Play(**changes)
    play.do(it.Go(), *intents)
    return play


def closed() -> Play:
    return running(it.Close())


REFUSED = [
    (Play(), it.Next(), "The meeting has not begun. /go begins it."),
    (Play(), it.Pause(), "The meeting has not begun."),
    (Play(), it.Close(), "The meeting has not begun. /leave leaves it for later."),
    (running(), it.Go(), "already running"),
    (running(), it.Back(), "Arrive is the first stage."),
    (running(it.GoTo("keep")), it.Next(), "Takeaways is the last stage. /close ends the meeting."),
    (running(it.GoTo("keep")), it.Skip("no time"), "Takeaways is the last stage."),
    (running(), it.GoTo("1"), "Arrive is already running."),
    (running(), it.GoTo("7"), "There are stages 1 to 6"),
    (running(), it.GoTo("0"), "There are stages 1 to 6"),
    (running(), it.GoTo("Case tolled"), "The nearest is Case told."),
    (running(), it.Resume(), "nothing to resume"),
    (running(it.Pause()), it.Pause(), "already stands still"),
    (running(it.Next()), it.Turn(), "Case told is not a round."),
    (running(), it.Pass(), "nobody's turn"),
    (running(), it.Turn("Teresa"), "Nobody here is called Teresa."),
    (running(it.Away(LI_NA)), it.Turn(LI_NA), "李娜 is away. /here 李娜"),
    (running(it.Turn(LI_NA)), it.Turn(LI_NA), "already 李娜's turn"),
    (running(it.Silence(60)), it.Silence(60), "quiet already"),
    (running(), it.Here(ANN), "here already"),
    (running(it.Away(ANN)), it.Away(ANN), "away already"),
    (running(), it.Join(ANN), "here already"),
    (running(), it.Join("  "), "Who joins?"),
    (running(), it.GiveRole("chair", AMINA), "is chair already"),
    (running(it.Away(ANN)), it.GiveRole("chair", ANN), "is away"),
    (running(), capture("  "), "no words"),
    (running(it.PensDown()), capture("a line"), "Pens are down"),
    (running(it.PensDown()), it.PensDown(), "down already"),
    (running(), it.PensUp(), "Pens are up"),
    (running(), it.CaptureBlock(()), "no words"),
    (running(), it.Edit(number=1, text="x"), "There is no line 1."),
    (running(capture("a line")), it.Edit(number=1, text="a line"), "already reads like that"),
    (running(capture("a line")), it.Edit(number=1, text=" "), "A line needs words."),
    (running(), it.Strike(), "no line to strike"),
    (running(capture("a line"), it.Strike()), it.Strike(1), "was struck"),
    (running(capture("a line"), it.Strike()), it.Edit(number=1, text="x"), "was struck"),
    (Play(), it.Undo(), "nothing to take back"),
    (running(), it.Redo(), "nothing to do again"),
    (running(), it.EndAt("2026-11-21T18:59:00.000Z"), "already passed"),
    (running(), it.Meet("2026-11-21T18:59:00.000Z"), "in the future"),
    (running(), it.CountAway(), "no time away"),
    (running(it.SayReadBack()), it.SayReadBack(), "read back already"),
    (closed(), it.Go(), "The meeting is closed."),
    (closed(), it.More(60), "The meeting is closed."),
    (closed(), it.Close(), "The meeting is closed."),
    (running(it.Finalise()), it.Finalise(), "final already"),
]


@pytest.mark.parametrize(("play", "wish", "said"), REFUSED)
def test_what_makes_no_sense_is_refused_with_a_sentence(play: Play, wish: it.Intent, said: str) -> None:
    assert said in play.refused(wish)


def test_leaving_the_lobby_fits_the_plan_to_those_present_and_promises_an_end() -> None:
    play = Play(minutes=60.0)
    play.do(it.Away(ANNABEL))
    started, entered = play.do(it.Go())
    assert isinstance(started, ev.MeetingStarted)
    assert {item.id: item.each for item in started.plan}["arrive"] is not None
    assert started.promised == "2026-11-21T20:00:00.000Z"
    assert entered == ev.StageEntered(
        id="c2.2", cause="c2", at="2026-11-21T19:00:00.000Z", by="desk", stage="arrive", how="start"
    )


def test_an_end_that_was_asked_for_is_the_promise() -> None:
    play = running(until="2026-11-21T19:50:00.000Z")
    assert play.state.promised == "2026-11-21T19:50:00.000Z"


def test_next_is_always_the_stage_whoever_has_been_heard() -> None:
    play = running(it.Turn(), it.Next())
    assert (play.state.stage, play.state.turn) == ("case", "")


@pytest.mark.parametrize("word", ["4", "offers", "Offers", "OFFERS", "  offers "])
def test_a_stage_is_reached_by_its_number_its_name_or_its_id(word: str) -> None:
    assert running(it.GoTo(word)).state.stage == "offers"


def test_a_skipped_stage_keeps_its_reason() -> None:
    play = running(it.Skip(" no time "))
    assert play.state.stage == "case"
    assert dict(play.state.reasons) == {"arrive": "no time"}


def test_a_round_goes_from_person_to_person_with_the_chair_last() -> None:
    play = running()
    heard = []
    for _person in PEOPLE:
        play.do(it.Turn())
        heard.append(play.state.turn)
    assert heard == [BRID, LI_NA, ANN, ANNABEL, AMINA]
    assert play.refused(it.Turn()) == "Everyone has been heard. /next goes to the next stage."


def test_a_round_for_the_others_leaves_the_case_giver_out() -> None:
    play = running(it.GoTo("offers"))
    heard = []
    for _person in range(4):
        play.do(it.Turn())
        heard.append(play.state.turn)
    assert heard == [BRID, LI_NA, ANNABEL, AMINA]


def test_who_passed_was_heard_and_who_is_away_is_left_out() -> None:
    play = running(it.Turn(), it.Pass(), it.Away(LI_NA), it.Turn())
    assert play.state.turn == ANN
    assert play.state.passed == (BRID,)
    play.do(it.Here(LI_NA), it.Turn())
    assert play.state.turn == LI_NA


def test_who_goes_away_gives_up_the_turn() -> None:
    assert running(it.Turn(ANN), it.Away(ANN)).state.turn == ""


def test_a_guest_joins_and_one_who_is_known_comes_back() -> None:
    play = running(it.Join("Fatou Sow"), it.Away(ANN), it.Join(ANN))
    assert play.state.names() == (*PEOPLE, "Fatou Sow")
    assert play.state.people[-1].guest
    assert not play.state.people[3].guest
    assert play.state.here() == (*PEOPLE, "Fatou Sow")


def test_lines_have_stable_numbers() -> None:
    play = running(capture("one"), capture("two"), it.Strike(1), it.Next(), capture("three"))
    assert {number: note.text for number, note in play.state.notes.items()} == {2: "two", 3: "three"}
    assert (play.state.notes[2].stage, play.state.notes[3].stage) == ("arrive", "case")


def test_a_strike_without_a_number_takes_the_newest_line() -> None:
    assert set(running(capture("one"), capture("two"), it.Strike()).state.struck) == {2}


def test_a_line_is_never_attributed_by_whose_turn_it_is() -> None:
    assert running(it.Turn(ANN), capture("a line")).state.notes[1].speakers == ()


def test_an_edit_changes_only_what_it_names() -> None:
    play = running(capture("a step", "step", owners=(ANN,), due="2026-12-01", pod_only=True))
    play.do(it.Edit(number=1, text="a better step"))
    note = play.state.notes[1]
    assert (note.text, note.owners, note.due, note.pod_only) == ("a better step", (ANN,), "2026-12-01", True)


def test_with_pens_down_a_line_can_be_re_marked_and_struck_but_not_rewritten() -> None:
    play = running(capture("a line"), it.PensDown(), it.Edit(number=1, kind="takeaway"))
    assert play.state.notes[1].kind == "takeaway"
    assert "Pens are down" in play.refused(it.Edit(number=1, text="other words"))
    play.do(it.Strike(1))


def test_a_block_is_one_cause() -> None:
    play = running(it.CaptureBlock((capture("one"), capture("two"))))
    assert len(play.state.notes) == 2
    play.do(it.Undo())
    assert len(play.state.notes) == 0


def test_a_new_takeaway_asks_for_another_reading_back() -> None:
    play = running(it.SayReadBack(), capture("a note"))
    assert play.state.read_back
    play.do(capture("a step", "step"))
    assert not play.state.read_back


def test_notes_can_be_mended_and_taken_after_the_close() -> None:
    play = running(
        capture("a lin"), it.Close(), it.Edit(number=1, text="a line"), capture("late", "takeaway")
    )
    assert [note.text for note in play.state.ordered_notes()] == ["a line", "late"]
    play.do(it.NextRole("chair", ANN), it.Meet("2026-12-17T15:00:00.000Z"), it.Finalise())
    assert (play.state.next_meeting.chair, play.state.version) == (ANN, 1)


def test_making_the_minutes_final_closes_the_meeting_first() -> None:
    play = running(it.Finalise())
    assert (play.state.phase, play.state.version) == ("closed", 1)
    play.do(it.Undo())
    assert (play.state.phase, play.state.version) == ("running", 0)


def test_a_second_silence_has_an_id_of_its_own() -> None:
    play = running(it.Silence(60), it.Next(), it.Silence(30))
    assert set(play.state.inserted) == {"silence-1", "silence-2"}
    assert play.state.planned["silence-2"] == 30


def test_a_card_is_shown_until_the_stage_is_left() -> None:
    play = running(it.ShowCard("gender", "gender-1", "Who speaks first?"))
    assert play.state.card is not None
    play.do(it.Next())
    assert play.state.card is None


def test_nothing_decided_carries_an_instant_of_its_own() -> None:
    play = Play()
    assert play.do(it.Go())[0].at == "2026-11-21T19:00:00.000Z"
    assert BEGIN.isoformat() == "2026-11-21T19:00:00+00:00"
