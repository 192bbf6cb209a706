"""Who is here, who has which role, and whose turn it is."""

from __future__ import annotations

from typing import Literal

from facilitator.agenda.model import Place
from facilitator.session.events.envelope import Event

Role = Literal["chair", "keeper", "giver"]
"""The case giver is `giver` and the record keeper `keeper`, as in the commands that give the roles."""


class RoundOrdered(Event, tag="round_ordered", kw_only=True, frozen=True):
    """The running round goes in this order, whoever else is in it behind them."""

    names: tuple[str, ...]


class TurnTaken(Event, tag="turn_taken", kw_only=True, frozen=True):
    """It is this person's turn. An empty name (after closing) is a turn whose name was let go."""

    name: str


class TurnPassed(Event, tag="turn_passed", kw_only=True, frozen=True):
    """This person passed, without comment."""

    name: str


class PersonArrived(Event, tag="person_arrived", kw_only=True, frozen=True):
    """Somebody is here (again)."""

    name: str


class PersonLeft(Event, tag="person_left", kw_only=True, frozen=True):
    """Somebody is away."""

    name: str


class GuestJoined(Event, tag="guest_joined", kw_only=True, frozen=True):
    """Somebody new is here for this meeting."""

    name: str


class RoleGiven(Event, tag="role_given", kw_only=True, frozen=True):
    """A role changes hands. An empty name leaves the role open."""

    role: Role
    name: str
    case: int = 0
    """Which case the giver gives (from 1); 0: the one that is running or comes next."""


class LeadGiven(Event, tag="lead_given", kw_only=True, frozen=True):
    """A guest facilitator leads from now on, in the chair's place. Empty: the chair leads again."""

    name: str = ""


class PlaceChanged(Event, tag="place_changed", kw_only=True, frozen=True):
    """The people meet in another way from now on: by video, by phone, in one room."""

    place: Place
