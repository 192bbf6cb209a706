"""Marks taken off and put on a line."""

import pytest
from capture_meetings import ROSTER, TODAY
from hypothesis import given
from hypothesis import strategies as st

from facilitator.capture.line import Kept, read_line
from facilitator.capture.marks import Marked, next_mark, put_mark, split_marks, toggle_pod_only


def test_a_line_that_is_still_being_typed_shows_its_kind_behind_the_mark() -> None:
    assert split_marks("> ") == Marked(kind="step", body="")
    assert split_marks("~ ") == Marked(pod_only=True, body="")
    assert split_marks(">") == Marked(body=">")


def test_the_key_that_changes_the_kind_goes_round() -> None:
    line = "call Puno"
    seen = []
    for _turn in range(5):
        line = next_mark(line)
        seen.append(line)
    assert seen == ["? call Puno", "! call Puno", "> call Puno", "= call Puno", "call Puno"]


@pytest.mark.parametrize(
    ("line", "kind", "marked"),
    [
        ("~ ? who", "step", "~ > who"),
        ("？ who", "decision", "= who"),
        ("? ! who", "note", "\\! who"),
        ("? /next", "note", "\\/next"),
        ("? ?", "note", "\\?"),
        ("\\? who", "question", "? ? who"),
        ("", "takeaway", "! "),
        ("? ", "step", "> "),
    ],
)
def test_a_mark_takes_the_place_of_another(line: str, kind: str, marked: str) -> None:
    assert put_mark(line, kind) == marked  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("line", "toggled"),
    [
        ("who", "~ who"),
        ("~ who", "who"),
        ("~? who", "? who"),
        ("~~x~~", "~ ~~x~~"),
        ("~ /next", "\\/next"),
        ("/next", "/next"),
    ],
)
def test_the_pod_only_key_puts_and_takes_the_tilde(line: str, toggled: str) -> None:
    assert toggle_pod_only(line) == toggled


@given(
    st.lists(
        st.sampled_from(["?", "~", "!", "\\", "/", "who", "me", "~~x", "=5"]), min_size=1, max_size=5
    ).map(" ".join),
    st.sampled_from(["note", "question", "takeaway", "decision"]),
)
def test_changing_the_kind_changes_nothing_else(line: str, kind: str) -> None:
    before = read_line(line, ROSTER, TODAY)
    after = read_line(put_mark(line, kind), ROSTER, TODAY)  # type: ignore[arg-type]
    if isinstance(before, Kept):
        assert isinstance(after, Kept)
        assert after.intent.kind == kind
        assert after.intent.text == before.intent.text
        assert after.intent.pod_only == before.intent.pod_only
