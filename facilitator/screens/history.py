"""What home and lobby want to know of earlier sessions. Read-only, and only the newest are looked into."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from msgspec import Struct

from facilitator.meeting.opening import look
from facilitator.screens import left_open
from facilitator.session.events import Role
from facilitator.session.state import State
from facilitator.store.places import KINDS, all_sessions
from facilitator.store.trouble import StoreError
from facilitator.words.dates import SAME, Times

NEWEST = 20
"""So many folders are looked into at most."""

OFFERED = 3
"""So many sessions that were left are offered to go on with."""


class Unfinished(Struct, frozen=True, kw_only=True):
    """A session that can be gone on with, and how that is offered: never with its title."""

    folder: Path
    words: str
    about: str = ""
    """A sentence on what choosing it does."""
    likely: bool = False
    """It is the newest and of today: most likely what somebody has come back for."""


class History(Struct, frozen=True, kw_only=True):
    """The newest sessions of a home, as far as the first screens need them."""

    unfinished: tuple[Unfinished, ...] = ()
    """Newest first, rehearsals after the meetings. So is a meeting of today whose minutes are a draft."""
    minutes: Path | None = None
    """The newest meeting that has minutes; a rehearsal only where there is no other."""
    agreed: tuple[tuple[Role, str], ...] = ()
    """Who was named for which role when the last meeting closed."""
    trouble: str = ""
    """A sentence where something could not be read."""


def any_session(home: Path) -> bool:
    """Whether there may be anything to look into; quick enough to be asked before the first paint."""
    return any(_has_entries(home / kind) for kind in KINDS)


def _has_entries(folder: Path) -> bool:
    try:
        return next(folder.iterdir(), None) is not None
    except FileNotFoundError:
        return False
    except OSError:
        # Something is there; what is wrong with it is told by whoever reads it.
        return True


def read_history(home: Path, now: datetime, times: Times = SAME) -> History:
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
    left = [one for one in found if _is_offered(one[1], now)]
    meetings = [one for one in left if not one[1].rehearsal]
    # Of those that were practice only the newest: they would soon take all the rows.
    practice = [one for one in left if one[1].rehearsal][:1]
    begun = [folder for folder, state in found if state.phase != "lobby"]
    return History(
        unfinished=_offers([*meetings, *practice][:OFFERED], now, times),
        minutes=begun[0] if begun else None,
        agreed=_agreed([state for _folder, state in found if not state.rehearsal]),
        trouble=troubles[0] if troubles else "",
    )


def _is_offered(state: State, now: datetime) -> bool:
    return left_open.is_unfinished(state) or left_open.is_draft_of_today(state, now)


def _offers(left: list[tuple[Path, State]], now: datetime, times: Times) -> tuple[Unfinished, ...]:
    offers = []
    for place, (folder, state) in enumerate(left):
        likely = place == 0 and left_open.is_of_today(state, now)
        words = left_open.offer_words(state, now, times, alone=not likely)
        about = left_open.about_words(state) if likely else ""
        offers.append(Unfinished(folder=folder, words=words, about=about, likely=likely))
    return tuple(offers)


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
