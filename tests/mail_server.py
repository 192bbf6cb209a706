"""A real SMTP server for tests, which can be told to fail at a chosen moment."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, LoginPassword


class Inbox:
    """What arrived, by address; `refuse`, `drop_before` and `drop_after` are addresses at which it fails."""

    def __init__(self) -> None:
        self.arrived: list[tuple[str, EmailMessage]] = []
        self.refuse: set[str] = set()
        self.drop_at_rcpt: set[str] = set()
        self.drop_after_data: set[str] = set()
        self.not_now: set[str] = set()

    def to(self, address: str) -> list[EmailMessage]:
        return [one for who, one in self.arrived if who == address]

    async def handle_RCPT(  # noqa: N802 - the server calls it so
        self, server: Any, session: Any, envelope: Any, address: str, options: Any
    ) -> str:
        if address in self.refuse:
            return "550 No such mailbox here"
        if address in self.drop_at_rcpt:
            server.transport.abort()
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802
        address = envelope.rcpt_tos[0]
        if address in self.not_now:
            return "451 Try again later"
        made = message_from_bytes(envelope.content, policy=policy.default)
        assert isinstance(made, EmailMessage)
        self.arrived.append((address, made))
        if address in self.drop_after_data:
            # It arrived, and the answer is lost.
            server.transport.abort()
        return "250 Taken"


@contextmanager
def mail_server(password: str = "") -> Iterator[tuple[Inbox, int]]:
    """A server on this machine, with its inbox and its port. With a password it wants a login."""
    inbox = Inbox()
    more: dict[str, Any] = {}
    if password:

        def check(server: Any, session: Any, envelope: Any, mechanism: str, data: Any) -> AuthResult:
            right = isinstance(data, LoginPassword) and data.password == password.encode()
            return AuthResult(success=right, handled=right)

        more = {"authenticator": check, "auth_required": True, "auth_require_tls": False}
    controller = Controller(inbox, hostname="127.0.0.1", port=free_port(), **more)
    controller.start()
    try:
        yield inbox, controller.port
    finally:
        controller.stop(no_assert=True)


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])
