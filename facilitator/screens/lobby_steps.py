"""Which questions the lobby asks for an agenda, and in which order. Pure."""

from __future__ import annotations

from facilitator.agenda.held import givers_of, repeats_cases
from facilitator.agenda.model import Agenda
from facilitator.agenda.themes import asks_for_theme
from facilitator.session.events import Role

Step = str
"""`format people chair keeper cases giver length theme title ready`; `giver 2` asks for the second case."""

_ROLES: dict[str, Role] = {"chair": "chair", "keeper": "keeper", "giver": "giver"}


def steps_of(agenda: Agenda) -> tuple[Step, ...]:
    """The questions for this agenda, as it is to be held; `ready` is the plan at the end."""
    steps: list[Step] = ["format", "people", "chair", "keeper"]
    if repeats_cases(agenda):
        steps.append("cases")
    steps += ["giver", *(f"giver {number}" for number in range(2, givers_of(agenda) + 1))][
        : givers_of(agenda)
    ]
    steps.append("length")
    if asks_for_theme(agenda):
        steps.append("theme")
    return (*steps, "title", "ready")


def role_of(step: Step) -> Role | None:
    """The role that a question asks for, if it is one of these."""
    return _ROLES.get(step.partition(" ")[0])


def case_of(step: Step) -> int:
    """For which case (from 1) a question wants a giver; 0 for any other question."""
    word, _space, number = step.partition(" ")
    return int(number or 1) if word == "giver" else 0
