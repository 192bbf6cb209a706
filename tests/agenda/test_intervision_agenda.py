"""The shipped InterVision: what contract 4 fixes about it, and that a tired chair can read it aloud."""

import pytest

from facilitator.agenda.advice import advice
from facilitator.agenda.fit import fit
from facilitator.agenda.library import find
from facilitator.agenda.model import Stage
from facilitator.agenda.sentences import lone_brace, texts_of

STAGES = [
    ("arrive", "Arrive"),
    ("case", "Case told"),
    ("clarify", "Clarify"),
    ("pause", "Reflective pause"),
    ("reflections", "Reflections offered"),
    ("discussion", "Open discussion"),
    ("power", "Power lens"),
    ("takeaways", "Takeaways and next steps"),
    ("journal", "Journalling"),
    ("close", "Close"),
]

HEADINGS = ["noticed", "could suggest", "might solve it", "still wonder"]

AGENDA = find("intervision")
BY_ID = {stage.id: stage for stage in AGENDA.stages}


def test_it_has_the_ten_stages_of_the_contract_in_their_order() -> None:
    assert AGENDA.title == "InterVision"
    assert AGENDA.name == "intervision"
    assert [(stage.id, stage.name) for stage in AGENDA.stages] == STAGES


def test_it_takes_sixty_minutes_with_five_people_as_it_says() -> None:
    assert AGENDA.minutes == 60
    assert fit(AGENDA, 5, 4).total == 3600


def test_the_kinds_and_the_stages_that_are_kept_safe() -> None:
    kinds = {stage.id: stage.kind for stage in AGENDA.stages}
    assert kinds == {
        "arrive": "round",
        "case": "talk",
        "clarify": "discussion",
        "pause": "silence",
        "reflections": "round",
        "discussion": "discussion",
        "power": "discussion",
        "takeaways": "capture",
        "journal": "writing",
        "close": "talk",
    }
    assert [stage.id for stage in AGENDA.stages if stage.protected] == ["pause", "takeaways", "journal"]
    assert [stage.id for stage in AGENDA.stages if stage.optional] == ["power"]
    assert (BY_ID["pause"].cameras, BY_ID["journal"].cameras) == ("off", "free")


def test_arriving_shows_the_agreement_and_the_pause_its_four_headings() -> None:
    agreement = " ".join(BY_ID["arrive"].rules)
    assert all(words in agreement for words in ("stays here", "may pass", "not be written"))
    for words, heading in zip(HEADINGS, BY_ID["pause"].ask, strict=True):
        assert words in heading


def test_the_power_lens_asks_nobody_to_speak_for_a_group() -> None:
    assert any("speak for a group" in rule for rule in BY_ID["power"].rules)


def test_nothing_is_recorded_from_private_stages() -> None:
    assert all(not BY_ID[stage].records for stage in ("pause", "journal", "case", "arrive"))
    assert BY_ID["takeaways"].records == ("takeaways", "next steps")


@pytest.mark.parametrize("stage", AGENDA.stages, ids=lambda stage: stage.id)
def test_every_stage_has_three_sentences_short_enough_to_be_read_aloud(stage: Stage) -> None:
    for sentence in (stage.say, stage.say_last, stage.say_stop):
        assert 0 < len(sentence) <= 140
    assert not any(map(lone_brace, texts_of(stage)))


def test_a_careful_author_has_nothing_to_add() -> None:
    assert advice(AGENDA) == []
