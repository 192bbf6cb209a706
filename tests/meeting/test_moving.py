"""Another folder for a session: whatever is typed is answered with a sentence, and nothing is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from meeting_room import Room, kept, note

from facilitator.meeting.moving import move


@pytest.mark.parametrize(
    ("folder", "said"),
    [
        ("~nobody-of-that-name/pod", "~nobody-of-that-name/pod is nobody's folder here."),
        ("a\x00b", "a␀b cannot be the name of a folder."),
        ("/dev/null", "A part of /dev/null"),
        ("x" * 400, "is too long"),
    ],
)
def test_a_folder_that_cannot_be_is_refused_and_the_session_stays(
    room: Room, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: str, said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    meeting = room.opened()
    before = meeting.folder
    assert said in move(meeting, folder)
    assert meeting.folder == before
    kept(meeting, note("still here"))


def test_a_path_of_ones_own_home_is_understood(
    room: Room, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    (tmp_path / "pod").mkdir()
    meeting = room.opened()
    name = meeting.folder.name
    assert "now lies in" in move(meeting, "~/pod")
    assert meeting.folder == tmp_path / "pod" / name
