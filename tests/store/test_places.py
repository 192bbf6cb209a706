"""Where things lie, and how a person names a session."""

from __future__ import annotations

import os
import stat
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.store.lines import seal
from facilitator.store.places import all_sessions, find_session, home, make_home, new_session_folder, slug
from facilitator.store.trouble import PlaceError

SEVEN = datetime(2026, 11, 21, 19, 0)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def made(root: Path, kind: str, name: str, at: str = "") -> Path:
    folder = root / kind / name
    folder.mkdir(parents=True)
    (folder / "events.jsonl").touch()
    if at:
        (folder / "opening.json").write_bytes(seal(f'{{"type":"session_opened","at":"{at}"}}'.encode()))
    return folder


def test_home_is_what_is_given_else_the_variable_else_the_platforms(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FACILITATOR_HOME", str(tmp_path / "variable"))
    assert home(tmp_path / "given") == tmp_path / "given"
    assert home() == tmp_path / "variable"
    monkeypatch.delenv("FACILITATOR_HOME")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("HOME", str(tmp_path))
    assert home().name == "facilitator"
    assert home().is_relative_to(tmp_path)


def test_home_is_absolute_and_knows_the_tilde(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    assert home("here") == tmp_path / "here"
    assert home("~/there") == tmp_path / "there"
    with pytest.raises(PlaceError, match="whole path"):
        home("~nobody-of-that-name/x")


def test_folders_are_closed_to_others_and_what_was_there_is_left(tmp_path: Path) -> None:
    (tmp_path / "parent").mkdir()
    (tmp_path / "parent").chmod(0o755)
    before = os.umask(0)
    try:
        folder = new_session_folder(tmp_path / "parent" / "home", "sessions", SEVEN, "InterVision")
    finally:
        os.umask(before)
    root = tmp_path / "parent" / "home"
    assert [mode(each) for each in (root, root / "sessions", root / "rehearsals", folder)] == [0o700] * 4
    assert mode(tmp_path / "parent") == 0o755


def test_the_folder_carries_the_local_start_and_the_agenda(tmp_path: Path) -> None:
    folder = new_session_folder(tmp_path, "rehearsals", SEVEN, "InterVision")
    assert folder == tmp_path / "rehearsals" / "2026-11-21-1900-intervision"
    assert folder.is_dir()


def test_clashing_names_are_counted_on(tmp_path: Path) -> None:
    made = [new_session_folder(tmp_path, "sessions", SEVEN, "InterVision").name for _again in range(3)]
    assert made == [f"2026-11-21-1900-intervision{end}" for end in ("", "-2", "-3")]


def test_a_file_in_the_way_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("")
    with pytest.raises(PlaceError, match="Choose another folder"):
        make_home(tmp_path / "home")
    with pytest.raises(PlaceError, match="Choose another folder"):
        new_session_folder(tmp_path / "home" / "deeper", "sessions", SEVEN, "x")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("InterVision", "intervision"),
        ("Ní Dhálaigh’s  circle!", "ni-dhalaighs-circle"),
        ("李娜", "meeting"),
        ("../../etc/passwd", "etc-passwd"),
        ("", "meeting"),
        ("Straße", "strasse"),
    ],
)
def test_a_slug_is_plain(text: str, name: str) -> None:
    assert slug(text) == name


@given(st.text())
def test_a_slug_is_always_a_safe_name(text: str) -> None:
    name = slug(text)
    assert 1 <= len(name) <= 40
    assert set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert name.strip("-") == name


def test_sessions_are_listed_newest_start_first_with_rehearsals(tmp_path: Path) -> None:
    old = made(tmp_path, "sessions", "2026-11-20-1900-a", "2026-11-20T18:00:00.000Z")
    early = made(tmp_path, "rehearsals", "2026-11-21-1900-a", "2026-11-21T18:00:01.000Z")
    late = made(tmp_path, "sessions", "2026-11-21-1900-a", "2026-11-21T18:00:02.000Z")
    # Made in another zone: its name is earlier than its start.
    abroad = made(tmp_path, "sessions", "2026-11-21-1300-a", "2026-11-21T19:00:00.000Z")
    assert all_sessions(tmp_path) == [abroad, late, early, old]
    assert find_session(tmp_path, "last") == abroad


def test_a_start_that_cannot_be_read_is_taken_from_the_name(tmp_path: Path) -> None:
    one = made(tmp_path, "sessions", "2026-11-20-1900-a")
    two = made(tmp_path, "sessions", "2026-11-21-1900-a")
    (two / "opening.json").write_bytes(b"\xff\0rubbish")
    odd = made(tmp_path, "sessions", "2026-99-99-9999-a")
    assert all_sessions(tmp_path) == [two, one, odd]


def test_a_start_is_read_from_the_log_where_the_opening_is_lost(tmp_path: Path) -> None:
    folder = made(tmp_path, "sessions", "renamed by hand", "2026-11-22T18:00:00.000Z")
    (folder / "opening.json").rename(folder / "events.jsonl")
    other = made(tmp_path, "sessions", "2026-11-21-1900-a", "2026-11-21T18:00:00.000Z")
    assert all_sessions(tmp_path) == [folder, other]
    assert find_session(tmp_path, "last") == folder


def test_folders_without_a_session_are_not_listed(tmp_path: Path) -> None:
    new_session_folder(tmp_path, "sessions", SEVEN, "InterVision")
    made(tmp_path, "sessions", ".hidden")
    (tmp_path / "sessions" / "file").touch()
    assert all_sessions(tmp_path) == []


def test_a_session_is_found_by_name_by_path_and_as_last(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = made(tmp_path, "sessions", "2026-11-21-1900-intervision")
    monkeypatch.chdir(tmp_path)
    for word in (folder.name, str(folder), f"{folder}/", f"sessions/{folder.name}", "last"):
        assert find_session(tmp_path, word) == folder


def test_a_folder_elsewhere_is_found_by_its_path(tmp_path: Path) -> None:
    elsewhere = made(tmp_path / "stick", "copied", "session")
    assert find_session(tmp_path / "home", str(elsewhere)) == elsewhere


@pytest.mark.parametrize("word", ["..", ".", "../..", "/", "", "a\0b", "sessions", "x" * 5000])
def test_a_path_without_a_session_is_a_sentence(tmp_path: Path, word: str) -> None:
    made(tmp_path, "sessions", "2026-11-21-1900-intervision")
    with pytest.raises(PlaceError):
        find_session(tmp_path, word)


def test_the_nearest_name_is_told(tmp_path: Path) -> None:
    made(tmp_path, "sessions", "2026-11-21-1900-intervision")
    with pytest.raises(PlaceError, match=r"The nearest is 2026-11-21-1900-intervision\.$"):
        find_session(tmp_path, "2026-11-21-1900-intervison")


def test_no_session_at_all_says_how_to_begin(tmp_path: Path) -> None:
    for word in ("last", "2026-11-21-1900-intervision"):
        with pytest.raises(PlaceError, match="facilitator run"):
            find_session(tmp_path, word)


def test_a_name_of_a_session_and_a_rehearsal_is_asked_about(tmp_path: Path) -> None:
    for kind in ("sessions", "rehearsals"):
        made(tmp_path, kind, "2026-11-21-1900-intervision")
    with pytest.raises(PlaceError, match="whole folder"):
        find_session(tmp_path, "2026-11-21-1900-intervision")


def test_a_sentence_cannot_drive_the_terminal(tmp_path: Path) -> None:
    with pytest.raises(PlaceError) as error:
        find_session(tmp_path, "\x1b[2J")
    assert "\x1b" not in error.value.sentence
