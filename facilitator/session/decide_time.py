"""Decisions about time: pausing, more, less, an earlier beginning, another end, time away."""

from __future__ import annotations

from facilitator.session import events as ev
from facilitator.session import intents as it
from facilitator.session.needs import Events, need_running, stage_name
from facilitator.session.refused import Refused
from facilitator.session.state import Moment, State
from facilitator.session.timing import stay
from facilitator.words.dates import from_stamp
from facilitator.words.durations import in_words
from facilitator.words.language import gettext as _

LONGEST_STAGE = 600 * 60.0
"""Seconds; no stage is longer than an agenda file may say (contract 4)."""


def pause(state: State, intent: it.Pause, now: Moment) -> Events:
    """The clock is to stand still."""
    need_running(state)
    if state.paused_t is not None:
        raise Refused(_("The clock already stands still. /resume lets it run."))
    return [ev.Paused()]


def resume(state: State, intent: it.Resume, now: Moment) -> Events:
    """The clock is to run again."""
    need_running(state)
    if state.paused_t is None:
        raise Refused(_("The clock is running; there is nothing to resume."))
    return [ev.Unpaused()]


def more(state: State, intent: it.More, now: Moment) -> Events:
    """More time for the running stage."""
    need_running(state)
    if state.planned.get(state.stage, 0.0) + intent.seconds > LONGEST_STAGE:
        raise Refused(_("No stage can be longer than ten hours."))
    return [ev.TimeChanged(seconds=intent.seconds)]


def less(state: State, intent: it.Less, now: Moment) -> Events:
    """Less time for the running stage; never all of it."""
    need_running(state)
    planned = state.planned.get(state.stage, 0.0)
    if intent.seconds >= planned:
        raise Refused(
            _("{stage} has {length} in all; less than that can be taken. /next ends it.").format(
                stage=stage_name(state), length=in_words(planned)
            )
        )
    return [ev.TimeChanged(seconds=-intent.seconds)]


def started_ago(state: State, intent: it.Started, now: Moment) -> Events:
    """The running stage began earlier (or later) than it was entered."""
    need_running(state)
    if len(state.visits) > 1:
        before = state.visits[-2]
        longest = before.seconds + stay(state, now.t)
        if intent.seconds > longest:
            raise Refused(
                _("{stage} itself began only {ago} ago; the next stage cannot be older.").format(
                    stage=state.find_stage(before.stage).name, ago=in_words(longest)
                )
            )
    return [ev.StageBackdated(seconds=intent.seconds)]


def end_at(state: State, intent: it.EndAt, now: Moment) -> Events:
    """Another end is promised."""
    need_running(state)
    if from_stamp(intent.when) <= now.at:
        raise Refused(_("That time has already passed."))
    return [ev.EndMoved(promised=intent.when)]


def _settle_away(state: State, counted: bool) -> Events:
    if state.away is None:
        raise Refused(_("There is no time away to count."))
    return [ev.AwaySettled(counted=counted, seconds=state.away)]


def count_away(state: State, intent: it.CountAway, now: Moment) -> Events:
    """The time away counts."""
    return _settle_away(state, True)


def skip_away(state: State, intent: it.SkipAway, now: Moment) -> Events:
    """The time away does not count."""
    return _settle_away(state, False)
