"""One message: to whom, what it says, what is attached; and how a mail program is given it.

Built with Python's own mail package, which encodes headers, so that no name can add one.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING
from urllib.parse import quote

from msgspec import Struct

if TYPE_CHECKING:
    from email.message import EmailMessage

MAILTO_LIMIT = 1_900
"""Characters of a `mailto:` address. Some systems cut what is longer than about 2,000."""


class Recipient(Struct, frozen=True):
    """Somebody with a mailbox. The name may be empty."""

    name: str
    address: str


class Attachment(Struct, frozen=True):
    """A file beside the text; `kind` is its media type, such as `application/pdf`."""

    name: str
    data: bytes
    kind: str


class Letter(Struct, frozen=True, kw_only=True):
    """A message that nobody has sent yet. Without anybody in `to`, whoever sends it fills that in."""

    to: tuple[Recipient, ...]
    without: tuple[str, ...] = ()
    """People whom it is for as well, whose address is not known. They are in no header."""
    subject: str
    text: str
    html: str = ""
    attachments: tuple[Attachment, ...] = ()

    @property
    def digest(self) -> str:
        """What makes it this text and no other, whoever it goes to. Holds no words."""
        parts = (self.subject, self.text, *(one.name for one in self.attachments))
        return hashlib.sha256("\0".join(parts).encode("utf-8", "replace")).hexdigest()[:32]


def message(
    letter: Letter, *, sender: Recipient | None = None, identity: str = "", date: str = ""
) -> EmailMessage:
    """The message as mail programs and servers read it.

    `identity` is its Message-ID (`<…@…>`), `date` an RFC 5322 date; both are left out where empty.
    """
    from email.message import EmailMessage
    from email.policy import SMTP

    # Seven bits go through every server there is, and lines of 998 characters are allowed: the fewer header
    # lines are folded, the better.
    made = EmailMessage(policy=SMTP.clone(cte_type="7bit", max_line_length=990))
    made["Subject"] = _one_line(letter.subject)
    if sender is not None:
        made["From"] = _mailbox(sender)
    if letter.to:
        made["To"] = [_mailbox(one) for one in letter.to]
    if letter.to and not _all_in(made, letter.to):
        # Python's folding of long headers can garble a comma between two people; addresses alone are safe.
        del made["To"]
        made["To"] = [_mailbox(Recipient("", one.address)) for one in letter.to]
    if date:
        made["Date"] = date
    if identity:
        made["Message-ID"] = identity
    made.set_content(_whole(letter.text))
    if letter.html:
        made.add_alternative(_whole(letter.html), subtype="html")
    for one in letter.attachments:
        main, _slash, sub = one.kind.partition("/")
        made.add_attachment(one.data, maintype=main, subtype=sub, filename=one.name)
    return made


def eml(letter: Letter) -> bytes:
    """The message as a file that a mail program opens to be looked at, changed and sent."""
    made = message(letter)
    # Outlook and its relatives open a message with this header for writing, not as one that came in.
    made["X-Unsent"] = "1"
    return made.as_bytes()


def mailto(letter: Letter) -> str:
    """The message as a `mailto:` address: plain text only, and cut to what systems pass on."""
    people = ",".join(quote(one.address, safe="@") for one in letter.to)
    start = f"mailto:{people}?subject={quote(_one_line(letter.subject))}&body="
    text = _whole(letter.text).replace("\n", "\r\n")
    body = quote(text)
    while len(start) + len(body) > MAILTO_LIMIT and text:
        text = text[: int(len(text) * 0.9)]
        body = quote(text.rstrip() + " …")
    return start + body


def _all_in(made: EmailMessage, people: tuple[Recipient, ...]) -> bool:
    """Whether everybody is still there once the header was written and read again."""
    from email import message_from_bytes
    from email.policy import default

    head = message_from_bytes(made.as_bytes().split(b"\r\n\r\n")[0] + b"\r\n\r\n", policy=default)
    return [one.addr_spec for one in head["To"].addresses] == [one.address for one in people]


def _mailbox(one: Recipient) -> object:
    from email.headerregistry import Address

    return Address(display_name=_one_line(one.name), addr_spec=one.address)


def _one_line(text: str) -> str:
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())


def _whole(text: str) -> str:
    """Halves of characters, which no encoding can say, become a question mark."""
    return text.encode("utf-8", "replace").decode("utf-8")
