"""`facilitator minutes`, as it is typed: forms, places, and what is said where it cannot be done."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from running import PROGRAM, Done, environment, facilitator, terminal

RUN = ("run", "--plain", "--now", "--people", "Ann Otieno, Bríd Ní Dhálaigh, 李娜", "--chair", "Ann")
MAGIC = {"docx": b"PK\x03\x04", "odt": b"PK\x03\x04", "pdf": b"%PDF-"}
FORMS = ("md", "html", "txt", "chat", "json", "docx", "odt", "pdf", "ics")


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with one meeting that has been held."""
    home = tmp_path_factory.mktemp("held")
    typed = "> Ann: a date and a budget line by 2026-12-01\nAnn: a line\n/meet 2026-12-17 15:00 UTC\n/close\n"
    assert facilitator(*RUN, "--home", "data", home=home, typed=typed).status == 0
    return home


def minutes(held: Path, *words: str, **more: str) -> Done:
    return facilitator("minutes", "last", "--home", str(held / "data"), *words, home=held, **more)


def check_sentence(done: Done, status: int) -> None:
    assert (done.status, done.out) == (status, "")
    assert "Traceback" not in done.err
    assert 1 <= done.err.count("\n") <= 2
    assert done.err.endswith(".\n") or "--help" in done.err


@pytest.mark.parametrize("form", FORMS)
def test_each_form_goes_to_a_file_by_its_word_and_by_its_ending(
    held: Path, tmp_path: Path, form: str
) -> None:
    named = tmp_path / "named"
    done = minutes(held, "--format", form, "--to", str(named))
    assert (done.status, done.out) == (0, "")
    assert done.err == "" or form == "pdf"
    data = named.read_bytes()
    assert data.startswith(MAGIC.get(form, b""))
    assert form in MAGIC or "a date and a budget line" in data.decode("utf-8")
    if form in ("chat", "txt"):
        return
    ended = tmp_path / f"minutes.{form.upper()}"
    assert minutes(held, "--to", str(ended)).status == 0
    assert len(ended.read_bytes()) == len(data)


def test_a_file_without_a_known_ending_is_markdown_and_a_word_beats_the_ending(
    held: Path, tmp_path: Path
) -> None:
    minutes(held, "--to", str(tmp_path / "notes.org"))
    assert (tmp_path / "notes.org").read_text("utf-8").startswith("# InterVision")
    minutes(held, "--to", str(tmp_path / "page.txt"), "--format", "html")
    assert (tmp_path / "page.txt").read_text("utf-8").startswith("<!doctype html>")


@pytest.mark.parametrize("form", [form for form in FORMS if form not in MAGIC])
def test_text_is_printed(held: Path, form: str) -> None:
    done = minutes(held, "--format", form, LC_ALL="C")
    assert (done.status, done.err) == (0, "")
    assert "a date and a budget line" in done.out
    if form == "json":
        assert json.loads(done.out)["present"][2]["name"] == "李娜"


def test_a_dash_is_the_standard_output_and_no_file(held: Path) -> None:
    before = set(held.iterdir())
    done = minutes(held, "--to", "-", "--format", "chat")
    assert (done.status, done.err) == (0, "")
    assert done.out == minutes(held, "--format", "chat").out
    assert set(held.iterdir()) == before
    check_sentence(minutes(held, "--append", "-"), 1)
    with terminal("minutes", "last", "--home", "data", "--to", "-", "--format", "pdf", home=held) as window:
        assert window.ended() == 1
        assert "not text for a terminal" in window.text


@pytest.mark.parametrize("mode", [0o444, 0o400])
def test_a_document_that_may_only_be_read_stays_as_it_is(held: Path, tmp_path: Path, mode: int) -> None:
    pod = tmp_path / "pod.md"
    pod.write_text("ours\n")
    pod.chmod(mode)
    done = minutes(held, "--append", str(pod), "--force")
    check_sentence(done, 1)
    assert "may only be read" in done.err
    assert pod.read_text() == "ours\n"


@pytest.mark.parametrize("form", MAGIC)
def test_what_is_no_text_goes_into_a_pipe_and_not_onto_a_terminal(held: Path, form: str) -> None:
    words = ("minutes", "last", "--home", str(held / "data"), "--format", form)
    piped = subprocess.run([PROGRAM, *words], capture_output=True, env=environment(held), check=True)
    assert piped.stdout.startswith(MAGIC[form])
    with terminal(*words, home=held) as window:
        assert window.ended() == 1
        assert window.text == f"A {form} file is not text for a terminal. Add --to FILE.{form}.\n"


def test_a_library_that_is_not_there_is_named_and_nothing_is_written(held: Path, tmp_path: Path) -> None:
    code = (
        "import sys; sys.modules['docx'] = None; from facilitator.cli import run_command; "
        "sys.exit(run_command(sys.argv[1:]))"
    )
    target = tmp_path / "out.docx"
    words = ("minutes", "last", "--home", str(held / "data"), "--to", str(target))
    done = subprocess.run(
        [sys.executable, "-c", code, *words],
        capture_output=True,
        text=True,
        env=environment(held),
        check=False,
    )
    check_sentence(Done(done.returncode, done.stdout, done.stderr), 1)
    assert "pip install '.[export]'" in done.stderr
    assert not target.exists()


