"""The last people come back as they were; a file that cannot be understood is told and left alone."""

from __future__ import annotations

import stat
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.pod.remembered import PeopleUnreadable, Remembered, recall, remember
from facilitator.store.trouble import StoreError

PEOPLE = ("Annabel Otieno-Brandt", "Ní Dhálaigh", "李娜", 'O"Neil \\ [x]')


def test_nothing_is_remembered_at_first(tmp_path: Path) -> None:
    assert recall(tmp_path / "not there") is None


def test_people_and_roles_come_back_in_order(tmp_path: Path) -> None:
    home = tmp_path / "new"
    remember(home, PEOPLE, chair="李娜", keeper="", giver="Ní Dhálaigh")
    assert recall(home) == Remembered(people=PEOPLE, chair="李娜", giver="Ní Dhálaigh")


def test_the_file_is_for_its_owner_alone_and_people_can_read_it(tmp_path: Path) -> None:
    remember(tmp_path, PEOPLE, chair="", keeper="", giver="")
    remember(tmp_path, PEOPLE[:2], chair="", keeper="", giver="")
    file = tmp_path / "people.toml"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert tomllib.loads(file.read_text("utf-8"))["people"] == list(PEOPLE[:2])
    assert "Ní Dhálaigh" in file.read_text("utf-8")


@pytest.mark.parametrize(
    "data",
    [
        b"people = [",
        b"\xff\xfe",
        b'people = "Awa"',
        b"",
        b'people = ["Awa"]\nformat = 2',
        b'people = ["Awa"]\nchiar = "Awa"',
        b"people = [1, 2]",
        b"people = " + b"[" * 5000,
    ],
)
def test_a_broken_file_gives_one_sentence_and_is_left_alone(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "people.toml"
    file.write_bytes(data)
    with pytest.raises(PeopleUnreadable) as told:
        recall(tmp_path)
    assert str(file) in told.value.sentence
    assert "\n" not in told.value.sentence
    with pytest.raises(PeopleUnreadable):
        remember(tmp_path, PEOPLE, chair="", keeper="", giver="")
    assert file.read_bytes() == data


def test_a_folder_in_its_place_is_trouble_and_no_traceback(tmp_path: Path) -> None:
    (tmp_path / "people.toml").mkdir()
    with pytest.raises(StoreError):
        recall(tmp_path)


def test_a_byte_order_mark_from_an_editor_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / "people.toml").write_bytes(b'\xef\xbb\xbfpeople = ["Awa"]\n')
    assert recall(tmp_path) == Remembered(people=("Awa",))


@given(names=st.lists(st.text(st.characters(exclude_categories=["Cs"])), max_size=5))
def test_any_names_survive(names: list[str], tmp_path_factory: pytest.TempPathFactory) -> None:
    home = tmp_path_factory.mktemp("home")
    remember(home, names, chair="", keeper="", giver="")
    last = recall(home)
    assert last is not None
    assert list(last.people) == names
