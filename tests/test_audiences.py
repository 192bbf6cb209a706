"""`minutes --audience` and `beyond` at a shell: what goes to whom, and that nothing goes unasked."""

from __future__ import annotations

import json
import stat
from pathlib import Path

import pytest
from harbour import LINES, PEOPLE, REHEARSED
from running import Done, facilitator, terminal

BEYOND = ("minutes", "last", "--audience", "beyond")
ANSWERS = (
    "",  # these roles are right
    "a farmers'",  # Puno
    "",  # Dolores
    "a far town",  # Potosí
    "",  # 李娜
    "",  # Ann
    "k",  # Annabel
    "altiplano = countryside",
    "34",
    "",
    "Dolores Quispe Mamani",
)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    done = facilitator(
        *REHEARSED, "--plain", home=tmp_path, typed="\n".join(LINES), FACILITATOR_HOME=str(tmp_path)
    )
    assert done.status == 0, done
    return tmp_path


def run(home: Path, *words: str) -> Done:
    return facilitator(*words, home=home, FACILITATOR_HOME=str(home))


def answered(home: Path, *words: str, answers: tuple[str, ...] = ANSWERS) -> tuple[int, str]:
    with terminal(*words, home=home, columns=120, rows=40, FACILITATOR_HOME=str(home)) as shell:
        seen = 0
        for answer in answers:
            # Counted before the answer is typed: the next question may be there before its echo is looked at.
            shell.until(lambda n=seen: shell.text.endswith("> ") and shell.text.count("\n> ") > n)
            seen = shell.text.count("\n> ")
            before = len(shell.text)
            shell.type(answer + "\n")
            shell.until(lambda before=before: "\n" in shell.text[before:])
        return shell.ended(), shell.text


@pytest.mark.parametrize("form", ["md", "chat"])
def test_without_anybody_to_ask_every_name_is_listed_and_no_file_is_made(home: Path, form: str) -> None:
    there = home / "there.md"
    there.write_text("as it was")
    for target, force in ((home / "note.md", ()), (there, ("--force",))):
        done = run(home, *BEYOND, "--format", form, "--to", str(target), *force)
        assert (done.status, done.out) == (1, "")
        for line, word in (
            (29, "Puno"),
            (30, "Dolores"),
            (31, "Potosí"),
            (34, "李娜"),
            (34, "Ann"),
            (34, "Annabel"),
        ):
            assert f"Line {line}, {word}: " in done.err
        assert "the yes of Dolores Quispe Mamani, who gave the case" in done.err
        assert "Traceback" not in done.err
    assert sorted(path.name for path in home.iterdir()) == ["rehearsals", "sessions", "there.md"]
    assert there.read_text() == "as it was"


def test_the_programme_reads_figures_only(home: Path) -> None:
    done = run(home, "minutes", "last", "--audience", "programme")
    assert (done.status, done.err) == (0, "")
    assert "- Length: 65 minutes\n- Present: 6 people\n- Next steps: 4\n" in done.out
    words = {word for name in PEOPLE for word in name.split()} | {"board", "Puno", "takeaway", "Takeaways"}
    assert not [word for word in words if word in done.out]


def test_the_pod_reads_everything_as_ever(home: Path) -> None:
    whole = run(home, "minutes", "last", "--audience", "pod")
    assert whole == run(home, "minutes", "last")
    assert "For the members of this pod; please do not pass on." in whole.out


def test_an_audience_that_is_none_is_told() -> None:
    done = facilitator("minutes", "last", "--audience", "press", home=Path("/tmp"))
    assert done.status == 2
    assert "--audience" in done.err


@pytest.mark.slow
def test_on_a_terminal_it_is_asked_shown_and_written_after_the_yes(home: Path) -> None:
    note = home / "note.md"
    status, said = answered(home, *BEYOND, "--to", str(note))
    assert status == 0, said
    assert "Words of the case stand in it again: altiplano" in said
    text = note.read_text("utf-8")
    assert "invite the a farmers' seed bank to the December board meeting" in text
    assert "move one meeting a year to the countryside" in text
    assert "- [ ] **the case giver** — " in text
    for word in (
        "Dolores",
        "Quispe",
        "Ann ",
        "Otieno",
        "李娜",
        "Puno",
        "Potosí",
        "altiplano",
        "former manager",
    ):
        assert word not in text
    assert "UTC" not in text
    assert "brings the case" not in text
    choices = home / "beyond.toml"
    assert stat.S_IMODE(choices.stat().st_mode) == 0o600
    piped = run(home, *BEYOND)
    assert (piped.status, piped.out) == (0, text)
    (log,) = home.rglob("events.jsonl")
    yes = json.loads(log.read_text("utf-8").splitlines()[-1])
    assert (yes["type"], yes["giver"], yes["left_out"]) == ("beyond_approved", "Dolores Quispe Mamani", [34])
    check_the_yes_ends_with_it(home)


def check_the_yes_ends_with_it(home: Path) -> None:
    told = run(home, "beyond", "last")
    assert told.status == 0
    assert told.out.startswith("Dolores Quispe Mamani said yes on ")
    withdrawn = run(home, "beyond", "last", "--withdraw", "Dolores")
    assert withdrawn.status == 0, withdrawn
    assert "takes the yes back" in withdrawn.out
    after = run(home, *BEYOND)
    assert after.status == 1
    assert "Puno" not in after.err
    assert "the yes of Dolores Quispe Mamani" in after.err


@pytest.mark.slow
def test_who_stops_on_the_terminal_leaves_no_file(home: Path) -> None:
    status, said = answered(home, *BEYOND, "--to", str(home / "note.md"), answers=("", "\x04"))
    assert status == 1
    assert "Stopped: nothing is written." in said
    assert not (home / "note.md").exists()
