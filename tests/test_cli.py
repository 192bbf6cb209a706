"""Contract 3 at a shell: exit status, one or two sentences on stderr, never a traceback."""

from __future__ import annotations

import os
import re
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from running import PROGRAM, Done, environment, facilitator, terminal

POD = "Amina Diallo, Bríd Ní Dhálaigh, 李娜, Ann Otieno, Annabel Otieno-Brandt"
RUN = ("run", "--now", "--plain", "--rehearse", "--speed", "0", "--people", POD)


def check_sentences(done: Done, status: int) -> None:
    """Nothing on stdout, and one or two sentences on one line of stderr."""
    assert done.status == status, done
    assert done.out == ""
    assert done.err.count("\n") == 1, done.err
    assert "Traceback" not in done.err
    assert len(re.findall(r"[.?:](?= [A-Z]|$)", done.err.strip())) <= 3, done.err


WRONG_WORDS = [
    (("run", "--plain", "--people", "Amina, Amina"), "Amina is there twice"),
    (("run", "--plain", "--people", "Amina Diallo, AMINA  DIALLO"), "count as the same name"),
    (("run", "--plain", "--people", "李娜, 李娜"), "李娜 is there twice"),
    (("run", "--plain", "--people", POD, "--chair", "Amira"), "Did you mean Amina"),
    (("run", "--plain", "--people", POD, "--keeper", "Brida"), "Did you mean Bríd"),
    (("run", "--plain", "--people", POD, "--giver", "Annabell"), "Did you mean Annabel"),
    (("run", "--plain", "--people", "Ann A, Ann B", "--giver", "Ann"), "Ann can be Ann A or Ann B"),
    (("run", "--plain", "--chair", "Amina"), "name the people too"),
    (("run", "--plain", "--minutes", "60", "--until", "20:30"), "either --minutes or --until"),
    (("run", "--plain", "--minutes", "an hour"), "an hour is not a length of time"),
    (("run", "--plain", "--minutes", "0"), "more than nothing"),
    (("run", "--plain", "--minutes", "-5"), "-5 is not a length"),
    (("run", "--plain", "--minutes", "1e999"), "not a length"),
    (("run", "--plain", "--minutes", "nan"), "not a length"),
    (("run", "--plain", "--until", "25:00"), "25:00 is not a time of day"),
    (("run", "--plain", "--until", "soon"), "soon is not a time of day"),
    (("run", "--plain", "--speed", "60"), "add --rehearse"),
    (("run", "--plain", "--rehearse", "--speed", "fast"), "--speed takes a number"),
    (("run", "--plain", "--rehearse", "--speed", "-1"), "--speed takes a number"),
    (("run", "--plain", "intervision", "again"), "facilitator run --help"),
    (("run", "--loud"), "facilitator run --help"),
    (("run", "--people"), "--people"),
    (("resume", "--away", "maybe"), "--away"),
    (("minutes",), "facilitator minutes --help"),
    (("minutes", "last", "--format", "rtf"), "--format"),
    (("add",), "facilitator add --help"),
    (("add", "last"), "facilitator add --help"),
    (("agenda",), "facilitator agenda --help"),
    (("agenda", "check"), "facilitator agenda check --help"),
    (("agenda", "eat"), "facilitator agenda --help"),
    (("dance",), "facilitator --help"),
    (("--home",), "--home"),
]

NOT_POSSIBLE = [
    (("run", "intervison", "--plain"), "the nearest agenda is “intervision”"),
    (("run", "./nowhere.toml", "--plain"), "./nowhere.toml"),
    (("run",), "facilitator run --plain"),
    (("run", "--people", POD), "facilitator run --plain"),
    ((), "facilitator run --plain"),
    (("resume",), "facilitator run"),
    (("resume", "yesterday", "--plain"), "There is no session yesterday"),
    (("minutes", "last"), "facilitator run"),
    (("minutes", ""), "Name a session"),
    (("add", "last", "-"), "facilitator run"),
    (("agenda", "show", "intervison"), "the nearest agenda is “intervision”"),
    (("agenda", "check", "nowhere.toml"), "nowhere.toml"),
    (("sessions", "--home", "/dev/null"), "/dev/null"),
    (("run", "--plain", "--home", "/dev/null"), "/dev/null"),
]


