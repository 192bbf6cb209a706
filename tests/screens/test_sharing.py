"""Taking the minutes along from the close screen: seen first, one Enter, nothing sent."""

from __future__ import annotations

from collections.abc import Iterator
from email import message_from_bytes, policy
from pathlib import Path

import pytest
from closing_meetings import (
    AMINA,
    ANN,
    ANNABEL,
    DOLORES,
    LINES,
    PEOPLE,
    TITLE,
    closed_meeting,
    running_meeting,
)
from mail_server import mail_server

from facilitator.meeting.meeting import Meeting
from facilitator.meeting.scratch import Scratch
from facilitator.screens.sharing import Sharing
from facilitator.screens.typing import Typing
from facilitator.settings.model import Settings
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
    return Sharing(meeting, meeting.folder.parent.parent, Settings(share_folder=folder))


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
    desk.ask("mail")
    assert desk.waits
    desk.let_be()
    assert not desk.waits
    assert not desk.confirmed().hint
    assert not opened


def test_who_has_no_address_is_named_and_holds_up_nobody(meeting: Meeting, opened: list[str]) -> None:
    for number, name in enumerate(PEOPLE[:4]):
        keep_address(meeting.folder.parent.parent, name, f"p{number}@example.org")
    desk = sharing(meeting)
    assert desk.ask("mail").sheet[:2] == (
        "1 message to 4 people, for the pod: everything.",
        f"No address: {ANN}, {ANNABEL}.",
    )
    desk.confirmed()
    made = message_from_bytes(Path(opened[0]).read_bytes(), policy=policy.default)
    assert len(made["To"].addresses) == 4


def test_without_any_address_the_message_opens_for_somebody_to_fill_in(
    meeting: Meeting, opened: list[str]
) -> None:
    desk = sharing(meeting)
    assert desk.ask("owners").sheet[0] == "1 message to nobody yet, for the pod: everything."
    desk.confirmed()
    assert message_from_bytes(Path(opened[0]).read_bytes(), policy=policy.default)["To"] is None


def test_an_address_that_is_missing_is_asked_for_and_remembered(meeting: Meeting) -> None:
    desk = sharing(meeting)
    effect = desk.ask("owners")
    assert f"No address: {ANN}." in effect.sheet
    assert desk.word == f"Address of {ANN}?"
    assert desk.takes("ann@example.org")
    assert not desk.takes("ann said that")
    assert not desk.takes("? who")
    assert "is no mail address" in desk.answered("nobody@").hint
    assert desk.waits
    assert desk.answered("ann@example.org").sheet[0].startswith("1 message to 1 person")
    assert desk.word == "Open it?"
    assert read_addresses(meeting.folder.parent.parent) == {ANN: "ann@example.org"}


def test_an_address_is_remembered_by_a_command_too(meeting: Meeting) -> None:
    desk = sharing(meeting)
    assert "is no mail address" in desk.ask(f"{ANN} nobody@").hint
    assert "Nobody here is called Anabel" in desk.ask("Anabel a@example.org").hint
    assert "is remembered" in desk.ask("Ann ann@example.org").hint
    assert read_addresses(meeting.folder.parent.parent) == {ANN: "ann@example.org"}


def test_minutes_are_saved_where_the_settings_say(meeting: Meeting, tmp_path: Path) -> None:
    pod = tmp_path / "pod"
    pod.mkdir()
    assert "share_folder" in sharing(meeting).ask("save").hint
    desk = sharing(meeting, str(pod))
    assert "Enter saves this as" in desk.ask("save").hint
    assert not list(pod.iterdir())
    desk.confirmed()
    (file,) = pod.iterdir()
    assert "in place of" in desk.ask("save").hint
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


def account(port: int) -> Settings:
    return Settings(
        mail_host="127.0.0.1",
        mail_port=port,
        mail_security="none",
        mail_user="sunita",
        mail_from="Sunita <sunita@example.org>",
    )


def test_minutes_are_sent_after_one_look_to_nobody_twice_and_the_rest_is_told(meeting: Meeting) -> None:
    home = meeting.folder.parent.parent
    for name, address in ((AMINA, "a@example.org"), (ANN, "n@example.org")):
        keep_address(home, name, address)
    with mail_server("s3cret") as (inbox, port):
        inbox.refuse.add("n@example.org")
        desk = Sharing(meeting, home, account(port))
        shown = desk.ask("send").sheet
        assert shown[:2] == (
            "1 message to 2 people, for the pod: everything.",
            "From sunita@example.org, to each person apart.",
        )
        assert shown[2].startswith("No address, left out: ")
        assert not inbox.arrived
        assert desk.how.startswith("Enter sends 2 messages.")
        assert "does not let sunita in" in desk.carried_out(desk.take(), "wrong").hint
        desk.ask("send")
        effect = desk.carried_out(desk.take(), "s3cret")
        assert effect.hint == "1 of 2 has it."
        assert effect.sheet[1].startswith(f"NOT sent to {ANN}")
        assert desk.sent_to() == 1
        inbox.refuse.clear()
        assert f"{AMINA} <a@example.org> has it already." in desk.ask("send").sheet
        assert desk.how.startswith("Enter sends 1 message.")
        desk.carried_out(desk.take(), "s3cret")
        assert [who for who, _made in inbox.arrived] == ["a@example.org", "n@example.org"]
        assert desk.ask("send").hint == "Everybody with an address has it already."
        assert not desk.waits


