"""`facilitator done` as people run it: what is open, what is marked, and what is told instead."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from running import Done, facilitator

from facilitator.agenda.library import find
from facilitator.meeting.clock import SystemClock
from facilitator.meeting.opening import Wanted, open_new, resume
from facilitator.session import intents as it
from facilitator.store.lines import seal, unseal

ANN, ANNABEL, LI = "Ann Otieno", "Annabel Otieno-Brandt", "李娜"


class DaysAgo(SystemClock):
    """The machine's clock, with the wall clock so many days back."""

    def __init__(self, days: int) -> None:
        super().__init__()
        self._days = days

    def wall(self) -> datetime:
        return super().wall() - timedelta(days=self._days)


def held(home: Path, ago: int, *captures: it.Capture, rehearsal: bool = False) -> str:
    """A closed meeting so many days ago with these lines; its name."""
    wanted = Wanted(
        agenda=find("intervision"), people=(ANN, ANNABEL, LI), zone="UTC", rehearsal=rehearsal, speed=0.0
    )
    meeting = open_new(home, wanted, DaysAgo(ago))
    for intent in (it.Go(), *captures, it.Close()):
        meeting.submit(intent)
    assert meeting.leave()
    return meeting.folder.name


def step(text: str, *owners: str, **more: object) -> it.Capture:
    return it.Capture(kind="step", text=text, owners=owners, **more)  # type: ignore[arg-type]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


def done(home: Path, *words: str) -> Done:
    return facilitator("done", *words, "--home", str(home), home=home.parent)


def test_without_words_it_lists_what_is_open_the_newest_meeting_first(home: Path) -> None:
    old = held(home, 3, step("call", ANN, due="2026-12-01"), it.Capture(kind="note", text="x"), step("write"))
    new = held(home, 1, step("\x1bsend", LI, ANNABEL, pod_only=True))
    held(home, 0, step("practice", ANN), rehearsal=True)
    told = done(home)
    assert (told.status, told.err) == (0, "")
    assert told.out.splitlines() == [
        f"{new} 1  {LI}, {ANNABEL}, pod only: ␛send",
        f"{old} 1  {ANN}: call · by Tuesday 1 December 2026",
        f"{old} 3  Unassigned: write",
    ]
    assert done(home, "--owner", "Ann").out.splitlines() == [
        f"{old} 1  {ANN}: call · by Tuesday 1 December 2026"
    ]
    assert done(home, old).out.count("\n") == 2
    assert done(home, "--owner", "Fatou").out == "No next step of Fatou is open.\n"


def test_steps_are_marked_and_marked_back_and_twice_is_no_error(home: Path) -> None:
    name = held(home, 1, step("call", ANN), step("write"), step("send"))
    assert done(home, name, "2", "1").out == f"{name}: Next steps 2, 1 are done.\n"
    assert done(home).out == f"{name} 3  Unassigned: send\n"
    again = done(home, "last", "1", "3")
    assert again.out.splitlines() == [
        f"{name}: Next step 1 is done already.",
        f"{name}: Next step 3 is done.",
    ]
    assert done(home).out == "No next step is open.\n"
    assert done(home, name, "1", "--not-done").out == f"{name}: Next step 1 is not done: it is open again.\n"
    told = done(home, name, "1", "--not-done")
    assert (told.status, told.out) == (0, f"{name}: Next step 1 is open already.\n")
    assert facilitator("search", "--open", "--home", str(home), home=home).out.count("next step") == 1
    minutes = facilitator("minutes", name, "--home", str(home), home=home).out
    assert "- [x] **Unassigned** — write · done" in minutes
    assert f"- [ ] **{ANN}** — call" in minutes


def test_what_was_marked_from_outside_is_taken_back_by_undo_when_the_meeting_is_opened_again(
    home: Path,
) -> None:
    name = held(home, 1, step("call", ANN))
    done(home, name, "1")
    meeting = resume(home / "sessions" / name, SystemClock())
    meeting.submit(it.Undo())
    assert meeting.state.phase == "closed"
    assert meeting.leave()
    assert done(home).out == f"{name} 1  {ANN}: call\n"


@pytest.mark.parametrize(
    ("words", "status", "sentence"),
    [
        (["last", "9"], 1, "There is no line 9."),
        (["last", "2"], 1, "Line 2 is no next step."),
        (["nowhere", "1"], 1, "There is no session nowhere."),
        (["last", "one"], 2, "one is not the number of a line."),
        (["--not-done"], 2, "Say which: facilitator done SESSION NUMBER --not-done."),
        (["last", "1", "--owner", "Ann"], 2, "--owner lists next steps"),
    ],
)
def test_what_cannot_be_done_is_told_and_nothing_is_written(
    home: Path, words: list[str], status: int, sentence: str
) -> None:
    name = held(home, 1, step("call"), it.Capture(kind="note", text="x"))
    log = home / "sessions" / name / "events.jsonl"
    before = log.read_bytes()
    told = done(home, *words)
    assert (told.status, told.out) == (status, "")
    assert sentence in told.err
    assert told.err.count("\n") == 1
    assert log.read_bytes() == before


def test_a_meeting_that_is_open_in_another_window_is_told_and_left_alone(home: Path) -> None:
    name = held(home, 1, step("call"))
    meeting = resume(home / "sessions" / name, SystemClock())
    try:
        told = done(home, name, "1")
    finally:
        meeting.leave()
    assert (told.status, told.out) == (1, "")
    assert told.err.startswith("This session is open in another window.")
    assert done(home).out == f"{name} 1  Unassigned: call\n"


def test_a_session_of_a_newer_version_can_only_be_read(home: Path) -> None:
    name = held(home, 1, step("call"))
    log = home / "sessions" / name / "events.jsonl"
    first, *others = (unseal(line) for line in log.read_bytes().splitlines())
    log.write_bytes(b"".join(map(seal, (first.replace(b'"format":1', b'"format":2', 1), *others))))
    told = done(home, name, "1")
    assert (told.status, told.out) == (1, "")
    assert "was written by a newer version" in told.err


def test_a_home_without_meetings_has_nothing_open(home: Path) -> None:
    told = done(home)
    assert (told.status, told.out) == (0, "No next step is open.\n")
    assert not home.exists()