@pytest.mark.parametrize(("words", "said"), WRONG_WORDS, ids=lambda value: " ".join(value))
def test_wrong_words_are_told_in_a_sentence_and_end_with_2(
    tmp_path: Path, words: tuple[str, ...], said: str
) -> None:
    done = facilitator(*words, home=tmp_path, LC_ALL="C")
    check_sentences(done, 2)
    assert said in done.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("words", "said"), NOT_POSSIBLE, ids=lambda value: " ".join(value))
def test_what_cannot_be_done_is_told_in_a_sentence_and_ends_with_1(
    tmp_path: Path, words: tuple[str, ...], said: str
) -> None:
    done = facilitator(*words, home=tmp_path, LC_ALL="C")
    check_sentences(done, 1)
    assert said in done.err
    assert list(tmp_path.iterdir()) == []


def test_the_nearest_session_is_named(tmp_path: Path) -> None:
    facilitator(*RUN, home=tmp_path)
    (folder,) = tmp_path.rglob("rehearsals/*")
    done = facilitator("minutes", folder.name.replace("vision", "vison"), home=tmp_path)
    check_sentences(done, 1)
    assert folder.name in done.err


@pytest.mark.parametrize("words", [("--version",), ("-V",)])
def test_the_version(tmp_path: Path, words: tuple[str, ...]) -> None:
    from facilitator import __version__

    assert facilitator(*words, home=tmp_path) == Done(0, f"facilitator {__version__}\n", "")


@pytest.mark.parametrize(
    "words", [("--help",), ("-h",), ("run", "--help"), ("agenda", "check", "--help"), ("add", "-h")]
)
def test_help_names_the_words(tmp_path: Path, words: tuple[str, ...]) -> None:
    done = facilitator(*words, home=tmp_path, LC_ALL="C")
    assert (done.status, done.err) == (0, "")
    assert "--home DIR" in done.out


@pytest.mark.parametrize("words", [("--help",), ("share", "--help"), ("agenda", "--help")])
def test_commands_are_listed_with_whole_sentences(tmp_path: Path, words: tuple[str, ...]) -> None:
    listed = facilitator(*words, home=tmp_path).out.partition("Commands:")[2]
    assert listed.strip()
    assert "..." not in listed


@pytest.mark.parametrize("words", [("--help",), ("--version",), ("run", "--help")])
def test_help_and_version_load_nothing_heavy(tmp_path: Path, words: tuple[str, ...]) -> None:
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "facilitator", *words],
        capture_output=True,
        text=True,
        env=environment(tmp_path),
        check=True,
    )
    loaded = {line.rpartition("|")[2].strip().partition(".")[0] for line in done.stderr.splitlines()}
    assert not loaded & {"textual", "rich", "msgspec", "asyncio", "immutables", "tree_sitter", "filelock"}
    if "--version" in words:
        assert "click" not in loaded


def test_plain_mode_loads_no_screen(tmp_path: Path) -> None:
    code = (
        "import sys; from facilitator.cli import run_command; "
        "status = run_command(['run', '--plain', '--now', '--rehearse']); "
        "print('textual' in sys.modules, status)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        input="",
        env=environment(tmp_path),
        check=True,
    )
    assert done.stdout.endswith("False 0\n")


@pytest.mark.parametrize("locale", [{"LC_ALL": "C"}, {"LC_ALL": "POSIX", "PYTHONUTF8": "0"}, {"LANG": ""}])
def test_streams_are_utf_8_under_any_locale(tmp_path: Path, locale: dict[str, str]) -> None:
    done = facilitator(*RUN, home=tmp_path, typed="李娜: 我看到 — “a” é\n", **locale)
    assert (done.status, done.err) == (0, "")
    assert "Bríd Ní Dhálaigh" in done.out
    assert "Kept 1, note, 李娜." in done.out
    read = facilitator("minutes", "last", home=tmp_path, **locale)
    assert "**李娜:** 我看到 — “a” é" in read.out


def test_bytes_that_are_no_utf_8_are_kept_as_far_as_they_can_be_read(tmp_path: Path) -> None:
    done = facilitator(*RUN, home=tmp_path, typed=b"caf\xe9 and more\n")
    assert (done.status, done.err) == (0, "")
    assert "caf\ufffd and more" in facilitator("minutes", "last", home=tmp_path).out


