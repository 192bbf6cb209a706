"""A guest facilitator leads in the chair's place, and hands back; who leads speaks last."""

from __future__ import annotations

import pytest
from session_play import PEOPLE, Play

from facilitator.session import intents as it
from facilitator.session.flat import who_lines
from facilitator.session.rounds import round_order
from facilitator.session.saying import fill

AMINA, BRID = PEOPLE[:2]


@pytest.fixture
def play() -> Play:
    play = Play()
    play.do(it.Go())
    return play


def test_a_guest_who_is_new_joins_and_leads_and_one_undo_takes_back_both(play: Play) -> None:
    play.do(it.Lead("Fatou Bâ"))
    assert (play.state.leader, play.state.chair) == ("Fatou Bâ", AMINA)
    assert fill(play.state, "{chair} opens.") == "Fatou opens."
    assert "Fatou Bâ, guest facilitator, leads now." in who_lines(play.state)
    play.do(it.Undo())
    assert play.state.leader == AMINA
    assert "Fatou Bâ" not in play.state.names()


def test_who_leads_speaks_last(play: Play) -> None:
    assert round_order(play.state)[-1] == AMINA
    play.do(it.Lead("Fatou Bâ"))
    assert round_order(play.state) == (*PEOPLE, "Fatou Bâ")
    play.do(it.Lead())
    assert round_order(play.state)[-1] == AMINA


@pytest.mark.parametrize("back", [it.Lead(), it.Lead(AMINA), it.Away("Fatou Bâ")])
def test_the_chair_leads_again(play: Play, back: it.Intent) -> None:
    play.do(it.Lead("Fatou Bâ"), back)
    assert (play.state.lead, play.state.leader, play.state.led) == ("", AMINA, ("Fatou Bâ",))


def test_a_guest_facilitator_who_takes_the_chair_is_the_chair(play: Play) -> None:
    play.do(it.Lead(BRID), it.GiveRole("chair", BRID))
    assert (play.state.lead, play.state.chair) == ("", BRID)


def test_what_makes_no_sense_says_why(play: Play) -> None:
    assert play.refused(it.Lead()) == f"{AMINA} leads already. /lead and a name has a guest lead."
    assert play.refused(it.Lead(AMINA)) == f"{AMINA} leads already."
    play.do(it.Away(BRID))
    assert play.refused(it.Lead(BRID)) == f"{BRID} is away. /here {BRID} says who is back."
