"""What was decided about words can be seen, added to and taken back, from the command line too."""

from __future__ import annotations

from pathlib import Path

import pytest
from running import facilitator

from facilitator.beyond.glossary import NoSuchChoice, add, ask_again, remembered
from facilitator.minutes.beyond.choices import AS_OFFERED
from facilitator.pod.choices import Kept, recall_choices, remember_choices


def test_all_decisions_are_listed(tmp_path: Path) -> None:
    assert remembered(tmp_path) == ["Nothing was decided about any word yet."]
    kept = Kept().keeping("Oruro").replacing("Puno", "a region").replacing("Ann", AS_OFFERED)
    kept = kept.keeping_here("2026-11-21-1900-x", "grace").calling(
        "2026-11-21-1900-x", "Ann Otieno", "a friend"
    )
    remember_choices(tmp_path, kept)
    assert remembered(tmp_path)[:-1] == [
        "Puno: becomes “a region”.",
        "Ann: becomes what is offered in each meeting.",
        "Oruro: stays.",
        "grace: stays in 2026-11-21-1900-x alone.",
        "Ann Otieno: becomes “a friend” in 2026-11-21-1900-x alone.",
    ]


def test_a_decision_is_taken_back_wherever_it_holds(tmp_path: Path) -> None:
    kept = (
        Kept().keeping("Puno").keeping_here("one", "Puno").keeping_here("two", "Ann").leaving_out("one", (3,))
    )
    remember_choices(tmp_path, kept)
    assert ask_again(tmp_path, "Puno") == ["Puno is asked about again."]
    left = recall_choices(tmp_path)
    assert (left.kept, left.of("one").here.kept, left.of("two").here.kept) == (
        (),
        frozenset(),
        frozenset({"Ann"}),
    )
    assert left.left_out("one") == (3,)
    with pytest.raises(NoSuchChoice, match="Nothing was decided about “Puno”"):
        ask_again(tmp_path, "Puno")


def test_a_word_that_is_added_is_looked_for(tmp_path: Path) -> None:
    add(tmp_path, "Annie = a member")
    add(tmp_path, "the cold store")
    assert recall_choices(tmp_path).of("any").glossary() == {"Annie": "a member", "the cold store": "[…]"}
    with pytest.raises(NoSuchChoice, match="Type words to look for"):
        add(tmp_path, " = a member")


def test_the_words_are_seen_to_from_the_command_line(tmp_path: Path) -> None:
    def beyond(*words: str) -> tuple[int, str]:
        done = facilitator("beyond", *words, home=tmp_path, FACILITATOR_HOME=str(tmp_path))
        return done.status, done.out + done.err

    assert beyond("--word", "Annie = a member") == (
        0,
        "Annie: becomes “a member”.\nIn any other form it is asked about.\n",
    )
    status, said = beyond("--words")
    assert (status, said.splitlines()[0]) == (0, "Annie: becomes “a member”.")
    assert beyond("--ask-again", "Annie") == (0, "Annie is asked about again.\n")
    assert beyond("--words") == (0, "Nothing was decided about any word yet.\n")
    status, said = beyond("--ask-again", "Annie")
    assert (status, said.count("\n")) == (1, 1)
