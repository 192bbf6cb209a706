"""A real meeting, played through the program: the minutes hold what was typed, as it was typed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from harbour import LINES, PEOPLE, REHEARSED, SECTIONS, STRUCK, read_minutes, recorded, without_clock
from running import Done, facilitator, terminal

AMINA, BRID, LI_NA, DOLORES, ANN, ANNABEL = PEOPLE


def the_session(home: Path) -> Path:
    (folder,) = (home / "data" / "rehearsals").iterdir()
    return folder


def minutes_in(home: Path) -> str:
    return (the_session(home) / "minutes.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("harbour")


@pytest.fixture(scope="module")
def meeting(home: Path) -> Done:
    """The whole script through plain mode."""
    return facilitator(*REHEARSED, "--plain", "--home", "data", home=home, typed="\n".join(LINES) + "\n")


@pytest.fixture(scope="module")
def minutes(home: Path, meeting: Done) -> str:
    return minutes_in(home)


def test_it_ends_well_and_says_nothing_on_stderr(meeting: Done) -> None:
    assert (meeting.status, meeting.err) == (0, "")
    assert "The meeting is closed" in meeting.out


def test_every_recorded_line_is_told_as_kept_once_and_in_order(meeting: Done) -> None:
    numbers = [int(number) for number in re.findall(r"^Kept (\d+),", meeting.out, re.MULTILINE)]
    # The struck line had a number as well.
    assert numbers == list(range(1, len(recorded()) + 2))


@pytest.mark.parametrize(("stage", "mark", "words"), recorded())
def test_a_line_stands_as_typed_under_its_stage(minutes: str, stage: str, mark: str, words: str) -> None:
    shown = read_minutes(minutes)
    if mark in SECTIONS:
        (item,) = [item for item in shown[SECTIONS[mark]] if words in item]
        assert item.endswith(f" · {stage}")
    else:
        assert any(item.endswith(words) for item in shown[stage]), shown[stage]


def test_nothing_else_is_in_the_minutes(minutes: str) -> None:
    shown = read_minutes(minutes)
    marks = [mark for _stage, mark, _words in recorded()]
    for mark, section in SECTIONS.items():
        assert len(shown[section]) == marks.count(mark)
    stages = {stage for stage, mark, _words in recorded() if mark not in SECTIONS}
    assert sum(len(shown[stage]) for stage in stages) == sum(mark not in SECTIONS for mark in marks)
    assert "Reflective pause" not in shown
    assert "Journalling" not in shown


def test_lines_are_attributed_to_whom_was_named_and_to_nobody_else(minutes: str) -> None:
    shown = read_minutes(minutes)
    assert f"{ANNABEL}: roosters, then the generator" in shown["Arrive"]
    assert f"{ANN}: the kettle. And WhatsApp — 47 messages before 7" in shown["Arrive"]
    assert "Opening question: which sound belongs to your morning?" in shown["Arrive"]
    assert "what happens if nothing moves for a year · Clarify" in shown["Questions"]


def test_next_steps_have_their_owners_and_days(minutes: str) -> None:
    shown = read_minutes(minutes)["Next steps"]
    assert all(item.startswith("[ ] ") for item in shown)
    board, motion, bus, by_law = (item.removeprefix("[ ] ") for item in shown)
    assert board.startswith(f"{DOLORES} — invite the Puno seed bank")
    assert re.search(r"by Friday \d+ \w+ \d{4}", board)
    assert motion.startswith(f"{ANN} — send Dolores the two-line motion template (owner + date) · by Tuesday")
    assert ANNABEL not in motion
    assert bus.startswith(f"{DOLORES}, {ANNABEL} — find out what a bus from Potosí costs · by ")
    assert by_law.startswith("Unassigned — share the by-law paragraph with the pod")


def test_lines_for_the_pod_only_are_marked(minutes: str) -> None:
    shown = read_minutes(minutes)
    marked = [item for items in shown.values() for item in items if item.startswith("(pod only)")]
    only = [words for _stage, mark, words in recorded() if mark == "~"]
    assert marked == [f"(pod only) {words}" for words in only]


def test_it_says_that_it_was_practice_and_when_the_pod_meets_next(minutes: str) -> None:
    assert "Rehearsal" in minutes
    assert "Draft" in minutes
    assert "Thursday 17 December 2026, 15:00 UTC" in minutes


def test_the_struck_line_is_nowhere_on_disk(home: Path, minutes: str) -> None:
    for path in (home / "data").rglob("*"):
        assert path.is_dir() or not any(words in path.read_bytes() for words in (b"nephew", STRUCK.encode()))


def test_the_words_of_no_line_were_said_on_a_command_line_or_left_in_a_temporary_file(
    home: Path, minutes: str
) -> None:
    assert sorted(path.name for path in the_session(home).iterdir()) == [
        "draft.txt",
        "events.jsonl",
        "lock",
        "minutes.md",
        "opening.json",
    ]
    assert (the_session(home) / "draft.txt").read_bytes() == b""


def test_case_told_took_ten_minutes_and_twenty_seconds(home: Path, minutes: str) -> None:
    timed = facilitator("minutes", "last", "--timing", "--home", "data", home=home)
    assert timed.status == 0
    assert "Case told took 10:20" in timed.out
    assert "Open discussion took 13:00" in timed.out
    assert "took 10:20" not in minutes


def test_the_printed_minutes_are_those_in_the_folder(home: Path, minutes: str) -> None:
    assert facilitator("minutes", "last", "--home", "data", home=home).out == minutes


def test_the_short_text_holds_no_case_notes_and_nothing_for_the_pod_only(home: Path, minutes: str) -> None:
    short = facilitator("minutes", "last", "--format", "chat", "--home", "data", home=home).out
    assert len(short) < 1_500
    assert "a decision without an owner and a date is a wish" in short
    for words in (
        "seed banks in the altiplano",
        "former manager",
        "leaving",
        "A board that agrees",
        "nephew",
    ):
        assert words not in short


@pytest.mark.slow
def test_the_same_script_typed_into_the_full_screen_gives_the_same_minutes(
    tmp_path: Path, minutes: str
) -> None:
    with terminal(*REHEARSED, "--home", "data", home=tmp_path, rows=24, columns=80) as screen:
        screen.until_shows("Arrive")
        for line in LINES[:-1]:
            screen.type(line + "\r")
        assert LINES[-1] == "/close"
        screen.until(lambda: "李娜 chairs next" in minutes_in(tmp_path), "the last line in the minutes")
        screen.type("/close\r")
        folder = the_session(tmp_path)
        screen.until(lambda: b'"meeting_closed"' in (folder / "events.jsonl").read_bytes(), "the close")
        screen.until(
            lambda: without_clock(minutes_in(tmp_path)) == without_clock(minutes), "the same minutes"
        )
        assert not any(b"nephew" in path.read_bytes() for path in folder.iterdir())
        assert "Traceback" not in screen.text
