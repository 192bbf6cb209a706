"""What hypothesis draws for the core: any intent, at any moment, sensible or not."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from session_play import BEGIN, PEOPLE, Play

from facilitator.session import intents as it
from facilitator.session.events import Shift
from facilitator.session.refused import Refused
from facilitator.words.dates import to_stamp

calmly = settings(deadline=None, max_examples=80)
"""For tests that play whole sessions: a busy machine is no reason to fail."""

KINDS = ("note", "question", "takeaway", "step", "decision", "later")
ROLES = ("chair", "keeper", "giver")
STAGES = ("arrive", "case", "pause", "offers", "lens", "keep", "Case told", "LENS", "1", "6", "9", "nowhere")

seconds = st.floats(0.001, 36_000, allow_nan=False).map(lambda one: round(one, 3))
shifts = st.sampled_from((-60.0, -30.0, 30.0, 120.0))
names = st.sampled_from((*PEOPLE, "Fatou Sow", "Teresa"))
some_names = st.lists(st.sampled_from(PEOPLE), max_size=2, unique=True).map(tuple)
numbers = st.integers(0, 12)
words = st.one_of(st.sampled_from(("a line", "> Ann", "", "  ", "=5", "我看到")), st.text(max_size=12))
instants = st.integers(-300, 900).map(lambda minutes: to_stamp(BEGIN + timedelta(minutes=minutes)))

captures = st.builds(
    it.Capture,
    kind=st.sampled_from(KINDS),
    text=words,
    speakers=some_names,
    owners=some_names,
    due=st.sampled_from(("", "2026-12-01")),
    pod_only=st.booleans(),
    stage=st.sampled_from((None, None, None, "", "case", "lens")),
)


def maybe(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | values


edits = st.builds(
    it.Edit,
    number=numbers,
    kind=maybe(st.sampled_from(KINDS)),
    text=maybe(words),
    speakers=maybe(some_names),
    owners=maybe(some_names),
    pod_only=maybe(st.booleans()),
)

moves = st.builds(
    it.Move,
    number=numbers,
    how=st.sampled_from(("up", "down", "above", "below", "to")),
    other=numbers,
    stage=st.sampled_from(("", "arrive", "case", "keep", "nowhere")),
)
merges = st.builds(it.Merge, st.lists(numbers, max_size=3).map(tuple))
splits = st.builds(it.Split, numbers, st.integers(-1, 9))

course = st.one_of(
    st.just(it.Go()),
    st.just(it.Next()),
    st.just(it.Next()),
    st.just(it.Back()),
    st.builds(it.GoTo, st.sampled_from(STAGES)),
    st.builds(it.Skip, st.sampled_from(("", "no time")), st.booleans()),
    st.builds(it.TakeUp, maybe(numbers)),
    st.builds(it.TakeUp, st.none(), st.sampled_from(("", *STAGES[:6]))),
    st.builds(it.AddStage, st.sampled_from(("discussion", "round", "silence", "nothing")), seconds),
    st.builds(it.DropStage, st.sampled_from(STAGES[:6])),
    st.builds(
        it.ShiftPlan, st.lists(st.builds(Shift, stage=st.sampled_from(STAGES[:6]), seconds=shifts)).map(tuple)
    ),
    st.builds(it.Silence, seconds),
    st.builds(it.SwapStages, st.sampled_from(STAGES), st.sampled_from(STAGES)),
    st.builds(it.DropStage, st.sampled_from(STAGES)),
    st.builds(it.AddStage, st.sampled_from(("round", "discussion", "party")), seconds),
    st.builds(it.AddCase, st.just(0.0) | seconds),
    st.just(it.Pause()),
    st.just(it.Resume()),
)
times = st.one_of(
    st.builds(it.More, seconds),
    st.builds(it.Less, seconds),
    st.builds(it.Started, seconds),
    st.builds(it.EndAt, instants),
    st.just(it.CountAway()),
    st.just(it.SkipAway()),
)
people = st.one_of(
    st.builds(it.Turn, st.sampled_from(("", *PEOPLE, "Teresa"))),
    st.just(it.Turn()),
    st.just(it.Pass()),
    st.builds(it.OrderRound, some_names),
    st.builds(it.Here, names),
    st.builds(it.Away, names),
    st.builds(it.Join, names),
    st.builds(it.GiveRole, st.sampled_from(ROLES), names),
    st.builds(it.Lead, st.just("") | names),
    st.builds(it.MeetIn, st.sampled_from(("video", "phone", "room"))),
    st.builds(it.NextRole, st.sampled_from(ROLES), names),
)
writing = st.one_of(
    captures,
    captures,
    captures,
    st.builds(it.CaptureBlock, st.lists(captures, max_size=3).map(tuple)),
    edits,
    moves,
    merges,
    splits,
    st.builds(it.Strike, maybe(numbers)),
    st.builds(it.ShowCard, st.just("gender"), st.just("gender-1"), words),
    st.just(it.PensDown()),
    st.just(it.PensUp()),
    st.just(it.SayReadBack()),
    st.builds(it.Meet, st.just("") | instants, st.just("UTC")),
)
beyond = st.one_of(
    st.builds(
        it.ApproveBeyond,
        giver=names,
        digest=st.sampled_from(("ab", "cd")),
        left_out=st.lists(numbers, max_size=2, unique=True).map(tuple),
    ),
    st.builds(it.WithdrawBeyond, names),
)
taking_back = st.one_of(st.just(it.Undo()), st.just(it.Undo()), st.just(it.Redo()))
agreeing = st.one_of(
    st.builds(it.Agree, names, st.lists(numbers, max_size=2).map(tuple)),
    st.builds(it.MarkDone, st.lists(numbers, max_size=2).map(tuple), st.booleans()),
    st.just(it.CallRoll()),
    st.builds(it.Forget, st.booleans()),
)
ending = st.one_of(st.just(it.Close()), st.just(it.Finalise()))

intents = st.one_of(
    course,
    course,
    times,
    people,
    people,
    writing,
    writing,
    taking_back,
    taking_back,
    agreeing,
    beyond,
    ending,
)


class Reopened:
    """Not an intent: the window was killed, and the session opened again after so many seconds."""

    def __init__(self, away: float) -> None:
        self.away = away

    def __repr__(self) -> str:
        return f"Reopened({self.away})"


pauses = st.floats(0, 4_000).map(lambda one: round(one, 3))
wall_jumps = st.sampled_from((0, 0, 0, 0, 0, 3_600, -3_600, -90_000))
wishes = st.one_of(*([intents] * 12), st.builds(Reopened, st.floats(0, 90_000)))
steps = st.tuples(pauses, wall_jumps, wishes)

beginnings = st.fixed_dictionaries(
    {
        "minutes": st.sampled_from((None, 60.0, 5.0)),
        "until": st.sampled_from(("", to_stamp(BEGIN + timedelta(minutes=50)))),
        "people": st.sampled_from((PEOPLE, PEOPLE[:1], ())),
    }
)
sessions = st.tuples(beginnings, st.booleans(), st.lists(steps, max_size=40))


def begun(beginning: dict[str, Any], go: bool) -> Play:
    """A session as drawn, most often already begun, so that not every run stays in the lobby."""
    people = beginning["people"]
    roles = {
        role: people[place] if place < len(people) else ""
        for place, role in enumerate(("chair", "keeper", "giver"))
    }
    play = Play(**beginning, **roles)
    if go:
        play.do(it.Go())
    return play


def play_step(play: Play, step: tuple[float, float, Any]) -> bool:
    """One drawn step; whether it was carried out."""
    pause, jump, wish = step
    play.wait(pause, wall=pause + jump)
    if isinstance(wish, Reopened):
        play.reopened(wish.away)
        return True
    try:
        play.do(wish)
    except Refused:
        return False
    return True


def played(session: tuple[dict[str, Any], bool, list[tuple[float, float, Any]]]) -> Play:
    beginning, go, drawn = session
    play = begun(beginning, go)
    for step in drawn:
        play_step(play, step)
    return play
