"""Where the time of a meeting went, as flat lines: stages, turns over their time, silences kept or cut. Pure.

No name is in it: after a close the log no longer says whose turn was whose.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from facilitator.minutes.course import stage_name, stage_times
from facilitator.session import events as ev
from facilitator.session.state import State
from facilitator.session.timing import running, turn_length
from facilitator.words.dates import from_stamp
from facilitator.words.durations import in_words, taken
from facilitator.words.language import gettext as _
from facilitator.words.language import ngettext

SAME = 5.0
"""Seconds by which a stage or a turn may differ and still counts as kept to its time."""


class TurnTime(Struct, frozen=True):
    """What one turn of a round was to take and took, in seconds, pauses left out."""

    stage: str
    planned: float
    taken: float


def time_lines(state: State) -> list[str]:
    """Where the time went, a sentence a line; one sentence where the meeting has not begun."""
    if state.phase == "lobby":
        return [_("The meeting has not begun: no time was taken.")]
    lines = [_whole(state), *_stages(state), *_turns(state), *_silences(state)]
    if state.phase == "running":
        lines.append(_("{stage} still runs.").format(stage=stage_name(state, state.stage)))
    return lines


def turn_times(state: State) -> tuple[TurnTime, ...]:
    """The turns that have ended, in order, those that were undone left out."""
    found: list[TurnTime] = []
    stage, planned, began, paused, stood = "", 0.0, 0.0, 0.0, 0.0
    for event, before, after in _course(state):
        match event:
            case ev.Paused():
                stood = event.t
            case ev.Unpaused():
                paused += max(event.t - stood, 0.0)
        if not isinstance(event, _ENDS_TURN):
            continue
        if stage:
            # The length as it stood at the end: a round may have been given more.
            length = turn_length(before) or planned
            end = before.paused_t if before.paused_t is not None else event.t
            found.append(TurnTime(stage, length, max(end - began - paused, 0.0)))
            stage = ""
        if isinstance(event, ev.TurnTaken):
            stage, planned, began, paused = after.stage, turn_length(after), event.t, 0.0
    return tuple(found)


_ENDS_TURN = ev.TurnTaken | ev.TurnPassed | ev.STAGE_BEGINS | ev.MeetingClosed


def _course(state: State) -> Iterator[tuple[ev.AnyEvent, State, State]]:
    """What happened, oldest first, with the state before and after each."""
    steps: list[tuple[ev.AnyEvent, State, State]] = []
    while state.past is not None:
        steps.append((state.past.event, state.past.before, state))
        state = state.past.before
    return reversed(steps)


def _whole(state: State) -> str:
    planned = sum(item.seconds for item in state.plan)
    sentence = _("The meeting: planned {planned}, took {taken}.").format(
        planned=taken(planned), taken=taken(running(state, state.last_t))
    )
    if state.phase != "closed" or not state.promised or not state.closed_at:
        return sentence
    late = (from_stamp(state.closed_at) - from_stamp(state.promised)).total_seconds()
    if late >= 60:
        return sentence + " " + _("It ended {length} late.").format(length=in_words(late))
    if late <= -60:
        return sentence + " " + _("It ended {length} early.").format(length=in_words(-late))
    return sentence + " " + _("It ended when promised.")


def _stages(state: State) -> Iterator[str]:
    for one in stage_times(state):
        if one.taken is None:
            yield _("{stage}: planned {planned}, not held.").format(
                stage=one.stage, planned=taken(one.planned or 0.0)
            )
            continue
        if one.planned is None:
            yield _("{stage}: not in the plan, took {taken}.").format(stage=one.stage, taken=taken(one.taken))
            continue
        over = one.taken - one.planned
        if over > SAME:
            said = _("{stage}: planned {planned}, took {taken}, {over} over.")
        elif over < -SAME:
            said = _("{stage}: planned {planned}, took {taken}, {over} less.")
        else:
            said = _("{stage}: planned {planned}, took {taken}.")
        line = said.format(
            stage=one.stage, planned=taken(one.planned), taken=taken(one.taken), over=taken(abs(over))
        )
        if one.added > 0:
            line += " " + _("{length} were given on purpose.").format(length=in_words(one.added))
        yield line


def _turns(state: State) -> Iterator[str]:
    turns = [one for one in turn_times(state) if one.planned > 0]
    if not turns:
        return
    over = [one for one in turns if one.taken - one.planned > SAME]
    if not over:
        yield ngettext(
            "The one turn kept to its time.", "All {n} turns kept to their time.", len(turns)
        ).format(n=len(turns))
        return
    yield ngettext(
        "{n} turn of {all} was over its time.", "{n} turns of {all} were over their time.", len(over)
    ).format(all=len(turns), n=len(over))
    for stage in dict.fromkeys(one.stage for one in over):
        here = [one for one in over if one.stage == stage]
        longest = max(one.taken - one.planned for one in here)
        yield ngettext(
            "{stage}: {n} turn over, by {longest}.",
            "{stage}: {n} turns over, the longest by {longest}.",
            len(here),
        ).format(stage=stage_name(state, stage), n=len(here), longest=taken(longest))


def _silences(state: State) -> Iterator[str]:
    held: dict[str, float] = {}
    for visit in state.visits:
        if state.find_stage(visit.stage).kind == "silence":
            held[visit.stage] = held.get(visit.stage, 0.0) + visit.seconds
    if state.phase == "running":
        held.pop(state.stage, None)
    for stage, seconds in held.items():
        whole = state.planned.get(stage, 0.0)
        kept = seconds >= whole - SAME
        said = (
            _("{stage}: the silence was kept.")
            if kept
            else _("{stage}: the silence was cut, {taken} of {planned}.")
        )
        yield said.format(stage=stage_name(state, stage), taken=taken(seconds), planned=taken(whole))