def test_words_that_are_no_utf_8_are_no_reason_for_a_traceback(tmp_path: Path) -> None:
    done = subprocess.run(
        [PROGRAM, "run", "--plain", "--now", b"--people", b"Jos\xe9, Ann", b"--title", b"caf\xe9"],
        input=b"",
        capture_output=True,
        env=environment(tmp_path),
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_closed_streams_are_no_reason_for_a_traceback(tmp_path: Path, closed: str) -> None:
    done = subprocess.run(
        ["sh", "-c", f'"$0" run --plain --now --rehearse {closed}', str(PROGRAM)],
        capture_output=True,
        text=True,
        env=environment(tmp_path),
        stdin=subprocess.DEVNULL,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert len(list(tmp_path.rglob("events.jsonl"))) == 1


@pytest.mark.parametrize(
    "words", ["--version", "sessions", "agenda show intervision", "run --plain --now --rehearse"]
)
def test_a_reader_that_goes_away_is_no_reason_for_a_traceback(tmp_path: Path, words: str) -> None:
    done = subprocess.run(
        ["sh", "-c", f'"$0" {words} | true', str(PROGRAM)],
        capture_output=True,
        text=True,
        env=environment(tmp_path),
        stdin=subprocess.DEVNULL,
        check=False,
    )
    assert done.stderr == ""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a place without room")
@pytest.mark.parametrize(
    "words",
    [
        "--version",
        "--help",
        "sessions",
        "agenda show intervision",
        f"agenda check {Path(__file__).parents[1] / 'agendas' / 'intervision.toml'}",
        "run --plain --now",
    ],
)
def test_a_place_without_room_for_what_is_printed_is_told_in_a_sentence(tmp_path: Path, words: str) -> None:
    done = subprocess.run(
        ["sh", "-c", f'echo typed | "$0" {words} > /dev/full', str(PROGRAM)],
        capture_output=True,
        text=True,
        env=environment(tmp_path),
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr.startswith("The output could not be written: No space left on device.")
    assert len(done.stderr.splitlines()) == 1
    again = ["sh", "-c", f'echo typed | "$0" {words} > /dev/full 2> /dev/full', str(PROGRAM)]
    assert subprocess.run(again, env=environment(tmp_path), check=False).returncode == 1


def test_a_fault_of_the_program_is_a_sentence_and_holds_nothing_that_was_typed(tmp_path: Path) -> None:
    code = (
        "import sys, facilitator.doors as doors\n"
        "def fails(*words):\n    raise TypeError('the secret of the case')\n"
        "doors.session_lines = fails\n"
        "from facilitator.cli import run_command\n"
        "sys.exit(run_command(sys.argv[1:]))\n"
    )
    (tmp_path / "data").mkdir()
    for words in (["--home", "data"], ["--home=data"]):
        done = subprocess.run(
            [sys.executable, "-c", code, "sessions", *words],
            capture_output=True,
            text=True,
            env=environment(tmp_path),
            cwd=tmp_path,
            check=False,
        )
        assert (done.returncode, done.stdout) == (1, "")
        assert done.stderr.startswith("Something went wrong in facilitator")
        assert len(done.stderr.splitlines()) == 1
        where = (tmp_path / "data" / "fault.txt").read_text()
        assert "TypeError" in where
        assert "secret" not in done.stderr + where
        (tmp_path / "data" / "fault.txt").unlink()


# Where sessions lie


def test_home_goes_after_the_word_or_before_it_or_comes_from_the_surroundings(tmp_path: Path) -> None:
    facilitator(*RUN, "--home", "one", home=tmp_path)
    facilitator("--home", "two", *RUN, home=tmp_path)
    facilitator(*RUN, home=tmp_path, FACILITATOR_HOME=str(tmp_path / "three"))
    facilitator(*RUN, home=tmp_path)
    for place in ("one", "two", "three", ".local/share/facilitator"):
        assert len(list((tmp_path / place / "rehearsals").iterdir())) == 1, place
        assert stat.S_IMODE((tmp_path / place).stat().st_mode) == 0o700
    assert "rehearsal" in facilitator("sessions", "--home", "one", home=tmp_path).out
    assert facilitator("minutes", "last", "--home", "two", home=tmp_path).status == 0
    assert facilitator("agenda", "list", "--home", "one", home=tmp_path).status == 0


def test_sessions_are_listed_newest_first_with_how_they_stand(tmp_path: Path) -> None:
    assert facilitator("sessions", home=tmp_path).out.startswith("There are no sessions yet.")
    facilitator("run", "--plain", "--people", POD, home=tmp_path)
    facilitator(*RUN, home=tmp_path, typed="/next\n/next\n")
    facilitator("run", "--plain", "--now", home=tmp_path, typed="/close\n")
    facilitator("run", "--plain", "--now", home=tmp_path, typed="/final\n")
    (tmp_path / ".local/share/facilitator/sessions/broken").mkdir()
    done = facilitator("sessions", home=tmp_path)
    assert (done.status, done.err) == (0, "")
    text = done.out
    for words in ("not begun", "open, in Clarify", "closed, minutes draft", "closed, minutes final"):
        assert text.count(words) == 1, text
    assert text.count("rehearsal") == 1
    assert "5 people" in text


def test_a_session_is_named_by_its_folder_its_name_or_last(tmp_path: Path) -> None:
    facilitator(*RUN, home=tmp_path, typed="a line\n")
    (folder,) = tmp_path.rglob("rehearsals/*")
    for word in (str(folder), folder.name, "last", os.path.relpath(folder, tmp_path)):
        assert "a line" in facilitator("minutes", word, home=tmp_path).out, word


# Minutes to a file


@pytest.fixture
def held(tmp_path: Path) -> Path:
    """A home with one meeting that has been held."""
    typed = "! a date and a budget line\nAnn: a line\n/close\n"
    assert facilitator(*RUN, home=tmp_path, typed=typed).status == 0
    return tmp_path


@pytest.mark.parametrize(("umask", "mode"), [(0o022, 0o644), (0o077, 0o600), (0o002, 0o664)])
def test_minutes_to_a_file_obey_the_umask(held: Path, umask: int, mode: int) -> None:
    done = subprocess.run(
        [PROGRAM, "minutes", "last", "--to", "out.md"],
        env=environment(held),
        cwd=held,
        umask=umask,
        capture_output=True,
        text=True,
        check=True,
    )
    assert (done.stdout, done.stderr) == ("", "")
    assert stat.S_IMODE((held / "out.md").stat().st_mode) == mode
    assert "a date and a budget line" in (held / "out.md").read_text(encoding="utf-8")


def test_minutes_go_over_a_file_only_when_forced(held: Path) -> None:
    out = held / "out.md"
    out.write_text("mine")
    done = facilitator("minutes", "last", "--to", "out.md", home=held)
    check_sentences(done, 1)
    assert "--force" in done.err
    assert out.read_text() == "mine"
    assert facilitator("minutes", "last", "--to", "out.md", "--force", home=held).status == 0
    assert "a line" in out.read_text(encoding="utf-8")
    missing = facilitator("minutes", "last", "--to", "no/where/out.md", home=held)
    check_sentences(missing, 1)
    assert "no/where" in missing.err


def test_the_short_text_is_printed_for_a_chat(held: Path) -> None:
    done = facilitator("minutes", "last", "--format", "chat", home=held)
    assert (done.status, done.err) == (0, "")
    assert "a date and a budget line" in done.out
    assert "a line" not in done.out
    assert "**" not in done.out


# Handing in


def test_a_block_is_handed_in_from_a_file_and_from_a_pipe_without_doubles(tmp_path: Path) -> None:
    facilitator("run", "--now", "--plain", "--people", POD, home=tmp_path, typed="Ann: a line\n")
    block = "Ann: a line\r\n? who signs\n\n> 李娜: ask the bank by Friday\n/next\n"
    (tmp_path / "block.txt").write_bytes(b"\xef\xbb\xbf" + block.encode())
    done = facilitator("add", "last", "block.txt", home=tmp_path)
    assert (done.status, done.err) == (0, "")
    assert "Kept 2, question." in done.out
    assert "Kept 3, step, 李娜" in done.out
    assert "2 lines are kept." in done.out
    assert "1 line was kept before" in done.out
    assert "/next" in done.out
    again = facilitator("add", "last", "-", home=tmp_path, typed=block + "one more\n")
    assert "Kept 4, note." in again.out
    assert "1 line is kept." in again.out
    minutes = facilitator("minutes", "last", home=tmp_path).out
    assert minutes.count("who signs") == 1
    assert minutes.count("a line") == 1


def test_times_in_a_block_put_lines_under_the_stage_that_ran_then(tmp_path: Path) -> None:
    typed = "Ann: first\n/wait 5:00\n/next\nAnn: second\n/wait 5:00\n/close\n"
    done = facilitator(*RUN, home=tmp_path, typed=typed)
    begun = re.search(r"### Arrive · (\d\d):(\d\d)", facilitator("minutes", "last", home=tmp_path).out)
    assert begun, done
    start = int(begun[1]) * 60 + int(begun[2])

    def at(minutes: int) -> str:
        hour, minute = divmod((start + minutes) % 1440, 60)
        return f"{hour:02d}:{minute:02d}"

    block = f"{at(7)} from later\n{at(2)} from earlier\n23:59 outside\n"
    done = facilitator("add", "last", "-", home=tmp_path, typed=block)
    assert done.status == 0, done
    minutes = facilitator("minutes", "last", home=tmp_path).out
    arrive, _, case = minutes.partition("### Case told")
    assert "from earlier" in arrive
    assert "from later" in case
    again = facilitator("add", "last", "-", home=tmp_path, typed=block)
    assert "There was nothing new in it to keep." in again.out


def test_a_block_that_is_not_text_is_refused_with_its_line(tmp_path: Path) -> None:
    facilitator(*RUN, home=tmp_path)
    (tmp_path / "block.txt").write_bytes(b"one\ntwo \xff\n")
    done = facilitator("add", "last", "block.txt", home=tmp_path)
    check_sentences(done, 1)
    assert "block.txt, line 2, is not UTF-8" in done.err
    missing = facilitator("add", "last", "nowhere.txt", home=tmp_path)
    check_sentences(missing, 1)
    assert "nowhere.txt" in missing.err


def test_a_block_for_pens_down_is_refused(tmp_path: Path) -> None:
    facilitator(*RUN, home=tmp_path, typed="/off\n")
    done = facilitator("add", "last", "-", home=tmp_path, typed="a line\n")
    assert done.status in (1, 2)
    assert "Pens are down" in done.err


# Agendas


def test_shipped_agendas_are_listed_shown_and_found_good(tmp_path: Path) -> None:
    listed = facilitator("agenda", "list", home=tmp_path)
    assert (listed.status, listed.err) == (0, "")
    assert "intervision  InterVision" in listed.out
    shown = facilitator("agenda", "show", "intervision", home=tmp_path)
    assert shown.status == 0
    assert "Reflective pause" in shown.out


def test_agenda_files_are_checked_one_by_one(tmp_path: Path) -> None:
    good = (
        'format = 1\ntitle = "Tea"\nlanguage = "en"\n\n[[stage]]\nid = "tea"\nname = "Tea"\nkind = "talk"\n'
        'minutes = 5\nsay = "Tea is ready."\n'
    )
    (tmp_path / "good.toml").write_text(good)
    (tmp_path / "bad.toml").write_text(good.replace("minutes = 5", 'minutes = "five"'))
    assert "good.toml: good, 1 stage." in facilitator("agenda", "check", "good.toml", home=tmp_path).out
    done = facilitator("agenda", "check", "bad.toml", "good.toml", home=tmp_path)
    assert done.status == 1
    assert done.err.startswith("bad.toml:9:11:")
    assert "^" in done.err
    assert "good.toml: good, 1 stage." in done.out
    ran = facilitator("run", "good.toml", "--plain", "--now", home=tmp_path, typed="/close\n")
    assert ran.status == 0
    assert "Tea is ready." in ran.out
    refused = facilitator("run", "bad.toml", "--plain", "--now", home=tmp_path)
    assert refused.status == 1
    assert refused.err.startswith("bad.toml:9:11:")


# Resuming


def test_time_away_is_counted_or_left_out_by_the_command(tmp_path: Path) -> None:
    facilitator("run", "--plain", "--now", home=tmp_path)
    (lock,) = tmp_path.rglob("lock")
    lock.write_text("another-boot 1.0\n")
    os.utime(lock, (lock.stat().st_mtime - 600, lock.stat().st_mtime - 600))
    for away, spent in (("count", range(9, 11)), ("skip", range(9, 11))):
        done = facilitator("resume", "--plain", "--away", away, home=tmp_path, typed="/agenda\n")
        assert (done.status, done.err) == (0, "")
        running = re.search(r"1\. Arrive, .* running for (\d+):", done.out)
        assert running, done.out
        assert int(running[1]) in spent or away == "skip"


def test_a_second_window_gets_one_sentence(tmp_path: Path) -> None:
    with terminal(*RUN, home=tmp_path) as first:
        first.until_says("Say: ")
        done = facilitator("resume", "--plain", home=tmp_path)
        check_sentences(done, 1)
        assert done.err.startswith("This session is open in another window.")


@pytest.mark.parametrize("command", [("run",), ("resume",)])
def test_help_of_every_command_that_needs_a_terminal_mentions_plain(
    tmp_path: Path, command: tuple[str, ...]
) -> None:
    assert "--plain" in facilitator(*command, "--help", home=tmp_path).out
