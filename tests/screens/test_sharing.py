"""Taking the minutes along from the close screen: seen first, one Enter, nothing sent."""

from __future__ import annotations

from collections.abc import Iterator
from email import message_from_bytes, policy
from pathlib import Path

import pytest
from closing_meetings import AMINA, ANN, LINES, PEOPLE, TITLE, closed_meeting, running_meeting

from facilitator.meeting.meeting import Meeting
from facilitator.meeting.scratch import Scratch
from facilitator.screens.sharing import Sharing
from facilitator.screens.typing import Typing
from facilitator.share import drafts
from facilitator.share.addresses import keep_address, read_addresses


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the system was asked to open; it always can."""
    seen: list[str] = []

    def opener(what: object) -> bool:
        seen.append(str(what))
        return True

    monkeypatch.setattr(drafts, "open_with_system", opener)
    return seen


@pytest.fixture
def meeting(tmp_path: Path) -> Iterator[Meeting]:
    one = closed_meeting(tmp_path)
    yield one
    one.leave()


def sharing(meeting: Meeting, folder: str = "") -> Sharing:
    return Sharing(meeting, meeting.folder.parent.parent, folder)


def with_addresses(meeting: Meeting) -> None:
    for number, name in enumerate(PEOPLE):
        keep_address(meeting.folder.parent.parent, name, f"p{number}@example.org")


def test_the_message_is_shown_whole_and_opened_by_one_enter(meeting: Meeting, opened: list[str]) -> None:
    with_addresses(meeting)
    desk = sharing(meeting)
    effect = desk.ask("mail")
    assert effect.sheet[0] == "1 message to 6 people, for the pod: everything."
    assert any("a decision without an owner" in line for line in effect.sheet)
    assert not opened
    assert desk.waits
    assert "Nothing has been sent." in desk.confirmed().hint
    (path,) = opened
    made = message_from_bytes(Path(path).read_bytes(), policy=policy.default)
    assert len(made["To"].addresses) == 6
    assert TITLE not in made["Subject"]
    assert Path(path).stat().st_mode & 0o777 == 0o600
    assert Path(path).parent.stat().st_mode & 0o777 == 0o700
    assert not desk.waits


def test_esc_leaves_it(meeting: Meeting, opened: list[str]) -> None:
    with_addresses(meeting)
    desk = sharing(meeting)
    desk.ask("")
    desk.let_be()
    assert not desk.waits
    assert not desk.confirmed().hint
    assert not opened


def test_an_address_that_is_missing_is_asked_for_and_remembered(meeting: Meeting) -> None:
    desk = sharing(meeting)
    hint = desk.ask("owners").hint
    assert hint == f"No address of {ANN} is known. Write /share {ANN} and the address."
    assert "is no mail address" in desk.ask(f"{ANN} nobody@").hint
    assert "is remembered" in desk.ask("Ann ann@example.org").hint
    assert read_addresses(meeting.folder.parent.parent) == {ANN: "ann@example.org"}
    assert desk.ask("owners").sheet[0].startswith("1 message to 1 person")


def test_minutes_are_saved_where_the_settings_say(meeting: Meeting, tmp_path: Path) -> None:
    pod = tmp_path / "pod"
    pod.mkdir()
    assert "share_folder" in sharing(meeting).ask("save").hint
    desk = sharing(meeting, str(pod))
    assert "Enter saves this as" in desk.ask("save").hint
    assert not list(pod.iterdir())
    desk.confirmed()
    (file,) = pod.iterdir()
    assert file.name.endswith("-intervision-minutes-draft.md")
    assert "share the by-law paragraph" in file.read_text("utf-8")


def test_other_words_say_what_there_is(meeting: Meeting) -> None:
    assert sharing(meeting).ask("everything").hint.startswith("Write /share mail")


def test_a_running_meeting_is_not_shared(tmp_path: Path) -> None:
    meeting = running_meeting(tmp_path, *LINES)
    effect = Typing(meeting, Scratch()).sent("/share mail")
    assert effect.share is None
    assert "once the meeting is closed" in effect.hint
    meeting.leave()


def test_nobody_is_written_to_by_a_short_name(meeting: Meeting) -> None:
    with_addresses(meeting)
    assert AMINA in "\n".join(sharing(meeting).ask("mail").sheet)
