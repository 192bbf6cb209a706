"""Folding takes as much work for the last event as for the first."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest
from session_play import Play

from facilitator.session import events as ev
from facilitator.session import intents as it
from facilitator.session.evolve import fold


def line(number: int) -> it.Intent:
    return it.Capture(kind="note", text=f"line {number}")


WORK: dict[str, Callable[[int], list[it.Intent]]] = {
    "lines": lambda n: [line(one) for one in range(n)],
    "lines, then as many undos": lambda n: [*map(line, range(n // 2)), *[it.Undo()] * (n // 2)],
    "lines, undos, redos": lambda n: [
        *map(line, range(n // 3)),
        *[it.Undo()] * (n // 3),
        *[it.Redo()] * (n // 3),
    ],
    "lines struck at once": lambda n: [one for k in range(n // 2) for one in (line(k), it.Strike())],
    "stages to and fro": lambda n: [it.Next(), it.Back()] * (n // 2),
    "pauses": lambda n: [it.Pause(), it.Resume()] * (n // 2),
    "undo and redo of the same": lambda n: [it.Next(), *[it.Undo(), it.Redo()] * (n // 2)],
}


def log(wishes: list[it.Intent]) -> list[ev.AnyEvent]:
    play = Play()
    play.do(it.Go(), *wishes)
    return play.events


def calls(act: Callable[[], Any]) -> int:
    """How many functions are called, in Python and below it."""
    count = 0

    def note(frame: FrameType, what: str, arg: object) -> None:
        nonlocal count
        count += what in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        act()
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize("work", WORK)
def test_twice_the_events_are_twice_the_work(work: str) -> None:
    few, many = log(WORK[work](600)), log(WORK[work](1_200))
    grown = len(many) / len(few)
    assert calls(lambda: fold(many)) <= calls(lambda: fold(few)) * grown * 1.1


class Copies:
    """Counts the slots of all tuples that a fold leaves behind: copying a growing tuple is hidden work."""

    @staticmethod
    def held(events: list[ev.AnyEvent]) -> int:
        state, slots = fold(events), 0
        while state is not None:
            for name in state.__struct_fields__:
                value = getattr(state, name)
                slots += len(value) if isinstance(value, tuple | frozenset) else 0
            state = state.past.before if state.past is not None else None
        return slots


@pytest.mark.parametrize("work", WORK)
def test_no_state_copies_what_grows(work: str) -> None:
    few, many = log(WORK[work](300)), log(WORK[work](600))
    assert Copies.held(many) <= Copies.held(few) * (len(many) / len(few)) * 1.1


def test_ten_thousand_events_fold_and_are_let_go_without_running_out_of_stack() -> None:
    events = log([*map(line, range(5_000)), *[it.Undo()] * 5_000])
    state = fold(events)
    assert not state.notes
    assert len(state.undone) == 5_000
    deep = fold(log([line(one) for one in range(10_000)]))
    assert deep.depth == 10_002
    del deep, state
