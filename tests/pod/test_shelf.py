"""What the home folder lends to a meeting: own decks, practices, contacts; and never a fault."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from decks import deck

from facilitator.pod.lists import Practice, find_practice
from facilitator.pod.shelf import Shelf
from facilitator.prompts.reading import SHIPPED, shipped


def put(home: Path, name: str, text: str | bytes) -> Path:
    path = home / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_own_decks_stand_beside_the_shipped_ones_and_their_cards_are_not_mixed_up(tmp_path: Path) -> None:
    put(tmp_path, "decks/rivers.toml", deck())
    put(tmp_path, "decks/coast.toml", deck("Coast"))
    lent = Shelf(tmp_path).decks("en")
    assert [one.name for one in lent.things] == ["coast", "rivers", *SHIPPED]
    assert [card.id for one in lent.things[:2] for card in one.cards] == ["coast/source", "rivers/source"]
    assert lent.troubles == ()


def test_an_own_deck_of_a_shipped_name_stands_in_its_place_and_keeps_its_ids(tmp_path: Path) -> None:
    put(tmp_path, f"decks/{SHIPPED[0]}.toml", deck("Our lens"))
    lens, meeting = Shelf(tmp_path).decks("en").things
    assert (lens.title, lens.cards[0].id) == ("Our lens", "source")
    assert meeting == shipped()[1]


@pytest.mark.parametrize(
    ("language", "title"), [("fr", "Rivières"), ("en", "Rivers"), ("sw", "Rivers"), ("", "Rivers")]
)
def test_an_own_deck_is_taken_in_the_language_of_the_meeting(
    tmp_path: Path, language: str, title: str
) -> None:
    put(tmp_path, "decks/rivers.toml", deck())
    put(tmp_path, "decks/rivers.fr.toml", deck("Rivières", "fr"))
    assert [one.title for one in Shelf(tmp_path).decks(language).things if one.name == "rivers"] == [title]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("format = 1\ntitle = 3\n", 'Left out: bad.toml: "title" should be text and is a whole number.'),
        (b"\xff", "Left out: bad.toml: the deck is not UTF-8 text; save it as UTF-8."),
        ("a = " + "[" * 9000, "Left out: bad.toml: this is not TOML: maximum recursion depth exceeded."),
        ("a = " + "9" * 9000, "Left out: bad.toml: this is not TOML: Exceeds the limit"),
        (b"#" * 300_000, "Left out: bad.toml (it is too large)."),
    ],
)
def test_a_bad_deck_is_left_out_with_a_sentence_and_the_others_stay(
    tmp_path: Path, text: str | bytes, why: str
) -> None:
    put(tmp_path, "decks/bad.toml", text)
    put(tmp_path, "decks/rivers.toml", deck())
    lent = Shelf(tmp_path).decks("en")
    assert [one.name for one in lent.things] == ["rivers", *SHIPPED]
    (trouble,) = lent.troubles
    assert trouble.startswith(why)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes have no place in folders here")
def test_what_is_no_file_keeps_nobody_waiting(tmp_path: Path) -> None:
    (tmp_path / "decks").mkdir()
    os.mkfifo(tmp_path / "decks" / "pipe.toml")
    (tmp_path / "contacts.toml").mkdir()
    shelf = Shelf(tmp_path)
    assert shelf.decks("en").troubles == ("Left out: pipe.toml (it is no file).",)
    assert shelf.contacts().troubles == ("Left out: contacts.toml (it is no file).",)


def test_a_file_that_was_mended_is_read_again_and_a_trouble_is_given_out_once(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    assert shelf.practices() == ((), ())
    path = put(tmp_path, "practices.toml", "format = 1\n[[practice]]\nnam = 3\n")
    troubles = shelf.practices().troubles
    assert troubles[0].startswith("Left out: practices.toml:2:1: ")
    assert shelf.untold(troubles) == troubles
    assert shelf.untold(shelf.practices().troubles) == ()
    path.write_text('format = 1\n[[practice]]\nname = "Ask first"\n')
    assert shelf.practices() == ((Practice(name="Ask first"),), ())


def test_without_a_home_there_is_what_is_shipped() -> None:
    shelf = Shelf(None)
    assert shelf.decks("en") == (shipped(), ())
    assert (shelf.practices(), shelf.contacts()) == (((), ()), ((), ()))


def test_a_practice_is_found_by_its_number_or_the_beginning_of_a_word() -> None:
    among = (Practice(name="Ask first"), Practice(name="Share the Éclat"))
    assert find_practice("2", among) is among[1]
    assert find_practice("ecl", among) is among[1]
    for words in ("0", "3", "99999999", "clat", ""):
        assert find_practice(words, among) is None
