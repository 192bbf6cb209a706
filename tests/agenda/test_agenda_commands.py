"""`facilitator agenda …` as typed: what it prints, how it ends, and what lies at home afterwards."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from facilitator import agenda_doors, doors
from facilitator.agenda.folder import agendas_folder
from facilitator.agenda.skeleton import skeleton
from facilitator.cli import run_command

SHIPPED = agendas_folder() / "intervision.toml"


class Said:
    """What a command printed, line by line, and its exit status."""

    def __init__(self, status: int, out: str, err: str) -> None:
        self.status = status
        self.out = out.splitlines()
        self.err = err.splitlines()


Run = Callable[..., Said]


@pytest.fixture
def agenda(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs one `facilitator agenda` command with a home of its own, in UTC."""
    monkeypatch.setattr(agenda_doors, "local_zone", lambda: "UTC")

    def run(*words: str) -> Said:
        capsys.readouterr()
        status = run_command(["agenda", *words, "--home", str(tmp_path / "home")])
        return Said(status, *capsys.readouterr())

    return run


def test_new_copy_list_check_show(agenda: Run, tmp_path: Path) -> None:
    home = tmp_path / "home" / "agendas"
    assert agenda("new", "our evening").out == [
        f"Made {home}/our-evening.toml, with four stages to begin from.",
        "Change it with: facilitator agenda edit our-evening",
    ]
    assert agenda("copy", "intervision").out == [
        f"Copied to {home}/intervision.toml.",
        "It stands in place of the shipped one now. Delete the file to have that back.",
        "Change it with: facilitator agenda edit intervision",
    ]
    assert agenda("copy", "troika", "trio").out[1] == "It is still called “Troika Consulting” on the screen."
    listed = agenda("list").out
    assert listed[0].startswith(
        "intervision (yours, in place of the shipped one)  InterVision, 60 min, 3 to 8 people. One member"
    )
    assert listed[1].startswith("our-evening (yours)  Our evening, 45 min, 2 to 8 people. Everyone is heard")
    assert listed[2].startswith("trio (yours)  Troika Consulting")
    assert sum(line.startswith("intervision ") for line in listed) == 1
    assert agenda("check", "our-evening", str(SHIPPED)).out == [
        "our-evening: good, 4 stages.",
        f"{SHIPPED}: good, 10 stages.",
    ]
    assert (
        agenda("show", "Our-Evening", "--people", "3").out[2].startswith("It takes 41 minutes with 3 people.")
    )


def test_names_that_are_taken_or_no_names_are_one_sentence(agenda: Run) -> None:
    agenda("new", "ours")
    again = agenda("new", "Ours")
    assert (again.status, again.err) == (
        1,
        ["You have an agenda called “ours” already. Take another name, or change that one."],
    )
    assert agenda("new", "../ours").status == 1
    assert agenda("copy", "nowhere").err[0].startswith("There is no agenda and no file called “nowhere”")


def test_the_list_can_be_narrowed(agenda: Run) -> None:
    names = [line.split()[0] for line in agenda("list", "--people", "3", "--minutes", "30").out]
    assert names[0] == "troika"
    assert "intervision" in names
    assert "peer-assist" not in names
    assert [line.split()[0] for line in agenda("list", "--purpose", "UNSOLVED fresh").out][:1] == [
        "intervision"
    ]
    none = agenda("list", "--people", "900")
    assert none.out[0].startswith(("No agenda suits", "1-2-4-all"))
    assert agenda("list", "--purpose", "xyzzy").out == [
        "No agenda suits all of this. facilitator agenda list shows every one."
    ]


def test_a_broken_own_agenda_is_listed_with_its_trouble_and_keeps_nobody_out(
    agenda: Run,
    tmp_path: Path,
) -> None:
    agenda("new", "ours")
    file = tmp_path / "home" / "agendas" / "ours.toml"
    file.write_text(skeleton("ours").replace("minutes = 8", "minutes = eight"), "utf-8")
    rows = agenda("list").out
    assert rows[0].startswith("ours (yours)  cannot be used: ")
    assert "ours.toml:" in rows[0]
    assert len(rows) > 20
    checked = agenda("check", "ours", "intervision")
    assert checked.status == 1
    assert checked.out == ["intervision: good, 10 stages."]
    assert checked.err[-1].lstrip() == "^"
    assert agenda("fit", "ours").status == 1


