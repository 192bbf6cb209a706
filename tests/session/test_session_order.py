"""Lines moved, merged and split: no word is lost, numbers stay, undo gives back, strike reaches all."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from session_play import PEOPLE, Play, capture, seen
from session_validity import faults

from facilitator.session import events as ev
from facilitator.session import intents as it
from facilitator.session.codec import decode, encode
from facilitator.session.describe import happened, kept_sentence, what_undo_did
from facilitator.session.evolve import events_of, fold, last_cause
from facilitator.session.order import in_meeting_order, rank_between
from facilitator.session.purge import compacted, let_go
from facilitator.session.refused import Refused
from facilitator.session.state import State

TIME = ("last_t", "last_at")

which = st.integers(0, 9)
wishes = st.one_of(
    st.tuples(st.sampled_from(["up", "down"]), which, which),
    st.tuples(st.sampled_from(["above", "below"]), which, which),
    st.tuples(st.sampled_from(["to arrive", "to case", "to pause"]), which, which),
    st.tuples(
        st.sampled_from(["merge", "split", "split", "edit", "agree", "undo", "redo", "capture"]), which, which
    ),
)
plays = st.lists(wishes, max_size=25)


def five_lines() -> Play:
    """Two lines in Arrive, three in Case told; each word is there once."""
    play = Play()
    play.do(
        it.Go(), capture("alpha apricot avocado"), capture("bravo banana", "takeaway", speakers=PEOPLE[2:3])
    )
    play.wait(60)
    play.do(it.Next(), capture("charlie cherry citron"), capture("delta damson", "step", owners=PEOPLE[:1]))
    play.do(capture("echo elder endive escarole", pod_only=True))
    return play


def wish(state: State, what: str, one: int, other: int) -> it.Intent:
    """One of the drawn wishes about lines that are there."""
    numbers = sorted(state.notes) or [1]
    first, second = numbers[one % len(numbers)], numbers[other % len(numbers)]
    match what.split():
        case ["to", stage]:
            return it.Move(number=first, how="to", stage=stage)
        case [("up" | "down" | "above" | "below") as how]:
            return it.Move(number=first, how=how, other=second)
        case ["merge"]:
            return it.Merge((first, second))
        case ["split"]:
            text = state.notes[first].text if first in state.notes else ""
            return it.Split(first, text.find(" ", min(other, 6)))
        case ["edit"]:
            return it.Edit(number=first, kind="decision" if other % 2 else "question")
        case ["agree"]:
            return it.Agree(PEOPLE[other % 3], (first,))
        case ["undo"]:
            return it.Undo()
        case ["redo"]:
            return it.Redo()
    return capture(f"fresh{state.last_number}")


def carried_out(play: Play, drawn: Any) -> None:
    try:
        play.do(wish(play.state, *drawn))
    except Refused:
        return


def words(state: State) -> Counter[str]:
    return Counter(" ".join(note.text for note in state.notes.values()).split())


def order(play: Play) -> list[int]:
    return [note.number for note in in_meeting_order(play.state)]


def mended(play: Play) -> str:
    """The log as bytes on disk would read after all that has to be let go of."""
    _state, payloads = let_go(play.state, [encode(event) for event in play.events])
    return b"\n".join(payloads).decode()


@settings(deadline=None)
@given(plays)
def test_no_word_is_lost_whatever_is_moved_merged_and_split(drawn: Any) -> None:
    play = five_lines()
    for one in drawn:
        if one[0] not in ("undo", "redo", "capture"):
            before = words(play.state)
            carried_out(play, one)
            assert words(play.state) == before
            assert faults(play.state, play.t) == []


@settings(deadline=None)
@given(plays)
def test_undo_gives_back_what_was(drawn: Any) -> None:
    play = five_lines()
    for one in drawn:
        before, count = play.state, len(play.events)
        if one[0] in ("undo", "redo"):
            continue
        carried_out(play, one)
        if len(play.events) > count:
            after = play.state
            play.do(it.Undo())
            # A number that was given once is never given again.
            but = (*TIME, "undone", "taken_back", "last_number")
            assert seen(play.state, *but) == seen(before, *but)
            assert play.state.last_number == after.last_number
            play.do(it.Redo())
            assert seen(play.state, *TIME) == seen(after, *TIME)


@settings(deadline=None)
@given(plays, which)
def test_a_struck_line_is_in_no_event_of_those_it_shared_words_with(drawn: Any, chosen: int) -> None:
    play = five_lines()
    for one in drawn:
        carried_out(play, one)
    if not play.state.notes:
        return
    numbers = sorted(play.state.notes)
    struck = play.state.notes[numbers[chosen % len(numbers)]]
    play.do(it.Strike(struck.number))
    left = words(play.state)
    state, payloads = let_go(play.state, [encode(event) for event in play.events])
    again = fold(event for event in map(decode, payloads) if event is not None)
    log, memory = b"\n".join(payloads).decode(), repr(seen(state))
    for word in struck.text.split():
        assert word not in log
        assert word not in memory
    assert words(again) == words(state) == left
    but = (*TIME, "undone", "depth")
    assert seen(again, *but) == seen(state, *but)
    assert seen(state, *but, "past", "read_back") == seen(play.state, *but, "past", "read_back")
    assert faults(again, play.t) == []


@settings(deadline=None)
@given(plays, which)
def test_after_a_strike_nothing_that_is_taken_back_loses_words_of_other_lines(
    drawn: Any, chosen: int
) -> None:
    play = five_lines()
    for one in drawn:
        carried_out(play, one)
    numbers = sorted(play.state.notes)
    if not numbers:
        return
    play.do(it.Strike(numbers[chosen % len(numbers)]))
    play.state, _payloads = let_go(play.state, [encode(event) for event in play.events])
    left = words(play.state)
    count = 0
    while last_cause(play.state):
        play.do(it.Undo())
        count += 1
    for _again in range(count):
        play.do(it.Redo())
    assert words(play.state) == left
    assert faults(play.state, play.t) == []


@settings(deadline=None)
@given(plays)
def test_close_leaves_no_word_of_a_split_or_a_merge_that_was_taken_back(drawn: Any) -> None:
    play = five_lines()
    for one in drawn:
        carried_out(play, one)
    play.do(capture("golf hotel"))
    number = play.state.last_number
    play.do(it.Split(number, 4), it.Undo(), it.Merge((1, number)) if 1 in play.state.notes else it.Pause())
    play.do(it.Undo(), it.Undo(), it.Close())
    assert "golf" not in mended(play)
    assert "hotel" not in mended(play)


@settings(deadline=None)
@given(st.lists(st.integers(0, 20), max_size=60))
def test_there_is_always_a_place_between_two_lines(choices: list[int]) -> None:
    ranks = ["i"]
    for choice in choices:
        place = choice % (len(ranks) + 1)
        low = ranks[place - 1] if place else ""
        high = ranks[place] if place < len(ranks) else None
        ranks.insert(place, rank_between(low, high))
    assert ranks == sorted(set(ranks))
    assert not any(rank.endswith("0") or not rank for rank in ranks)


def test_lines_stand_where_they_were_put_and_keep_their_numbers() -> None:
    play = five_lines()
    play.do(it.Move(number=5, how="above", other=1))
    assert order(play) == [5, 1, 2, 3, 4]
    assert play.state.notes[5].stage == "arrive"
    play.do(it.Move(number=5, how="down"))
    assert order(play) == [1, 5, 2, 3, 4]
    play.do(it.Move(number=1, how="below", other=4))
    assert order(play) == [5, 2, 3, 4, 1]
    play.do(it.Move(number=2, how="to", stage="case"))
    assert order(play) == [5, 3, 4, 1, 2]
    play.do(capture("the newest"))
    assert order(play)[-1] == 6


def test_past_the_edge_of_its_stage_a_line_is_in_the_stage_beside() -> None:
    play = five_lines()
    play.do(it.Move(number=3, how="up"))
    assert (play.state.notes[3].stage, order(play)) == ("arrive", [1, 2, 3, 4, 5])
    play.do(it.Move(number=3, how="down"))
    assert (play.state.notes[3].stage, order(play)) == ("case", [1, 2, 3, 4, 5])
    assert play.refused(it.Move(number=1, how="up")) == "Line 1 is the first already."
    assert play.refused(it.Move(number=5, how="down")) == "Line 5 is the last already."


def test_a_merged_line_has_the_people_the_day_and_the_privacy_of_all() -> None:
    play = Play()
    play.do(it.Go(), capture("call", "step", owners=PEOPLE[:1], due="2026-12-01"))
    play.do(capture("write", "step", owners=PEOPLE[1:2], due="2026-12-04", pod_only=True))
    events = play.do(it.Merge((1, 2)))
    note = play.state.notes[1]
    assert note.text == "call write (due 2026-12-04)"
    assert (note.owners, note.due, note.pod_only) == (PEOPLE[:2], "2026-12-01", True)
    assert happened(events, play.state) == "Line 1 now says what 2 said."
    assert play.refused(it.Strike(2)) == "Line 2 is part of line 1 now. /strike 1 takes out both."
    play.do(capture("another"))
    assert sorted(play.state.notes) == [1, 3]


def test_a_split_line_is_two_of_the_same_kind_and_people() -> None:
    play = five_lines()
    events = play.do(it.Split(2, len("bravo")))
    assert order(play) == [1, 2, 6, 3, 4, 5]
    assert play.state.notes[6].text == "banana"
    assert play.state.notes[6].speakers == PEOPLE[2:3]
    assert kept_sentence(events) == ""
    assert happened(events, play.state) == "Line 2 is two lines now: the rest is line 6."
    taken_back = events_of(play.state, last_cause(play.state))
    play.do(it.Undo())
    assert what_undo_did(taken_back, play.state) == "Taken back: making two lines of line 2."


@pytest.mark.parametrize(
    ("intent", "sentence"),
    [
        (it.Merge((1,)), "Write the numbers of two or more different lines."),
        (it.Merge((1, 1)), "Write the numbers of two or more different lines."),
        (it.Merge((1, 9)), "There is no line 9."),
        (it.Split(1, 0), "Both parts of a line need words."),
        (it.Split(1, 99), "Both parts of a line need words."),
        (it.Split(1, -1), "Both parts of a line need words."),
        (it.Move(number=1, how="above", other=1), "A line cannot be moved next to itself. Write the number"),
        (it.Move(number=1, how="above", other=2), "Line 1 stands there already."),
        (it.Move(number=1, how="to", stage="arrive"), "Line 1 is in that stage already."),
        (it.Move(number=1, how="to", stage="nowhere"), "There is no such stage to move line 1 to."),
    ],
)
def test_what_makes_no_sense_is_refused(intent: it.Intent, sentence: str) -> None:
    assert five_lines().refused(intent).startswith(sentence)


def test_striking_one_part_leaves_the_other_and_what_it_was_put_beside() -> None:
    play = five_lines()
    play.do(it.Split(5, len("echo elder")), it.Move(number=6, how="above", other=1))
    play.do(it.Merge((3, 4)), it.Merge((3, 5)), it.Strike(6))
    log = mended(play)
    assert "escarole" not in log
    assert "endive" not in log
    assert "charlie cherry citron delta damson echo elder" in log
    state, _payloads = let_go(play.state, [encode(event) for event in play.events])
    play.state = state
    assert play.refused(it.Strike(4)) == "Line 4 is part of line 3 now. /strike 3 takes out both."
    assert not any(isinstance(event, ev.NotesMerged) for event in map(decode, log.encode().split(b"\n")))
    assert compacted(log.encode().split(b"\n"))


def test_only_the_yes_that_stands_outlives_the_history_that_goes_with_a_struck_part() -> None:
    play = five_lines()
    play.do(it.Agree(PEOPLE[1], (1,)), it.Split(1, len("alpha")), it.Agree(PEOPLE[0], (1,)))
    assert play.state.agreed[1] == PEOPLE[:1], "what she agreed to was another line"
    play.do(it.Strike(6))
    state, payloads = let_go(play.state, [encode(event) for event in play.events])
    again = fold(event for event in map(decode, payloads) if event is not None)
    assert state.agreed == again.agreed == play.state.agreed


def test_a_changed_line_says_how_it_reads_now_with_its_day_written_out() -> None:
    play = five_lines()
    events = play.do(it.Edit(number=2, kind="step", owners=PEOPLE[:1], due="2026-11-27", pod_only=True))
    sentence = "Line 2 is changed: step, pod only, Amina Diallo, by Friday 27 November 2026."
    assert happened(events, play.state) == sentence
    events = play.do(it.Edit(number=1, text="other"))
    assert happened(events, play.state) == "Line 1 is changed: note."
