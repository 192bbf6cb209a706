"""What was entered is on the disk right behind: the watermark, the draft, the minutes, the lock."""

from __future__ import annotations

import stat
import threading

import pytest
from meeting_room import AGENDA, PEOPLE, Room, all_bytes, kept, log_of, note, until

from facilitator.meeting import writer
from facilitator.session import intents as it
from facilitator.session.refused import Refused
from facilitator.store.eventlog import LogWriter


def test_a_new_session_has_its_opening_on_disk_before_anything_else(room: Room) -> None:
    meeting = room.opened(go=False)
    (opening,) = log_of(meeting.folder)
    assert opening["type"] == "session_opened"
    assert opening["format"] == 1
    assert opening["people"] == list(PEOPLE)
    assert opening["agenda"]["title"] == AGENDA.title
    assert opening["zone"] == "Africa/Dakar"
    assert (opening["boot"], opening["clock"]) == ("this-boot", 1_000.0)
    assert (meeting.folder / "opening.json").read_bytes() == (meeting.folder / "events.jsonl").read_bytes()


def test_its_folder_and_files_are_for_its_owner_alone(room: Room) -> None:
    meeting = room.opened()
    meeting.draft("half a l")
    kept(meeting, note("a line"))
    assert stat.S_IMODE(meeting.folder.stat().st_mode) == 0o700
    assert {path.name for path in meeting.folder.iterdir()} >= {"events.jsonl", "minutes.md", "draft.txt"}
    for path in meeting.folder.iterdir():
        assert stat.S_IMODE(path.stat().st_mode) == 0o600, path


def test_the_folder_is_named_by_the_local_start_and_the_agenda_and_never_by_the_title(room: Room) -> None:
    one, other = room.opened(), room.opened()
    assert one.folder.name.endswith("-intervision")
    assert other.folder.name == one.folder.name + "-2"
    assert one.folder.parent == room.home / "sessions"
    assert room.opened(rehearsal=True).folder.parent == room.home / "rehearsals"


