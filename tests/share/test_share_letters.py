"""Messages as mail programs read them, and nothing that a name could smuggle in."""

from __future__ import annotations

from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.minutes.document import Attendee, Document, Line, NextTime
from facilitator.share.addresses import FILE, WrongAddress, check_address, keep_address, read_addresses
from facilitator.share.letter import MAILTO_LIMIT, Attachment, Letter, Recipient, eml, mailto
from facilitator.share.letters import for_all, for_owners, owners
from facilitator.share.preview import preview

AMINA, LI = "Amina Diallo", "李娜"
MINUTES = Document(
    audience="pod",
    format="InterVision",
    title="The nephew",
    status="Draft",
    date="Saturday 21 November 2026",
    session="2026-11-21-1900-intervision",
    present=(Attendee(AMINA), Attendee(LI)),
    takeaways=(Line(number=3, text="ask early"),),
    steps=(
        Line(number=4, text="call the board", owners=(AMINA,), due="Friday 27 November 2026"),
        Line(number=5, text="write <b>it</b> down", owners=(LI, AMINA)),
        Line(number=6, text="find a room"),
    ),
    next_meeting=NextTime("Thursday 17 December 2026, 15:00 UTC", (("Chair", LI),)),
)
ADDRESSES = {AMINA: "amina@example.org", LI: "li@example.org"}


def read(data: bytes) -> EmailMessage:
    made = message_from_bytes(data, policy=policy.default)
    assert isinstance(made, EmailMessage)
    return made


def plain(made: EmailMessage) -> str:
    body = made.get_body(("plain",))
    assert body is not None
    return str(body.get_content())


def test_one_message_for_everybody_has_text_html_and_what_is_attached() -> None:
    people = [Recipient(name, address) for name, address in ADDRESSES.items()]
    made = read(eml(for_all(MINUTES, people, ("md", "json"))))
    assert made["To"] == "Amina Diallo <amina@example.org>, 李娜 <li@example.org>"
    assert made["Subject"] == "InterVision, Saturday 21 November 2026: minutes"
    assert made["X-Unsent"] == "1"
    assert "From" not in made
    assert "ask early" in plain(made)
    html = made.get_body(("html",))
    assert html is not None
    assert "write &lt;b&gt;it&lt;/b&gt; down" in html.get_content()
    assert [one.get_filename() for one in made.iter_attachments()] == [
        "2026-11-21-1900-intervision-minutes.md",
        "2026-11-21-1900-intervision-minutes.json",
    ]


def test_the_title_of_the_case_is_in_no_subject() -> None:
    assert "nephew" not in read(eml(for_all(MINUTES, [Recipient("", "a@example.org")])))["Subject"]


def test_each_owner_gets_only_her_steps_and_the_next_meeting() -> None:
    assert owners(MINUTES) == (AMINA, LI)
    letters = for_owners(MINUTES, ADDRESSES)
    assert [letter.to for letter in letters] == [
        (Recipient(AMINA, "amina@example.org"),),
        (Recipient(LI, "li@example.org"),),
    ]
    amina, li = (plain(read(eml(letter))) for letter in letters)
    assert "call the board" in amina
    assert "write <b>it</b> down" in amina
    assert "call the board" not in li
    for text in (amina, li):
        assert "17 December 2026" in text
        for other in ("ask early", "find a room", "nephew"):
            assert other not in text


@given(name=st.text(max_size=30), subject=st.text(max_size=60), text=st.text(max_size=200))
def test_no_name_and_no_text_can_add_a_header_or_a_reader(name: str, subject: str, text: str) -> None:
    letter = Letter(to=(Recipient(name, "a@example.org"),), subject=subject, text=text)
    made = read(eml(letter))
    assert set(made.keys()) <= {
        *("Subject", "To", "MIME-Version", "Content-Type", "Content-Transfer-Encoding", "X-Unsent")
    }
    assert [one.addr_spec for one in made["To"].addresses] == ["a@example.org"]


@given(
    st.lists(
        st.sampled_from((AMINA, LI, "Bríd Ní Dhálaigh", "Otieno, Ann", "", 'a "b" <c>')),
        min_size=1,
        max_size=40,
    )
)
def test_everybody_stays_in_the_header_however_long_it_is(names: list[str]) -> None:
    people = tuple(Recipient(name, f"p{place}@example.org") for place, name in enumerate(names))
    made = read(eml(Letter(to=people, subject="s", text="t")))
    assert [one.addr_spec for one in made["To"].addresses] == [one.address for one in people]


@given(st.text(max_size=4_000))
def test_a_mailto_address_is_short_enough_and_says_the_beginning(text: str) -> None:
    letter = Letter(to=(Recipient("A", "a+b@example.org"),), subject="x & y?", text=text)
    address = mailto(letter)
    assert len(address) <= MAILTO_LIMIT
    parts = urlsplit(address)
    assert unquote(parts.path) == "a+b@example.org"
    assert parse_qs(parts.query)["subject"] == ["x & y?"]


def test_the_preview_says_how_many_to_whom_and_everything() -> None:
    lines = preview(for_owners(MINUTES, ADDRESSES), "pod")
    assert lines[0] == "2 messages to 2 people, for the pod: everything."
    text = "\n".join(lines)
    assert "To: 李娜 <li@example.org>" in text
    assert "call the board" in text
    attached = Letter(
        to=(Recipient("", "a@b.org"),), subject="s", text="t", attachments=(Attachment("m.pdf", b"", "a/b"),)
    )
    assert "Attached: m.pdf" in preview([attached], "beyond")


@pytest.mark.parametrize(
    "text", ["amina", "amina@", "@example.org", "a b@example.org", "a@b, c@d", "a@b\nBcc: c@d", ""]
)
def test_what_is_no_address_is_refused(text: str) -> None:
    with pytest.raises(WrongAddress, match="is no mail address"):
        check_address(text)


def test_addresses_are_remembered_forgotten_and_private(tmp_path: Path) -> None:
    keep_address(tmp_path, LI, " li@example.org ")
    keep_address(tmp_path, AMINA, "amina@example.org")
    assert read_addresses(tmp_path) == {LI: "li@example.org", AMINA: "amina@example.org"}
    assert (tmp_path / FILE).stat().st_mode & 0o777 == 0o600
    keep_address(tmp_path, LI, "")
    assert read_addresses(tmp_path) == {AMINA: "amina@example.org"}


@pytest.mark.parametrize("content", ["[", '"Amina" = 5', '"Amina" = "nobody"', "\xff"])
def test_a_file_of_addresses_that_makes_no_sense_is_named_and_stays(tmp_path: Path, content: str) -> None:
    (tmp_path / FILE).write_bytes(content.encode("latin-1"))
    with pytest.raises(WrongAddress, match=r"addresses\.toml cannot be used"):
        keep_address(tmp_path, AMINA, "amina@example.org")
    assert (tmp_path / FILE).read_bytes() == content.encode("latin-1")
