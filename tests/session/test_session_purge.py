"""What strike and close take out: no event and no state holds the words, and the rest is as it was."""

from __future__ import annotations

from typing import Any

import msgspec
from hypothesis import given
from session_play import PEOPLE, Play, capture, past, seen
from session_wishes import calmly, played, sessions

from facilitator.session import events as ev
from facilitator.session import intents as it
from facilitator.session.codec import decode, encode
from facilitator.session.evolve import evolve, fold
from facilitator.session.purge import (
    compacted,
    let_go,
    log_without_notes,
    state_compacted,
    state_without_notes,
)
from facilitator.session.state import State

TIME = ("last_t", "last_at", "depth")
NAMES = ("heard_in", "passed_in", "asked_again_in", "order_in", "turn", "turn_t")


def refolded(payloads: list[bytes]) -> State:
    return fold(event for event in map(decode, payloads) if event is not None)


def words_in(state: State) -> str:
    """All that a state holds, its past and what can be redone included, as one text."""
    return repr(seen(state))


def logged(play: Play) -> list[bytes]:
    return [encode(event) for event in play.events]


def test_a_struck_line_is_in_no_event_and_no_state() -> None:
    play = Play()
    play.do(it.Go(), capture("keep this"), capture("the nephew has the contract"))
    play.do(it.Edit(number=2, text="the nephew again"), it.Undo(), it.Strike(2))
    payloads = log_without_notes(logged(play), (2,))
    state = state_without_notes(play.state, (2,))
    assert "nephew" not in b"".join(payloads).decode()
    assert "nephew" not in words_in(state)
    assert "keep this" in words_in(state)


def test_the_words_of_a_line_that_had_the_number_before_go_too() -> None:
    play = Play()
    play.do(it.Go(), capture("the nephew"), it.Undo(), capture("another line"), it.Strike(1))
    assert "nephew" not in b"".join(log_without_notes(logged(play), (1,))).decode()


@calmly
@given(sessions)
def test_a_log_without_struck_lines_folds_to_the_state_without_them(session: Any) -> None:
    play = played(session)
    state, payloads = let_go(play.state, logged(play))
    again = refolded(payloads)
    but = (*TIME, "undone", *(NAMES if state.phase == "closed" else ()))
    assert seen(again, *but) == seen(state, *but)
    for number in state.struck:
        assert not any(getattr(event, "text", None) and event.number == number for event in past(state))


@calmly
@given(sessions)
def test_letting_go_of_a_line_changes_nothing_else(session: Any) -> None:
    play = played(session)
    if not play.state.notes:
        return
    number = min(play.state.notes)
    play.do(it.Strike(number))
    before, after = play.state, state_without_notes(play.state, (number,))
    # The number of a line that is gone was used: it stays so. What was final once holds its words no longer.
    but = (*TIME, "past", "undone", "read_back", "finals")
    assert seen(after, *but) == seen(before, *but)
    for then, now in zip(before.finals, after.finals, strict=True):
        assert {**then.notes, number: None} == {**now.notes, number: None}
        assert number not in now.notes


@calmly
@given(sessions)
def test_compacting_leaves_the_state_as_it_was_but_for_names_in_turns(session: Any) -> None:
    play = played(session)
    before, payloads = play.state, compacted(logged(play))
    again, kept = refolded(payloads), state_compacted(before)
    same = (*TIME, *NAMES, "past", "undone")
    assert seen(again, *same) == seen(before, *same) == seen(kept, *same)
    assert seen(again, "last_t", "last_at") == seen(kept, "last_t", "last_at")
    assert compacted(payloads) == payloads


def test_close_takes_undone_words_and_the_names_in_turns_out_of_the_log() -> None:
    play = Play()
    play.do(it.Go(), it.Turn(PEOPLE[2]), it.Pass(), it.Turn(PEOPLE[4]))
    play.do(capture("said too much"), it.Undo(), capture("kept"), it.Close())
    lines = [msgspec.json.decode(payload) for payload in compacted(logged(play))]
    kinds = [line["type"] for line in lines]
    assert "undone" not in kinds
    assert [line["name"] for line in lines if line["type"].startswith("turn_")] == ["", "", ""]
    assert "said too much" not in repr(lines)
    assert "kept" in repr(lines)