def test_a_form_in_a_file_obeys_the_umask_and_goes_over_another_only_when_forced(
    held: Path, tmp_path: Path
) -> None:
    target = tmp_path / "out.odt"
    words = ("minutes", "last", "--home", str(held / "data"), "--to", str(target))
    subprocess.run([PROGRAM, *words], env=environment(held), umask=0o027, check=True)
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    target.write_bytes(b"mine")
    check_sentence(minutes(held, "--to", str(target)), 1)
    assert target.read_bytes() == b"mine"
    assert minutes(held, "--to", str(target), "--force").status == 0
    assert target.read_bytes().startswith(b"PK")


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (("--format", "rtf"), 2, "rtf"),
        (("--audience", "everyone"), 2, "everyone"),
        (("--append", "run.md", "--to", "out.md"), 2, "--append"),
        (("--append", "run.md", "--format", "html"), 2, "--append"),
        (("--append", "run.docx"), 1, "run.docx"),
        (("--append", "folder.md"), 1, "folder.md"),
        (("--append", "bytes.txt"), 1, "bytes.txt, line 2, is not UTF-8"),
        (("--append", "no/where.md"), 1, "There is no folder"),
        (("--append", "pipe.md"), 1, "pipe.md is not a file"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else None,
)
def test_what_cannot_be_done_is_told_in_a_sentence(
    held: Path, tmp_path: Path, words: tuple[str, ...], status: int, said: str
) -> None:
    (tmp_path / "folder.md").mkdir()
    (tmp_path / "bytes.txt").write_bytes(b"one\n\xff\xfe")
    os.mkfifo(tmp_path / "pipe.md")
    there = sorted(tmp_path.iterdir())
    done = facilitator("minutes", "last", "--home", str(held / "data"), *words, home=tmp_path)
    check_sentence(done, status)
    assert said in done.err
    assert sorted(tmp_path.iterdir()) == there
    assert (tmp_path / "bytes.txt").read_bytes() == b"one\n\xff\xfe"


@pytest.mark.parametrize("name", ["pod.md", "pod.txt"])
def test_the_document_that_runs_on_keeps_its_mode_and_what_stands_in_it(
    held: Path, tmp_path: Path, name: str
) -> None:
    target = tmp_path / name
    old = b"\xef\xbb\xbf# Our pod\r\n\r\nwithout an end"
    target.write_bytes(old)
    target.chmod(0o664)
    link = tmp_path / "shared" / name
    link.parent.mkdir()
    link.symlink_to(target)
    done = minutes(held, "--append", str(link))
    assert (done.status, done.err) == (0, "")
    assert done.out == f"{link}: added on top.\n"
    data = target.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.endswith(old.removeprefix(b"\xef\xbb\xbf"))
    assert data.count(b"a date and a budget line") == 1
    assert b"a line\r" not in data
    assert stat.S_IMODE(target.stat().st_mode) == 0o664
    assert link.is_symlink()
    again = minutes(held, "--append", str(link))
    assert again.out == f"{link}: the part of this session is new.\n"
    assert target.read_bytes() == data
    assert [one.name for one in tmp_path.iterdir() if one.is_file()] == [name]


@pytest.mark.parametrize("name", ["all.md", "all.txt"])
def test_what_a_programme_gets_of_two_meetings_stands_beside_one_another(tmp_path: Path, name: str) -> None:
    for _ in range(2):
        assert facilitator(*RUN, "--home", "data", home=tmp_path, typed="Ann: a line\n/close\n").status == 0
    first, second = sorted(path.name for path in (tmp_path / "data" / "sessions").iterdir())
    for session in (first, second, first):
        words = ("--home", "data", "--audience", "programme", "--append", name)
        assert facilitator("minutes", session, *words, home=tmp_path).status == 0
    text = (tmp_path / name).read_text("utf-8")
    assert text.count("Present: 3 people") == 2
    assert first not in text
    assert "Ann" not in text


def test_nothing_is_written_where_there_is_nothing_for_a_calendar(held: Path, tmp_path: Path) -> None:
    done = minutes(held, "--audience", "programme", "--to", str(tmp_path / "out.ics"))
    check_sentence(done, 1)
    assert "nothing for a calendar" in done.err
    assert list(tmp_path.iterdir()) == []


def test_a_document_that_is_not_there_is_begun(held: Path, tmp_path: Path) -> None:
    target = tmp_path / "new.md"
    words = ("minutes", "last", "--home", str(held / "data"), "--append", str(target))
    subprocess.run([PROGRAM, *words], env=environment(held), umask=0o022, capture_output=True, check=True)
    assert stat.S_IMODE(target.stat().st_mode) == 0o644
    assert target.read_text("utf-8").startswith("<!-- facilitator: ")


def test_a_document_that_cannot_be_written_stays_as_it_was(held: Path, tmp_path: Path) -> None:
    target = tmp_path / "pod.md"
    target.write_text("ours\n")
    text = minutes(held, "--append", str(target))
    assert text.status == 0
    changed = target.read_text("utf-8").replace("budget", "money")
    target.write_text(changed, "utf-8")
    check_sentence(minutes(held, "--append", str(target)), 1)
    assert target.read_text("utf-8") == changed
    assert minutes(held, "--append", str(target), "--force").status == 0
    assert "budget" in target.read_text("utf-8")


def test_no_converter_is_loaded_for_a_form_that_needs_none(held: Path) -> None:
    code = (
        "import sys; from facilitator.cli import run_command; status = run_command(sys.argv[1:]); "
        "print(status, sorted({'docx', 'odfdo', 'typst', 'icalendar', 'lxml', 'textual'} & set(sys.modules)))"
    )
    words = ("minutes", "last", "--home", str(held / "data"), "--format", "html")
    done = subprocess.run(
        [sys.executable, "-c", code, *words],
        capture_output=True,
        text=True,
        env=environment(held),
        check=True,
    )
    assert done.stdout.endswith("0 []\n")


def test_a_text_file_without_another_word_gets_markdown(held: Path, tmp_path: Path) -> None:
    assert minutes(held, "--to", str(tmp_path / "minutes.txt")).status == 0
    assert (tmp_path / "minutes.txt").read_text("utf-8") == minutes(held).out
