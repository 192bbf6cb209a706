"""Who is with whom, a vote, a topic taken up, a guest who leads: all is seen, and nothing moves for it."""

from __future__ import annotations

from pathlib import Path

import pytest
from closing_meetings import AMINA, BRID, PEOPLE
from live_desk import Desk, at, meeting_in

from facilitator.agenda.library import find
from facilitator.session.called import spoken
from facilitator.session.together import who_is_with_whom

SIZES = [(80, 24), (64, 34), (120, 40)]
REGIONS = ("header", "stage", "say", "turn", "hold", "pace", "notes", "linebox", "hint", "keys")
NINE = (*PEOPLE, "Hedda Ito", "Ian Ó Briain", "Jun Tanaka", "Kofi Annan-Mensah")[:9]


def regions(desk: Desk) -> list[tuple[int, int, int]]:
    return [desk.region(name) for name in REGIONS]


@pytest.mark.parametrize("size", SIZES)
async def test_small_groups_are_all_named_and_no_region_moves(size: tuple[int, int], tmp_path: Path) -> None:
    meeting = meeting_in(tmp_path, agenda=find("heard-seen-respected"), people=NINE)
    async with at(meeting, size) as desk:
        before = regions(desk)
        while not who_is_with_whom(meeting.state):
            await desk.send("/next")
        assert regions(desk) == before
        seen = " ".join(desk.seen().split())
        for name in NINE:
            assert spoken(meeting.state, name) in seen
        for number in range(1, len(who_is_with_whom(meeting.state)) + 1):
            assert f"{number}: " in seen


@pytest.mark.parametrize("size", SIZES)
async def test_in_groups_of_three_the_screen_says_whose_turn_it_is_in_each(
    size: tuple[int, int], tmp_path: Path
) -> None:
    meeting = meeting_in(tmp_path, "/next", "/next", agenda=find("troika-groups"), people=NINE)
    async with at(meeting, size) as desk:
        seen = " ".join(desk.seen().split())
        assert seen.count("'s turn, with ") == 3
        before = regions(desk)
        await desk.send("/next")
        assert regions(desk) == before


async def test_four_people_in_pairs_stand_in_the_row_of_turns_also_under_the_cover(tmp_path: Path) -> None:
    meeting = meeting_in(tmp_path, agenda=find("1-2-4-all"), people=NINE[:4])
    async with at(meeting) as desk:
        while not who_is_with_whom(meeting.state):
            await desk.send("/next")
        (row,) = [line for line in desk.seen().split("\n") if line.startswith("  Groups")]
        await desk.press("escape")
        assert row in desk.seen()


async def test_a_vote_gives_two_minutes_then_one_by_the_same_key(tmp_path: Path) -> None:
    meeting = meeting_in(tmp_path, stage="topic#1", agenda=find("lean-coffee"))
    async with at(meeting) as desk:
        planned = meeting.state.planned["topic#1"]
        await desk.after(planned + 31)
        assert "^G Up: 2 more min" in desk.keys
        await desk.after(21)
        assert desk.hint == "Thumbs up: ^G gives 2 minutes more. Down: ^N goes on."
        await desk.press("ctrl+g")
        await desk.after(120)
        assert "^G Up: 1 more min" in desk.keys
        await desk.press("ctrl+g")
        assert meeting.state.planned["topic#1"] == planned + 180


async def test_with_time_in_hand_the_same_key_has_offers_and_shows_what_each_would_do(tmp_path: Path) -> None:
    async with at(meeting_in(tmp_path, "/later who pays", stage="reflections")) as desk:
        assert "^G Extra time" in desk.keys
        await desk.press("ctrl+g")
        assert desk.line == "/take "
        seen = " ".join(desk.seen().split())
        assert "to Open discussion, still to come. We then end at " in seen
        assert "3. Take up what was kept for later, line 1, 5 min. We then end at " in seen
        await desk.type("3")
        await desk.press("enter")
        assert dict(desk.meeting.state.taken_up) == {1: "topic-1"}


async def test_a_topic_is_listed_taken_up_and_read_from_the_screen_but_not_under_the_cover(
    tmp_path: Path,
) -> None:
    async with at(meeting_in(tmp_path, "/later the nephew's contract", stage="discussion")) as desk:
        before = regions(desk)
        await desk.send("/later")
        assert "1, kept for later: the nephew's contract" in desk.seen()
        assert desk.line == "/return "
        await desk.press("escape")
        assert (desk.line, regions(desk)) == ("", before)
        await desk.send("/return")
        assert "Topic  the nephew's contract" in desk.seen()
        assert "Line 1 is taken up. Then back to Open discussion." in desk.hint
        assert regions(desk) == before
        await desk.calmly("ctrl+n")
        assert desk.stage == "discussion"
        await desk.press("ctrl+r")
        await desk.press("escape")
        assert "nephew" not in desk.seen()


async def test_the_chair_passes_by_accident_and_back_without_losing_clock_or_draft(tmp_path: Path) -> None:
    async with at(meeting_in(tmp_path, stage="discussion")) as desk:
        await desk.after(60)
        clock, state = desk.clock, desk.meeting.state
        await desk.type("half a thou")
        desk.screen.insert_command("/chair ")
        await desk.type(BRID)
        await desk.press("enter")
        assert (desk.meeting.state.chair, desk.line, desk.clock) == (BRID, "half a thou", clock)
        await desk.press("ctrl+r")
        assert (desk.meeting.state.chair, desk.line, desk.clock) == (AMINA, "half a thou", clock)
        now = desk.meeting.state
        assert (now.entered_t, now.planned, now.visits) == (state.entered_t, state.planned, state.visits)


async def test_a_guest_leads_and_hands_back_without_losing_clock_turn_or_draft(tmp_path: Path) -> None:
    async with at(meeting_in(tmp_path, "/turn")) as desk:
        await desk.after(20)
        clock, turn, entered = desk.clock, desk.meeting.state.turn, desk.meeting.state.entered_t
        await desk.type("half a thou")
        desk.screen.insert_command("/lead ")
        await desk.type("Fatou Bâ")
        await desk.press("enter")
        assert "Fatou leads" in desk.words("header")
        assert desk.hint == "Fatou Bâ joins as a guest. Fatou Bâ leads now; /lead alone ends that."
        assert (desk.clock, desk.meeting.state.turn, desk.line) == (clock, turn, "half a thou")
        await desk.press("ctrl+r")
        assert ("leads" in desk.words("header"), desk.line, desk.clock) == (False, "half a thou", clock)
        assert "Fatou Bâ" not in desk.meeting.state.names()
        assert desk.meeting.state.entered_t == entered
