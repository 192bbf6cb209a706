"""Everybody whom a pod knows by name: members and guests of all its meetings."""

from __future__ import annotations

from pathlib import Path

from facilitator.agenda.library import find
from facilitator.meeting.clock import SystemClock
from facilitator.meeting.opening import Wanted, open_new
from facilitator.pod.known import known_people
from facilitator.pod.remembered import remember
from facilitator.session import intents as it


def held(home: Path, *people: str, guest: str = "", rehearsal: bool = False) -> Path:
    wanted = Wanted(agenda=find("intervision"), people=people, rehearsal=rehearsal)
    meeting = open_new(home, wanted, SystemClock())
    meeting.submit(it.Go())
    if guest:
        meeting.submit(it.Join(guest))
    meeting.leave()
    return meeting.folder


def test_members_and_guests_of_all_meetings_are_known_once(tmp_path: Path) -> None:
    remember(tmp_path, ("Ann Otieno",), chair="", keeper="", giver="")
    held(tmp_path, "Ann Otieno", "李娜", guest="Fatou Sow")
    held(tmp_path, "Bríd Ní Dhálaigh", "Ann Otieno")
    known = known_people(tmp_path)
    assert known[0] == "Ann Otieno"
    assert sorted(known) == ["Ann Otieno", "Bríd Ní Dhálaigh", "Fatou Sow", "李娜"]


def test_the_invented_people_of_a_rehearsal_are_not_known(tmp_path: Path) -> None:
    held(tmp_path, "Ann Otieno", rehearsal=True)
    assert known_people(tmp_path) == ()


def test_a_damaged_meeting_keeps_nobody_else_from_being_known(tmp_path: Path) -> None:
    folder = held(tmp_path, "Ann Otieno", guest="Fatou Sow")
    log = folder / "events.jsonl"
    log.write_bytes(b"damaged\n" + log.read_bytes().partition(b"\n")[2])
    (tmp_path / "people.toml").write_text("people = 5", "utf-8")
    assert sorted(known_people(tmp_path)) == ["Ann Otieno", "Fatou Sow"]
    (folder / "opening.json").unlink()
    assert known_people(tmp_path) == ("Fatou Sow",)
