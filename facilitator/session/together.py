"""What a stage offers beyond its sentences: small groups by name, questions of a bank, a vote to go on."""

from __future__ import annotations

from facilitator.agenda.breakouts import Groups, adjusted, groups
from facilitator.agenda.questions import choose, find_bank
from facilitator.session.called import spoken
from facilitator.session.members import groups_of, seed
from facilitator.session.repeats import placed, whose_time
from facilitator.session.state import State
from facilitator.words.language import gettext as _

OFFERED = 3
"""Questions of a bank that are on offer in one stage."""

_CLOSE = 1.0
"""Seconds: a vote's minutes may have been given in another rounding."""


def who_is_with_whom(state: State) -> Groups:
    """The small groups of the running stage; empty where all stay together.

    From one such stage to the next the company changes. Where the groups only grow (pairs, then fours), those
    who were together stay so.
    """
    stage = state.find_stage(state.stage) if state.stage else None
    if stage is None or stage.breakouts is None:
        return ()
    here = placed(state, state.stage)
    if here is not None and stage.repeat == "member":
        return groups_of(state, here)
    begun = groups(state.gathered, stage.breakouts, _turn(state) + seed(state))
    return adjusted(begun, state.here())


def questions_from_bank(state: State) -> tuple[str, ...]:
    """Questions for the running stage from its bank."""
    return bank_questions(state, state.stage)


def bank_questions(state: State, stage_id: str) -> tuple[str, ...]:
    """Questions for a stage from its bank; another stage of the same session has others.

    Those that earlier sessions of the pod had come last.
    """
    stage = state.find_stage(stage_id)
    bank = find_bank(state.agenda.banks, stage.bank) if stage.bank else None
    if bank is None:
        return ()
    before = 0
    for item in state.plan:
        if item.id == stage.id:
            break
        before += state.find_stage(item.id).bank == stage.bank
    order = choose(bank, len(bank.questions), seed(state), state.asked)
    start = before * OFFERED % len(order)
    return (*order[start:], *order[:start])[:OFFERED]


def vote_now(state: State) -> float:
    """How many seconds the group would vote for next, once the time is up; 0 where there is no vote left."""
    stage = state.find_stage(state.stage)
    planned = next((item.seconds for item in state.plan if item.id == state.stage), 0.0)
    given = state.planned.get(state.stage, 0.0) - planned
    for minutes in stage.vote[1:]:
        if given < minutes * 60 - _CLOSE:
            return minutes * 60
        given -= minutes * 60
    return 0.0


def group_lines(state: State, short: bool = False) -> tuple[str, ...]:
    """The small groups as lines: `Group 1: Amina, Bintou`, and whose time it is where it is one's.

    `short` is for beside the word: `1: Amina, Bintou`.
    """
    called = _("{number}: {people}") if short else _("Group {number}: {people}")
    found = who_is_with_whom(state)
    return tuple(
        called.format(number=number, people=_group_words(state, group))
        for number, group in enumerate(found, start=1)
    )


def _group_words(state: State, group: tuple[str, ...]) -> str:
    whose = next((name for name in whose_time(state, state.stage) if name in group), "")
    others = [spoken(state, name) for name in group if name != whose]
    names = ", ".join(others)
    if whose and names:
        return _("{name}'s turn, with {names}").format(name=spoken(state, whose), names=names)
    if whose:
        return _("{name}'s turn").format(name=spoken(state, whose))
    if state.find_stage(state.stage).repeat == "member":
        return _("{names}, all had their turn").format(names=names)
    return names


def _turn(state: State) -> int:
    """How often the company has changed before the running stage, small groups that only grew not counted."""
    turn, size = 0, 0
    for item in state.plan:
        stage = state.find_stage(item.id)
        if stage.breakouts is not None:
            turn += bool(size) and stage.breakouts <= size and not stage.keep_groups
            size = stage.breakouts
        if item.id == state.stage:
            break
    return turn