def test_sending_needs_an_account_and_somebody_with_an_address(meeting: Meeting) -> None:
    assert "mail_host and mail_from is missing" in sharing(meeting).ask("send").hint
    desk = Sharing(meeting, meeting.folder.parent.parent, account(25))
    assert desk.ask("send").hint.startswith("No address is known, so nothing can be sent.")
    assert not desk.waits


def keys(desk: Sharing) -> list[tuple[str, bool]]:
    return [(way.key, way.works) for way in desk.ways()]


def test_what_can_be_done_now_comes_first_and_the_rest_says_what_it_needs(
    meeting: Meeting, tmp_path: Path
) -> None:
    assert keys(sharing(meeting)) == [
        ("^Y", True),
        ("/share mail", True),
        ("/share owners", True),
        ("/beyond", True),
        ("/share save", False),
        ("/share send", False),
    ]
    assert "share_folder" in sharing(meeting).ask("").sheet[-4]
    (tmp_path / "pod").mkdir()
    desk = sharing(meeting, str(tmp_path / "pod"))
    assert ("/share save", True) in keys(desk)
    desk.ask("save")
    desk.confirmed()
    assert keys(desk)[-2:] == [("/share save", True), ("/share send", False)]


class Round:
    """Somebody who answers the questions of `/beyond`."""

    def __init__(self, meeting: Meeting) -> None:
        self.desk = sharing(meeting)
        self.effect = self.desk.ask("beyond")

    def answer(self, *texts: str) -> None:
        for text in texts:
            assert self.desk.round is not None
            self.effect = self.desk.answered(text)


def test_the_round_ends_with_the_case_givers_yes_to_exactly_the_text_shown(meeting: Meeting) -> None:
    round_ = Round(meeting)
    assert round_.desk.word == "These words?"
    assert f"  1  {ANN}: a member" in round_.effect.sheet
    round_.answer("")
    while round_.desk.word == "Instead?":
        round_.answer("")
    assert round_.desk.word == "The whole text?"
    assert "Enter: it is right." in round_.desk.how
    round_.answer("")
    assert round_.desk.word == "Who said yes?"
    assert round_.desk.suggestion() == DOLORES
    text = "\n".join(round_.effect.sheet)
    assert "a decision without an owner is a wish" in text
    assert not any(name in text.partition("A learning note")[2] for name in PEOPLE)
    round_.answer("somebody")
    assert "The yes of Dolores Quispe Mamani is needed" in "\n".join(round_.effect.sheet)
    assert not meeting.state.beyond
    round_.answer(DOLORES)
    assert [one.giver for one in meeting.state.beyond] == [DOLORES]
    assert round_.desk.round is None
    assert round_.desk.word == "Copy it?"
    copied = round_.desk.confirmed().copy
    assert "a decision without an owner is a wish" in copied
    assert not any(name in copied for name in PEOPLE)


def test_without_a_yes_nothing_goes_and_what_was_decided_is_remembered(meeting: Meeting) -> None:
    round_ = Round(meeting)
    while round_.desk.word != "Who said yes?":
        round_.answer("")
    round_.answer("")
    assert "Missing: the yes of Dolores Quispe Mamani" in round_.effect.hint
    assert not round_.desk.waits
    assert "/beyond asks about all that is missing" in sharing(meeting).ask("mail beyond").hint
    again = Round(meeting)
    again.answer("")
    assert again.desk.word == "The whole text?"


def test_a_yes_is_taken_back(meeting: Meeting) -> None:
    round_ = Round(meeting)
    while round_.desk.round is not None:
        round_.answer(DOLORES if round_.desk.word == "Who said yes?" else "")
    assert round_.desk.ask("mail beyond").sheet[0].startswith("1 message to nobody yet, for beyond the pod")
    assert "takes the yes back" in round_.desk.ask("beyond withdraw").hint
    assert not meeting.state.beyond
    assert "may not go beyond the pod yet" in round_.desk.ask("mail beyond").hint


def test_a_text_that_may_go_already_needs_no_second_round(meeting: Meeting) -> None:
    round_ = Round(meeting)
    while round_.desk.round is not None:
        round_.answer(DOLORES if round_.desk.word == "Who said yes?" else "")
    again = sharing(meeting)
    assert "This may go" in again.ask("beyond").hint
    assert again.round is None


def test_nobody_is_written_to_by_a_short_name(meeting: Meeting) -> None:
    with_addresses(meeting)
    assert AMINA in "\n".join(sharing(meeting).ask("mail").sheet)
