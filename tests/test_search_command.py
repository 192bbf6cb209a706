"""`facilitator search` as people run it: words, wishes, what is printed, and how it ends."""

from __future__ import annotations

import re
import sqlite3
import sys
from pathlib import Path

import pytest
from running import facilitator

from facilitator import search_doors

LINES = """Amina: the lease of the Café is over
? who decides about the lease
> call the office @Bríd due 2026-12-01
~ 李娜 knows the nephew
"""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with a meeting and a rehearsal."""
    place = tmp_path_factory.mktemp("home")
    begin = ("--people", "Amina Diallo, Bríd Ní Dhálaigh, 李娜", "--now", "--plain", "--home", str(place))
    assert facilitator("run", *begin, "--title", "The \x1bharbour", home=place, typed=LINES).status == 0
    assert facilitator("run", *begin, "--rehearse", "--speed", "0", home=place, typed="a lease\n").status == 0
    return place


def test_each_line_has_its_meeting_its_day_its_number_and_what_stood_around_it(home: Path) -> None:
    done = facilitator("search", "CAFÉ", "--home", str(home), home=home)
    assert (done.status, done.err) == (0, "")
    name = next((home / "sessions").iterdir()).name
    first, second = done.out.splitlines()
    assert first == f"{name}  {name[:10]}  1, note, Amina Diallo: the lease of the Café is over"
    assert second == "    InterVision · The ␛harbour · Arrive"
    done = facilitator("search", "decides", "--home", str(home), home=home)
    assert done.out.splitlines()[1].endswith("Arrive · after 1 Amina Diallo: the lease of the Café is over")
    minutes = facilitator("minutes", str(home / "sessions" / name), home=home).out
    assert "who decides about the lease" in minutes


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["lease"], 2),
        (["lease", "over"], 1),
        (["李"], 1),
        (["lease", "--rehearsals"], 3),
        (["--open"], 1),
        (["--open", "--owner", "brid"], 1),
        (["--kind", "question", "--kind", "step"], 2),
        (["--kind", "Step"], 1),
        (["lease", "--since", "2020-05", "--until", "2999"], 2),
        (["office", "--owner", "Bríd", "--since", "2999"], 0),
        (["lease", "--until", "2020"], 0),
        (["lease", "--since", "2020-01-01", "--until", "2999"], 2),
        (["--", "-nephew", "*"], 1),
        (['"lease" AND'], 0),
        (["leas"], 0),
    ],
)
def test_words_and_wishes(home: Path, words: list[str], found: int) -> None:
    done = facilitator("search", "--home", str(home), *words, home=home)
    assert (done.status, done.err) == (0, "")
    assert len(re.findall(r"^\d{4}-\d\d-\d\d-\d{4}-", done.out, re.MULTILINE)) == found
    assert found or done.out == "Nothing was found in 1 meeting.\n"


@pytest.mark.parametrize(
    ("owner", "said"),
    [
        ("Brid Dhalaigh Ni", "No next step is of anybody called Brid Dhalaigh Ni."),
        ("Bryd", "No next step is of anybody called Bryd. The nearest is Bríd Ní Dhálaigh."),
        ("Xu", "No next step is of anybody called Xu."),
    ],
)
def test_an_owner_whom_nobody_knows_is_told_with_the_nearest(home: Path, owner: str, said: str) -> None:
    done = facilitator("search", "--owner", owner, "--home", str(home), home=home)
    assert (done.status, done.err) == (0, "")
    assert done.out.startswith(said)


def test_dates_owners_and_pod_only_are_written_out(home: Path) -> None:
    out = facilitator("search", "office", "--home", str(home), home=home).out
    assert "3, next step, Bríd Ní Dhálaigh: call the office · by Tuesday 1 December 2026" in out
    assert (
        "4, note, pod only: 李娜 knows" in facilitator("search", "李娜", "--home", str(home), home=home).out
    )


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ([], "There is no word to look for."),
        (['" * -'], "There is no word to look for."),
        (["x", "--since", "May"], "May is no date."),
        (["x", "--kind", "joke"], "Invalid value for '--kind'"),
        (["x", "--since", "2027", "--until", "2026-05"], "--until 2026-05 is before --since 2027,"),
        (["-x"], "No such option"),
    ],
)
def test_wrong_words_end_with_2_and_say_what_to_do(home: Path, words: list[str], sentence: str) -> None:
    done = facilitator("search", "--home", str(home), *words, home=home)
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith(sentence)
    assert "Traceback" not in done.err


def test_timing_is_told_on_stderr(home: Path) -> None:
    facilitator("search", "lease", "--home", str(home), home=home)
    done = facilitator("search", "lease", "--timing", "--home", str(home), home=home)
    assert re.fullmatch(r"\d+\.\d ms \(lines: 2, meetings: 1, read anew: 0\)\n", done.err)


@pytest.mark.parametrize(
    ("terminal", "everything", "shown", "said"),
    [(True, False, 1, True), (True, True, 2, False), (False, False, 2, False)],
)
def test_a_terminal_gets_the_newest_lines_and_is_told_of_the_others(
    home: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    terminal: bool,
    everything: bool,
    shown: int,
    said: bool,
) -> None:
    monkeypatch.setattr(search_doors, "MOST", 1)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: terminal)
    search_doors.search(str(home), ["lease"], everything=everything)
    *rows, last = capsys.readouterr().out.splitlines()
    assert len([row for row in (*rows, last) if re.match(r"\d{4}-\d\d-\d\d-\d{4}-", row)]) == shown
    assert (last.startswith("These are the newest 1 of 2 lines.") and "--all" in last) == said


def test_all_is_taken(home: Path) -> None:
    done = facilitator("search", "lease", "--all", "--home", str(home), home=home)
    assert (done.status, len(done.out.splitlines())) == (0, 4)


def test_no_meetings_and_a_home_that_is_no_folder(tmp_path: Path) -> None:
    done = facilitator("search", "lease", "--home", str(tmp_path / "none"), home=tmp_path)
    assert (done.status, done.out) == (0, "There are no meetings to look through yet.\n")
    assert not (tmp_path / "none").exists()
    (tmp_path / "sessions").write_text("in the way")
    done = facilitator("search", "lease", "--home", str(tmp_path), home=tmp_path)
    assert done.status == 1
    assert "Traceback" not in done.err


def test_what_cannot_be_read_is_told_and_the_rest_is_found(home: Path, tmp_path: Path) -> None:
    import shutil

    place = tmp_path / "copy"
    shutil.copytree(home, place)
    bad = place / "sessions" / "2026-01-01-1900-bad"
    bad.mkdir()
    (bad / "events.jsonl").write_bytes(b"nothing\n")
    done = facilitator("search", "cafe", "--home", str(place), home=tmp_path)
    assert done.status == 0
    assert len(done.out.splitlines()) == 2
    assert done.err.startswith("2026-01-01-1900-bad: ")


def test_a_warm_search_loads_nothing_that_reads_a_log(home: Path) -> None:
    facilitator("search", "lease", "--home", str(home), home=home)
    done = facilitator("search", "lease", "--home", str(home), home=home, PYTHONPROFILEIMPORTTIME="1")
    loaded = {line.rpartition("|")[2].strip() for line in done.err.splitlines()}
    assert "facilitator.search.index" in loaded
    assert not loaded & {"facilitator.search.reading", "facilitator.meeting.opening", "textual"}


def test_strike_from_another_window_leaves_nothing_in_the_index(tmp_path: Path) -> None:
    typed = "the nephew has the contract\n"
    facilitator(
        "run",
        "--people",
        "Ann, Bo",
        "--now",
        "--plain",
        home=tmp_path,
        typed=typed,
        FACILITATOR_HOME=str(tmp_path / "h"),
    )
    more = {"FACILITATOR_HOME": str(tmp_path / "h")}
    assert "nephew" in facilitator("search", "nephew", home=tmp_path, **more).out
    index = tmp_path / "h" / "search.sqlite"
    assert b"nephew" in index.read_bytes()
    done = facilitator("resume", "--plain", home=tmp_path, typed="/strike 1\n", **more)
    assert "Line 1 is struck" in done.out
    assert not index.exists()
    assert "Nothing was found" in facilitator("search", "nephew", home=tmp_path, **more).out
    with sqlite3.connect(index) as connection:
        assert connection.execute("SELECT count(*) FROM notes").fetchone() == (0,)
