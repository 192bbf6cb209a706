"""What is typed of next steps that are done, and what is offered while one types it."""

from __future__ import annotations

import immutables
import pytest
from capture_meetings import NOW, TODAY, with_notes

from facilitator.capture.commands import Ask, read_command
from facilitator.capture.complete import complete
from facilitator.session import intents as it
from facilitator.session.refused import Refused
from facilitator.session.state import Note, State

LINES = (
    Note(number=1, kind="note", text="a note"),
    *(Note(number=number, kind="step", text=f"step {number}") for number in (2, 3, 4)),
)


def held(*done: int) -> State:
    """Next steps 2, 3 and 4, these of them done."""
    return with_notes(*LINES, done=immutables.Map(dict.fromkeys(done, "2026-11-21T19:20:00.000Z")))


def read(name: str, rest: str) -> object:
    return read_command(name, rest, held(), TODAY, NOW)


@pytest.mark.parametrize(
    ("name", "rest", "wanted"),
    [
        ("done", "3", it.MarkDone((3,))),
        ("done", "#3", it.MarkDone((3,))),
        ("done", "３", it.MarkDone((3,))),
        ("done", "3 2", it.MarkDone((3, 2))),
        ("done", "3, 2", it.MarkDone((3, 2))),
        ("not-done", "3", it.MarkDone((3,), done=False)),
        ("done", "", Ask("steps")),
        ("steps", "", Ask("steps")),
    ],
)
def test_numbers_are_read_and_alone_it_asks(name: str, rest: str, wanted: object) -> None:
    assert read(name, rest) == wanted


@pytest.mark.parametrize(
    ("name", "rest", "sentence"),
    [
        ("done", "call", "call is not the number of a line. /notes lists them."),
        ("not-done", "", "/not-done needs more words. Write /not-done NUMBER."),
        ("steps", "3", "No words go after /steps."),
    ],
)
def test_wrong_words_are_refused_in_a_sentence(name: str, rest: str, sentence: str) -> None:
    with pytest.raises(Refused) as refused:
        read(name, rest)
    assert sentence in refused.value.sentence


def test_only_steps_for_which_it_makes_sense_are_offered_newest_first() -> None:
    assert complete("/done ", held(3)) == ("/done 4", "/done 2")
    assert complete("/not-done ", held(3)) == ("/not-done 3",)
    assert complete("/done 4", held(3)) == ()
    assert "/done " in complete("/do", held())
