"""The installed program in a terminal: its title and its messages, byte by byte."""

from __future__ import annotations

import os
import re
import signal
import subprocess
from pathlib import Path

import pytest
from running import PROGRAM, environment, terminal

CHAIRED = (
    "run", "intervision", "--people", "Amina Diallo, Bríd Ní Dhálaigh, Dolores Quispe", "--chair", "Amina",
    "--giver", "Dolores", "--title", "Unpaid invoices", "--now", "--rehearse", "--speed", "0",
    "--home", "data",
)  # fmt: skip
SETTLED = 'notifications = "desktop"\n'


def titles(written: bytes) -> list[str]:
    return re.findall(r"\x1b\]2;([^\x1b]*)\x1b\\", written.decode("utf-8", "replace"))


@pytest.mark.slow
def test_the_title_follows_the_meeting_and_is_given_back(tmp_path: Path) -> None:
    with terminal(*CHAIRED, home=tmp_path) as chair:
        chair.until_shows("Arrive")
        chair.until(lambda: titles(chair.written)[-1:] == ["Arrive · 3 min left"], "the title")
        chair.type("/wait 5:00\r")
        chair.until(lambda: titles(chair.written)[-1] == "Arrive · 2 min over", "the time over")
        chair.type("Bríd: the treasurer pays nothing\r/goto 4\r")
        chair.until(lambda: "Reflective pause · silence" in titles(chair.written)[-1], "the silence")
        chair.type("/close\r")
        chair.until(lambda: titles(chair.written)[-1] == "facilitator", "the plain name")
        chair.type("\x11")
        assert chair.ended() == 0
        assert chair.written.count(b"\x1b[22;2t") == chair.written.count(b"\x1b[23;2t") == 1
        assert titles(chair.written)[0] == "facilitator"
        assert titles(chair.written)[-1] == ""
        assert chair.written.rindex(b"\x1b[23;2t") > chair.written.rindex(b"\x1b]2;\x1b\\")
        told = " ".join(titles(chair.written))
        for words in ("Amina", "Bríd", "Dolores", "treasurer", "Unpaid"):
            assert words not in told


@pytest.mark.slow
@pytest.mark.parametrize("way", [signal.SIGTERM, signal.SIGHUP])
def test_a_program_that_is_told_to_end_gives_the_title_back(tmp_path: Path, way: signal.Signals) -> None:
    with terminal(*CHAIRED, home=tmp_path) as chair:
        chair.until_shows("Arrive")
        os.kill(chair.pid, way)
        chair.ended()
        assert titles(chair.written)[-1] == ""


@pytest.mark.slow
def test_a_chair_in_another_window_is_called_by_the_terminals_own_message(tmp_path: Path) -> None:
    file = tmp_path / "s.toml"
    file.write_text(SETTLED)
    surroundings = {"FACILITATOR_CONFIG": str(file), "TERM": "xterm-kitty"}
    # Another speed: the last that is said counts.
    with terminal(*CHAIRED, "--speed", "60", home=tmp_path, **surroundings) as chair:
        chair.until_shows("Arrive")
        chair.type("/goto 3\r")
        chair.until(lambda: "the time is up" in titles(chair.written)[-1], "the time")
        assert b"\x1b]99;" not in chair.written, "the terminal was in front"
        chair.type("/goto 4\r")
        chair.until(lambda: "Reflective pause" in titles(chair.written)[-1], "the silence")
        # What a terminal sends when another window comes to the front.
        chair.type("\x1b[O")
        ours = b"\x1b]99;i=facilitator:o=unfocused"
        chair.until(lambda: ours in chair.written, "the message")
        chair.until(
            lambda: b"p=body;Reflective pause: the silence is over.\x1b\\" in chair.written, "its end"
        )
        assert chair.written.count(ours) == 2, "one message, of two parts"
        assert b"\x07" in chair.written


@pytest.mark.slow
def test_the_window_for_everyone_has_a_title_by_which_it_is_found_and_gives_it_back(tmp_path: Path) -> None:
    with terminal(*CHAIRED, home=tmp_path) as chair:
        chair.until_shows("Arrive")
        with terminal("view", "--home", "data", home=tmp_path) as room:
            room.until_shows("1 of 10")
            assert titles(room.written) == ["For everyone · facilitator"]
            room.type("q")
            assert room.ended() == 0
            assert titles(room.written)[-1] == ""
            assert room.written.count(b"\x1b[22;2t") == room.written.count(b"\x1b[23;2t") == 1


@pytest.mark.slow
def test_nothing_is_told_to_what_is_no_terminal(tmp_path: Path) -> None:
    done = subprocess.run(
        [PROGRAM, *CHAIRED, "--plain"],
        input=b"/wait 1:00\n/next\n/close\n",
        capture_output=True,
        env=environment(tmp_path, TERM="xterm-kitty"),
        cwd=tmp_path,
        check=False,
    )
    assert done.returncode == 0
    assert b"\x1b" not in done.stdout + done.stderr


@pytest.mark.slow
def test_a_terminal_that_is_none_gets_no_title(tmp_path: Path) -> None:
    with terminal(*CHAIRED, home=tmp_path, TERM="linux") as chair:
        chair.until_shows("Arrive")
        chair.type("/close\r")
        chair.until_shows("Done")
        chair.type("\x11")
        assert chair.ended() == 0
        assert b"\x1b]2;" not in chair.written
        assert b"\x1b[22;2t" not in chair.written
