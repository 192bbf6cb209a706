"""Sending from one's own account, to a real server on this machine that fails where it is told to."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from mail_server import Inbox, free_port, mail_server

from facilitator.share.letter import Attachment, Letter, Recipient
from facilitator.share.post import PostUnreadable, read_post
from facilitator.share.smtp import Account, CannotSend, Sending, Went, send
from facilitator.store.places import SENT

AMINA, BRID, LI = (
    Recipient("Amina Diallo", "amina@example.org"),
    Recipient("Bríd Ní Dhálaigh", "brid@example.org"),
    Recipient("李娜", "li@example.org"),
)
LETTER = Letter(
    to=(AMINA, BRID, LI),
    subject="InterVision, 21 November 2026: minutes",
    text="Takeaways\n– ask early: Ní Dhálaigh 李娜\n.\n.. and a dot\n" + "long " * 400,
    html="<p>ask early</p>",
    attachments=(Attachment("minutes.pdf", b"%PDF-1.7 \x00\xff", "application/pdf"),),
)


class Desk:
    def __init__(self, folder: Path, inbox: Inbox, port: int) -> None:
        self.folder, self.inbox, self.port = folder, inbox, port

    def account(self, **more: object) -> Account:
        values: dict[str, object] = {
            "host": "127.0.0.1",
            "port": self.port,
            "security": "none",
            "sender": Recipient("Sunita", "sunita@example.org"),
        }
        return Account(**(values | more))  # type: ignore[arg-type]

    def send(
        self, letter: Letter = LETTER, *, again: bool = False, password: str = "", **more: object
    ) -> list[Went]:
        how = Sending(folder=self.folder, now=lambda: datetime(2026, 11, 21, 20, 0, tzinfo=UTC), again=again)
        return send(self.account(**more), password, [letter], how)


def what(went: list[Went]) -> list[tuple[str, str]]:
    return [(one.to.address.split("@")[0], one.what) for one in went]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with mail_server() as (inbox, port):
        yield Desk(tmp_path, inbox, port)


def test_each_person_gets_a_message_of_her_own_whole(desk: Desk) -> None:
    assert what(desk.send()) == [("amina", "sent"), ("brid", "sent"), ("li", "sent")]
    (made,) = desk.inbox.to(LI.address)
    assert made["To"] == "李娜 <li@example.org>"
    assert made["From"] == "Sunita <sunita@example.org>"
    assert made["Subject"] == LETTER.subject
    assert "amina" not in made.as_string()
    plain = made.get_body(("plain",))
    assert plain is not None
    assert plain.get_content().replace("\r\n", "\n") == LETTER.text + "\n"
    rich = made.get_body(("html",))
    assert rich is not None
    assert "<p>ask early</p>" in rich.get_content()
    (pdf,) = made.iter_attachments()
    assert pdf.get_content() == LETTER.attachments[0].data


def test_a_second_try_sends_to_nobody_twice(desk: Desk) -> None:
    desk.send()
    assert what(desk.send()) == [("amina", "had it"), ("brid", "had it"), ("li", "had it")]
    assert len(desk.inbox.arrived) == 3


def test_another_version_goes_to_everybody_again(desk: Desk) -> None:
    desk.send()
    again = Letter(to=LETTER.to, subject=LETTER.subject, text="version 2")
    assert what(desk.send(again)) == [("amina", "sent"), ("brid", "sent"), ("li", "sent")]


def test_one_refused_mailbox_holds_up_nobody_and_is_tried_again(desk: Desk) -> None:
    desk.inbox.refuse.add(BRID.address)
    went = desk.send()
    assert what(went) == [("amina", "sent"), ("brid", "refused"), ("li", "sent")]
    assert went[1].why == "The server says: No such mailbox here"
    desk.inbox.refuse.clear()
    assert what(desk.send()) == [("amina", "had it"), ("brid", "sent"), ("li", "had it")]


def test_a_server_that_says_not_now_gets_it_later_once(desk: Desk) -> None:
    desk.inbox.not_now.add(LI.address)
    assert what(desk.send())[2] == ("li", "refused")
    desk.inbox.not_now.clear()
    assert what(desk.send())[2] == ("li", "sent")
    assert len(desk.inbox.to(LI.address)) == 1


def test_a_line_that_breaks_before_a_message_leaves_the_rest_to_the_next_try(desk: Desk) -> None:
    desk.inbox.drop_at_rcpt.add(BRID.address)
    assert what(desk.send()) == [("amina", "sent"), ("brid", "refused"), ("li", "refused")]
    desk.inbox.drop_at_rcpt.clear()
    assert what(desk.send()) == [("amina", "had it"), ("brid", "sent"), ("li", "sent")]
    assert [who for who, _made in desk.inbox.arrived] == [AMINA.address, BRID.address, LI.address]


def test_a_message_whose_answer_was_lost_is_not_sent_again_unasked(desk: Desk) -> None:
    desk.inbox.drop_after_data.add(BRID.address)
    assert what(desk.send()) == [("amina", "sent"), ("brid", "unsure"), ("li", "refused")]
    desk.inbox.drop_after_data.clear()
    assert what(desk.send()) == [("amina", "had it"), ("brid", "unsure"), ("li", "sent")]
    assert len(desk.inbox.to(BRID.address)) == 1
    assert what(desk.send(again=True)) == [("amina", "had it"), ("brid", "sent"), ("li", "had it")]


def test_what_is_written_down_holds_no_word_of_the_minutes(desk: Desk) -> None:
    desk.send()
    data = (desk.folder / SENT).read_text("utf-8")
    assert "ask early" not in data
    assert "InterVision" not in data
    assert (desk.folder / SENT).stat().st_mode & 0o777 == 0o600
    assert {one.outcome for one in read_post(desk.folder).sent} == {"sent"}


def test_a_record_that_cannot_be_read_stops_everything(desk: Desk) -> None:
    (desk.folder / SENT).write_text("[")
    with pytest.raises(PostUnreadable, match="nobody knows who got what"):
        desk.send()
    assert not desk.inbox.arrived


def test_a_server_that_is_not_there_is_told_in_a_sentence(desk: Desk) -> None:
    with pytest.raises(CannotSend, match=r"cannot be reached on port .* Nothing was sent"):
        desk.send(port=free_port())
    assert not (desk.folder / SENT).exists()


def test_a_server_without_the_security_asked_for_is_not_talked_to(desk: Desk) -> None:
    with pytest.raises(CannotSend, match="does not offer what the settings ask for"):
        desk.send(security="starttls")
    assert not desk.inbox.arrived


def test_a_wrong_password_sends_nothing_and_is_not_repeated(tmp_path: Path) -> None:
    with mail_server("right") as (inbox, port):
        desk = Desk(tmp_path, inbox, port)
        with pytest.raises(CannotSend) as failed:
            desk.send(user="sunita", password="wr0ng")
        assert "does not let sunita in" in str(failed.value)
        assert "wr0ng" not in str(failed.value)
        assert what(desk.send(user="sunita", password="right"))[0] == ("amina", "sent")
