"""A deck that is not as it should be is refused with one sentence that names the file and the card."""

from pathlib import Path

import pytest

from facilitator.prompts.deck import DeckError
from facilitator.prompts.reading import parse_deck, read_deck

GOOD = """\
format = 1
title = "Small"
language = "en"
source = "a test"

[[dimension]]
id = "economic"
name = "Economic"

[[card]]
id = "economic-one"
dimension = "economic"
text = "Who pays {giver}?"

[[card]]
id = "economic-two"
dimension = "economic"
for = "chair"
text = "Who is paid?"
"""


def refusal(text: str | bytes) -> str:
    with pytest.raises(DeckError) as caught:
        parse_deck(text.encode() if isinstance(text, str) else text, "small.toml")
    return str(caught.value)


def test_a_good_deck_is_read_whole() -> None:
    deck = parse_deck(GOOD.encode(), "small.fr.toml")
    assert (deck.name, deck.title) == ("small", "Small")
    assert [(card.id, card.reader) for card in deck.cards] == [
        ("economic-one", "room"),
        ("economic-two", "chair"),
    ]


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        (
            'for = "chair"',
            'For = "chair"',
            'card 2 (economic-two): there is no key "For" here; take it out.',
        ),
        ('for = "chair"', 'for = "giver"', 'card 2 (economic-two): "for" should be "room" or "chair".'),
        (
            'text = "Who is paid?"',
            "text = 4",
            'card 2 (economic-two): "text" should be text and is a whole number.',
        ),
        ('text = "Who is paid?"', "", 'card 2 (economic-two): the key "text" is missing; add it.'),
        (
            "Who is paid?",
            "Who pays {giver}?",
            "card 2 (economic-two): its text is also that of economic-one; change one of them.",
        ),
        (
            "Who is paid?",
            "Who is {name}?",
            "card 2 (economic-two): {name} is no placeholder; {giver} is the only one.",
        ),
        (
            "Who is paid?",
            "Who is {giver",
            "card 2 (economic-two): {giver is no placeholder; {giver} is the only one.",
        ),
        (
            "Who is paid?",
            "Who is paid? ",
            "card 2 (economic-two): the text should be one line without spaces around it.",
        ),
        (
            "Who is paid?",
            r"Who is \u001b paid?",
            "card 2 (economic-two): the text should be one line without spaces around it.",
        ),
        (
            "Who is paid?",
            "w" * 161,
            "card 2 (economic-two): the text has 161 characters; 160 is the most.",
        ),
        (
            'id = "economic-two"',
            'id = "economic-one"',
            "card 2 (economic-one): this id is taken already; choose another.",
        ),
        (
            'id = "economic-two"',
            'id = "Two"',
            "card 2 (Two): an id is small letters, digits and hyphens.",
        ),
        ('id = "economic-two"', "", 'card 2: the key "id" is missing; add it.'),
        (
            'dimension = "economic"\nfor',
            'dimension = "money"\nfor',
            'card 2 (economic-two): no [[dimension]] of this deck has the id "money".',
        ),
        ('name = "Economic"', 'name = " "', "dimension 1 (economic): the name is empty; write one."),
        (
            "[[card]]",
            '[[dimension]]\nid = "age"\nname = "Age"\n[[card]]',
            'the dimension "age" has no card; add one or take it out.',
        ),
    ],
)
def test_a_mistake_is_one_sentence_with_the_file_and_the_card(old: str, new: str, sentence: str) -> None:
    head, _, tail = GOOD.rpartition(old)
    said = refusal(head + new + tail)
    assert said.startswith("small.toml")
    assert said.endswith(sentence)


def test_a_newer_format_is_refused_with_both_numbers() -> None:
    said = refusal(GOOD.replace("format = 1", "format = 2"))
    assert said == "small.toml: the deck has format 2; this program reads format 1."


def test_a_wrong_top_level_key_names_the_file() -> None:
    assert refusal('subtitle = "x"\n' + GOOD) == 'small.toml: there is no key "subtitle" here; take it out.'


def test_what_is_no_toml_is_said_with_its_line() -> None:
    said = refusal(GOOD + "id = = 2\n")
    assert said.startswith("small.toml: this is not TOML:")
    assert "line 20" in said


def test_what_is_no_utf8_is_said() -> None:
    assert refusal(GOOD.encode("utf-16")) == "small.toml: the deck is not UTF-8 text; save it as UTF-8."


def test_a_missing_file_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(
        DeckError, match=r"^gone\.toml: the deck cannot be read \(No such file or directory\)\.$"
    ):
        read_deck(tmp_path / "gone.toml")