def test_types_of_a_newer_version_stay_in_a_compacted_log() -> None:
    play = Play()
    play.do(it.Go(), it.Close())
    newer = b'{"type":"mood_taken","id":"x.1","at":"","t":1.0,"by":"desk","cause":"x","mood":"calm"}'
    assert newer in compacted([*logged(play), newer])


def test_an_undone_cause_of_a_newer_type_goes_when_closing() -> None:
    play = Play()
    play.do(it.Go())
    newer = b'{"type":"mood_taken","id":"x.1","at":"","t":1.0,"by":"desk","cause":"x","mood":"calm"}'
    undone = encode(ev.Undone(id="y.1", cause="y", undone="x"))
    assert newer not in compacted([*logged(play), newer, undone])


def test_what_is_let_go_already_is_left_alone() -> None:
    play = Play()
    play.do(it.Go(), capture("a line"))
    state, payloads = let_go(play.state, logged(play))
    assert state is play.state
    assert payloads == logged(play)


def test_a_number_is_never_given_again_whatever_is_taken_back() -> None:
    play = Play()
    play.do(it.Go(), capture("first"), capture("said too much"), it.Undo(), capture("third"))
    assert set(play.state.notes) == {1, 3}
    play.do(it.Undo(), it.Redo())
    assert set(play.state.notes) == {1, 3}
    assert set(play.state.taken_back) == {2}
    assert seen(fold(play.events), *TIME) == seen(play.state, *TIME)


def test_a_line_that_was_taken_back_can_be_struck_and_is_gone_from_log_and_redo() -> None:
    play = Play()
    play.do(it.Go(), capture("first"), capture("said too much"), it.Undo(), it.Strike(2))
    state, payloads = let_go(play.state, logged(play))
    assert b"said too much" not in b"".join(payloads)
    assert "said too much" not in repr(seen(state))
    assert set(state.notes) == {1}
    assert set(state.struck) == {2}
    assert refolded(payloads).last_number == 2
    play.state = state
    assert play.refused(it.Redo()) == "There is nothing to do again."
    assert play.refused(it.Strike(2)) == "Line 2 was struck; its words are gone."


def test_a_line_taken_back_long_ago_can_still_be_struck() -> None:
    play = Play()
    play.do(it.Go(), capture("said too much"), it.Undo(), it.Next(), capture("later"), it.Strike(1))
    state, payloads = let_go(play.state, logged(play))
    assert b"said too much" not in b"".join(payloads)
    assert [note.text for note in state.notes.values()] == ["later"]


def test_strike_alone_after_an_undo_means_the_line_that_was_taken_back() -> None:
    play = Play()
    play.do(it.Go(), capture("first"), capture("said too much"), it.Undo(), it.Strike())
    assert set(play.state.struck) == {2}
    play.do(it.Strike())
    assert set(play.state.struck) == {1, 2}
    assert play.refused(it.Strike()) == "There is no line to strike."


def test_a_split_that_was_taken_back_left_no_words_of_its_own_to_strike() -> None:
    play = Play()
    play.do(it.Go(), capture("alpha beta"), it.Split(1, 6), it.Undo())
    assert play.refused(it.Strike(2)) == "Line 2 was taken back: its words are in line 1 again."


def test_undo_and_redo_do_not_stop_at_the_moving_of_a_struck_line() -> None:
    play = Play()
    play.do(it.Go(), capture("first"), capture("second"), it.Move(number=2, how="up"), it.Strike(2))
    play.state, payloads = let_go(play.state, logged(play))
    assert b"note_moved" not in b"".join(payloads)
    play.do(it.Undo())
    assert not play.state.notes


def test_a_log_that_gave_a_number_twice_still_opens() -> None:
    play = Play()
    play.do(it.Go(), capture("first"), it.Undo())
    again = ev.NoteCaptured(id="z.1", cause="z", number=1, kind="note", text="second", stage="arrive")
    state = evolve(play.state, again)
    assert state.notes[1].text == "second"
    assert not state.taken_back
    assert state.last_number == 1
