"""A kept line opened again, mended, and read back."""

import pytest
from capture_meetings import ROSTER, TODAY
from hypothesis import given
from hypothesis import strategies as st

from facilitator.capture.edit import edit_remarks, read_reopened, reopened
from facilitator.capture.line import Kept, read_line
from facilitator.session.intents import Edit
from facilitator.session.refused import Refused
from facilitator.session.state import Note

STEP = Note(number=7, kind="step", text="call Puno", owners=("Ann Otieno",), due="2026-12-01")


@pytest.mark.parametrize(
    ("note", "line"),
    [
        (Note(number=1, kind="note", text="good", speakers=("Ann Otieno", "李娜")), "Ann Otieno, 李娜: good"),
        (Note(number=1, kind="question", text="who", pod_only=True), "~ ? who"),
        (STEP, "> call Puno @Ann Otieno due 2026-12-01"),
        (Note(number=1, kind="note", text="? who"), "\\? who"),
        (Note(number=1, kind="note", text="/next"), "\\/next"),
        (Note(number=1, kind="note", text="Ann: who", pod_only=True), "~ \\Ann: who"),
        (Note(number=1, kind="later", text="travel"), "/later travel"),
        (
            Note(
                number=1,
                kind="step",
                text="by Friday @Ann",
                owners=("Amina Diallo", "Ann Otieno"),
                due="2026-11-27",
            ),
            "> Amina Diallo, Ann Otieno: by Friday @Ann",
        ),
    ],
)
def test_a_line_is_opened_as_one_would_type_it(note: Note, line: str) -> None:
    assert reopened(note, ROSTER, TODAY) == line


def test_what_is_taken_out_of_an_opened_line_is_taken_out() -> None:
    edit = read_reopened(7, "> call Oruro", ROSTER, TODAY)
    assert edit == Edit(
        number=7, kind="step", text="call Oruro", speakers=(), owners=(), due="", pod_only=False
    )


@pytest.mark.parametrize("line", ["", "  ", "/next"])
def test_an_opened_line_needs_words(line: str) -> None:
    with pytest.raises(Refused):
        read_reopened(7, line, ROSTER, TODAY)


def test_an_unknown_name_in_a_changed_line_gets_its_sentence() -> None:
    assert edit_remarks(STEP, "call @Fatou", ROSTER, TODAY) == (
        "Nobody here is called Fatou: the step is kept as typed, unassigned.",
    )


WORDS = [
    "call",
    "Puno",
    "@Ann",
    "@李娜,",
    "@Fatou",
    "by Friday",
    "by phone",
    "in 2 weeks",
    "?",
    "~",
    "\\",
    "Ann:",
    ".",
]


@given(
    st.sampled_from(
        ["", "? ", "! ", "> ", "= ", "~ ", "~ > ", "/later ", "/only ", "\\", "Ann: ", "> Amina, Ann: "]
    ),
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=5).map(" ".join),
)
def test_every_kept_line_opens_to_a_line_with_the_same_text(before: str, words: str) -> None:
    reading = read_line(before + words, ROSTER, TODAY)
    if not isinstance(reading, Kept):
        return
    new = reading.intent
    note = Note(
        number=1,
        kind=new.kind,
        text=new.text,
        speakers=new.speakers,
        owners=new.owners,
        due=new.due,
        pod_only=new.pod_only,
    )
    edit = read_reopened(1, reopened(note, ROSTER, TODAY), ROSTER, TODAY)
    assert edit.kind == new.kind
    assert edit.text == new.text
    assert edit.pod_only == new.pod_only
    assert set(edit.owners or ()) == set(new.owners)
    assert edit.due == new.due
