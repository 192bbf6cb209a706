"""The yes to a text that goes beyond the pod: an event like others, which holds no words."""

from __future__ import annotations

from session_play import PEOPLE, Play, capture

from facilitator.session import intents as it
from facilitator.session.codec import decode, encode
from facilitator.session.describe import happened

YES = it.ApproveBeyond(giver=PEOPLE[3], digest="ab", left_out=(2,))


def given(play: Play) -> list[tuple[str, str, tuple[int, ...]]]:
    return [(one.giver, one.digest, one.left_out) for one in play.state.beyond]


def test_a_yes_is_known_with_who_said_it_to_what_and_when() -> None:
    play = Play()
    play.do(it.Go(), capture("a", "takeaway"), it.Close())
    play.wait(3600)
    (event,) = play.do(YES)
    assert given(play) == [(PEOPLE[3], "ab", (2,))]
    assert play.state.beyond[0].at == event.at == "2026-11-21T20:00:00.000Z"
    assert decode(encode(event)) == event
    assert happened([event], play.state) == "Ann Otieno says yes: this text may go beyond the pod."


def test_the_last_yes_of_each_counts() -> None:
    play = Play()
    play.do(
        YES, it.ApproveBeyond(giver=PEOPLE[0], digest="ab"), it.ApproveBeyond(giver=PEOPLE[3], digest="cd")
    )
    assert given(play) == [(PEOPLE[0], "ab", ()), (PEOPLE[3], "cd", ())]


def test_the_same_yes_twice_and_a_yes_of_nobody_are_refused() -> None:
    play = Play()
    play.do(YES)
    assert play.refused(YES) == "Ann Otieno has said yes to this text already."
    assert play.refused(it.ApproveBeyond(giver=" ", digest="ab")) == "A yes needs the name of who said it."
    sentence = play.refused(it.ApproveBeyond(giver="Ann Otien", digest="ab"))
    assert sentence == "Nobody here is called Ann Otien. Did you mean Ann Otieno?"


def test_where_nobody_is_named_anybody_can_say_yes() -> None:
    play = Play(people=(), chair="", keeper="", giver="")
    play.do(it.ApproveBeyond(giver="Teresa", digest="ab"))
    assert given(play) == [("Teresa", "ab", ())]


def test_a_yes_can_be_withdrawn_undone_and_done_again() -> None:
    play = Play()
    play.do(YES, it.WithdrawBeyond(PEOPLE[3]))
    assert given(play) == []
    assert "has not said yes" in play.refused(it.WithdrawBeyond(PEOPLE[3]))
    play.do(it.Undo())
    assert given(play) == [(PEOPLE[3], "ab", (2,))]
    play.do(it.Undo())
    assert given(play) == []
    play.do(it.Redo())
    assert given(play) == [(PEOPLE[3], "ab", (2,))]
