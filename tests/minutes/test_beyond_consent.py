"""Whose yes a learning note needs, and that it is to that exact text and to no other."""

from __future__ import annotations

from typing import Any

import pytest
from minutes_meetings import PEOPLE, meeting, note
from msgspec.structs import replace

from facilitator.minutes.beyond.choices import Choices
from facilitator.minutes.beyond.consent import Consent, consent, fingerprint, last_left_out
from facilitator.minutes.beyond.note import Known
from facilitator.minutes.beyond.note import note as beyond
from facilitator.session.state import Approval, Note, Person, State

ANN, ANNABEL, LINA = PEOPLE[3], PEOPLE[4], PEOPLE[2]
KEPT = note(3, "kept", "takeaway", speakers=(ANNABEL,))
STEP = note(5, "go", "step", owners=(LINA,), due="2026-12-01")
GIVER_SPEAKS = replace(meeting().agenda.stages[1], speaker="{giver} speaks")


def asked(state: State) -> Consent:
    return consent(state, beyond(state, Known()))


def names(state: State) -> tuple[str, ...]:
    return asked(state).asked


def with_yes(state: State, *names: str, **other: Any) -> State:
    digest = fingerprint(beyond(state, Known(), **other).document)
    said = tuple(Approval(giver=name, digest=digest, at="2026-11-22T08:00:00.000Z") for name in names)
    return replace(state, beyond=(*state.beyond, *said))


def with_giver(state: State) -> State:
    """The same meeting with an agenda in which somebody gives a case."""
    stages = (state.agenda.stages[0], GIVER_SPEAKS, *state.agenda.stages[2:])
    return replace(state, agenda=replace(state.agenda, stages=stages))


def test_who_gave_the_case_is_asked_whoever_said_the_lines() -> None:
    assert names(meeting(KEPT, STEP)) == (ANN,)


def test_two_case_givers_are_both_asked() -> None:
    state = meeting(KEPT, givers=(ANN, ANNABEL), giver=ANNABEL)
    assert names(state) == (ANN, ANNABEL)
    assert names(with_yes(state, ANN)) == (ANNABEL,)
    assert asked(with_yes(state, ANN, ANNABEL)).given()


def test_with_a_case_and_no_name_for_its_giver_one_yes_more_is_needed() -> None:
    state = with_giver(meeting(KEPT, giver=""))
    assert asked(state).unnamed
    assert not asked(state).given()
    assert asked(with_yes(state, LINA)).given()


def test_without_a_case_those_are_asked_whose_lines_go() -> None:
    assert names(meeting(KEPT, STEP, giver="")) == (ANNABEL, LINA)


def test_without_a_case_and_without_names_the_chair_speaks_for_the_group() -> None:
    nameless = note(3, "kept", "takeaway")
    assert names(meeting(nameless, giver="")) == (PEOPLE[0],)
    assert names(meeting(nameless, giver="", chair="")) == (PEOPLE[1],)
    assert asked(meeting(nameless, giver="", chair="", keeper="")).unnamed


def test_a_note_without_any_line_needs_no_yes() -> None:
    assert asked(meeting(note(1, "of the case"), note(2, "quiet", "takeaway", pod_only=True))).given()


def test_the_yes_of_somebody_else_is_none() -> None:
    assert names(with_yes(meeting(KEPT), LINA)) == (ANN,)


def changed(state: State, **change: Any) -> State:
    edited: Note = replace(state.notes[3], **change)
    return replace(state, notes=state.notes.set(3, edited))


@pytest.mark.parametrize(
    "other",
    [
        lambda state: changed(state, text="kept!"),
        lambda state: changed(state, kind="decision"),
        lambda state: changed(state, pod_only=True),
        lambda state: replace(state, notes=state.notes.set(6, note(6, "more", "decision"))),
        lambda state: replace(state, notes=state.notes.set(5, replace(STEP, owners=()))),
        lambda state: replace(state, notes=state.notes.set(5, replace(STEP, due="2026-12-02"))),
        lambda state: replace(state, notes=state.notes.delete(3)),
        lambda state: replace(state, people=(*state.people[:2], Person(LINA, guest=True), *state.people[3:])),
        lambda state: replace(state, agenda=replace(state.agenda, title="Another")),
    ],
)
def test_another_text_needs_another_yes(other: Any) -> None:
    state = with_yes(meeting(KEPT, STEP), ANN)
    assert asked(state).given()
    assert not asked(other(state)).given()


@pytest.mark.parametrize(
    "other",
    [
        lambda state: replace(state, version=1),
        lambda state: replace(state, notes=state.notes.set(6, note(6, "of the case"))),
        lambda state: replace(state, notes=state.notes.set(6, note(6, "quiet", "takeaway", pod_only=True))),
        lambda state: replace(state, title="Another case"),
    ],
)
def test_what_does_not_change_the_text_does_not_touch_the_yes(other: Any) -> None:
    assert asked(other(with_yes(meeting(KEPT, STEP), ANN))).given()


def test_another_decision_about_a_word_is_another_text() -> None:
    state = meeting(note(3, "Puno", "takeaway"))
    one, other = Choices({"Puno": "a region"}), Choices({"Puno": "a town"})
    digests = {fingerprint(beyond(state, Known(), choices).document) for choices in (one, other)}
    assert len(digests) == 2


def test_the_lines_that_were_left_out_of_the_last_text_are_known() -> None:
    said = (
        Approval(giver=ANN, digest="a", left_out=(3,)),
        Approval(giver=LINA, digest="b", left_out=(5, 6)),
    )
    assert last_left_out(meeting(beyond=said)) == (5, 6)
    assert last_left_out(meeting()) == ()
