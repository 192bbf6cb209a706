"""Agendas are found by their name, else by their path."""

from pathlib import Path

import pytest

from facilitator.agenda import folder, library
from facilitator.agenda.library import find, shipped, shipped_names
from facilitator.agenda.problem import AgendaError, UnknownAgendaError

SMALL = (
    'format = 1\ntitle = "Ours"\n[[stage]]\nid = "a"\nname = "A"\nkind = "talk"\nminutes = 1\nsay = "Hi."\n'
)


def test_intervision_is_shipped_and_listed_with_what_it_is_for() -> None:
    one = next(one for one in shipped() if one.name == "intervision")
    assert (one.title, one.minutes, one.group.best_range) == ("InterVision", 60, (4, 6))
    assert one.purpose
    assert [each.name for each in shipped()] == shipped_names() == sorted(shipped_names())


@pytest.mark.parametrize("name", ["intervision", "InterVision"])
def test_a_shipped_name_comes_before_a_file(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "intervision").write_text(SMALL, encoding="utf-8")
    assert find(name).title == "InterVision"


@pytest.mark.parametrize("name", ["ours.toml", "ours", "./ours", "deep/../ours.toml"])
def test_a_path_is_found_with_or_without_its_ending(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "deep").mkdir()
    (tmp_path / "ours.toml").write_text(SMALL, encoding="utf-8")
    agenda = find(name)
    assert (agenda.title, agenda.name) == ("Ours", "ours")


def test_an_absolute_path_is_found_from_anywhere(tmp_path: Path) -> None:
    path = tmp_path / "Runde für 李娜.toml"
    path.write_text(SMALL, encoding="utf-8")
    assert find(str(path)).name == "Runde für 李娜"


@pytest.mark.parametrize(
    "name", ["intervison", "no/such/intervison.toml", "", " ", "a\0b", "x" * 5000, "~nobody-here/x", "."]
)
def test_an_unknown_name_is_one_sentence_with_the_nearest(name: str) -> None:
    with pytest.raises(UnknownAgendaError) as caught:
        find(name)
    assert "“intervision”" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_file_that_is_wrong_is_called_as_it_was_called(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("bad.toml").write_text(SMALL.replace("talk", "tlak"), encoding="utf-8")
    with pytest.raises(AgendaError, match=r"^bad\.toml:6:8: "):
        find("bad")


def test_an_installed_package_carries_its_agendas_inside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "site-packages" / "facilitator"
    (package / "shipped" / "agendas").mkdir(parents=True)
    (package / "shipped" / "agendas" / "ours.toml").write_text(SMALL, encoding="utf-8")
    # Another project may well have put a folder of this name beside the package.
    (package.parent / "agendas").mkdir()
    (package.parent / "agendas" / "theirs.toml").write_text(SMALL, encoding="utf-8")
    monkeypatch.setattr(folder, "__file__", str(package / "agenda" / "folder.py"))
    library._files.cache_clear()
    try:
        assert shipped_names() == ["ours"]
        assert find("ours").title == "Ours"
    finally:
        library._files.cache_clear()
        library._read_shipped.cache_clear()
