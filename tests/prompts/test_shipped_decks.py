"""The decks that come with the program can be read aloud to any pod."""

import re
from collections import Counter

import pytest

from facilitator.prompts.choose import CLOSING, OPENING, dimensions
from facilitator.prompts.deck import GIVER, LONGEST
from facilitator.prompts.reading import shipped

LENS, MEETING = shipped()
CARDS = [*LENS.cards, *MEETING.cards]

ELEVEN = [
    *("economic", "politics", "region", "gender", "ethnicity", "seniority"),
    *("age", "socioeconomic", "education", "language", "intersections"),
]

SPEAKS_FOR_A_GROUP = re.compile(
    r"\bas an? \w+|\bas (men|women|leaders|juniors|seniors)\b|\b(people|women|men) like (you|us|them)\b"
    r"|\byour (group|people|community|culture|religion|age)\b|\bwhere you come from\b"
    r"|\byou (people|women|men)\b|\b(on behalf of|speak(ing)? for)\b",
    re.IGNORECASE,
)
every_card = pytest.mark.parametrize("card", CARDS, ids=lambda card: card.id)


@pytest.mark.parametrize("dimension", ELEVEN)
def test_each_of_the_eleven_dimensions_has_at_least_four_cards(dimension: str) -> None:
    assert Counter(card.dimension for card in LENS.cards)[dimension] >= 4


def test_the_lens_has_the_eleven_dimensions_between_an_opening_and_a_closing_pair() -> None:
    assert [dimension.id for dimension in LENS.dimensions] == [OPENING, *ELEVEN, CLOSING]
    counts = Counter(card.dimension for card in LENS.cards)
    assert (counts[OPENING], counts[CLOSING]) == (2, 2)


def test_the_meeting_deck_has_at_least_fourteen_cards_for_the_room_and_for_the_chair() -> None:
    readers = Counter(card.reader for card in MEETING.cards)
    assert readers.total() >= 14
    assert readers["room"] >= 5
    assert readers["chair"] >= 5


def test_the_lens_is_all_to_be_read_aloud() -> None:
    assert {card.reader for card in LENS.cards} == {"room"}


def test_the_self_check_is_for_the_chair_alone() -> None:
    assert {card.reader for card in MEETING.cards if card.dimension == "chair-check"} == {"chair"}


def test_ids_and_texts_are_unique_in_all_decks() -> None:
    assert len({card.id for card in CARDS}) == len(CARDS)
    assert len({card.text.casefold() for card in CARDS}) == len(CARDS)


def test_no_two_dimensions_answer_to_the_same_word() -> None:
    known = dimensions()
    calls = [call.casefold() for each in known for call in {each.id, each.name.casefold(), *each.aliases}]
    assert [call for call, times in Counter(calls).items() if times > 1] == []


@every_card
def test_a_card_is_one_short_question(card) -> None:
    assert card.text.endswith("?")
    assert len(card.text) <= LONGEST
    assert len(card.text.replace(GIVER, "Annabel Otieno-Brandt")) <= LONGEST


@every_card
def test_a_card_never_asks_a_person_to_speak_for_a_group(card) -> None:
    assert SPEAKS_FOR_A_GROUP.search(card.text) is None


@every_card
def test_a_card_holds_no_placeholder_but_the_case_giver(card) -> None:
    assert not set("{}") & set(card.text.replace(GIVER, ""))


@pytest.mark.parametrize(
    "words",
    [
        "You as a woman: what do you see?",
        "What do people like you think?",
        "How does your culture see this?",
        "Can you speak for the juniors?",
    ],
)
def test_the_check_for_group_membership_finds_it(words: str) -> None:
    assert SPEAKS_FOR_A_GROUP.search(words)


def test_an_unknown_language_falls_back_to_english() -> None:
    assert shipped("xx") == shipped("en")
