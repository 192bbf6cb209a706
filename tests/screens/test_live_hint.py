"""The hint row: questions first, then cues, what came of the line, what it will become, and what stands."""

from __future__ import annotations

import pytest
from told import AWKWARD, PEOPLE, TITLE, Told, told_at

from facilitator.screens.live_hint import HintRow, Standing
from facilitator.screens.live_words import held, status_words, turn_words
from facilitator.screens.questions import Question
from facilitator.session import intents as it
from facilitator.session.guide import guide
from facilitator.session.milestones import between
from facilitator.session.timing import cues

QUESTION = Question("^N", "twice", "Pressed twice?")


def words(row: HintRow, told: Told, **more: object) -> str:
    values: dict[str, object] = {
        "state": told.state,
        "t": told.t,
        "text": "",
        "echo": "",
        "for_me": False,
        "offer": guide(told.state, told.now).offer,
        "status": "",
        "trouble": False,
    }
    return row.words(Standing(**(values | more)))  # type: ignore[arg-type]


def cues_of(told: Told, until: float) -> list[str]:
    """What the row says at every milestone up to `until` seconds."""
    row, said = HintRow(), []
    for milestone in between(told.state, told.t, told.t + until):
        row.reached(told.state, milestone)
        said.append(words(row, told, t=milestone.t))
    return [one for place, one in enumerate(said) if place == 0 or one != said[place - 1]]


@pytest.mark.parametrize(
    ("minutes", "expected"),
    [
        (1.9, ()),
        (2, ("30 seconds left.",)),
        (3.9, ("30 seconds left.",)),
        (4, ("1 minute left.",)),
        (9.9, ("1 minute left.",)),
        (10, ("2 minutes left.", "1 minute left.")),
        (19.9, ("2 minutes left.", "1 minute left.")),
        (20, ("5 minutes left.", "2 minutes left.", "1 minute left.")),
    ],
)
def test_cues_go_by_the_length_of_the_stage_and_are_words(minutes: float, expected: tuple[str, ...]) -> None:
    told = told_at("discussion")
    told.do(
        it.More(minutes * 60 - told.state.planned["discussion"]) if minutes > 11.5 else _less(told, minutes)
    )
    length = told.state.planned["discussion"]
    assert length == pytest.approx(minutes * 60)
    assert len(cues(length)) == len(expected)
    said = [one for one in cues_of(told, length - 1) if one.endswith("left.")]
    assert tuple(said) == expected


def _less(told: Told, minutes: float) -> it.Intent:
    return it.Less(told.state.planned["discussion"] - minutes * 60)


def test_the_end_of_a_stage_is_said_and_half_of_it_is_not() -> None:
    said = cues_of(told_at("discussion"), 9999)
    assert "Time for Open discussion is up." in said
    assert not any("Half" in one for one in said)


def test_nothing_is_called_out_in_a_silence_nor_before_the_end_of_journalling() -> None:
    assert set(cues_of(told_at("pause"), 9999)) == {
        "Enter keeps the line. Tab: another kind. ? shows the marks."
    }
    assert cues_of(told_at("journal"), 9999) == ["Time for Journalling is up."]


def test_a_cue_stands_beside_what_the_line_will_become_for_twenty_seconds() -> None:
    told, row = told_at("discussion"), HintRow()
    (_half, cue, *_rest) = between(told.state, 0, 9999)
    row.reached(told.state, cue)
    row.say("Kept 3, note.", cue.t - 15)
    assert words(row, told, t=cue.t) == "2 minutes left.  ·  Kept 3, note."
    assert words(row, told, t=cue.t + 10, text="x", echo="a note") == "2 minutes left.  ·  a note"
    assert words(row, told, t=cue.t + 21, text="x", echo="a note") == "a note"


def test_a_new_stage_ends_the_cues_and_the_question_of_the_last() -> None:
    told, row = told_at("discussion"), HintRow()
    row.reached(told.state, between(told.state, 0, 9999)[1])
    row.question = QUESTION
    row.begin_stage()
    assert words(row, told).startswith("Enter keeps the line.")


