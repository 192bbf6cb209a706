"""Who a session's minutes go to: everybody of the pod, or each owner of a step. Pure.

Who has no address holds up nobody: a mail program opens with those that are known, sending goes to them, and
everybody else is named.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from facilitator.minutes.document import Document
from facilitator.session.state import State
from facilitator.share.letter import Letter
from facilitator.share.letters import for_owners, for_people, owners
from facilitator.share.preview import no_address
from facilitator.store.trouble import StoreError
from facilitator.words.language import gettext as _


class NobodyToWriteTo(StoreError):  # noqa: N818 - told as a sentence
    """There are no people for whom a message could be made, or none with an address to send to."""


def members(state: State) -> tuple[str, ...]:
    """Everybody of the pod in a session, by full name; guests get no minutes unasked."""
    return tuple(one.name for one in state.people if not one.guest)


def letter_to_pod(
    minutes: Document, state: State, addresses: Mapping[str, str], attach: Sequence[str] = ()
) -> list[Letter]:
    """One message for the whole pod. Raises NobodyToWriteTo where a session names nobody."""
    names = members(state)
    if not names:
        raise NobodyToWriteTo(_("Nobody is named, so there is nobody to write to."))
    return [for_people(minutes, names, addresses, attach)]


def letters_to_owners(minutes: Document, addresses: Mapping[str, str]) -> list[Letter]:
    """One message for each owner. Raises NobodyToWriteTo where no step has one."""
    if minutes.audience != "pod":
        raise NobodyToWriteTo(_("Owners of steps are named in the pod's own minutes only."))
    if not owners(minutes):
        raise NobodyToWriteTo(_("No next step has an owner, so there is nobody to write to."))
    return for_owners(minutes, addresses)


def sendable(letters: Sequence[Letter]) -> list[Letter]:
    """Those messages that have somebody to go to. Raises NobodyToWriteTo where none has."""
    found = [letter for letter in letters if letter.to]
    if not found:
        raise NobodyToWriteTo(
            _("No address is known, so nothing can be sent. {without}")
            .format(without=no_address(letters))
            .strip()
        )
    return found
