"""What became of messages that were sent, told of each person."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from facilitator.share.letter import Letter, Recipient
from facilitator.share.post import Post
from facilitator.share.preview import mailbox
from facilitator.share.smtp import Went, apart
from facilitator.words.language import gettext as _
from facilitator.words.language import ngettext


class Told(Struct, frozen=True):
    """What became of all messages, a line each, and whether everybody has theirs."""

    lines: tuple[str, ...]
    all_have_it: bool


def told(went: Sequence[Went], again: str = "--again") -> Told:
    """What to tell. `again` are the words that send once more what may have arrived."""
    lines = tuple(_line(one, again) for one in went)
    return Told(lines, all(one.what in ("sent", "had it") for one in went))


def in_short(went: Sequence[Went]) -> str:
    """The same in one sentence: how many have it now, and how many not."""
    have = sum(one.what in ("sent", "had it") for one in went)
    said = ngettext("{n} of {count} has it.", "{n} of {count} have it.", have)
    return said.format(n=have, count=len(went))


def had_before(letters: Sequence[Letter], post: Post) -> list[Recipient]:
    """Who has these messages already: sending passes them over."""
    return [one.to[0] for one in apart(letters) if post.outcome(one.digest, one.to[0].address) == "sent"]


def had_words(people: Sequence[Recipient]) -> list[str]:
    """The same, a sentence each."""
    return [_("{to} has it already.").format(to=mailbox(one)) for one in people]


def _line(one: Went, again: str) -> str:
    to = mailbox(one.to)
    match one.what:
        case "sent":
            return _("Sent to {to}.").format(to=to)
        case "had it":
            return had_words([one.to])[0]
        case "unsure":
            return _(
                "The connection broke just as it went to {to}: it may have arrived. "
                "Ask; {again} sends it once more."
            ).format(to=to, again=again)
    return _("NOT sent to {to}. {why}").format(to=to, why=one.why)
