"""What tests of a running session share: a fake clock, meetings in a home of their own, looks at the disk."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec
import pytest

from facilitator.agenda.model import Agenda, Stage
from facilitator.meeting.meeting import Meeting
from facilitator.meeting.opening import Wanted, open_new, resume
from facilitator.session import intents as it
from facilitator.session.state import State
from facilitator.store.lines import seal
from facilitator.store.reading import read_log

PEOPLE = ("Amina Diallo", "Bríd Ní Dhálaigh", "李娜", "Ann Otieno", "Annabel Otieno-Brandt")

AGENDA = Agenda(
    name="intervision",
    title="InterVision",
    language="en",
    stages=(
        Stage(id="arrive", name="Arrive", kind="round", per_person=1, say="Welcome."),
        Stage(id="case", name="Case told", kind="talk", minutes=8, say="The floor is yours."),
        Stage(id="keep", name="Takeaways", kind="capture", minutes=5, say="What do you keep?"),
    ),
)

FOREVER = 20.0
"""Seconds after which something that should happen at once has not happened."""


class FakeClock:
    """A clock moved by hand. The wall clock can be set, like a real one."""

    def __init__(self) -> None:
        self.now = 1_000.0
        self.at = datetime.now(UTC).replace(microsecond=0)
        self.boot_name = "this-boot"

    def seconds(self) -> float:
        return self.now

    def wall(self) -> datetime:
        return self.at

    def boot(self) -> str:
        return self.boot_name

    def on(self, seconds: float) -> None:
        """So much time goes by."""
        self.now += seconds
        self.at += timedelta(seconds=seconds)

    def set_wall(self, seconds: float) -> None:
        """Somebody sets the wall clock by so much."""
        self.at += timedelta(seconds=seconds)

    def reboot(self) -> None:
        self.now, self.boot_name = 5.0, "another-boot"


class Room:
    """Meetings in one home."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.clock = FakeClock()
        self._open: list[Meeting] = []

    def opened(self, *, go: bool = True, **wanted: Any) -> Meeting:
        values: dict[str, Any] = {
            "agenda": AGENDA,
            "people": PEOPLE,
            "chair": PEOPLE[0],
            "keeper": PEOPLE[1],
            "giver": PEOPLE[3],
            "title": "A board that agrees",
            "zone": "Africa/Dakar",
        }
        meeting = open_new(self.home, Wanted(**(values | wanted)), self.clock)
        self._open.append(meeting)
        if go:
            meeting.submit(it.Go())
        return meeting

    def resumed(self, folder: Path) -> Meeting:
        meeting = resume(folder, self.clock)
        self._open.append(meeting)
        return meeting

    def after_power_cut(self, meeting: Meeting) -> Path:
        """The session's folder as it lies on the disk at this moment, in another place."""
        count = len(list(self.home.parent.glob("cut-*")))
        folder = self.home.parent / f"cut-{count}" / meeting.folder.name
        shutil.copytree(meeting.folder, folder)
        return folder

    def leave(self, meeting: Meeting) -> bool:
        self._open.remove(meeting)
        return meeting.leave()

    def leave_all(self) -> None:
        for meeting in self._open:
            meeting.leave()


def note(text: str, kind: Any = "note", **more: Any) -> it.Capture:
    return it.Capture(kind=kind, text=text, **more)


def kept(meeting: Meeting, *intents: it.Intent) -> None:
    """Carry out intents and wait until all of it is on the disk."""
    for intent in intents:
        meeting.submit(intent)
    assert meeting.settle(), meeting.trouble


def until(meeting: Meeting, holds: Callable[[], bool]) -> None:
    """Wait until something holds that the writer's thread brings about; fails where it never does."""
    changed = threading.Condition()

    def notice() -> None:
        with changed:
            changed.notify_all()

    stop = meeting.subscribe_kept(notice)
    try:
        with changed:
            assert changed.wait_for(holds, FOREVER), "it did not come to be"
    finally:
        stop()


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    """A room in a home of its own; every meeting is left at the end."""
    one = Room(tmp_path / "home")
    yield one
    one.leave_all()


def log_of(folder: Path) -> list[dict[str, Any]]:
    """The events on disk as plain data."""
    return [msgspec.json.decode(payload) for _number, payload in read_log(folder).payloads]


def append_to_log(folder: Path, *payloads: bytes) -> None:
    """Put events behind a log that nobody has open."""
    with (folder / "events.jsonl").open("ab") as stream:
        stream.writelines(map(seal, payloads))


def all_bytes(place: Path) -> bytes:
    """Every byte of every file under a folder, whatever it is called."""
    return b"".join(path.read_bytes() for path in sorted(place.rglob("*")) if path.is_file())


def told(state: State) -> dict[str, Any]:
    """What a state says, without how it came about and without the instants of the last event."""
    but = ("past", "depth", "undone", "last_t", "last_at", "away")
    return {name: getattr(state, name) for name in state.__struct_fields__ if name not in but}
