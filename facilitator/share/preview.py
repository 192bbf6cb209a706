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


def without_address(letters: Sequence[Letter]) -> tuple[str, ...]:
    """The names of those who are meant, and whose address nobody has said."""
    return tuple(dict.fromkeys(name for letter in letters for name in letter.without))


def no_address(letters: Sequence[Letter], *, sending: bool = False) -> str:
    """Who has no address, in a sentence; empty where everybody has one."""
    names = ", ".join(map(visible, without_address(letters)))
    if not names:
        return ""
    said = _("No address, left out: {names}.") if sending else _("No address: {names}.")
    return said.format(names=names)


def preview(letters: Sequence[Letter], audience: str, notes: Sequence[str] = ()) -> list[str]:
    """The lines to page through: how many messages to how many people, then each message whole.

    `notes` are sentences that stand right below the first line.
    """
    people = {one.address.casefold() for letter in letters for one in letter.to}
    messages = ngettext("{n} message", "{n} messages", len(letters)).format(n=len(letters))
    to = ngettext("to {n} person", "to {n} people", len(people)).format(n=len(people))
    if not people:
        to = _("to nobody yet")
    lines = [f"{messages} {to}, {audience_words(audience)}.", *notes]
    for number, letter in enumerate(letters, 1):
        lines += ["", "─" * 60]
        if len(letters) > 1:
            lines.append(_("Message {number} of {count}").format(number=number, count=len(letters)))
        lines += [_("To: {people}").format(people=_people(letter))]
        lines += [_("Subject: {subject}").format(subject=visible(letter.subject))]
        if letter.attachments:
            names = ", ".join(visible(one.name) for one in letter.attachments)
            lines.append(_("Attached: {names}").format(names=names))
        lines += ["", *map(visible, letter.text.splitlines())]
    return lines


def _people(letter: Letter) -> str:
    if letter.to:
        return ", ".join(map(mailbox, letter.to))
    names = ", ".join(map(visible, letter.without))
    return _("{names}; you fill in the address").format(names=names) if names else _("you fill this in")


def mailbox(one: Recipient) -> str:
    """Somebody and her address, as people write it."""
    return f"{visible(one.name)} <{one.address}>" if one.name else one.address
