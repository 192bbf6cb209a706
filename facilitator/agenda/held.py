"""An agenda as one meeting holds it: where people are, how many cases there are, what it is about. Pure."""

from __future__ import annotations

from msgspec.structs import replace

from facilitator.agenda.model import Agenda, Place
from facilitator.agenda.sentences import placeholders, texts_of
from facilitator.agenda.themes import with_theme


def held(
    agenda: Agenda, *, place: Place | None = None, cases: int = 0, theme: str = "", question: str = ""
) -> Agenda:
    """The agenda with what was chosen for one meeting; what was not chosen is as the agenda has it."""
    changed = replace(agenda, place=place or agenda.place, cases=cases or agenda.cases)
    return with_theme(changed, theme, question)


def repeats_cases(agenda: Agenda) -> bool:
    """Whether stages of it are run again for each case, or each topic."""
    return any(stage.repeat == "case" for stage in agenda.stages)


def has_giver(agenda: Agenda) -> bool:
    """Whether somebody gives a case in it: a sentence names the giver, or a round goes without them."""
    return any(
        (stage.per_other is not None and stage.repeat != "person")
        or any("giver" in placeholders(text) for text in texts_of(stage))
        for stage in agenda.stages
    )


def givers_of(agenda: Agenda) -> int:
    """How many people give a case: one for each case where each has its own time; 0 where nobody does."""
    if not has_giver(agenda):
        return 0
    return agenda.cases if repeats_cases(agenda) else 1