def test_a_question_stands_before_everything_else() -> None:
    told, row = told_at("discussion"), HintRow()
    row.say("Kept 3, note.", 0)
    row.question = QUESTION
    assert words(row, told, text="x", echo="a note") == row.covered_words(0) == "Pressed twice?"


def test_the_three_offers_stand_from_thirty_seconds_over_until_something_is_done() -> None:
    told, row = told_at("discussion"), HintRow()
    told.wait(told.state.planned["discussion"] + 29)
    assert "/later" not in words(row, told)
    told.wait(1)
    offers = words(row, told)
    assert offers == "^G gives 2 more minutes, ^N goes on, /later keeps a topic for later."
    told.wait(600)
    assert words(row, told) == offers
    told.do(it.More(1200))
    assert words(row, told) != offers


def test_what_came_of_a_line_does_not_hide_the_offers_for_ever() -> None:
    told, row = told_at("discussion"), HintRow()
    told.wait(told.state.planned["discussion"] + 60)
    row.say("Kept 3, note.", told.t)
    assert words(row, told) == "Kept 3, note."
    told.wait(21)
    assert words(row, told).startswith("^G gives 2 more minutes")


def test_the_case_giver_is_asked_about_notes_until_pens_are_down_or_something_is_written() -> None:
    told, row = told_at("case"), HintRow()
    assert words(row, told) == "First ask Ann: may we write notes? ^L: pens down."
    told.note("of another stage", stage="arrive")
    assert words(row, told).startswith("First ask Ann")
    told.note("of this one")
    assert words(row, told).startswith("Enter keeps")


def test_time_away_is_a_sentence_with_both_answers() -> None:
    told = Told()
    row = HintRow()
    from msgspec.structs import replace

    told.state = replace(told.state, away=240.0)
    assert words(row, told) == "Away 4 minutes: /count counts that, /skip leaves it out."


def test_a_full_disk_is_said_plainly_with_the_way_out() -> None:
    told = Told()
    said = status_words(told.state, "The disk is full.", 3)
    assert said == "NOT ON DISK: 3 held in memory. The disk is full."
    assert words(HintRow(), told, trouble=True) == "/keep-in FOLDER goes on in another folder."
    assert words(HintRow(), told, status=said, trouble=True) == said


def test_pens_down_and_a_stopped_clock_are_said_plainly() -> None:
    told = Told()
    assert status_words(told.state, "", 0) == ""
    told.do(it.Pause())
    assert status_words(told.state, "", 0) == "The clock stands still. /resume lets it run."
    told.do(it.PensDown())
    assert status_words(told.state, "", 0).startswith("Pens are down: nothing is written.")


def test_the_turn_says_who_has_it_who_is_to_come_and_who_was_heard() -> None:
    told = told_at("reflections")
    assert turn_words(guide(told.state, told.now)) == "to come Bríd, 李娜, Annabel, Amina  ·  Ann listens"
    told.do(it.Turn(PEOPLE[1]), it.Turn(PEOPLE[2]))
    said = turn_words(guide(told.state, told.now))
    assert said == "now 李娜  ·  to come Annabel, Amina  ·  Ann listens  ·  heard Bríd"
    assert turn_words(guide(told_at("discussion").state, told.now)) == ""


def test_a_card_takes_the_place_of_the_rule_and_ones_own_lines_that_of_the_questions() -> None:
    told = told_at("reflections")
    seen = guide(told.state, told.now)
    assert [group.label for group in held(told.state, seen, ())] == ["Rule", "Ask"]
    assert held(told.state, seen, (AWKWARD,))[0].items == (AWKWARD,)
    told.do(it.ShowCard("region", "region-rules", "Which place sets the rules?"))
    assert held(told.state, guide(told.state, told.now), ())[0].items == ("Which place sets the rules?",)


def test_the_title_is_in_no_word_of_the_guide() -> None:
    for stage in ("arrive", "case", "pause", "reflections", "takeaways", "close"):
        told = told_at(stage)
        assert TITLE not in repr(guide(told.state, told.now))
