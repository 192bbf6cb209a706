"""What is to be seen before anything goes: to whom, how many, for which audience, all it says. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from facilitator.share.letter import Letter, Recipient
from facilitator.words.language import gettext as _
from facilitator.words.language import ngettext
from facilitator.words.visible import visible


def audience_words(audience: str) -> str:
    """Who the text is made for, in words."""
    return {
        "pod": _("for the pod: everything"),
        "beyond": _("for beyond the pod: without names"),
        "programme": _("for the programme: numbers only"),
    }[audience]


def preview(letters: Sequence[Letter], audience: str) -> list[str]:
    """The lines to page through: how many messages to how many people, then each message whole."""
    people = {one.address.casefold() for letter in letters for one in letter.to}
    messages = ngettext("{n} message", "{n} messages", len(letters)).format(n=len(letters))
    to = ngettext("to {n} person", "to {n} people", len(people)).format(n=len(people))
    lines = [f"{messages} {to}, {audience_words(audience)}."]
    for number, letter in enumerate(letters, 1):
        lines += ["", "─" * 60]
        if len(letters) > 1:
            lines.append(_("Message {number} of {count}").format(number=number, count=len(letters)))
        lines += [_("To: {people}").format(people=", ".join(map(mailbox, letter.to)))]
        lines += [_("Subject: {subject}").format(subject=visible(letter.subject))]
        if letter.attachments:
            names = ", ".join(visible(one.name) for one in letter.attachments)
            lines.append(_("Attached: {names}").format(names=names))
        lines += ["", *map(visible, letter.text.splitlines())]
    return lines


def mailbox(one: Recipient) -> str:
    """Somebody and her address, as people write it."""
    return f"{visible(one.name)} <{one.address}>" if one.name else one.address
