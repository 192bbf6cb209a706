"""`facilitator settings` and `facilitator rehearse` at a shell."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from running import facilitator, terminal

TROUBLE = '[keys]\nlive.main = "ctrl+g"\n'


def test_settings_says_where_the_file_is_and_makes_it_once(tmp_path: Path) -> None:
    file = tmp_path / "pod" / "mine.toml"
    where = {"FACILITATOR_CONFIG": str(file)}
    shown = facilitator("settings", home=tmp_path, **where)
    assert shown.status == 0
    assert shown.out.startswith(f"{file} is not there yet")
    assert 'theme = "facilitator-dark"' in shown.out
    assert facilitator("settings", "--write", home=tmp_path, **where).status == 0
    assert tomllib.loads(file.read_text()) == {"keys": {}}
    file.write_text(file.read_text() + "\n# mine\n")
    again = facilitator("settings", "--write", home=tmp_path, **where)
    assert again.status == 1
    assert "stays as it is" in again.err
    assert file.read_text().endswith("# mine\n")
    assert facilitator("settings", home=tmp_path, **where).out.startswith(f"{file}\n")


def test_settings_lie_in_the_config_folder_of_the_platform(tmp_path: Path) -> None:
    made = facilitator("settings", "--write", home=tmp_path)
    assert made.status == 0
    assert [one.name for one in tmp_path.rglob("*.toml")] == ["settings.toml"]


def test_settings_with_a_mistake_are_shown_with_the_mistake(tmp_path: Path) -> None:
    file = tmp_path / "s.toml"
    file.write_text(TROUBLE)
    done = facilitator("settings", home=tmp_path, FACILITATOR_CONFIG=str(file))
    assert done.status == 1
    assert 'live.main = "ctrl+n"' in done.out
    assert done.err.startswith(f"{file}:2:13: “ctrl+g” is both “live.main”")
    assert done.err.splitlines()[1:] == ['live.main = "ctrl+g"', "            ^"]


def test_the_agenda_of_the_settings_is_the_one_that_runs(tmp_path: Path) -> None:
    file = tmp_path / "s.toml"
    file.write_text('default_agenda = "troika"\n')
    words = ("run", "--plain", "--now", "--rehearse", "--speed", "0", "--people", "Awa, 李娜, Ann")
    done = facilitator(*words, home=tmp_path, typed="/leave\n", FACILITATOR_CONFIG=str(file))
    assert done.status == 0
    assert "troika" in next(tmp_path.rglob("rehearsals/*")).name


def test_a_default_agenda_that_is_not_there_is_told_and_the_usual_one_runs(tmp_path: Path) -> None:
    file = tmp_path / "s.toml"
    file.write_text('default_agenda = "trioka"\n')
    words = ("run", "--plain", "--now", "--rehearse", "--speed", "0", "--people", "Awa, 李娜, Ann")
    done = facilitator(*words, home=tmp_path, typed="/leave\n", FACILITATOR_CONFIG=str(file))
    assert done.status == 0
    assert "Did you mean “troika”?" in done.err
    assert done.err.count("\n") == 1
    assert "intervision" in next(tmp_path.rglob("rehearsals/*")).name


def test_a_rehearsal_needs_a_terminal_and_a_report_a_rehearsal(tmp_path: Path) -> None:
    done = facilitator("rehearse", home=tmp_path)
    assert done.status == 1
    assert "facilitator run --rehearse --plain" in done.err
    done = facilitator("rehearse", "--report", home=tmp_path)
    assert done.status == 1
    assert "There is no rehearsal yet." in done.err
    assert list(tmp_path.iterdir()) == []


def test_a_report_says_where_the_time_went(tmp_path: Path) -> None:
    words = ("run", "--plain", "--now", "--rehearse", "--speed", "0", "--people", "Awa, 李娜, Ann")
    typed = "/turn Awa\n/wait 6:00\n/next\n/wait 1:00\n/close\n"
    assert facilitator(*words, home=tmp_path, typed=typed).status == 0
    done = facilitator("rehearse", "--report", home=tmp_path)
    assert done.status == 0, done.err
    assert done.out.startswith("The meeting: planned ")
    assert "Arrive: 1 turn over, by " in done.out
    assert "Awa" not in done.out
    named = facilitator("rehearse", "--report", next(tmp_path.rglob("rehearsals/*")).name, home=tmp_path)
    assert named.out == done.out


@pytest.mark.slow
def test_a_rehearsal_from_its_first_key_to_the_report(tmp_path: Path) -> None:
    file = tmp_path / "s.toml"
    file.write_text(TROUBLE)
    words = ("rehearse", "--speed", "0", "--seed", "x", "--people", "Awa Diop, 李娜, Ann, Bríd, Leila")
    with terminal(*words, home=tmp_path, FACILITATOR_CONFIG=str(file), rows=30, columns=120) as room:
        room.until_shows("“ctrl+g” is both “live.main”")
        room.type("\x1b[19~" * 12)
        room.until_shows("min late.")
        room.type("/close\r")
        room.until_shows("^Q")
        room.type("\x11")
        room.until_says("The meeting: planned")
        assert room.ended() == 0


def test_a_rehearsal_in_plain_lines_has_mishaps_which_go_on_after_resume(tmp_path: Path) -> None:
    people = "Awa Diop, 李娜, Ann, Bríd, Leila"
    words = ("rehearse", "--plain", "--speed", "0", "--seed", "x", "--people", people)
    first = facilitator(*words, home=tmp_path, typed="/who\n")
    assert (first.status, first.err) == (0, "")
    missing = [line.split()[0] for line in first.out.splitlines() if line.endswith(" is not here yet.")]
    assert missing
    assert first.out.splitlines()[-2].startswith("The meeting: planned ")
    second = facilitator("resume", "last", "--plain", home=tmp_path, typed="/wait 10:00\n" * 2 + "\n")
    assert second.status == 0
    assert all(f"{name}" in second.out for name in missing)
    assert second.out.count("late, and here now. What do you say?") >= 1
    assert facilitator(*words, home=tmp_path, typed="/who\n").out.count("is not here yet.") == len(missing)
