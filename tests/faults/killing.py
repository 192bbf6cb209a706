"""Playing the harbour meeting while the window is killed again and again.

The meeting is typed line by line. At chosen lines the program gets kill -9 a while after the last key; the
log then tells how far it came, every line that was shown as kept must be in it as it was typed, and the
session is resumed and typed on from there.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
from harbour import LINES, REHEARSED, without_clock
from running import Terminal, facilitator

from facilitator.store.reading import read_log

LONGEST_DELAY = 0.3
"""Seconds between the last key and the kill, at most (the issue's figure)."""

FIELDS = ("kind", "text", "speakers", "owners", "due", "pod_only", "stage")

TELLING = [place for place, line in enumerate(LINES) if not line.startswith("/wait")]
"""Places of the lines that leave an event; `/wait` only moves the clock."""

LAST = len(LINES) - 1


class Reference(NamedTuple):
    """The same meeting without any kill: every note by its number, and the minutes."""

    notes: dict[int, dict[str, Any]]
    minutes: str


def the_session(home: Path) -> Path:
    (folder,) = (home / "data" / "rehearsals").iterdir()
    return folder


def lines_of(home: Path) -> list[dict[str, Any]]:
    reading = read_log(the_session(home))
    assert reading.set_aside == (), reading.sentences()
    return [msgspec.json.decode(payload) for _number, payload in reading.payloads]


def captured(lines: list[dict[str, Any]]) -> dict[int, dict[str, Any]]:
    return {
        line["number"]: {field: line[field] for field in FIELDS}
        for line in lines
        if line["type"] == "note_captured"
    }


def reference(home: Path) -> Reference:
    """Play the meeting through a pipe, stopping once before the strike and once after the end."""
    strike = LINES.index("/strike")
    first = facilitator(
        *REHEARSED, "--plain", "--home", "data", home=home, typed="\n".join(LINES[:strike]) + "\n"
    )
    assert first.status == 0, first
    notes = captured(lines_of(home))
    rest = facilitator(
        "resume", "--plain", "--home", "data", home=home, typed="\n".join(LINES[strike:]) + "\n"
    )
    assert rest.status == 0, rest
    notes |= captured(lines_of(home))
    return Reference(notes, (the_session(home) / "minutes.md").read_text(encoding="utf-8"))


def done_so_far(lines: list[dict[str, Any]]) -> int:
    """How many of the telling lines have been carried out, by what the log holds."""
    causes = {line["cause"] for line in lines if line["type"] not in ("session_opened", "session_resumed")}
    struck = [line["number"] for line in lines if line["type"] == "note_struck"]
    # A strike that was done took the events of its line out of the log.
    gone = [number for number in struck if number not in captured(lines)]
    return len(causes) + len(gone) - any(line["type"] == "meeting_started" for line in lines)


def check_kept(home: Path, shown: set[int], known: Reference) -> None:
    """Every line that was shown as kept is in the log, unchanged."""
    lines = lines_of(home)
    struck = {line["number"] for line in lines if line["type"] == "note_struck"}
    there = captured(lines)
    for number, note in there.items():
        assert note == known.notes[number], number
    lost = shown - set(there) - struck
    assert not lost, f"lines {sorted(lost)} were shown as kept and are not in the log"


def kept_in_plain(one: Terminal) -> set[int]:
    return {int(number) for number in re.findall(r"^Kept (\d+),.*\.$", one.text, re.MULTILINE)}


def kept_on_screen(one: Terminal) -> set[int]:
    rows = (re.fullmatch(r"\s*(\d+)  \S.*\s{2}kept", row) for row in one.rows)
    return {int(row[1]) for row in rows if row}


def play_with_kills(
    home: Path,
    known: Reference,
    *,
    words: tuple[str, ...],
    ready: Callable[[Terminal], None],
    kept: Callable[[Terminal], set[int]],
    first: int,
    every: int,
) -> int:
    """Play the whole meeting and kill it after line `first`, then every so many lines; returns how often."""
    chance = random.Random(first)
    shown: set[int] = set()
    place, kills = 0, 0
    one = Terminal(*REHEARSED, *words, "--home", "data", home=home)
    for point in range(first, LAST, every):
        ready(one)
        for line in LINES[place : point + 1]:
            one.type(line + "\r")
        one.for_seconds(chance.uniform(0, LONGEST_DELAY))
        one.kill()
        kills += 1
        shown |= kept(one)
        one.close()
        check_kept(home, shown, known)
        check_draft(home)
        check_resumes(home)
        # The half-typed line is typed anew below; other tests look at how it comes back.
        (the_session(home) / "draft.txt").write_bytes(b"")
        done = done_so_far(lines_of(home))
        place = TELLING[done] if done < len(TELLING) else LAST
        one = Terminal("resume", *words, "--home", "data", home=home)
    ready(one)
    for line in LINES[place:]:
        one.type(line + "\r")
    log, minutes = the_session(home) / "events.jsonl", the_session(home) / "minutes.md"
    one.until(lambda: b'"type":"meeting_closed"' in log.read_bytes(), "the close")
    one.until(
        lambda: without_clock(minutes.read_text(encoding="utf-8")) == without_clock(known.minutes),
        "the same minutes as without kills",
    )
    one.close()
    assert not any(b"nephew" in path.read_bytes() for path in the_session(home).iterdir())
    return kills


def check_draft(home: Path) -> None:
    """What was half typed is the beginning of a line that was typed."""
    path = the_session(home) / "draft.txt"
    draft = path.read_text(encoding="utf-8") if path.exists() else ""
    assert any(line.startswith(draft) for line in LINES), draft


def check_resumes(home: Path) -> None:
    """`resume --plain` opens the session whatever happened to its window, and says so in plain words."""
    done = facilitator("resume", "--plain", "--home", "data", home=home, typed="/leave\n")
    assert (done.status, done.err) == (0, ""), done
    assert done.out.startswith("InterVision. Session "), done
