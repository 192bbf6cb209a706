"""The flat text of a state: whatever has happened, every view can say how things stand."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from session_play import PEOPLE, Play, capture
from session_wishes import calmly, played, sessions

from facilitator.session import flat
from facilitator.session import intents as it
from facilitator.session.called import spoken
from facilitator.session.describe import away_sentence, happened, kept_sentence, open_steps_sentence
from facilitator.session.going_on import main_step, stage_step
from facilitator.session.guide import guide
from facilitator.session.milestones import milestones
from facilitator.words.visible import visible


@calmly
@given(sessions)
def test_every_state_can_be_told_in_flat_sentences(session: Any) -> None:
    play = played(session)
    state, now = play.state, play.now()
    lines = [
        flat.say_line(state, now),
        *flat.time_lines(state, now),
        *flat.who_lines(state),
        *flat.agenda_lines(state, now),
        *flat.later_lines(state, now),
        *flat.offer_lines(state, now),
        *map(visible, flat.notes_lines(state)),
        *map(visible, flat.readback_lines(state)),
    ]
    if state.phase == "running":
        seen = guide(state, now)
        assert 1 <= seen.number <= seen.count
        assert 0 <= seen.fraction <= 1
        assert main_step(state).label
        assert stage_step(state).label
        lines += [flat.stage_line(state, now), seen.say, seen.then, seen.end]
        lines += [flat.milestone_line(state, one) for one in milestones(state)]
    assert all(line.strip() for line in lines)
    assert not any("{" in line for line in lines if line not in map(visible, flat.notes_lines(state)))
    assert away_sentence(state) == "" or state.away is not None


@calmly
@given(sessions)
def test_the_wished_step_of_the_main_key_is_never_refused(session: Any) -> None:
    play = played(session)
    if play.state.phase == "running":
        play.do(main_step(play.state).intent)


def test_names_are_said_by_their_first_word_where_that_is_clear() -> None:
    play = Play(people=("Ann Otieno", "Annabel Otieno-Brandt", "Ann Smith", "李娜", "Bríd Ní Dhálaigh"))
    said = [spoken(play.state, name) for name in play.state.names()]
    assert said == ["Ann Otieno", "Annabel", "Ann Smith", "李娜", "Bríd"]


def test_kept_lines_are_told_with_number_kind_and_people() -> None:
    play = Play()
    events = play.do(
        it.CaptureBlock(
            (
                capture("a", "question", speakers=(PEOPLE[2],)),
                capture("b", "step", owners=(PEOPLE[3], PEOPLE[4])),
                capture("c", pod_only=True),
            )
        )
    )
    assert kept_sentence(events).split("\n") == [
        "Kept 1, question, 李娜.",
        "Kept 2, step, Ann Otieno, Annabel Otieno-Brandt.",
        "Kept 3, note, pod only.",
    ]


def test_the_guide_holds_no_note_and_no_title() -> None:
    play = Play(title="A board that agrees")
    play.do(it.Go(), capture("the nephew"))
    seen = repr(guide(play.state, play.now()))
    assert "nephew" not in seen
    assert "board" not in seen


def test_steps_without_owner_are_counted() -> None:
    play = Play()
    play.do(it.Go(), capture("one", "step"), capture("two", "step", owners=(PEOPLE[1],)))
    assert open_steps_sentence(play.state) == "1 step has no owner yet."
    play.do(it.Edit(number=1, owners=(PEOPLE[0],)))
    assert open_steps_sentence(play.state) == ""


def test_a_guest_who_is_called_like_somebody_is_told_apart_at_once() -> None:
    play = Play()
    play.do(it.Go())
    assert happened(play.do(it.Join("Fatou Sow")), play.state) == "Fatou Sow joins as a guest."
    assert happened(play.do(it.Join("Amina")), play.state) == (
        "Amina joins as a guest. Amina alone means the guest now; for Amina Diallo write the whole name."
    )