def test_a_line_is_kept_once_its_event_is_on_disk_and_not_before(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    meeting = room.opened()
    assert meeting.settle()
    gate, real = threading.Event(), LogWriter.append

    def held_up(log: LogWriter, lines: list[bytes]) -> None:
        gate.wait(20)
        real(log, lines)

    monkeypatch.setattr(LogWriter, "append", held_up)
    outcome = meeting.submit(note("a line"))
    assert not meeting.is_kept(outcome.mark)
    assert meeting.waiting == 1
    assert meeting.state.notes[1].text == "a line"
    assert b"a line" not in (meeting.folder / "events.jsonl").read_bytes()
    gate.set()
    assert meeting.wait_kept(outcome.mark)
    assert b"a line" in (meeting.folder / "events.jsonl").read_bytes()
    assert (meeting.kept, meeting.waiting) == (outcome.mark, 0)


def test_views_are_told_of_what_happened_and_of_what_is_kept(room: Room) -> None:
    meeting = room.opened(go=False)
    seen: list[str] = []
    stop = meeting.subscribe(lambda outcome: seen.append(type(outcome.intent).__name__))
    meeting.submit(it.Go())
    outcome = meeting.submit(note("a line"))
    until(meeting, lambda: meeting.is_kept(outcome.mark))
    stop()
    meeting.submit(note("another line"))
    assert seen == ["Go", "Capture"]


def test_what_is_refused_leaves_no_event(room: Room) -> None:
    meeting = room.opened()
    assert meeting.settle()
    before = (meeting.folder / "events.jsonl").read_bytes()
    with pytest.raises(Refused, match="first stage"):
        meeting.submit(it.Back())
    assert meeting.settle()
    assert (meeting.folder / "events.jsonl").read_bytes() == before


def test_every_event_says_when_by_whom_and_from_which_intent(room: Room) -> None:
    meeting = room.opened()
    room.clock.on(61.5)
    kept(meeting, it.CaptureBlock((note("one"), note("two"))), it.Next())
    lines = log_of(meeting.folder)
    assert len({line["id"] for line in lines}) == len(lines)
    one, two, entered = lines[-3:]
    assert one["cause"] == two["cause"] != entered["cause"]
    assert (one["t"], one["by"]) == (61.5, "desk")
    assert one["at"].endswith("Z")
    assert len(one["at"]) == len("2026-11-21T19:00:00.000Z")


def test_the_draft_follows_the_keyboard(room: Room) -> None:
    meeting = room.opened()
    path = meeting.folder / "draft.txt"
    for typed in ("A", "Am", "Amina: 李"):
        meeting.draft(typed)
        assert meeting.settle()
        assert path.read_text(encoding="utf-8") == typed


def test_the_draft_is_emptied_only_after_its_line_is_kept(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    meeting = room.opened()
    meeting.draft("the line")
    assert meeting.settle()
    draft, gate, real = meeting.folder / "draft.txt", threading.Event(), LogWriter.append
    at_append: list[bytes] = []

    def held_up(log: LogWriter, lines: list[bytes]) -> None:
        gate.wait(20)
        at_append.append(draft.read_bytes())
        real(log, lines)

    monkeypatch.setattr(LogWriter, "append", held_up)
    meeting.submit(note("the line"))
    meeting.draft("")
    assert draft.read_bytes() == b"the line"
    gate.set()
    assert meeting.settle()
    assert at_append == [b"the line"]
    assert draft.read_bytes() == b""


def test_the_next_line_takes_the_place_of_the_draft_only_after_the_last_is_kept(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    meeting = room.opened()
    meeting.draft("the line")
    assert meeting.settle()
    gate, real = threading.Event(), LogWriter.append

    def held_up(log: LogWriter, lines: list[bytes]) -> None:
        gate.wait(20)
        real(log, lines)

    monkeypatch.setattr(LogWriter, "append", held_up)
    meeting.submit(note("the line"))
    meeting.draft("")
    meeting.draft("the ne")
    assert (meeting.folder / "draft.txt").read_bytes() == b"the line"
    gate.set()
    assert meeting.settle()
    assert (meeting.folder / "draft.txt").read_bytes() == b"the ne"


def test_the_minutes_follow_what_happens(room: Room) -> None:
    meeting = room.opened()
    minutes = meeting.folder / "minutes.md"
    kept(meeting, note("the board agrees", "takeaway"))
    assert "the board agrees" in minutes.read_text(encoding="utf-8")
    assert "*Draft*" in minutes.read_text(encoding="utf-8")
    kept(meeting, it.Undo())
    assert "the board agrees" not in minutes.read_text(encoding="utf-8")
    kept(meeting, it.Redo(), it.Finalise())
    assert "the board agrees" in minutes.read_text(encoding="utf-8")
    assert "*Final, version 1*" in minutes.read_text(encoding="utf-8")


def test_figures_of_the_contract() -> None:
    assert writer.DRAFT_EVERY <= 0.25
    assert writer.MINUTES_EVERY <= 1.0
    assert writer.TOUCH_EVERY == 5.0


def test_minutes_that_cannot_be_made_hold_up_no_line(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    meeting = room.opened()
    assert meeting.settle()

    def broken(state: object) -> str:
        raise ZeroDivisionError("in the words of nobody")

    monkeypatch.setattr("facilitator.meeting.meeting.render", broken)
    outcome = meeting.submit(note("a line"))
    assert meeting.wait_kept(outcome.mark)
    until(meeting, lambda: bool(meeting.trouble))
    assert meeting.trouble.startswith("The minutes could not be made (ZeroDivisionError).")
    assert "nobody" not in meeting.trouble
    monkeypatch.undo()
    kept(meeting, note("another line"))
    until(meeting, lambda: not meeting.trouble)
    assert "another line" in (meeting.folder / "minutes.md").read_text(encoding="utf-8")


def test_leaving_is_quick_and_says_when_it_was(room: Room) -> None:
    meeting = room.opened()
    room.clock.on(3)
    assert room.leave(meeting)
    assert (meeting.folder / "lock").read_text().split() == ["this-boot", "1003.000"]


def test_private_lines_are_in_memory_only(room: Room) -> None:
    from facilitator.meeting.scratch import Scratch

    meeting = room.opened()
    scratch = Scratch()
    scratch.add("  for me alone  ")
    scratch.add(" ")
    scratch.add("and this")
    assert scratch.lines == ("for me alone", "and this")
    assert scratch.take(1) == "for me alone"
    with pytest.raises(IndexError):
        scratch.take(2)
    assert meeting.settle()
    assert b"for me" not in all_bytes(room.home)
    scratch.clear()
    assert scratch.lines == ()
