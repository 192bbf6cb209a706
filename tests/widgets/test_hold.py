"""What to hold in mind, in rows that never grow."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from told import AWKWARD

from facilitator.widgets.hold import Held, lay_out

RULE = Held("Rule", ("What is said here stays here.", "Anyone may pass."), quiet=True)
ASK = Held("Ask", ("What happened?", "Who is part of it?", "What kind of help would you like?"))
CARD = Held(
    "Card", ("Which of our leadership practices could make this imbalance smaller, and who?",), whole=True
)

items = st.lists(st.text(min_size=1, max_size=80) | st.just(AWKWARD), max_size=5).map(tuple)
groups = st.lists(
    st.builds(Held, st.just("Label"), items, whole=st.booleans(), more=st.just("m")), max_size=3
)


@given(groups, st.integers(1, 120), st.integers(0, 8))
def test_it_never_takes_more_than_its_rows(held: list[Held], width: int, rows: int) -> None:
    assert len(lay_out(held, width, rows)) <= rows


def test_every_group_has_a_row_where_there_is_one_for_each() -> None:
    laid = lay_out([RULE, ASK], 40, 2)
    assert [label for label, _words, _quiet in laid] == ["Rule", "Ask"]


def test_an_item_is_shown_whole_or_not_at_all() -> None:
    (_rule, words, _quiet), *_rest = lay_out([RULE, ASK], 76, 2)
    assert words == "What is said here stays here.  ·  Anyone may pass."
    assert lay_out([RULE, ASK], 44, 2)[0][1] == "What is said here stays here."


def test_the_first_in_order_is_the_first_to_be_shown() -> None:
    assert [label for label, *_ in lay_out([RULE, ASK], 76, 1)] == ["Rule"]


def test_a_card_can_be_read_to_its_end_before_anything_else_has_a_row() -> None:
    laid = lay_out([CARD, ASK], 60, 2)
    assert " ".join(words for _label, words, _quiet in laid) == CARD.items[0]


def test_more_of_ones_own_lines_than_fit_are_counted() -> None:
    mine = Held("Mine", tuple(f"thought number {number}" for number in range(9)), more="with /mine")
    laid = lay_out([mine, RULE], 76, 3)
    assert laid[1][1].endswith("+4 with /mine")


def test_words_are_text_and_never_markup() -> None:
    assert lay_out([Held("Mine", (AWKWARD,))], 80, 1)[0][1] == AWKWARD
