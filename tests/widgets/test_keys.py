"""The footer: at most six keys, the most wanted stay."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from facilitator.widgets.keys import MOST, KeyHint, fitting

HINTS = (
    KeyHint("^N", "Annabel's turn", "main"),
    KeyHint("^T", "Case told", "stage", 4),
    KeyHint("^G", "2 more min", "more", 1),
    KeyHint("^L", "Pens down", "pens", 2),
    KeyHint("^R", "Undo", "take_back", 5),
    KeyHint("Esc", "Cover", "cover", 3),
)


def keys(width: int) -> list[str]:
    return [hint.key for hint in fitting(HINTS, width)[0]]


def test_all_stand_in_their_order_where_there_is_room() -> None:
    assert keys(116) == ["^N", "^T", "^G", "^L", "^R", "Esc"]


def test_in_a_short_row_the_least_wanted_are_left_out() -> None:
    assert keys(76) == ["^N", "^T", "^G", "^L", "Esc"]
    assert keys(60) == ["^N", "^G", "^L", "Esc"]
    assert keys(20) == ["^N"]
    assert keys(0) == ["^N"]


@given(st.integers(0, 200))
def test_what_stands_in_the_row_fits(width: int) -> None:
    chosen, gap = fitting(HINTS, width)
    row = gap.join(f"{hint.key} {hint.label}" for hint in chosen)
    assert len(row) <= width or len(chosen) == 1


def test_there_are_never_more_than_six() -> None:
    assert len(fitting(HINTS + HINTS, 999)[0]) == MOST == 6


SHORT = (
    KeyHint("^N", "Teresa's turn", "main", 0, "Teresa"),
    KeyHint("^T", "Case told", "stage", 4, "Stage"),
    KeyHint("^S", "Hard", "help_me", 2),
    KeyHint("^L", "Pens down", "pens", 2, "Pens"),
    KeyHint("^R", "Undo", "take_back", 5),
    KeyHint("Esc", "Cover", "cover", 3),
)
ALL = KeyHint("^P", "All", "app.command_palette")


def labels(width: int) -> list[str]:
    return [hint.label for hint in fitting(SHORT, width, ALL)[0]]


def test_labels_become_short_before_a_key_is_left_out_the_least_wanted_first() -> None:
    assert labels(80) == ["Teresa's turn", "Case told", "Hard", "Pens down", "Undo", "Cover"]
    assert labels(70) == ["Teresa's turn", "Stage", "Hard", "Pens down", "Undo", "Cover"]
    assert labels(65) == ["Teresa's turn", "Stage", "Hard", "Pens", "Undo", "Cover"]
    assert labels(60) == ["Teresa", "Stage", "Hard", "Pens", "Undo", "Cover"]


def test_where_keys_are_left_out_one_that_leads_to_all_of_them_stands_last() -> None:
    assert labels(56) == ["Teresa", "Stage", "Hard", "Pens", "Cover", "All"]
    assert labels(55) == ["Teresa", "Stage", "Hard", "Pens", "Cover"]
    assert labels(47) == ["Teresa", "Hard", "Pens", "Cover", "All"]
    assert labels(11) == ["Teresa"]
    assert "All" not in labels(80)


def test_a_key_that_is_only_handy_goes_before_the_first_label_is_shortened() -> None:
    hints = (
        KeyHint("^N", "On to Clarify", "main", 0, "Clarify"),
        KeyHint("^R", "Undo", "take_back", 5),
        KeyHint("/", "Commands", "commands", 6),
    )
    assert [hint.label for hint in fitting(hints, 30)[0]] == ["On to Clarify", "Undo"]
    assert [hint.label for hint in fitting(hints, 24)[0]] == ["Clarify", "Undo"]
    assert [hint.label for hint in fitting(hints, 15)[0]] == ["Clarify"]