def test_a_fit_until_a_time_of_day(agenda: Run) -> None:
    lines = agenda("fit", "intervision", "--people", "4", "--start", "19:45", "--until", "20:30").out
    assert lines[0] == "InterVision, 4 people, 19:45 to 20:30, 45 minutes."
    assert "19:45     3 min  Arrive                    instead of 4 min" in lines
    assert "20:30            end" in lines
    assert lines[-1] == "These keep their time: Reflective pause, Takeaways and next steps, Journalling."
    short = agenda(
        "fit", "intervision", "--people", "Amina, 李娜, Ann", "--minutes", "15", "--start", "9:00"
    ).out
    assert short[0].startswith("InterVision, 3 people, 09:00 to 09:")
    assert any(line.startswith("It cannot be done in 15 minutes.") for line in short)
    assert any(line.endswith("left out") for line in short)


@pytest.mark.parametrize(
    "words",
    [
        ("fit", "intervision", "--minutes", "45", "--until", "20:30"),
        ("fit", "intervision", "--minutes", "soon"),
        ("fit", "intervision", "--start", "25:00"),
        ("fit", "intervision", "--start", "21:00", "--until", "20:30"),
        ("fit", "intervision", "--people", "0"),
        ("fit", "intervision", "--people", "Ann, Ann"),
        ("show", "intervision", "--sheet", "--prepare"),
        ("show", "intervision", "--start", "19:00"),
        ("fit",),
        ("frob",),
    ],
)
def test_wrong_words_end_with_2_and_one_sentence(agenda: Run, words: tuple[str, ...]) -> None:
    said = agenda(*words)
    assert said.status == 2
    assert said.out == []
    assert 1 <= len(said.err) <= 2


def test_the_page_and_the_questions(agenda: Run) -> None:
    page = agenda("show", "intervision", "--sheet", "--people", "5", "--start", "19:00").out
    assert page[0] == "InterVision · 19:00 to 20:00, 60 minutes · 5 people"
    assert len(page) <= 60
    assert "20:00  End" in page
    shorter = agenda("show", "intervision", "--sheet", "--start", "19:00", "--until", "19:45").out
    assert "19:45  End" in shorter
    questions = agenda("show", "intervision", "--prepare").out
    assert questions[0] == "To prepare for InterVision, for the person who brings a case"


def test_a_pack_is_added_from_the_command_line(agenda: Run, tmp_path: Path) -> None:
    pack = tmp_path / "pack" / "agendas"
    pack.mkdir(parents=True)
    (pack / "ours.toml").write_text(skeleton("ours"), "utf-8")
    assert agenda("add", str(pack.parent)).out == [
        f"Added from {pack.parent}:",
        "  agenda ours: Ours, 45 min",
    ]
    (pack / "ours.toml").write_text(skeleton("ours").replace("Arrive", "Come"), "utf-8")
    refused = agenda("add", str(pack.parent))
    assert refused.status == 1
    assert "--force" in refused.err[0]
    assert agenda("add", str(pack.parent), "--force").out[1] == "  agenda ours: Ours, 45 min (replaced)"
    assert agenda("add", str(tmp_path / "none")).status == 1


def test_editing_needs_a_terminal(agenda: Run) -> None:
    agenda("new", "ours")
    said = agenda("edit", "ours")
    assert said.status == 1
    assert said.err[0].endswith("ours.toml with a text editor.")


def test_a_meeting_is_run_with_the_own_agenda(
    agenda: Run,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    agenda("copy", "intervision")
    file = tmp_path / "home" / "agendas" / "intervision.toml"
    file.write_text(file.read_text("utf-8").replace('"InterVision"', '"Our own"'), "utf-8")
    asked = []
    monkeypatch.setattr(doors, "open_new", lambda _home, wanted, _clock: asked.append(wanted))
    monkeypatch.setattr(doors, "plain_lines", lambda: None)
    monkeypatch.setattr(doors, "_remember", lambda _home, _wanted: None)
    monkeypatch.setattr(doors, "run_plain", lambda _home, _meeting, _lines, _settled, begin: 0)
    assert run_command(["run", "--plain", "--people", "Ann, Amina", "--home", str(tmp_path / "home")]) == 0
    assert asked[0].agenda.title == "Our own"


def test_topics_are_listed_and_added_and_it_is_said_where_they_lie(agenda: Run, tmp_path: Path) -> None:
    file = str(tmp_path / "home" / "topics.toml")
    assert file in agenda("topics").out[-1]
    added = agenda("topics", "--add", " Night  shifts ", "--about", "Why?").out
    assert added == ["Added: Night shifts.", f"The list is {file}."]
    assert "in the list already" in agenda("topics", "--add", "night shifts").out[0]
    assert "Night shifts" in agenda("topics").out
    assert agenda("topics", "--about", "Why?").status == 2


def test_finding_and_checking_load_nothing_heavy() -> None:
    code = (
        "import sys; from facilitator.cli import run_command; run_command(['agenda', 'list']); "
        "print([one for one in ('textual', 'tomlkit', 'tree_sitter') if one in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr == "[]\n"
