"""What was decided about words comes back as it was, for its owner alone, and can be taken out again."""

from __future__ import annotations

import stat
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.minutes.beyond.choices import AS_OFFERED
from facilitator.pod.choices import ChoicesUnreadable, Kept, purge_words, recall_choices, remember_choices

words = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=12)


def decided() -> Kept:
    return (
        Kept()
        .replacing("Puno", "a region")
        .replacing("Ann", AS_OFFERED)
        .keeping("By-laws")
        .keeping_here("one", "Grace")
        .calling("one", "Ann Otieno", "a colleague")
        .leaving_out("one", (5, 3, 5))
    )


def test_nothing_is_decided_at_first(tmp_path: Path) -> None:
    assert recall_choices(tmp_path / "not there") == Kept()


def test_decisions_come_back_for_every_meeting_and_for_one(tmp_path: Path) -> None:
    remember_choices(tmp_path / "new", decided())
    back = recall_choices(tmp_path / "new")
    assert back == decided()
    one, other = back.of("one"), back.of("other")
    assert one.replaced == other.replaced == {"Puno": "a region", "Ann": ""}
    assert one.kept == other.kept == {"By-laws"}
    assert (one.here.kept, other.here.kept) == ({"Grace"}, frozenset())
    assert (one.here.roles, other.here.roles) == ({"Ann Otieno": "a colleague"}, {})
    assert (back.left_out("one"), back.left_out("other")) == ((3, 5), None)


def test_the_last_decision_about_a_word_is_the_one_that_counts() -> None:
    kept = decided().keeping("Puno").replacing("By-laws", "rules")
    assert kept.kept == ("Puno",)
    assert kept.replaced == {"Ann": "", "By-laws": "rules"}
    assert kept.without("Puno").kept == ()


def test_the_file_is_for_its_owner_alone_and_people_can_read_it(tmp_path: Path) -> None:
    remember_choices(tmp_path, decided().replacing("Dhálaigh", "李"))
    file = tmp_path / "beyond.toml"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert tomllib.loads(file.read_text("utf-8"))["replaced"]["Dhálaigh"] == "李"


@given(st.dictionaries(words, words, max_size=4), st.lists(words, max_size=3, unique=True))
def test_any_words_come_back_as_they_were(replaced: dict[str, str], kept: list[str]) -> None:
    import tempfile

    choices = Kept(replaced=replaced, kept=tuple(kept))
    with tempfile.TemporaryDirectory() as folder:
        remember_choices(Path(folder), choices)
        assert recall_choices(Path(folder)) == choices


@pytest.mark.parametrize(
    "data",
    [b"\xff\xfe", b"kept = [", b"kept = 5", b"format = 2", b"strange = 1", b'[replaced]\n"a" = 1'],
)
def test_a_file_that_cannot_be_understood_is_told_and_never_replaced(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "beyond.toml"
    file.write_bytes(data)
    for doing in (lambda: recall_choices(tmp_path), lambda: remember_choices(tmp_path, decided())):
        with pytest.raises(ChoicesUnreadable, match=r"Mend or delete .*beyond\.toml"):
            doing()
    assert file.read_bytes() == data


def test_words_of_a_struck_line_leave_the_file_in_whatever_form(tmp_path: Path) -> None:
    kept = (
        decided().replacing("treasurer's nephew", "somebody").replacing("Juan", "the nephew").keeping("Oruro")
    )
    remember_choices(tmp_path, kept.calling("one", "Bea", "the nephew of the treasurer"))
    assert purge_words(tmp_path, "In ORURO the TREASURER’S Nephew said: the nephew of the treasurer")
    raw = (tmp_path / "beyond.toml").read_text("utf-8")
    for word in ("nephew", "Oruro", "Juan"):
        assert word not in raw
    assert "Puno" in raw
    assert not purge_words(tmp_path, "In Oruro")


def test_a_meeting_that_is_forgotten_takes_its_own_decisions_along(tmp_path: Path) -> None:
    remember_choices(tmp_path, decided())
    assert purge_words(tmp_path, session="one")
    assert recall_choices(tmp_path).meetings == {}
    assert recall_choices(tmp_path).replaced == decided().replaced


def test_purging_where_nothing_was_decided_makes_no_file(tmp_path: Path) -> None:
    assert not purge_words(tmp_path, "anything")
    assert not (tmp_path / "beyond.toml").exists()


def test_words_inside_a_script_without_spaces_are_found_and_parts_of_others_are_not(tmp_path: Path) -> None:
    remember_choices(tmp_path, Kept().replacing("李娜", "a").keeping("Oru").keeping("★"))
    assert purge_words(tmp_path, "我看到李娜一个 ★ Oruro")
    assert recall_choices(tmp_path) == Kept(kept=("Oru",))
