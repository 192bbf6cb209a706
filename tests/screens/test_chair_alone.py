"""At the live screen: who speaks at one key, hints in the row under the line, and what a pack has."""

from __future__ import annotations

from pathlib import Path

import pytest
from closing_meetings import PEOPLE
from live_desk import Desk, at, meeting_in

from facilitator.session.rounds import is_round

CONTACTS = 'format = 1\n[[contact]]\nname = "Fatou Sow"\nreach = "+221 33"\n'
PRACTICES = 'format = 1\n[[practice]]\nname = "Ask first"\nabout = "Then answer."\n'


async def speaks(desk: Desk, *keys: str, each: float = 40) -> None:
    for key in keys:
        await desk.press(key)
        await desk.after(each)


async def test_a_digit_says_who_speaks_and_everything_else_is_typed(tmp_path: Path) -> None:
    async with at(meeting_in(tmp_path, stage="discussion")) as desk:
        await desk.press("2")
        assert desk.line == "2"
        await desk.press("backspace")
        await desk.send("/voices")
        assert desk.hint.startswith("Speaks: nobody  ·  1 ")
        assert desk.hint.endswith("  0 nobody")
        await desk.press("2")
        assert desk.line == ""
        first = PEOPLE[1].split()[0]
        assert desk.hint.startswith(f"Speaks: {first}")
        await desk.press(*"x2", "enter")
        assert [one.text for one in desk.meeting.state.ordered_notes()] == ["x2"]
        await desk.press(" ", "2", "enter")
        assert [one.text.strip() for one in desk.meeting.state.ordered_notes()] == ["x2", "2"]
        assert desk.meeting.ear.voices.now == PEOPLE[1]
        await desk.send("/voices")
        await desk.press("3")
        assert desk.line == "3"


async def test_the_shares_are_a_sheet_that_esc_puts_away_and_cover_hides(tmp_path: Path) -> None:
    async with at(meeting_in(tmp_path, stage="discussion")) as desk:
        await desk.send("/voices")
        await speaks(desk, "2", "0")
        await desk.send("/airtime")
        assert "40 seconds, 100 percent" in desk.seen()
        await desk.press("escape")
        assert "percent" not in desk.seen()
        await desk.press("escape")
        assert "Speaks:" not in desk.seen()


async def test_hints_are_off_by_default_stand_in_one_row_and_backspace_puts_them_away(
    tmp_path: Path,
) -> None:
    async with at(meeting_in(tmp_path, stage="discussion")) as desk:
        rows = desk.region("hint")
        await desk.send("/voices")
        await speaks(desk, *"232323")
        assert "spoke" not in desk.hint
        await desk.send("/hints")
        await desk.after(21)
        assert desk.hint.startswith("For 4 minutes only ")
        assert desk.hint.endswith("spoke. Backspace puts this away.")
        assert len(desk.hint) <= 76
        assert desk.region("hint") == rows
        await desk.type("a")
        assert "spoke" not in desk.hint
        await desk.press("backspace")
        assert "spoke" in desk.hint
        await desk.press("escape")
        assert "spoke" not in desk.seen()
        await desk.press("escape")
        await desk.press("backspace")
        assert "spoke" not in desk.hint
        assert not is_round(desk.meeting.state)


async def test_whom_to_turn_to_is_seen_where_something_serious_is_told(tmp_path: Path) -> None:
    meeting = meeting_in(tmp_path, stage="discussion")
    (tmp_path / "contacts.toml").write_text(CONTACTS)
    async with at(meeting) as desk:
        await desk.send("/hard serious")
        assert "Turn to: Fatou Sow, +221 33" in desk.seen()
        assert desk.line == "/off"
        await desk.press("escape")
        assert (desk.line, "Turn to" in desk.seen()) == ("", False)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_a_practice_is_chosen_from_the_list_and_stands_as_a_card(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    meeting = meeting_in(tmp_path, stage="power")
    (tmp_path / "practices.toml").write_text(PRACTICES)
    async with at(meeting, size) as desk:
        await desk.send("/practices")
        assert "1. Ask first: Then answer." in desk.seen()
        await desk.press("1", "enter")
        assert meeting.state.card is not None
        assert "Ask first: Then answer." in desk.seen()


async def test_swapped_stages_stand_in_the_rail_with_new_times(tmp_path: Path) -> None:
    async with at(meeting_in(tmp_path), (120, 40)) as desk:

        def order() -> list[str]:
            rail = str(desk.screen.rail.content)
            names = ("Reflective pause", "Open discussion", "Power lens")
            return sorted(names, key=rail.index)

        assert order() == ["Reflective pause", "Open discussion", "Power lens"]
        await desk.send("/swap Power lens, Reflective pause")
        assert order() == ["Power lens", "Open discussion", "Reflective pause"]
        assert desk.hint == "4 is now Power lens, and 7 is Reflective pause."
        await desk.press("ctrl+r")
        assert order() == ["Reflective pause", "Open discussion", "Power lens"]
