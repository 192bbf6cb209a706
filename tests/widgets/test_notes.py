"""The newest notes, one row each."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from told import AWKWARD, Told

from facilitator.widgets.notes import note_row


def row(width: int = 76, mark: str = "", **note: object) -> str:
    told = Told()
    state = told.note(str(note.pop("text", "who decides")), **note)
    return str(note_row(state, state.notes[1], width, mark))


def test_number_kind_speaker_and_words_stand_in_their_columns() -> None:
    assert row(speakers=("Ann Otieno",)) == "   1  note       Ann: who decides"
    assert row(kind="step", owners=("李娜",)) == "   1  next step  李娜: who decides"


def test_the_day_of_a_step_and_the_pod_only_mark_are_said_in_words() -> None:
    assert row(kind="step", due="2026-12-01").endswith("who decides · by Tue 1 Dec")
    assert "pod only" in row(pod_only=True)
    assert "takeaway, pod only  who" in row(kind="takeaway", pod_only=True)


def test_the_mark_stands_at_the_end_of_the_row() -> None:
    kept = row(mark="kept")
    assert kept.endswith("  kept")
    assert len(kept) == 76
    assert row(mark="waiting").endswith("  waiting")


def test_words_are_shown_as_typed() -> None:
    assert row(text=AWKWARD, width=90).endswith(AWKWARD)


@given(
    st.text(min_size=1, max_size=200).filter(str.strip), st.integers(1, 120), st.sampled_from(["", "kept"])
)
def test_a_note_never_takes_more_than_one_row(text: str, width: int, mark: str) -> None:
    told = Told()
    state = told.note(text, speakers=("Bríd Ní Dhálaigh",))
    shown = note_row(state, state.notes[1], width, mark)
    assert "\n" not in str(shown)
    assert shown.cell_length <= max(width, len(mark) + 2)
