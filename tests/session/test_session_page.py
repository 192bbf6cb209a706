"""The rest of a meeting on one page: what is still to come, at the times as they stand now."""

from __future__ import annotations

import pytest
from session_play import PEOPLE, Play

from facilitator.agenda.library import find
from facilitator.session import intents as it
from facilitator.session.page import names_on_page, page_lines
from facilitator.session.refused import Refused


def page(play: Play) -> str:
    return "\n".join(page_lines(play.state, play.now()))


def test_before_the_beginning_it_is_the_whole_meeting() -> None:
    said = page(Play(agenda=find("intervision")))
    assert "19:00  1 Arrive" in said
    assert "Case giver: Ann Otieno" in " ".join(said.split())


def test_later_it_begins_with_the_running_stage_and_what_is_left_of_it() -> None:
    play = Play(agenda=find("intervision"))
    play.do(it.Go(), it.GoTo("clarify"))
    play.wait(120)
    said = page(play)
    assert "Arrive" not in said
    assert "19:02  3 Clarify, 6 min" in said
    assert "19:08  4 Reflective pause, 4 min" in said
    assert "{" not in said


def test_what_was_added_has_its_sentences_and_an_inserted_silence_only_moves_the_times() -> None:
    play = Play(agenda=find("intervision"))
    play.do(it.Go(), it.AddStage("break", 300.0), it.Silence(120.0))
    said = page(play)
    assert "19:02  1 Arrive" in said
    assert "2 Break, 5 min" in said
    assert "We take a break." in said


def test_of_several_case_givers_the_names_stand_at_the_top_only() -> None:
    play = Play(agenda=find("intervision-two-cases"), giver=PEOPLE[0], givers=PEOPLE[:2])
    said = " ".join(page(play).split())
    assert "Case givers: Amina Diallo, then Bríd Ní Dhálaigh" in said
    assert "belong to [case giver]" in said
    assert names_on_page("", "", ("", "Ann"))["givers"] == "…, then Ann"


def test_there_is_none_when_the_meeting_is_over() -> None:
    play = Play(agenda=find("intervision"))
    play.do(it.Go(), it.Close())
    with pytest.raises(Refused):
        page(play)
