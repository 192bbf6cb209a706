"""The footer of the live screen: what the keys are called now."""

from __future__ import annotations

import pytest
from textual.widgets import TextArea
from told import PEOPLE, Told, told_at

from facilitator.agenda.library import find
from facilitator.screens.live import LiveScreen
from facilitator.screens.live_keys import key_hints
from facilitator.session import intents as it
from facilitator.session.going_on import main_step
from facilitator.session.guide import guide
from facilitator.session.timing import projected_end
from facilitator.words.dates import to_stamp

STAGES = (
    "arrive",
    "case",
    "clarify",
    "pause",
    "reflections",
    "discussion",
    "power",
    "takeaways",
    "journal",
    "close",
)


def hints(told: Told, covered: bool = False) -> dict[str, str]:
    found = key_hints(told.state, guide(told.state, told.now), main_step(told.state), covered)
    assert len(found) <= 6
    return {hint.key: hint.label for hint in found}


@pytest.mark.parametrize(
    ("stage", "label"),
    [
        ("arrive", "Bríd's turn"),
        ("case", "On to Clarify"),
        ("clarify", "Start the silence"),
        ("pause", "End early"),
        ("reflections", "Bríd's turn"),
        ("power", "On to Takeaways and next steps"),
        ("close", "Close the meeting"),
    ],
)
def test_the_main_key_says_what_it_will_do(stage: str, label: str) -> None:
    assert hints(told_at(stage))["^N"] == label


def test_a_silence_that_is_over_leads_on() -> None:
    told = told_at("pause")
    told.wait(told.state.planned["pause"])
    assert hints(told)["^N"] == "On to Reflections offered"


def test_takeaways_are_read_back_first() -> None:
    told = told_at("takeaways")
    assert hints(told)["^N"] == "On to Journalling"
    told.note("one", "takeaway")
    assert hints(told)["^N"] == "Read back"
    told.do(it.SayReadBack())
    assert hints(told)["^N"] == "On to Journalling"


def test_the_main_key_through_a_whole_round_is_the_next_person_until_all_are_heard() -> None:
    told = told_at("reflections")
    labels = []
    for _person in range(5):
        labels.append(hints(told)["^N"])
        told.do(main_step(told.state).intent)
    assert labels == ["Bríd's turn", "李娜's turn", "Annabel's turn", "Amina's turn", "On to Open discussion"]
    assert told.state.stage == "discussion"
    assert told.state.heard_in["reflections"] == (PEOPLE[1], PEOPLE[2], PEOPLE[4], PEOPLE[0])


def test_the_stage_key_is_there_as_long_as_the_main_key_is_a_person() -> None:
    told = Told()
    assert hints(told)["^T"] == "Case told"
    told.do(*(it.Turn(name) for name in (*PEOPLE[1:], PEOPLE[0])))
    assert "^T" not in hints(told)


@pytest.mark.parametrize("stage", [one for one in STAGES if one != "pause"])
def test_pens_and_cover_are_always_one_key_away(stage: str) -> None:
    told = told_at(stage)
    assert hints(told)["^L"] == "Pens down"
    assert hints(told)["Esc"] == "Cover"
    told.do(it.PensDown())
    assert hints(told)["^L"] == "Pens up"
    told.wait(3600)
    assert {"^L", "Esc", "^G"} <= set(hints(told))


def test_more_time_is_named_when_the_time_is_up_and_a_card_in_the_power_lens() -> None:
    told = told_at("discussion")
    assert hints(told)["^G"] == "Extra time"
    told.do(it.EndAt(to_stamp(projected_end(told.state, told.now))))
    assert "^G" not in hints(told)
    told.wait(told.state.planned["discussion"])
    assert hints(told)["^G"] == "2 more min"
    assert hints(told_at("power"))["^S"] == "A card"
    assert hints(told_at("arrive"))["^S"] == "Hard"


def test_a_vote_to_go_on_has_its_minutes_on_the_key() -> None:
    told = told_at("topic#1", agenda=find("lean-coffee"))
    for more in ("2", "1"):
        told.wait(600)
        assert hints(told)["^G"] == f"Up: {more} more min"
        told.do(it.More(guide(told.state, told.now).vote))
    told.wait(600)
    assert hints(told)["^G"] == "2 more min"


def test_under_the_cover_only_going_on_and_uncovering_are_named() -> None:
    assert hints(Told(), covered=True) == {"^N": "Bríd's turn", "Esc": "Uncover"}


def test_every_key_in_the_row_has_its_action_and_none_is_one_that_a_text_field_needs() -> None:
    ours = {binding.key for binding in LiveScreen.BINDINGS} | {"ctrl+q"}  # type: ignore[union-attr]
    field = {key.strip() for binding in TextArea.BINDINGS for key in binding.key.split(",")}  # type: ignore[union-attr]
    assert not ours & field
    terminal = {"ctrl+c", "ctrl+z", "ctrl+d", "ctrl+h", "ctrl+i", "ctrl+j", "ctrl+m", "ctrl+a", "ctrl+b"}
    assert not ours & terminal
    # F8 only hurries a rehearsal, and /wait does the same.
    assert all(key.startswith("ctrl+") for key in ours - {"f8"}), (
        "keys that a laptop without function keys has"
    )
    for stage in STAGES:
        told = told_at(stage)
        told.wait(3600)
        for hint in key_hints(told.state, guide(told.state, told.now), main_step(told.state), False):
            assert hasattr(LiveScreen, f"action_{hint.action}")
