"""Whatever is wished for, in whatever order: the state is valid, and folding the log gives it again."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from session_play import Play, seen
from session_validity import faults
from session_wishes import Reopened, begun, calmly, play_step, played, sessions

from facilitator.session import events as ev
from facilitator.session import intents as it
from facilitator.session.codec import decode, encode
from facilitator.session.evolve import NOT_UNDOABLE, evolve, fold, last_cause
from facilitator.session.refused import Refused
from facilitator.session.state import State

TIME = ("last_t", "last_at")
NUMBERS = ("taken_back", "last_number")
"""What undo itself changes: a number is never given again, so the state knows which were."""


@calmly
@given(sessions)
def test_any_sequence_of_intents_gives_a_valid_state(session: Any) -> None:
    beginning, go, drawn = session
    play = begun(beginning, go)
    for step in drawn:
        play_step(play, step)
        assert faults(play.state, play.t) == []


@calmly
@given(sessions)
def test_what_is_refused_says_why_and_changes_nothing(session: Any) -> None:
    beginning, go, drawn = session
    play = begun(beginning, go)
    for pause, jump, wish in drawn:
        play.wait(pause, wall=pause + jump)
        if isinstance(wish, Reopened):
            continue
        before, count, sentence = play.state, len(play.events), ""
        try:
            play.do(wish)
        except Refused as refusal:
            sentence = refusal.sentence.strip()
        if len(play.events) == count:
            assert sentence.endswith((".", "?"))
            assert play.state is before
        else:
            assert not sentence


@calmly
@given(sessions)
def test_folding_the_log_again_gives_the_same_state(session: Any) -> None:
    play = played(session)
    again = fold(event for event in map(decode, map(encode, play.events)) if event is not None)
    assert seen(again) == seen(play.state)


def folded_in_two_passes(events: list[ev.AnyEvent]) -> State:
    """As contract 1 says it: leave out the causes that are undone, replay the rest in file order."""
    undone: set[str] = set()
    for event in events:
        if isinstance(event, ev.Undone):
            undone.add(event.undone)
        elif isinstance(event, ev.Redone):
            undone.discard(event.redone)
    state: State | None = None
    for event in events:
        skipped = event.cause in undone and not isinstance(event, NOT_UNDOABLE)
        if not skipped and not isinstance(event, ev.Undone | ev.Redone):
            state = evolve(state, event)
    assert state is not None
    return state


@calmly
@given(sessions)
def test_skipping_what_is_undone_and_replaying_the_rest_gives_the_same_state(session: Any) -> None:
    play = played(session)
    naive = folded_in_two_passes(play.events)
    assert seen(naive, *TIME, *NUMBERS, "undone") == seen(play.state, *TIME, *NUMBERS, "undone")
    given = {event.number for event in play.events if isinstance(event, ev.NoteCaptured)}
    state = play.state
    assert set(state.taken_back) == given.difference(state.notes, state.struck, state.forgotten, state.merged)
    assert state.last_number == max(given, default=0)


@calmly
@given(sessions)
def test_undo_and_redo_change_nothing_but_time(session: Any) -> None:
    play = played(session)
    if not last_cause(play.state):
        return
    before = play.state
    play.wait(60)
    play.do(it.Undo())
    assert seen(play.state, *TIME) != seen(before, *TIME)
    play.wait(60)
    play.do(it.Redo())
    assert seen(play.state, *TIME) == seen(before, *TIME)
    assert faults(play.state, play.t) == []


@calmly
@given(sessions)
def test_everything_can_be_taken_back_to_the_beginning_and_done_again(session: Any) -> None:
    play = played(session)
    before = play.state
    count = 0
    while last_cause(play.state):
        play.do(it.Undo())
        count += 1
        assert faults(play.state, play.t) == []
    assert play.state.phase == "lobby"
    assert not play.state.notes
    for _again in range(count):
        play.do(it.Redo())
    # What was undone before and could still be redone then is left to be redone.
    assert seen(play.state, *TIME) == seen(before, *TIME)


def test_a_resumed_session_and_a_strike_cannot_be_taken_back() -> None:
    play = Play()
    play.reopened(30)
    assert play.refused(it.Undo()) == "There is nothing to take back."
    play.do(it.Go(), it.Capture(kind="note", text="a line"), it.Strike())
    play.do(it.Undo(), it.Undo())
    assert play.state.phase == "lobby"
    assert set(play.state.struck) == {1}
    assert play.refused(it.Undo()) == "There is nothing to take back."


def test_something_new_ends_what_could_be_done_again() -> None:
    play = Play()
    play.do(it.Go(), it.Next(), it.Undo(), it.Pause())
    assert play.refused(it.Redo()) == "There is nothing to do again."


def test_what_happens_to_the_session_itself_keeps_what_can_be_done_again() -> None:
    play = Play()
    play.do(it.Go(), it.Next(), it.Undo())
    play.reopened(30)
    play.do(it.Redo())
    assert play.state.stage == "case"
