"""Sending from the person's own account: one message a person, each accounted for before the next.

smtplib does the talking. Each message goes to one address, so that a refused one holds up nobody else, and
nobody sees who else was written to.
"""

from __future__ import annotations

import smtplib
import ssl
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from facilitator.share.letter import Letter, Recipient, message
from facilitator.share.post import Post, Sent, note_sending, read_post, take_back
from facilitator.store.trouble import StoreError
from facilitator.words.dates import to_stamp
from facilitator.words.language import gettext as _
from facilitator.words.visible import visible

Security = Literal["starttls", "tls", "none"]
PATIENCE = 30.0
"""Seconds that a server may take for an answer."""


class CannotSend(StoreError):  # noqa: N818 - told as a sentence
    """Why nothing (more) can be sent, in a sentence."""


class Account(Struct, frozen=True, kw_only=True):
    """The account that messages go out from."""

    host: str
    port: int
    security: Security
    user: str = ""
    sender: Recipient


class Went(Struct, frozen=True):
    """What became of one message to one person; `why` is a sentence where it did not go."""

    to: Recipient
    what: Literal["sent", "had it", "refused", "unsure"]
    why: str = ""


class Sending(Struct, frozen=True, kw_only=True):
    """What is to be known while messages go: where it is written down, and what time it is."""

    folder: Path
    now: Callable[[], datetime]
    again: bool = False
    """Whether what is unsure goes once more."""


def apart(letters: Sequence[Letter]) -> list[Letter]:
    """The same messages, each to one person only."""
    return [replace(letter, to=(one,)) for letter in letters for one in letter.to]


def send(account: Account, password: str, letters: Sequence[Letter], how: Sending) -> list[Went]:
    """Send each message to each of its people; who has it already is passed over.

    Raises CannotSend where the server cannot be reached or does not let this account in, and StoreTrouble
    where it cannot be written down who got what: then nothing more goes.
    """
    post = read_post(how.folder)
    each = apart(letters)
    went = [_known(letter, post, how) for letter in each]
    waiting = [place for place, one in enumerate(went) if one is None]
    if waiting:
        server = _connected(account, password)
        try:
            for place in waiting:
                went[place], post = _sent(server, account, each[place], how, post)
        except (OSError, smtplib.SMTPServerDisconnected) as error:
            broken = next(place for place in waiting if went[place] is None)
            went[broken] = _lost(each[broken], how, error)
        finally:
            _goodbye(server)
    return [
        one if one is not None else Went(letter.to[0], "refused", _not_tried())
        for one, letter in zip(went, each, strict=True)
    ]


def _known(letter: Letter, post: Post, how: Sending) -> Went | None:
    """What is known of a message from before; None: it is to go now."""
    known = post.outcome(letter.digest, letter.to[0].address)
    if known == "sent":
        return Went(letter.to[0], "had it")
    return Went(letter.to[0], "unsure") if known == "unsure" and not how.again else None


def _connected(account: Account, password: str) -> smtplib.SMTP:
    context = ssl.create_default_context()
    try:
        server: smtplib.SMTP
        if account.security == "tls":
            server = smtplib.SMTP_SSL(account.host, account.port, timeout=PATIENCE, context=context)
        else:
            server = smtplib.SMTP(account.host, account.port, timeout=PATIENCE)
            if account.security == "starttls":
                server.starttls(context=context)
        if account.user:
            server.login(account.user, password)
    except smtplib.SMTPAuthenticationError:
        raise CannotSend(
            _("{host} does not let {user} in with this password. Nothing was sent.").format(
                host=visible(account.host), user=visible(account.user)
            )
        ) from None
    except smtplib.SMTPNotSupportedError:
        raise CannotSend(
            _(
                "{host} does not offer what the settings ask for (mail_security, mail_user). "
                "Nothing was sent."
            ).format(host=visible(account.host))
        ) from None
    except (OSError, smtplib.SMTPException) as error:
        raise CannotSend(
            _("{host} cannot be reached on port {port}: {why}. Nothing was sent.").format(
                host=visible(account.host), port=account.port, why=_words(error)
            )
        ) from None
    return server


def _sent(
    server: smtplib.SMTP, account: Account, letter: Letter, how: Sending, post: Post
) -> tuple[Went, Post]:
    """One message, written down as unsure before its words go, and as sent once the server took it."""
    from email.utils import format_datetime, make_msgid

    to, now = letter.to[0], how.now()
    identity = make_msgid(domain=account.sender.address.rpartition("@")[2])
    made = message(letter, sender=account.sender, identity=identity, date=format_datetime(now))
    one = Sent(
        digest=letter.digest, address=to.address, outcome="unsure", at=to_stamp(now), identity=identity
    )
    server.ehlo_or_helo_if_needed()
    code, answer = server.mail(account.sender.address)
    if code == 250:
        code, answer = server.rcpt(to.address)
    if code not in (250, 251):
        server.rset()
        return Went(to, "refused", _said(answer)), post
    post = note_sending(how.folder, post, one)
    try:
        code, answer = server.data(made.as_bytes())
    except smtplib.SMTPDataError as error:
        code, answer = error.smtp_code, _bytes(error.smtp_error)
    if code != 250:
        server.rset()
        return Went(to, "refused", _said(answer)), take_back(how.folder, post, one.digest, one.address)
    return Went(to, "sent"), note_sending(how.folder, post, replace(one, outcome="sent"))


def _lost(letter: Letter, how: Sending, error: Exception) -> Went:
    """The line broke: whether this one went depends on how far it had come."""
    to = letter.to[0]
    if read_post(how.folder).outcome(letter.digest, to.address) == "unsure":
        return Went(to, "unsure", _words(error))
    return Went(to, "refused", _words(error))


def _goodbye(server: smtplib.SMTP) -> None:
    try:
        server.quit()
    except (OSError, smtplib.SMTPException):
        # Whatever was to go has gone or been told; a server that hangs up first changes nothing.
        server.close()


def _not_tried() -> str:
    return _("The connection broke before its turn.")


def _said(answer: bytes) -> str:
    return _("The server says: {words}").format(words=visible(answer.decode("utf-8", "replace")))


def _bytes(words: bytes | str) -> bytes:
    return words if isinstance(words, bytes) else words.encode()


def _words(error: Exception) -> str:
    text = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return visible(text or type(error).__name__)
