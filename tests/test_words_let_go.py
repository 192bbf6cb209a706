"""Struck and forgotten words are in no byte of the home, whatever was made of them before."""

from __future__ import annotations

from pathlib import Path

from running import Done, facilitator

SECRET = "nephew"
LINES = (
    "/go\n"
    "Amina: the nephew of the treasurer said it\n"
    "! ask early\n"
    "/edit 1 Amina: the nephew of the treasurer said it twice\n"
    "a line before, nephew\n"
    "/undo\n"
    "/redo\n"
    "> call the nephew @Bintou by Friday\n"
)


def run(home: Path, *words: str, typed: str = "", **more: str) -> Done:
    return facilitator(*words, "--home", str(home / "home"), home=home, typed=typed, **more)


def every_byte(home: Path) -> bytes:
    """All files of the home by content and by name."""
    files = [path for path in (home / "home").rglob("*") if path.is_file()]
    return b"".join(path.read_bytes() + str(path).encode() for path in files)


def with_everything_made_of_it(home: Path) -> None:
    """A session whose words stand in the log, the minutes, the index and a message."""
    people = ("--people", "Amina Diallo, Bintou Sow", "--title", "The nephew")
    assert run(home, "run", "--plain", *people, typed=LINES).status == 0
    for name in ("Amina Diallo", "Bintou Sow"):
        run(home, "share", "people", name, "a@example.org")
    assert SECRET in run(home, "search", SECRET).out
    # No program of this machine can open a message in the tests' surroundings, so it waits in the home.
    assert run(home, "share", "mail", "last", "--yes", PATH="/nowhere").status == 0
    assert len(list((home / "home" / "mail").iterdir())) == 1
    assert SECRET.encode() in every_byte(home)


def test_struck_words_are_in_no_byte_of_the_home(tmp_path: Path) -> None:
    with_everything_made_of_it(tmp_path)
    strikes = "/strike 1\n/strike 3\n/strike 4\n/leave\n"
    done = run(tmp_path, "resume", "--plain", typed=strikes)
    assert done.status == 0, done.err
    left = every_byte(tmp_path)
    assert b"of the treasurer" not in left
    assert b"call the nephew" not in left
    assert b"ask early" in left
    assert "Nothing was found" in run(tmp_path, "search", "treasurer").out


def test_a_forgotten_case_is_in_no_byte_of_the_home(tmp_path: Path) -> None:
    with_everything_made_of_it(tmp_path)
    run(tmp_path, "resume", "--plain", typed="/strike 4\n/skip the nephew called\n/close\n")
    assert run(tmp_path, "search", SECRET).status == 0
    done = run(tmp_path, "forget", "last")
    assert done.status == 0, done.err
    assert SECRET.encode() not in every_byte(tmp_path)
    assert "ask early" in run(tmp_path, "minutes", "last").out
