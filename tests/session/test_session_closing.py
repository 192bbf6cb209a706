"""After the meeting: who agrees to what, final versions and their corrections, and what is forgotten."""

from __future__ import annotations

import msgspec
import pytest
from session_play import PEOPLE, Play, capture

from facilitator.minutes.corrections import corrections
from facilitator.minutes.document import document
from facilitator.session import intents as it
from facilitator.session.codec import decode, encode
from facilitator.session.decide_closing import lines_of
from facilitator.session.evolve import fold
from facilitator.session.purge import let_go
from facilitator.session.refused import Refused

AMINA, BRID, LI, ANN, ANNABEL = PEOPLE
SECRET = "the treasurer's nephew"


def held() -> Play:
    """A meeting of Ann's case, just closed, with lines of every kind."""
    play = Play(title="The nephew")
    play.do(
        it.Go(),
        capture(SECRET),
        capture("who decides?", kind="question"),
        capture("ask for the minutes first", kind="takeaway"),
        capture("call the board", kind="step", owners=(LI,)),
        capture("write it down", kind="step", owners=(LI, BRID)),
        capture("we meet monthly", kind="decision"),
        capture("the nephew's salary", kind="later"),
        it.Skip("the nephew called"),
        it.Close(),
    )
    return play


def test_an_owner_agrees_to_her_steps_and_the_giver_to_the_case() -> None:
    state = held().state
    assert lines_of(state, LI) == (4, 5)
    assert lines_of(state, BRID) == (5,)
    assert lines_of(state, ANN) == (3, 6)
    assert lines_of(state, AMINA) == ()


def test_a_yes_covers_a_line_only_as_it_stood() -> None:
    play = held()
    play.do(it.Agree(LI), it.Agree(BRID), it.Agree(ANN))
    assert dict(play.state.agreed) == {4: (LI,), 5: (LI, BRID), 3: (ANN,), 6: (ANN,)}
    play.do(it.Edit(number=5, text="write all of it down"))
    assert 5 not in play.state.agreed
    assert document(play.state).agreed == (ANN,)
    play.do(it.Undo())
    assert document(play.state).agreed == (BRID, LI, ANN)


def test_nobody_agrees_twice_or_to_nothing() -> None:
    play = held()
    play.do(it.Agree(LI))
    with pytest.raises(Refused, match="李娜 has agreed to this already"):
        play.do(it.Agree(LI))
    with pytest.raises(Refused, match="No next step is Amina Diallo's"):
        play.do(it.Agree(AMINA))
    with pytest.raises(Refused, match="There is no line 40"):
        play.do(it.Agree(AMINA, (40,)))


def test_final_minutes_that_are_corrected_are_a_draft_of_the_next_version() -> None:
    play = held()
    play.do(it.Finalise())
    assert document(play.state).status == "Final, version 1"
    assert document(play.state).final.startswith(f"Made final by {BRID} on Saturday 21 November 2026")
    with pytest.raises(Refused, match="final already"):
        play.do(it.Finalise())
    play.do(it.Edit(number=4, text="call the whole board"), it.Strike(2), capture("thank Ann", kind="step"))
    assert document(play.state).status == "Draft of version 2"
    play.do(it.Finalise())
    minutes = document(play.state)
    assert minutes.status == "Final, version 2"
    assert minutes.since == 1
    assert [line.text for line in minutes.corrected] == ["call the whole board", "thank Ann"]
    assert minutes.changes == ("1 line was taken out.",)


def test_a_correction_that_is_taken_back_leaves_the_version_final() -> None:
    play = held()
    play.do(it.Finalise(), it.Edit(number=4, text="call nobody"), it.Undo())
    assert document(play.state).status == "Final, version 1"
    assert corrections(play.state) is None


def test_who_was_there_and_the_next_meeting_are_corrections_too() -> None:
    play = held()
    play.do(it.Finalise(), it.Away(AMINA), it.Meet("2026-12-17T15:00:00.000Z"))
    assert document(play.state).changes == ("Who was there was corrected.", "The next meeting was corrected.")


def test_forgetting_a_case_keeps_takeaways_steps_and_decisions() -> None:
    play = held()
    play.do(it.Forget())
    assert [note.kind for note in play.state.ordered_notes()] == ["takeaway", "step", "step", "decision"]
    state, payloads = let_go(play.state, [encode(event) for event in play.events])
    log = b"\n".join(payloads).decode()
    assert "nephew" not in log
    assert "who decides" not in log
    assert "nephew" not in msgspec.json.encode(document(state)).decode()
    again = fold(event for event in map(decode, payloads) if event is not None)
    assert document(again) == document(state)
    assert not again.title
    with pytest.raises(Refused, match="Line 1 was forgotten with its case"):
        play.do(it.Edit(number=1, text="back"))


def test_forgetting_only_notes_keeps_questions_topics_and_the_title() -> None:
    play = held()
    play.do(it.Forget(whole=False))
    kinds = [note.kind for note in play.state.ordered_notes()]
    assert kinds == ["question", "takeaway", "step", "step", "decision", "later"]
    assert play.state.title == "The nephew"


def test_forgetting_cannot_be_taken_back_nor_done_in_an_open_meeting() -> None:
    play = Play()
    play.do(it.Go(), capture(SECRET))
    with pytest.raises(Refused, match="still open"):
        play.do(it.Forget())
    play.do(it.Close(), it.Forget())
    with pytest.raises(Refused, match="nothing left to forget"):
        play.do(it.Forget())
    play.do(it.Undo())
    assert not play.state.notes


def test_forgotten_words_leave_what_was_final_before_and_make_no_new_version() -> None:
    play = held()
    play.do(it.Finalise(), it.Forget(whole=False))
    state, _payloads = let_go(play.state, [encode(event) for event in play.events])
    assert SECRET not in repr(state.finals)
    assert document(state).status == "Final, version 1"


def test_that_everyone_was_here_is_remembered() -> None:
    play = held()
    play.do(it.CallRoll())
    assert play.state.roll_called
    with pytest.raises(Refused):
        play.do(it.CallRoll())
