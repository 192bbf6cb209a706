"""`agenda show` gives flat lines, a stage a paragraph; `agenda check` advises its author."""

import msgspec

from facilitator.agenda.advice import advice
from facilitator.agenda.cameras import camera_sentence
from facilitator.agenda.library import find, shipped_names
from facilitator.agenda.model import Agenda, Group, Stage
from facilitator.agenda.show import show

INTERVISION = find("intervision")
PLAIN = Stage(
    id="a", name="Talk", kind="talk", minutes=5, say="Please begin.", say_last="Soon.", say_stop="Thanks."
)


def agenda(*stages: Stage) -> Agenda:
    return Agenda(
        title="Ours",
        language="en",
        purpose="To talk.",
        minutes=5,
        group=Group(best=4),
        source="Us.",
        stages=stages,
    )


def test_every_stage_is_a_paragraph_with_all_that_the_chair_needs() -> None:
    paragraphs = "\n".join(show(INTERVISION)).split("\n\n")
    assert paragraphs[0].startswith("InterVision\n")
    pause = paragraphs[4]
    assert pause.startswith("4. Reflective pause: 4 minutes, silence, cameras off, keeps its time\n")
    assert len(paragraphs) == 12
    for stage, paragraph in zip(INTERVISION.stages, paragraphs[1:], strict=False):
        for words in (stage.say, stage.say_last, stage.say_stop, *stage.ask, *stage.rules):
            assert words.replace("{cameras}", camera_sentence(stage.cameras)) in paragraph


def test_what_is_asked_of_cameras_is_in_words_for_the_place() -> None:
    asked = "\n".join(show(msgspec.structs.replace(INTERVISION, place="phone")))
    assert "Now all of us are quiet. Please turn your microphone off, and stay on the line." in asked
    for name in shipped_names():
        assert "{cameras}" not in "\n".join(show(find(name)))


def test_the_lengths_are_those_for_the_people_who_come() -> None:
    text = "\n".join(show(INTERVISION, present=7))
    assert "1 minute for each person (7 minutes)" in text
    assert "2 minutes for each person but the case giver (12 minutes)" in text
    assert "It takes 66 minutes with 7 people. People: at least 3, best 4 to 6, at most 8." in text


def test_the_lines_are_flat_and_hold_no_control_characters() -> None:
    lines = show(agenda(msgspec.structs.replace(PLAIN, say="Red \x1b[31m alert")))
    assert all("\n" not in line and "\x1b" not in line for line in lines)
    assert not any("braces" in line for line in lines)


def test_a_full_agenda_needs_no_advice() -> None:
    assert advice(agenda(PLAIN)) == []


def test_what_was_left_out_is_said_and_not_made_up() -> None:
    bare = Agenda(title="Ours", stages=(Stage(id="a", name="Talk", kind="talk", minutes=5, say="Go."),))
    assert advice(bare) == [
        "Not said at the top: language, purpose, minutes, source, group.",
        "The stage “Talk” has no “say_last”.",
        "The stage “Talk” has no “say_stop”.",
    ]


def test_doubtful_things_are_advised() -> None:
    said = advice(
        agenda(
            msgspec.structs.replace(PLAIN, say="Well, {giver, begin."),
            msgspec.structs.replace(PLAIN, id="b", optional=True, protected=True),
        )
    )
    assert said == [
        "“minutes” says 5 minutes, but the stages take 10 minutes with 4 people.",
        "The stage “Talk” has a brace without its partner; placeholders look like {giver}.",
        "The stage “Talk” is optional and protected: it is never left out.",
        "Several stages are called “Talk”: people can go to them only by number or id.",
    ]
