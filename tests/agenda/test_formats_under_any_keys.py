"""Whatever keys are pressed in whatever order, a meeting with blocks, groups and votes stays whole."""

from hypothesis import given, settings
from hypothesis import strategies as st
from rehearsing import BRACES, Rehearsal, people

from facilitator.agenda.library import find
from facilitator.session import intents as it
from facilitator.session.codec import decode, encode
from facilitator.session.evolve import fold
from facilitator.session.purge import compacted, state_compacted
from facilitator.session.refused import Refused

NAMES = people(5)
AGENDAS = ("troika", "intervision-two-cases", "heard-seen-respected", "lean-coffee", "roadmap", "kick-off")

names = st.sampled_from([*NAMES, "Fatou Bâ"])
wishes = st.one_of(
    st.sampled_from(
        [it.Next(), it.Next(), it.Back(), it.Turn(), it.Pass(), it.Undo(), it.Redo(), it.Pause()]
    ),
    st.sampled_from([it.Resume(), it.Silence(60), it.More(120), it.Less(30), it.Skip("late"), it.Close()]),
    st.builds(it.Turn, names),
    st.builds(it.Away, names),
    st.builds(it.Here, names),
    st.builds(it.Join, st.just("Fatou Bâ")),
    st.builds(it.GiveRole, st.sampled_from(["giver", "chair"]), names, st.integers(0, 3)),
    st.builds(it.AddCase, st.sampled_from([0.0, 240.0])),
    st.builds(it.DropStage, st.sampled_from(["topic#1", "topic#3", "topic#6", "clarify#2", "share#2"])),
    st.builds(it.GoTo, st.integers(1, 20).map(str)),
    st.builds(it.Capture, kind=st.sampled_from(["note", "takeaway"]), text=st.just("a line")),
)


@settings(max_examples=120, deadline=None)
@given(agenda=st.sampled_from(AGENDAS), pressed=st.lists(st.tuples(wishes, st.integers(0, 200)), max_size=30))
def test_any_keys(agenda: str, pressed: list[tuple[it.Intent, int]]) -> None:
    meeting = Rehearsal(find(agenda), NAMES[: 3 if agenda == "troika" else 5])
    meeting.do(it.Go())
    for intent, seconds in pressed:
        meeting.wait(seconds)
        try:
            meeting.do(intent)
        except Refused:
            continue
        if meeting.state.phase != "running":
            continue
        for said in meeting.said():
            assert not BRACES.search(said)
    state = meeting.state
    lines = [encode(event) for event in meeting.events]
    assert fold(event for event in map(decode, lines) if event is not None) == state
    mine = [name for key, name in state.whose.items() if key.startswith("turn")]
    assert len(mine) == len(set(mine))
    assert (
        state_compacted(state).visits
        == fold(event for event in map(decode, compacted(lines)) if event is not None).visits
    )


@settings(max_examples=60, deadline=None)
@given(agenda=st.sampled_from(AGENDAS), pressed=st.lists(wishes, max_size=15))
def test_what_is_taken_back_is_as_if_it_had_never_been(agenda: str, pressed: list[it.Intent]) -> None:
    meeting = Rehearsal(find(agenda), NAMES[:4])
    meeting.do(it.Go())
    looked = [(meeting.state.whose, meeting.state.givers, meeting.state.stage, meeting.state.gathered)]
    for intent in pressed:
        if isinstance(intent, it.Undo | it.Redo):
            continue
        try:
            meeting.do(intent)
        except Refused:
            continue
        looked.append(
            (meeting.state.whose, meeting.state.givers, meeting.state.stage, meeting.state.gathered)
        )
    for before in reversed(looked[:-1]):
        meeting.do(it.Undo())
        now = meeting.state
        assert (now.whose, now.givers, now.stage, now.gathered) == before
