"""Who was there."""

from __future__ import annotations

from facilitator.minutes.attendance import seen
from facilitator.minutes.document.model import Attendee
from facilitator.session.state import State
from facilitator.words.language import gettext as _


def attendance(state: State) -> tuple[tuple[Attendee, ...], tuple[str, ...]]:
    """Who was there, with their roles, and the names of those who were not."""
    roles: tuple[tuple[str, str], ...] = (
        (state.chair, _("chair")),
        (state.keeper, _("record keeper")),
        *((name, _("case giver")) for name in dict.fromkeys((*state.givers, state.giver))),
    )
    were_here = seen(state) if any(not person.here for person in state.people) else frozenset()
    present: list[Attendee] = []
    absent: list[str] = []
    for person in state.people:
        if not person.here and person.name not in were_here:
            absent.append(person.name)
            continue
        said = [role for name, role in roles if name == person.name]
        if person.name in state.led:
            said.append(_("guest facilitator"))
        elif person.guest:
            said.append(_("guest"))
        if not person.here:
            said.append(_("left before the end"))
        present.append(Attendee(person.name, tuple(said)))
    return tuple(present), tuple(absent)
