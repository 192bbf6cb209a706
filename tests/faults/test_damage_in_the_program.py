"""The installed program on a log that something has damaged: never is a line changed or lost unnoticed."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import msgspec
import pytest
from harbour import LINES, REHEARSED
from killing import the_session
from running import facilitator, terminal

from facilitator.meeting.opening import look
from facilitator.minutes.render import render
from facilitator.session.state import State
from facilitator.store.lines import seal
from facilitator.store.reading import read_log

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def unhurt(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The harbour meeting, left just before its close, so that its log still holds everything."""
    home = tmp_path_factory.mktemp("unhurt")
    typed = "\n".join(LINES[:-1]) + "\n"
    assert facilitator(*REHEARSED, "--plain", "--home", "data", home=home, typed=typed).status == 0
    return home


@pytest.fixture
def home(unhurt: Path, tmp_path: Path) -> Path:
    """A copy of it, to be hurt."""
    shutil.copytree(unhurt / "data", tmp_path / "data")
    return tmp_path


def log_of(home: Path) -> Path:
    return the_session(home) / "events.jsonl"


def flipped(data: bytes, place: int, bit: int) -> bytes:
    return data[:place] + bytes([data[place] ^ 1 << bit]) + data[place + 1 :]


def lines_held(state: State) -> dict[int, tuple[object, ...]]:
    return {
        note.number: (note.kind, note.text, note.speakers, note.owners, note.due, note.pod_only)
        for note in state.notes.values()
    }


@pytest.mark.parametrize("bit", [0, 5])
def test_a_flipped_bit_in_every_tenth_byte_is_noticed_and_changes_no_line(home: Path, bit: int) -> None:
    log, folder = log_of(home), the_session(home)
    whole = log.read_bytes()
    before = lines_held(look(folder).state)
    for place in range(bit, len(whole), 10):
        log.write_bytes(flipped(whole, place, bit))
        found = look(folder)
        assert found.reports, place
        after = lines_held(found.state)
        hit = whole[whole.rfind(b"\n", 0, place) + 1 : whole.find(b"\n", place)]
        if b'"type":"note_' in hit:
            number = msgspec.json.decode(hit)["number"]
            assert {one: note for one, note in before.items() if one != number} == {
                one: note for one, note in after.items() if one != number
            }, place
        elif b'"type":"undone"' not in hit:
            assert after == before, place
        assert render(found.state), place


@pytest.mark.parametrize("part", range(20))
def test_the_program_opens_a_session_with_a_flipped_bit_and_says_where_it_is(home: Path, part: int) -> None:
    log = log_of(home)
    whole = log.read_bytes()
    place = (part * len(whole)) // 20 + 7
    log.write_bytes(flipped(whole, place, part % 8))
    number = whole.count(b"\n", 0, place) + 1
    read = facilitator("minutes", "last", "--home", "data", home=home)
    assert read.status == 0
    assert log.read_bytes() == flipped(whole, place, part % 8)
    done = facilitator("resume", "--plain", "--home", "data", home=home, typed="one more line\n")
    assert (done.status, done.err) == (0, "")
    assert "Kept " in done.out
    assert "Traceback" not in read.err
    for said in (read.err, done.out):
        assert f"{number}" in said or "first line" in said or "was not written whole" in said, said


@pytest.mark.parametrize("bytes_left", [0, 1, 40, 0.1, 0.33, 0.5, 0.77, 0.999])
def test_a_torn_tail_is_cut_and_everything_before_it_opens(home: Path, bytes_left: float) -> None:
    log = log_of(home)
    whole = log.read_bytes()
    data = whole[: int(bytes_left * len(whole)) if isinstance(bytes_left, float) else bytes_left]
    log.write_bytes(data)
    done = facilitator("resume", "--plain", "--home", "data", home=home, typed="one more line\n/leave\n")
    assert (done.status, done.err) == (0, "")
    assert "Kept " in done.out
    assert "was not written whole" in done.out or "opening.json" in done.out
    left = data[: data.rfind(b"\n") + 1]
    opening = whole[: whole.index(b"\n") + 1]
    assert log.read_bytes().startswith(left or opening)
    reading = read_log(the_session(home))
    assert reading.sentences() == []


def test_an_empty_log_and_no_copy_of_its_opening_is_told_in_a_sentence(home: Path) -> None:
    log_of(home).write_bytes(b"")
    (the_session(home) / "opening.json").unlink()
    for words in (("resume", "--plain"), ("minutes", "last"), ("add", "last", "-")):
        done = facilitator(*words, "--home", "data", home=home)
        assert (done.status, done.out) == (1, "")
        assert done.err.count("\n") == 1
        assert "Traceback" not in done.err
    listed = facilitator("sessions", "--home", "data", home=home)
    assert listed.status == 0
    assert the_session(home).name in listed.out


def test_a_machine_clock_that_was_set_back_by_days_makes_no_time_negative(home: Path) -> None:
    """The log and the lock come from the future, of another boot."""
    folder, log = the_session(home), log_of(home)
    lines = [msgspec.json.decode(payload) for _number, payload in read_log(folder).payloads]
    for line in lines:
        line["at"] = line["at"].replace("20", "21", 1)
    lines[0] |= {"rehearsal": False, "boot": "another", "clock": 10.0}
    log.write_bytes(b"".join(seal(msgspec.json.encode(line)) for line in lines))
    os.utime(folder / "lock", (4_000_000_000, 4_000_000_000))
    done = facilitator(
        "resume", "--plain", "--home", "data", home=home, typed="now it is\n/agenda\n/close\n"
    )
    assert (done.status, done.err) == (0, "")
    assert "Kept 35, note." in done.out
    assert "/count" not in done.out
    assert "-" not in "".join(row for row in done.out.splitlines() if "took" in row)
    read = facilitator("minutes", "last", "--timing", "--home", "data", home=home)
    assert "now it is" in read.out
    assert "Case told took 10:20" in read.out


def test_a_second_opener_gets_one_sentence_and_the_first_goes_on(home: Path) -> None:
    with terminal("resume", "--plain", "--home", "data", home=home) as one:
        one.until_says("Say: ")
        before = log_of(home).read_bytes()
        for words in (("resume", "--plain"), ("add", "last", "-")):
            done = facilitator(*words, "--home", "data", home=home, typed="a line\n")
            assert (done.status, done.out) == (1, "")
            assert done.err.startswith("This session is open in another window.")
            assert done.err.count("\n") == 1
        assert log_of(home).read_bytes() == before
        assert facilitator("minutes", "last", "--home", "data", home=home).status == 0
        with terminal("resume", "--home", "data", home=home) as other:
            assert other.ended() == 1
            assert "This session is open in another window." in other.text
        one.type("one more\r")
        one.until_says("Kept ")
        one.type("/leave\r")
        assert one.ended() == 0
