"""Sending messages of a session, and saying of each person what became of it."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from facilitator.share.letter import Letter
from facilitator.share.preview import mailbox
from facilitator.share.smtp import Account, Sending, Went, send
from facilitator.share_doors import Share, now
from facilitator.words.language import gettext as _


class Told(Struct, frozen=True):
    """What became of all messages, a line each, and whether everybody has theirs."""

    lines: tuple[str, ...]
    all_have_it: bool


def send_all(
    share: Share, account: Account, password: str, letters: Sequence[Letter], *, again: bool = False
) -> Told:
    """Send them; a second call sends to nobody twice. Raises CannotSend where nothing could go."""
    went = send(account, password, letters, Sending(folder=share.folder, now=now, again=again))
    return Told(tuple(map(_line, went)), all(one.what in ("sent", "had it") for one in went))


def _line(one: Went) -> str:
    to = mailbox(one.to)
    match one.what:
        case "sent":
            return _("Sent to {to}.").format(to=to)
        case "had it":
            return _("{to} has it already.").format(to=to)
        case "unsure":
            return _(
                "The connection broke just as it went to {to}: it may have arrived. "
                "Ask; --again sends it once more."
            ).format(to=to)
    return _("NOT sent to {to}. {why}").format(to=to, why=one.why)
