"""The chair in one terminal and the room in another, as on a call."""

from __future__ import annotations

import signal
import subprocess
import time
from pathlib import Path

import pytest
from running import PATIENCE, PROGRAM, Terminal, environment, facilitator, terminal

CHAIRED = (
    "run", "intervision", "--people", "Amina Diallo, Bríd Ní Dhálaigh, Dolores Quispe", "--chair", "Amina",
    "--giver", "Dolores", "--title", "Unpaid invoices", "--now", "--home", "data",
)  # fmt: skip


SOON = 1.0
"""Seconds that the room may be behind the chair (the issue's figure)."""


def in_room(room: Terminal, words: str, within: float) -> None:
    """Wait until these words stand in the room's window, and fail where that takes longer (seconds)."""
    begun = time.monotonic()
    room.until_shows(words)
    assert time.monotonic() - begun < within


@pytest.mark.slow
def test_the_room_is_within_a_second_of_the_chair_and_sees_nothing_else(tmp_path: Path) -> None:
    with terminal(*CHAIRED, home=tmp_path) as chair:
        chair.until_shows("Arrive")
        with terminal("view", "--home", "data", home=tmp_path) as room:
            room.until_shows("1 of 10")
            chair.type("Bríd: the treasurer pays nothing\r")
            chair.until_shows("the treasurer pays nothing")
            chair.type("/next\r")
            in_room(room, "2 of 10", within=SOON)
            room.until_shows("This time belongs to Dolores.")
            chair.type("/turn Bríd\r")
            in_room(room, "Now: Bríd", within=SOON)
            chair.type("half a line that is not for")
            room.for_seconds(0.6)
            for words in ("treasurer", "Unpaid", "half a line", "Amina"):
                assert words not in room.text
            room.type("q")
            assert room.ended() == 0
        chair.type("\x7f" * 40)
        chair.until_shows("First ask Dolores")
        chair.type("/pause\r")
        chair.until_shows("The clock stands still.")
        with terminal("view", "last", "--home", "data", home=tmp_path, rows=5, columns=40) as late:
            late.until_shows("Case told")
            late.until_shows("The clock stands still.")
            chair.type("/resume\r")
            chair.until(lambda: not any("stands still" in row for row in chair.rows), "the clock running")
            chair.type("/leave\r")
            assert chair.ended() == 0
            late.until_shows("The chair has left the meeting open.")
            late.send(signal.SIGTERM)
            assert late.ended() == 0


@pytest.mark.slow
def test_the_page_follows_a_rehearsal_and_says_when_it_ends(tmp_path: Path) -> None:
    page = tmp_path / "room.html"
    with terminal(*CHAIRED, "--plain", "--rehearse", "--speed", "0", home=tmp_path) as chair:
        chair.until_says("Arrive")
        publisher = subprocess.Popen(
            [PROGRAM, "view", "--html", "room.html", "--home", "data"],
            env=environment(tmp_path),
            cwd=tmp_path,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        try:
            chair.until(lambda: page.exists() and "<h1" in page.read_text("utf-8"), "the page")
            chair.type("/next\r/wait 3:00\r")
            chair.until(lambda: '"timer">5:00' in page.read_text("utf-8"), "the rehearsed clock")
            chair.type("~ for the pod alone\r/close\r")
            out, err = publisher.communicate(timeout=PATIENCE)
        finally:
            publisher.kill()
    assert (publisher.returncode, err) == (0, "")
    assert "room.html shows the meeting" in out
    last = page.read_text("utf-8")
    assert "The meeting is over" in last
    assert "refresh" not in last
    assert "alone" not in last.replace("Dolores alone", "")


def test_the_view_without_a_terminal_or_without_a_session_says_what_to_do(tmp_path: Path) -> None:
    none = facilitator("view", "--html", "room.html", "--home", "data", home=tmp_path)
    assert (none.status, none.out) == (1, "")
    assert "There is no session in" in none.err
    blind = facilitator("view", "--home", "data", home=tmp_path)
    assert blind.status == 1
    assert "--html FILE" in blind.err
    alone = facilitator("view", "--force", "--home", "data", home=tmp_path)
    assert alone.status == 2
    assert "--html" in alone.err


def test_the_page_never_replaces_a_file_that_is_not_ours(tmp_path: Path) -> None:
    facilitator("run", "--plain", "--now", "--home", "data", home=tmp_path, typed="/leave\n")
    (tmp_path / "mine.html").write_text("my own page")
    refused = facilitator("view", "last", "--html", "mine.html", "--home", "data", home=tmp_path)
    assert (refused.status, refused.out) == (1, "")
    assert "--force" in refused.err
    assert (tmp_path / "mine.html").read_text() == "my own page"
