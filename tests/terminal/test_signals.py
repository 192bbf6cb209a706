"""A window that is closed, a machine that shuts down: the session stays as it was kept and can be resumed."""

from __future__ import annotations

import signal
from pathlib import Path

import msgspec
import pytest
from running import Terminal, facilitator, terminal

from facilitator.store.reading import read_log

REHEARSE = ("run", "--now", "--rehearse", "--speed", "0", "--home", "data", "--people", "Amina Diallo, 李娜")
RESTORED = b"\x1b[?1049l"
"""What a program writes that gives the terminal its own page back."""


def session(home: Path) -> Path:
    (folder,) = (home / "data" / "rehearsals").iterdir()
    return folder


def texts(home: Path) -> list[str]:
    lines = [msgspec.json.decode(payload) for _number, payload in read_log(session(home)).payloads]
    return [line["text"] for line in lines if line["type"] == "note_captured"]


def draft(home: Path) -> str:
    path = session(home) / "draft.txt"
    return path.read_text(encoding="utf-8") if path.exists() else ""


def kept_in_plain(one: Terminal, text: str) -> None:
    one.until_says("Say: ")
    one.type(text + "\r")
    one.until_says("Kept 1, note, 李娜.")


def kept_on_screen(one: Terminal, text: str) -> None:
    one.until_shows("^N")
    one.type(text + "\r")
    one.until(lambda: any(row.endswith("kept") for row in one.rows), "the kept mark")


def test_a_line_typed_in_a_terminal_is_kept_in_plain_mode(tmp_path: Path) -> None:
    with terminal(*REHEARSE, "--plain", home=tmp_path) as one:
        kept_in_plain(one, "李娜: a line")
        one.type("/leave\r")
        assert one.ended() == 0
        assert "The session is left open." in one.text
    assert texts(tmp_path) == ["a line"]


def test_a_line_typed_on_the_screen_is_marked_as_kept(tmp_path: Path) -> None:
    with terminal(*REHEARSE, home=tmp_path) as one:
        kept_on_screen(one, "李娜: a line")
        one.type("/leave\r")
        assert one.ended() == 0
        assert RESTORED in one.written
    assert texts(tmp_path) == ["a line"]


@pytest.mark.slow
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_plain_mode_ended_by_a_signal_can_be_resumed(tmp_path: Path, number: signal.Signals) -> None:
    with terminal(*REHEARSE, "--plain", home=tmp_path) as one:
        kept_in_plain(one, "李娜: a line")
        one.send(number)
        one.ended()
        assert "Traceback" not in one.text
    check_resumes(tmp_path)


@pytest.mark.slow
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_the_screen_ended_by_a_signal_leaves_the_terminal_in_order(
    tmp_path: Path, number: signal.Signals
) -> None:
    with terminal(*REHEARSE, home=tmp_path) as one:
        kept_on_screen(one, "李娜: a line")
        one.type("half a li")
        one.until(lambda: draft(tmp_path) == "half a li", "the draft")
        one.send(number)
        assert one.ended() == 0
        assert RESTORED in one.written
        assert "Traceback" not in one.text
        assert "facilitator resume" in one.text
    check_resumes(tmp_path)
    assert draft(tmp_path) == "half a li"


@pytest.mark.slow
@pytest.mark.parametrize("plain", [True, False])
def test_a_terminal_window_that_is_closed_ends_the_program(tmp_path: Path, plain: bool) -> None:
    with terminal(*REHEARSE, *(["--plain"] if plain else []), home=tmp_path) as one:
        (kept_in_plain if plain else kept_on_screen)(one, "李娜: a line")
        one.hang_up()
        one.ended()
    check_resumes(tmp_path)


@pytest.mark.slow
def test_the_half_typed_line_comes_back_on_the_screen_and_is_kept_whole(tmp_path: Path) -> None:
    with terminal(*REHEARSE, home=tmp_path) as one:
        kept_on_screen(one, "李娜: a line")
        one.type("李娜: half of an")
        one.until(lambda: draft(tmp_path) == "李娜: half of an", "the draft")
        one.kill()
    with terminal("resume", "--home", "data", home=tmp_path) as one:
        one.until_shows("half of an")
        one.type("other line\r")
        one.until(lambda: any(row.endswith("kept") and "half" in row for row in one.rows), "the kept mark")
        one.until(lambda: draft(tmp_path) == "", "an empty draft")
        one.kill()
    assert texts(tmp_path) == ["a line", "half of another line"]


@pytest.mark.slow
def test_lines_typed_faster_than_the_screen_answers_are_all_kept_as_typed(tmp_path: Path) -> None:
    wanted = [f"line {number}" for number in range(1, 61)]
    with terminal(*REHEARSE, home=tmp_path) as one:
        one.until_shows("^N")
        one.type("".join(line + "\r" for line in wanted))
        one.until(lambda: len(texts(tmp_path)) >= len(wanted), "all lines")
        one.kill()
    assert texts(tmp_path) == wanted


@pytest.mark.slow
def test_a_pasted_block_keeps_every_line(tmp_path: Path) -> None:
    wanted = [f"line {number} 李" for number in range(1, 301)]
    with terminal(*REHEARSE, home=tmp_path) as one:
        one.until_shows("^N")
        one.type("\x1b[200~" + "\n".join(wanted) + "\x1b[201~")
        one.until(lambda: len(texts(tmp_path)) == len(wanted), "all lines")
        one.kill()
    assert texts(tmp_path) == wanted


def check_resumes(home: Path) -> None:
    """The line is there, and the session opens where it was."""
    assert texts(home) == ["a line"]
    done = facilitator("resume", "--plain", "--home", "data", home=home, typed="/notes\n/leave\n")
    assert (done.status, done.err) == (0, "")
    assert "1, note, 李娜: a line" in done.out
