"""What home and lobby want to know of earlier sessions. Read-only, and only the newest are looked into."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from facilitator.meeting.opening import look
from facilitator.session.events import Role
from facilitator.session.state import State
from facilitator.store.places import all_sessions
from facilitator.store.trouble import StoreError
from facilitator.words.language import gettext as _
from facilitator.words.visible import visible

NEWEST = 20
"""So many folders are looked into at most."""

OFFERED = 3
"""So many unfinished sessions are offered to go on with."""


class Unfinished(Struct, frozen=True):
    """A session that can be gone on with, and how that is offered: never with its title."""

    folder: Path
    words: str


class History(Struct, frozen=True, kw_only=True):
    """The newest sessions of a home, as far as the first screens need them."""

    unfinished: tuple[Unfinished, ...] = ()
    """Newest first, rehearsals after the meetings."""
    minutes: Path | None = None
    """The newest meeting that has minutes; a rehearsal only where there is no other."""
    agreed: tuple[tuple[Role, str], ...] = ()
    """Who was named for which role when the last meeting closed."""
    trouble: str = ""
    """A sentence where something could not be read."""


def read_history(home: Path) -> History:
    """Look into the newest sessions. What cannot be read is told in `trouble`, and the rest is there."""
    try:
        folders = all_sessions(home)[:NEWEST]
    except StoreError as trouble:
        return History(trouble=trouble.sentence)
    found: list[tuple[Path, State]] = []
    troubles: list[str] = []
    for folder in folders:
        try:
            found.append((folder, look(folder).state))
        except StoreError as trouble:
            troubles.append(trouble.sentence)
    # Sorting is stable: newest first among the meetings, and among the rehearsals behind them.
    found.sort(key=lambda one: one[1].rehearsal)
    unfinished = [Unfinished(folder, _go_on(folder, state)) for folder, state in found if _is_open(state)]
    begun = [folder for folder, state in found if state.phase != "lobby"]
    return History(
        unfinished=tuple(unfinished[:OFFERED]),
        minutes=begun[0] if begun else None,
        agreed=_agreed([state for _folder, state in found if not state.rehearsal]),
        trouble=troubles[0] if troubles else "",
    )


def _is_open(state: State) -> bool:
    return state.phase != "closed"


def _go_on(folder: Path, state: State) -> str:
    name = visible(folder.name)
    if state.phase == "lobby":
        words = _("Go on: {name}, not begun").format(name=name)
    else:
        stage = visible(state.find_stage(state.stage).name)
        words = _("Go on: {name}, in {stage}").format(name=name, stage=stage)
    return _("{words} (practice)").format(words=words) if state.rehearsal else words


def _agreed(states: list[State]) -> tuple[tuple[Role, str], ...]:
    """What the newest closed meeting settled for the next one; nothing once a later meeting was begun."""
    begun = [state for state in states if state.phase != "lobby"]
    if not begun or begun[0].phase != "closed":
        return ()
    following = begun[0].next_meeting
    roles: tuple[tuple[Role, str], ...] = (
        ("chair", following.chair),
        ("keeper", following.keeper),
        ("giver", following.giver),
    )
    return tuple((role, name) for role, name in roles if name)
