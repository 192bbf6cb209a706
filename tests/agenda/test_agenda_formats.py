"""The keys that formats need are read as strictly as the others, and a slip is shown at its place."""

import pytest

from facilitator.agenda.cameras import camera_sentence, camera_words
from facilitator.agenda.model import CAMERAS, PLACES, Agenda
from facilitator.agenda.problem import AgendaError, Problem
from facilitator.agenda.read import parse_agenda

TOP = 'format = 1\ntitle = "Ours"\n'
STAGE = '[[stage]]\nid = "{id}"\nname = "Talk"\nkind = "talk"\nminutes = 5\nsay = "Please begin."\n'
BLOCK = 'block = "turn"\nrepeat = "person"\n'


def stage(stage_id: str = "a", more: str = "") -> str:
    return STAGE.replace("{id}", stage_id) + more


def read(text: str) -> Agenda:
    return parse_agenda(text.encode(), "ours.toml")


def problems(text: str) -> tuple[Problem, ...]:
    with pytest.raises(AgendaError) as caught:
        read(text)
    return caught.value.problems


def test_all_that_a_format_may_say() -> None:
    agenda = read(
        'format = 1\ntitle = "Ours"\nwhen = "Often."\nterms = "Free."\ncases = 3\nplace = "room"\n'
        + stage("a", BLOCK.replace("person", "case") + "vote = [5, 2, 1]\nprivate = true\nrecords = []\n")
        + stage("b", 'breakouts = 3\nkeep_groups = true\nbank = "opening"\ncameras = "aside"\n')
    )
    first, second = agenda.stages
    assert (agenda.when, agenda.terms, agenda.cases, agenda.place) == ("Often.", "Free.", 3, "room")
    assert (first.block, first.repeat, first.vote, first.private) == ("turn", "case", (5.0, 2.0, 1.0), True)
    assert (second.breakouts, second.keep_groups, second.bank) == (3, True, "opening")
    assert second.cameras == "aside"


def test_what_is_not_said_is_as_it_always_was() -> None:
    agenda = read(TOP + stage())
    one = agenda.stages[0]
    assert (agenda.cases, agenda.place, agenda.banks) == (1, "video", ())
    assert (one.block, one.repeat, one.breakouts, one.bank, one.private, one.vote) == (
        "",
        None,
        None,
        "",
        False,
        (),
    )


@pytest.mark.parametrize(
    ("more", "place"),
    [
        ('block = "turn"\n', (9, 1)),
        ('repeat = "person"\n', (9, 1)),
        ('block = ""\nrepeat = "person"\n', (9, 9)),
        ('block = "turn"\nrepeat = "pair"\n', (10, 10)),
        ("breakouts = 1\n", (9, 13)),
        ("breakouts = 2.5\n", (9, 13)),
        ("breakouts = true\n", (9, 13)),
        ("keep_groups = true\n", (9, 1)),
        ("bank = 3\n", (9, 8)),
        ("private = 1\n", (9, 11)),
        ('private = true\nrecords = ["questions"]\n', (10, 1)),
        ("vote = 5\n", (9, 8)),
        ("vote = [5]\n", (9, 8)),
        ("vote = [5, 2, 1, 1, 1, 1]\n", (9, 8)),
        ("vote = [5, 'two']\n", (9, 12)),
        ("vote = [5, 0]\n", (9, 12)),
        ("vote = [4, 2]\n", (9, 9)),
        ('cameras = "asides"\n', (9, 11)),
    ],
)
def test_one_slip_in_a_stage_is_one_problem_at_its_place(more: str, place: tuple[int, int]) -> None:
    found = problems(TOP + stage("a", more))
    assert [(one.line, one.column) for one in found] == [place], [one.sentence for one in found]


@pytest.mark.parametrize(
    ("top", "place"),
    [
        ("cases = 0\n", (3, 9)),
        ("cases = 21\n", (3, 9)),
        ("cases = true\n", (3, 9)),
        ("cases = 2\n", (3, 1)),
        ('place = "moon"\n', (3, 9)),
        ("when = 3\n", (3, 8)),
        ("terms = ''\n", (3, 9)),
    ],
)
def test_one_slip_at_the_top_is_one_problem_at_its_place(top: str, place: tuple[int, int]) -> None:
    found = problems(TOP + top + stage())
    assert [(one.line, one.column) for one in found] == [place]


def test_a_vote_belongs_to_a_stage_with_minutes() -> None:
    (one,) = problems(TOP + stage("a", "vote = [5, 2]\n").replace("minutes = 5", "per_person = 1"))
    assert (one.line, one.column) == (9, 1)


def test_the_stages_of_a_block_stand_one_after_the_other() -> None:
    (one,) = problems(TOP + stage("a", BLOCK) + stage("b") + stage("c", BLOCK))
    assert (one.line, one.column) == (23, 9)
    assert "“turn” ended before this stage" in one.sentence


def test_a_block_is_repeated_for_one_thing_only() -> None:
    (one,) = problems(TOP + stage("a", BLOCK) + stage("b", BLOCK.replace("person", "case")))
    assert (one.line, one.column) == (18, 10)
    assert "as its stage 1 says" in one.sentence or "stage 1" in one.sentence


def test_no_other_id_looks_like_a_repetition() -> None:
    (one,) = problems(TOP + stage("a", BLOCK) + stage("a#2"))
    assert (one.line, one.column) == (12, 6)
    assert read(TOP + stage("a", BLOCK) + stage("b#2")).stages[1].id == "b#2"


@pytest.mark.parametrize(("key", "meant"), [("blok", "block"), ("breakout", "breakouts"), ("votes", "vote")])
def test_an_unknown_key_names_the_nearest(key: str, meant: str) -> None:
    (one,) = problems(TOP + stage("a", f"{key} = 1\n"))
    assert f"“{meant}”?" in one.sentence


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("cameras", CAMERAS)
def test_only_on_video_is_a_camera_spoken_of(cameras: str, place: str) -> None:
    words, sentence = camera_words(cameras, place), camera_sentence(cameras, place)  # type: ignore[arg-type]
    assert ("camera" in words) == (place == "video")
    assert ("camera" in sentence) == (place == "video" and cameras != "free") or "Camera" in sentence
    assert sentence.endswith(".")


def test_in_a_room_people_look_away_instead() -> None:
    assert camera_words("off", "room") == "everybody looks away"
    assert "look away" in camera_sentence("off", "room")
    assert "microphone" in camera_sentence("off", "phone")
