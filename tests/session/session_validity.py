"""What makes a state valid: rules that hold after any events whatever."""

from __future__ import annotations

import math

from session_play import past

from facilitator.session import events as ev
from facilitator.session.state import State
from facilitator.session.timing import elapsed, running
from facilitator.words.dates import from_stamp


def faults(state: State, t: float) -> list[str]:
    """The rules that this state breaks at `t`; empty where it is valid."""
    return [*_stage_faults(state), *_people_faults(state), *_note_faults(state), *_time_faults(state, t)]


def _broken(rules: dict[str, bool]) -> list[str]:
    return [rule for rule, holds in rules.items() if not holds]


def _moved(state: State) -> ev.AnyEvent | None:
    """The event by which the running stage was entered."""
    moves = (ev.StageEntered, ev.SilenceInserted, ev.TopicTakenUp, ev.StageTakenUp)
    return next((event for event in reversed(past(state)) if isinstance(event, moves)), None)


def _stage_faults(state: State) -> list[str]:
    plan = [item.id for item in state.plan]
    started = state.phase != "lobby"
    return _broken(
        {
            "the lobby has no stage, plan, visit or time": started
            or not (state.stage or state.plan or state.visits or state.spent or state.promised),
            "a meeting that has begun has a plan": not started or bool(plan),
            "each stage is once in the plan": len(set(plan)) == len(plan),
            "the stage is in the plan or inserted": not started
            or state.stage in plan
            or state.stage in state.inserted,
            "an inserted stage interrupts one of the plan": not started
            or state.stage in plan
            or state.place in plan,
            "a stage of the plan interrupts another only when it was taken up": not started
            or state.stage not in plan
            or not state.interrupted
            or isinstance(_moved(state), ev.StageTakenUp)
            or state.visits[-2].stage.startswith("silence"),
            "between a silence and the plan is at most what was taken up": not state.outer
            or (
                state.stage.startswith("silence")
                and state.outer in plan
                and (state.interrupted in plan or state.interrupted in state.taken_up.values())
            ),
            "nothing is interrupted by itself": not started
            or state.stage not in (state.interrupted, state.outer),
            "only stages of the plan are put off, and the running one is not": set(state.put_off) <= set(plan)
            and state.stage not in state.put_off,
            "each topic that was taken up has a stage of its own": len(set(state.taken_up.values()))
            == len(state.taken_up)
            and all(stage in state.inserted for stage in state.taken_up.values()),
            "the last visit is to the running stage": not started or state.visits[-1].stage == state.stage,
            "every stage that was visited can be found": all(
                state.find_stage(visit.stage) for visit in state.visits
            ),
            "dropped stages are not in the plan": not set(state.dropped) & set(plan),
            "the promise is an instant": not started or from_stamp(state.promised) is not None,
            "only closed minutes are final": not state.version or state.phase == "closed",
            "a card and time away belong to a running meeting": state.phase == "running"
            or (state.card is None and state.away is None),
            "the past is as deep as it says": len(past(state)) == state.depth,
            "what can be redone next has its place in the past": not state.undone
            or state.undone[-1].depth <= state.depth,
        }
    )


def _people_faults(state: State) -> list[str]:
    names = state.names()
    return _broken(
        {
            "nobody is twice in the session": len(set(names)) == len(names),
            "everybody has a name": all(name.strip() for name in names),
            "roles are people": all(
                role in ("", *names) for role in (state.chair, state.keeper, state.giver, *state.led)
            ),
            "a guest facilitator is here, and is not the chair": state.lead in ("", *state.here())
            and (not state.lead or (state.lead != state.chair and state.lead in state.led)),
            "the turn is with somebody present": state.turn in ("", *state.here()),
            "turns belong to a running meeting": state.phase == "running" or not state.turn,
            "who was heard is in the session": all(
                set(heard) <= set(names) for heard in state.heard_in.values()
            ),
            "nobody is heard twice in a stage": all(
                len(set(heard)) == len(heard) for heard in state.heard_in.values()
            ),
            "who passed was heard": all(
                set(passed) <= set(state.heard_in.get(stage, ())) for stage, passed in state.passed_in.items()
            ),
        }
    )


def _note_faults(state: State) -> list[str]:
    numbers, struck = set(state.notes), set(state.struck) | set(state.forgotten)
    merged, back = set(state.merged), set(state.taken_back)
    return _broken(
        {
            "a line lies under its own number": all(
                number == note.number for number, note in state.notes.items()
            ),
            "lines are numbered from 1": all(number >= 1 for number in numbers | struck),
            "the last number is the highest one": max(numbers | struck | merged | back, default=0)
            == state.last_number,
            "a line that is part of another is gone": not numbers & merged,
            "a struck or forgotten line is gone": not numbers & struck,
            "a line that was taken back is not there": not back & (numbers | struck | merged),
            "lines that somebody agreed to are there": set(state.agreed) <= numbers,
            "only people of the session agree": set().union(*state.agreed.values()) <= set(state.names()),
            "the version is that of the last final minutes": state.version
            == (state.finals[-1].version if state.finals else 0),
            "every line has words": all(note.text.strip() for note in state.notes.values()),
        }
    )


def _time_faults(state: State, t: float) -> list[str]:
    stages = {*state.planned, *state.spent, *([state.stage] if state.stage else ())}
    each = {stage: elapsed(state, t, stage) for stage in stages}
    visits = [visit.seconds for visit in state.visits]
    lengths = [*each.values(), *visits, *state.spent.values(), *state.planned.values(), running(state, t)]
    counted = running(state, t)
    return _broken(
        {
            "times are finite and never negative": all(math.isfinite(one) and one >= 0 for one in lengths),
            "stage times sum to the running time": math.isclose(
                sum(each.values()), counted, rel_tol=1e-9, abs_tol=1e-3
            ),
            "stays sum to the stage times": math.isclose(
                sum(visits), sum(state.spent.values()), rel_tol=1e-9, abs_tol=1e-3
            ),
            "nothing begins in the future": max(state.entered_t, state.turn_t, state.started_t, 0.0)
            <= t + 1e-6,
            "the clock stands still in a running meeting only": state.paused_t is None
            or (state.phase == "running" and state.paused_t <= t),
            "time away is worth asking about": state.away is None or state.away >= 1,
            "the last event is not in the future": state.last_t <= t,
        }
    )
