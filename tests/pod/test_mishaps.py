"""What goes wrong in a rehearsal: the same seed gives the same, and nobody is late who must be there."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from facilitator.agenda.library import find
from facilitator.pod.mishaps import Late, Mishaps, come_by_now, invent, overrun
from facilitator.session import events as ev
from facilitator.session import intents as it
from facilitator.session.decide import decide
from facilitator.session.evolve import evolve
from facilitator.session.state import Moment, State

AMINA, BRID, LI, ANN, ANNABEL = PEOPLE = (
    "Amina Diallo",
    "Bríd Ní Dhálaigh",
    "李娜",
    "Ann Otieno",
    "Annabel Otieno-Brandt",
)
SEVEN = datetime(2026, 11, 21, 19, 0, tzinfo=UTC)


def after(state: State | None, t: float, *intents: it.Intent, people: tuple[str, ...] = PEOPLE) -> State:
    """A meeting after these intents at `t`; one that has just been opened where there is none."""
    if state is None:
        opened = ev.SessionOpened(
            at="2026-11-21T19:00:00.000Z",
            agenda=find("intervision"),
            people=people,
            chair=people[0],
            giver=people[-1],
        )
        state = evolve(None, opened)
    for number, intent in enumerate(intents):
        now = Moment(t, SEVEN + timedelta(seconds=t))
        for event in decide(state, intent, now):
            cause = f"c{t}.{number}"
            at = now.at.isoformat()
            state = evolve(state, replace(event, id=cause, cause=cause, t=t, at=at))
    return state


def begun(*people: str) -> State:
    """A meeting that has just begun, the first chairing and the last giving the case."""
    return after(None, 0.0, it.Go(), people=people or PEOPLE)


@given(st.text(max_size=20), st.integers(1, 5))
def test_the_same_seed_gives_the_same_and_enough_people_are_there(seed: str, count: int) -> None:
    state = begun(*PEOPLE[:count])
    mishaps = invent(seed, state)
    assert mishaps == invent(seed, state)
    late = [one.name for one in mishaps.late]
    assert state.chair not in late
    assert state.giver not in late
    assert count - len(late) >= min(count, 2)
    assert state.chair not in mishaps.talkers
    kinds = {state.find_stage(stage).kind for stage in mishaps.stages}
    assert not kinds & {"round", "silence", "writing"}


def test_among_five_somebody_is_late_and_somebody_talks_on() -> None:
    for seed in map(str, range(30)):
        mishaps = invent(seed, begun())
        assert mishaps.late
        assert mishaps.talkers
        assert mishaps.stages


def test_seeds_differ() -> None:
    assert len({str(invent(str(seed), begun())) for seed in range(30)}) > 10


def test_who_is_late_comes_at_their_minute_and_only_once() -> None:
    mishaps = Mishaps(late=(Late(LI, 120.0),))
    state = after(begun(), 0.0, it.Away(LI))
    assert come_by_now(mishaps, state, 119.0) == ()
    assert come_by_now(mishaps, state, 120.0) == (LI,)
    assert come_by_now(mishaps, after(state, 120.0, it.Here(LI)), 121.0) == ()


def test_a_talker_goes_on_once_their_turn_is_over_and_until_the_next_one_begins() -> None:
    mishaps = Mishaps(talkers=(LI,))
    state = after(begun(), 0.0, it.Turn(LI))
    assert overrun(mishaps, state, 10.0) == ""
    assert overrun(mishaps, state, 400.0) == "李娜 keeps talking. What do you say?"
    assert overrun(mishaps, after(state, 400.0, it.Turn(BRID)), 900.0) == ""


def test_a_stage_that_runs_over_has_somebody_who_talks() -> None:
    mishaps = Mishaps(talkers=(BRID,), stages=("clarify",))
    state = after(begun(), 0.0, it.GoTo("clarify"))
    assert overrun(mishaps, state, 5.0) == ""
    assert overrun(mishaps, state, 3000.0) == "Bríd keeps talking. What do you say?"
    assert overrun(mishaps, after(state, 10.0, it.GoTo("discussion")), 4000.0) == ""


def test_nobody_talks_while_the_clock_stands_still() -> None:
    state = after(begun(), 0.0, it.GoTo("clarify"))
    state = after(state, 2000.0, it.Pause())
    assert overrun(Mishaps(talkers=(BRID,), stages=("clarify",)), state, 3000.0) == ""
