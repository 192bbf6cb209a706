"""Choosing a card: by the words a person uses, the same for one seed, never twice while others remain."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from facilitator.prompts.choose import (
    CLOSING,
    OPENING,
    choose,
    dimensions,
    find_dimension,
    in_turn,
    nearest_dimension,
)
from facilitator.prompts.deck import Card
from facilitator.prompts.reading import shipped

DECKS = shipped()
LENS, MEETING = DECKS
IDS = [card.id for deck in DECKS for card in deck.cards]
asked = st.none() | st.sampled_from([dimension.id for dimension in dimensions()])
seeds = st.integers()
some_seen = st.frozensets(st.sampled_from(IDS))


def could_be(dimension: str | None) -> set[str]:
    return {
        card.id
        for deck in DECKS
        for card in deck.cards
        if dimension is None or dimension in (card.dimension, deck.name)
    }


def draw(dimension: str | None, times: int, seed: int = 0) -> list[Card]:
    drawn: list[Card] = []
    for _ in range(times):
        drawn.append(choose(DECKS, dimension, {card.id for card in drawn}, seed))
    return drawn


@given(asked, some_seen, seeds)
def test_the_same_seed_chooses_the_same_card(dimension, seen, seed) -> None:
    assert choose(DECKS, dimension, seen, seed) == choose(DECKS, dimension, sorted(seen), seed)


@given(asked, some_seen, seeds)
def test_no_card_comes_again_while_others_remain(dimension, seen, seed) -> None:
    card = choose(DECKS, dimension, seen, seed)
    assert card.id in could_be(dimension)
    assert card.id not in seen or could_be(dimension) <= seen


@given(st.sampled_from([dimension.id for dimension in dimensions()]), seeds)
def test_every_card_of_a_dimension_comes_once_before_one_comes_again(dimension, seed) -> None:
    cards = could_be(dimension)
    assert {card.id for card in draw(dimension, len(cards), seed)} == cards


def test_different_seeds_choose_different_cards() -> None:
    assert len({choose(DECKS, "region", (), seed).id for seed in range(40)}) == len(could_be("region"))


@given(seeds)
def test_without_a_dimension_an_opening_card_comes_first_and_only_once(seed) -> None:
    first, *others = draw(None, 12, seed)
    assert first.dimension == OPENING
    assert {card.dimension for card in others}.isdisjoint({OPENING, CLOSING})


@given(seeds)
def test_without_a_dimension_eleven_cards_look_at_eleven_dimensions(seed) -> None:
    _, *others = draw(None, 12, seed)
    assert len({card.dimension for card in others}) == 11


def test_cards_about_the_meeting_come_unasked_only_after_all_of_the_lens() -> None:
    cards = draw(None, len(IDS))
    assert {card.id for card in cards[: len(LENS.cards)]} == {card.id for card in LENS.cards}
    assert {card.dimension for card in cards[len(LENS.cards) - 3 : len(LENS.cards)]} == {OPENING, CLOSING}


def test_when_all_was_seen_it_begins_again_with_an_opening_card() -> None:
    assert choose(DECKS, None, IDS, 7).dimension == OPENING


def test_a_deck_can_be_asked_for_as_a_whole() -> None:
    assert choose(DECKS, "in-the-meeting", (), 3) in MEETING.cards
    assert choose(DECKS, "power-lens", (), 3).dimension == OPENING


def test_nothing_to_choose_from_is_an_error() -> None:
    with pytest.raises(ValueError, match="'no-such'"):
        choose(DECKS, "no-such", (), 1)
    with pytest.raises(ValueError, match="None"):
        choose((), None, (), 1)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("region", "region"),
        ("Region", "region"),
        ("  RÉGION ", "region"),
        ("money", "economic"),
        ("class", "socioeconomic"),
        ("Socioeconomic status", "socioeconomic"),
        ("socio-economic", "socioeconomic"),
        ("Ethnicity / race", "ethnicity"),
        ("race", "ethnicity"),
        ("organizational politics", "politics"),
        ("ｇｅｎｄｅｒ", "gender"),
        ("language", "language"),
        ("our language", "wording"),
        ("silence", "quiet"),
        ("self check", "chair-check"),
        ("meeting", "in-the-meeting"),
        ("power lens", "power-lens"),
    ],
)
def test_a_dimension_is_found_by_its_id_name_or_alias(words: str, found: str) -> None:
    dimension = find_dimension(words)
    assert dimension is not None
    assert dimension.id == found


@pytest.mark.parametrize("words", ["", "  ", "regoin", "reg", "李娜", "?"])
def test_other_words_find_nothing(words: str) -> None:
    assert find_dimension(words) is None


@pytest.mark.parametrize(
    ("words", "near"),
    [
        ("regoin", "region"),
        ("ethnicty", "ethnicity"),
        ("monney", "economic"),
        ("Intersektion", "intersections"),
    ],
)
def test_a_refusal_can_name_the_nearest(words: str, near: str) -> None:
    dimension = nearest_dimension(words)
    assert dimension is not None
    assert dimension.id == near


@pytest.mark.parametrize("words", ["", "xyzzy", "李娜"])
def test_a_refusal_names_nothing_that_is_far(words: str) -> None:
    assert nearest_dimension(words) is None


@given(st.text())
def test_any_words_are_answered(words) -> None:
    found = find_dimension(words)
    assert found is None or nearest_dimension(words) == found


@given(asked, some_seen, st.permutations(IDS).map(lambda ids: ids[: len(ids) // 2]), seeds)
def test_a_card_of_an_earlier_meeting_comes_only_when_no_other_is_left(dimension, seen, used, seed) -> None:
    card = choose(DECKS, dimension, seen, seed, used)
    if dimension is None or dimension in (LENS.name, MEETING.name):
        deck = LENS if LENS.find_card(card.id) else MEETING
        alike = {one.id for one in deck.cards} - seen
        framed = card.dimension in (OPENING, CLOSING)
        alike = {one for one in alike if (dimension_of(one) in (OPENING, CLOSING)) == framed}
        if card.dimension == OPENING:
            alike = {one for one in alike if dimension_of(one) == OPENING}
    else:
        alike = could_be(dimension) - seen
    if card.id in used:
        assert alike <= {*used}


def dimension_of(card_id: str) -> str:
    return next(card.dimension for deck in DECKS for card in deck.cards if card.id == card_id)


@given(seeds)
def test_of_cards_that_were_all_used_the_one_longest_ago_comes(seed) -> None:
    used = sorted(could_be("region"))
    assert choose(DECKS, "region", (), seed, used).id == used[0]
    assert choose(DECKS, "region", used[:1], seed, used).id == used[1]


def test_the_lens_begins_then_decks_take_turns_and_cards_about_us_come_last() -> None:
    own = replace(LENS, name="rivers", cards=(replace(LENS.cards[3], id="rivers/one"),))
    decks = (own, MEETING, LENS)
    assert in_turn(decks, ()) == (LENS, own, MEETING)
    assert in_turn(decks, {LENS.cards[0].id}) == (own, LENS, MEETING)
    assert in_turn(decks, {LENS.cards[0].id, "rivers/one"}) == (LENS, own, MEETING)
