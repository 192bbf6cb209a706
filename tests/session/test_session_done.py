"""A next step is done, or not done after all; whatever else happens to its line, nothing untrue is told."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from session_play import PEOPLE, Play, capture
from session_wishes import calmly, captures, edits, merges, numbers, splits

from facilitator.session import events as ev
from facilitator.session import intents as it
from facilitator.session.codec import decode, encode
from facilitator.session.describe import happened, what_redo_did, what_undo_did
from facilitator.session.evolve import fold
from facilitator.session.purge import let_go, log_without_notes, state_without_notes
from facilitator.session.refused import Refused
from facilitator.session.steps import done_at, is_done, open_steps
from facilitator.words.dates import to_stamp


def held() -> Play:
    """Two next steps, lines 2 and 4, between other lines."""
    play = Play()
    play.do(it.Go(), capture("the harbour"), capture("call Puno", kind="step", owners=(PEOPLE[2],)))
    play.do(capture("breathe", kind="takeaway"), capture("write to all", kind="step"))
    return play


def still_open(play: Play) -> list[int]:
    return [note.number for note in open_steps(play.state)]


def test_a_step_is_done_from_the_moment_on_at_which_that_is_said() -> None:
    play = held()
    play.wait(60)
    (event,) = play.do(it.MarkDone((2,)))
    assert still_open(play) == [4]
    assert done_at(play.state, 2) == to_stamp(play.at)
    assert happened([event], play.state) == "Next step 2 is done."
    assert decode(encode(event)) == event
    assert b'"type":"step_done"' in encode(event)
    assert fold(play.events).done == play.state.done


def test_several_are_done_at_once_and_not_done_after_all() -> None:
    play = held()
    assert happened(play.do(it.MarkDone((4, 2, 4))), play.state) == "Next steps 4, 2 are done."
    assert still_open(play) == []
    said = happened(play.do(it.MarkDone((2,), done=False)), play.state)
    assert said == "Next step 2 is not done: it is open again."
    assert still_open(play) == [2]


def test_of_several_only_those_that_stand_otherwise_are_told() -> None:
    play = held()
    play.do(it.MarkDone((2,)))
    (event,) = play.do(it.MarkDone((2, 4)))
    assert isinstance(event, ev.StepDone)
    assert event.numbers == (4,)


def test_undo_and_redo_say_what_they_did() -> None:
    play = held()
    events = play.do(it.MarkDone((2,)))
    play.do(it.Undo())
    assert still_open(play) == [2, 4]
    assert what_undo_did(events, play.state) == "Taken back: that next step 2 is done."
    play.do(it.Redo())
    assert still_open(play) == [4]
    assert what_redo_did(events, play.state) == "Done again: that next step 2 is done."


def test_what_makes_no_sense_is_refused_in_a_sentence() -> None:
    play = held()
    play.do(it.MarkDone((2,)))
    assert play.refused(it.MarkDone((2,))) == "Next step 2 is done already. /not-done 2 takes that back."
    assert play.refused(it.MarkDone((4,), done=False)) == "Next step 4 is not marked as done."
    assert play.refused(it.MarkDone((3,))) == "Line 3 is no next step. /mark 3 step makes it one."
    assert play.refused(it.MarkDone((4, 9))) == "There is no line 9."
    assert "number of its line" in play.refused(it.MarkDone(()))
    play.do(it.Strike(4))
    assert "struck" in play.refused(it.MarkDone((4,)))


def test_a_step_may_be_done_after_the_close_and_final_minutes_stay_final() -> None:
    play = held()
    play.do(it.Close(), it.Finalise(), it.MarkDone((2,)))
    assert still_open(play) == [4]
    assert play.state.version == 1
    assert not play.state.corrected


def test_a_step_that_is_reworded_stays_done_and_one_that_is_no_step_is_none() -> None:
    play = held()
    play.do(it.MarkDone((2,)), it.Edit(number=2, text="call Puno again"))
    assert is_done(play.state, 2)
    play.do(it.Edit(number=2, kind="note"))
    assert not is_done(play.state, 2)
    assert still_open(play) == [4]


def test_agreement_stands_whether_or_not_a_step_is_done() -> None:
    play = held()
    play.do(it.Agree(PEOPLE[2]), it.MarkDone((2,)))
    assert play.state.agreed[2] == (PEOPLE[2],)


def test_a_done_step_that_takes_in_an_open_one_is_open_and_two_done_ones_stay_done() -> None:
    play = held()
    play.do(it.MarkDone((2,)), it.Merge((2, 4)))
    assert still_open(play) == [2]
    play.do(it.Undo())
    assert still_open(play) == [4]
    play.do(it.MarkDone((4,)), it.Merge((2, 4)))
    assert is_done(play.state, 2)
    assert still_open(play) == []


def test_a_note_that_goes_into_a_done_step_leaves_it_done() -> None:
    play = held()
    play.do(it.MarkDone((2,)), it.Merge((2, 1)))
    assert is_done(play.state, 2)


def test_of_a_step_that_is_split_the_new_part_is_open() -> None:
    play = held()
    play.do(it.MarkDone((2,)), it.Split(2, len("call")))
    assert is_done(play.state, 2)
    assert still_open(play) == [5, 4]


def test_a_struck_step_is_neither_open_nor_done() -> None:
    play = held()
    play.do(it.MarkDone((2,)), it.Strike(2))
    assert still_open(play) == [4]
    assert not is_done(play.state, 2)
    assert 2 not in play.state.done


def test_the_other_half_of_a_struck_line_is_as_done_as_it_was() -> None:
    play = held()
    play.do(it.MarkDone((2,)), it.Split(2, len("call")), it.MarkDone((5,)), it.MarkDone((2,), done=False))
    play.do(it.Strike(2))
    state, payloads = let_go(play.state, [encode(event) for event in play.events])
    again = fold(event for event in map(decode, payloads) if event is not None)
    assert is_done(state, 5)
    assert is_done(again, 5)
    assert b"Puno" in b"".join(payloads)
    assert b"call" not in b"".join(payloads)


def test_a_step_that_was_opened_by_a_merge_stays_open_when_a_part_of_it_is_struck() -> None:
    play = held()
    play.do(it.MarkDone((2,)), it.Merge((2, 4)), it.Split(2, len("call")), it.Strike(5))
    state, payloads = let_go(play.state, [encode(event) for event in play.events])
    again = fold(event for event in map(decode, payloads) if event is not None)
    assert [note.number for note in open_steps(state)] == [2]
    assert [note.number for note in open_steps(again)] == [2]


wishes = st.lists(
    st.one_of(
        captures.filter(lambda one: one.text.strip()),
        st.builds(it.MarkDone, st.lists(numbers, min_size=1, max_size=2).map(tuple), st.booleans()),
        edits,
        merges,
        splits,
        st.sampled_from((it.Undo(), it.Redo())),
    ),
    max_size=30,
)


@calmly
@given(wishes, numbers)
def test_letting_go_of_any_line_leaves_the_others_as_done_as_they_were(
    drawn: list[it.Intent], gone: int
) -> None:
    play = held()
    for wish in drawn:
        try:
            play.do(wish)
        except Refused:
            continue
    if gone not in play.state.notes:
        return
    play.do(it.Strike(gone))
    before = play.state
    payloads = log_without_notes([encode(event) for event in play.events], (gone,))
    again = fold(event for event in map(decode, payloads) if event is not None)
    after = state_without_notes(before, (gone,))
    for number in before.notes:
        assert is_done(after, number) == is_done(again, number) == is_done(before, number), number


def test_a_step_that_is_done_in_the_lobby_or_with_pens_down_is_no_writing() -> None:
    play = Play()
    play.do(capture("bring the keys", kind="step"), it.PensDown(), it.MarkDone((1,)))
    assert is_done(play.state, 1)
    with pytest.raises(Refused):
        play.do(capture("more"))
