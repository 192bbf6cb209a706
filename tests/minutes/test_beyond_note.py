"""The learning note: what of a meeting is in it, and that no decision about a word is ever guessed."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from minutes_meetings import PEOPLE, meeting, note, the_next
from name_texts import names as any_names

from facilitator.minutes.beyond.choices import AS_OFFERED, Choices, Here
from facilitator.minutes.beyond.note import ROLE, TITLE, Known
from facilitator.minutes.beyond.note import note as beyond
from facilitator.minutes.document import Document
from facilitator.minutes.markdown import to_markdown
from facilitator.minutes.short import short_of
from facilitator.pod.ordinary import ordinary_words
from facilitator.session.state import Person, State

KNOWN = Known(("Fatou Sow",), ordinary_words(), frozenset(("InterVision",)))
ANN, ANNABEL = PEOPLE[3], PEOPLE[4]


def lines(document: Document) -> list[tuple[str, tuple[str, ...]]]:
    return [(line.text, line.owners) for line in (*document.takeaways, *document.steps, *document.decisions)]


def left(state: State, choices: Choices | None = None, **more: Any) -> list[str]:
    return [one.surface for one in beyond(state, KNOWN, choices or Choices(), **more).undecided]


def test_beyond_the_pod_go_only_takeaways_steps_decisions_and_a_day() -> None:
    state = meeting(
        note(1, "case note"),
        note(2, "asked", "question"),
        note(3, "kept", "takeaway", speakers=(ANN,)),
        note(4, "secret", "takeaway", pod_only=True),
        note(5, "do", "step", owners=("李娜",), due="2026-12-01"),
        note(6, "quiet step", "step", pod_only=True),
        note(7, "topic", "later"),
        note(8, "so be it", "decision"),
        note(9, "quiet decision", "decision", pod_only=True),
        next_meeting=the_next(chair="李娜", zone="America/La_Paz"),
    )
    made = beyond(state, KNOWN)
    document = made.document
    assert lines(document) == [("kept", ()), ("do", ("a member",)), ("so be it", ())]
    assert document.takeaways[0].speakers == ()
    assert not any((document.title, document.present, document.absent, document.notes, document.questions))
    assert not any((document.later, document.times, document.zone, document.start, document.end))
    assert document.next_meeting is not None
    assert document.next_meeting.when == "Thursday 17 December 2026"
    assert document.next_meeting.roles == ()
    assert document.span == "Saturday 21 November 2026"
    assert made.lines == (3, 5, 8)
    for text in (to_markdown(document), short_of(document)):
        for word in ("Dakar", "La_Paz", "secret", "quiet", "A board", "19:00", "UTC", "members of this pod"):
            assert word not in text


def test_people_become_roles_in_the_order_in_which_the_text_names_them() -> None:
    state = meeting(
        note(1, "Annabel asks 李娜; Ann answers", "takeaway"),
        note(2, "go on", "step", owners=("Bríd Ní Dhálaigh", ANNABEL)),
        people=(*(Person(name) for name in PEOPLE), Person("Fatou", guest=True)),
    )
    assert beyond(state, KNOWN).people == (
        (ANNABEL, "a member"),
        ("李娜", "another member"),
        (ANN, "the case giver"),
        ("Bríd Ní Dhálaigh", "the record keeper"),
    )
    assert beyond(state, KNOWN).document.steps[0].owners == ("the record keeper", "a member")


def test_words_chosen_for_a_person_stand_wherever_she_does() -> None:
    state = meeting(note(1, "ask Ann", "takeaway"), note(2, "go", "step", owners=(ANN,)))
    choices = Choices({"Ann": AS_OFFERED}, here=Here(roles={ANN: "somebody of the network"}))
    assert lines(beyond(state, KNOWN, choices).document) == [
        ("ask somebody of the network", ()),
        ("go", ("somebody of the network",)),
    ]


def test_what_is_undecided_is_listed_once_with_all_its_places() -> None:
    state = meeting(
        note(1, "Puno and Ann", "takeaway"), note(2, "Puno again", "decision"), note(3, "fatou", "step")
    )
    made = beyond(state, KNOWN).undecided
    assert [(one.surface, one.kind, [place.number for place in one.places]) for one in made] == [
        ("Puno", "capital", [1, 2]),
        ("Ann", "person", [1]),
        ("fatou", "known", [3]),
    ]


def test_a_decision_about_a_word_is_carried_out_everywhere_and_only_for_that_word() -> None:
    state = meeting(note(1, "Puno, PUNO, puno's, Puno's and Oruro", "takeaway"))
    choices = Choices({"Puno": "a region"}, frozenset({"Oruro"}))
    made = beyond(state, KNOWN, choices)
    assert made.document.takeaways[0].text == "a region, PUNO, puno's, Puno's and Oruro"
    assert [(one.surface, one.offered) for one in made.undecided] == [
        ("PUNO", "a region"),
        ("puno's", "a region's"),
        ("Puno's", "a region's"),
    ]


def test_a_name_that_stays_does_so_in_one_meeting_only() -> None:
    state = meeting(note(1, "we go with grace, Grace", "takeaway"), people=(Person("Grace"), Person(ANN)))
    assert left(state) == ["grace", "Grace"]
    assert left(state, Choices(kept=frozenset({"grace", "Grace"}))) == ["grace", "Grace"]
    assert left(state, Choices(here=Here(kept=frozenset({"grace"})))) == ["Grace"]


def test_a_role_is_that_of_each_meeting() -> None:
    choices = Choices({"Ann": AS_OFFERED})
    one = meeting(note(1, "ask Ann", "takeaway"))
    other = meeting(note(1, "ask Ann", "takeaway"), giver="", chair=ANN)
    assert lines(beyond(one, KNOWN, choices).document) == [("ask the case giver", ())]
    assert lines(beyond(other, KNOWN, choices).document) == [("ask the chair", ())]


def test_what_was_typed_in_place_of_a_word_is_looked_at_as_well() -> None:
    state = meeting(note(1, "the Puno seed bank", "takeaway"))
    assert left(state, Choices({"Puno": "Ann's"})) == ["Ann's"]
    assert left(state, Choices({"Puno": "Lima"})) == ["Lima"]
    nested = Choices({"Puno": "Lima", "Lima": "a city"})
    assert left(state, nested) == []
    assert beyond(state, KNOWN, nested).document.takeaways[0].text == "the a city seed bank"
    in_a_circle = Choices({"Puno": "Lima", "Lima": "Puno"})
    assert left(state, in_a_circle) == ["Puno"]
    its_own = Choices({"seed bank": "a seed bank", "Puno": "a"})
    assert left(state, its_own) == []


def test_words_chosen_for_a_person_are_looked_at_as_well() -> None:
    state = meeting(note(1, "ask Ann", "takeaway"))
    made = beyond(state, KNOWN, Choices({"Ann": ""}, here=Here(roles={ANN: "a colleague in Lima"})))
    assert [(one.surface, one.places[0].number) for one in made.undecided] == [("Lima", ROLE)]


def test_the_title_of_an_own_agenda_is_looked_at_and_a_shipped_one_is_not() -> None:
    state = meeting(note(1, "kept", "takeaway"))
    assert left(state) == []
    own = beyond(state, Known(ordinary=ordinary_words())).undecided
    assert [(one.surface, one.places[0].number) for one in own] == [("InterVision", TITLE)]


def test_lines_that_are_left_out_are_not_looked_at_either() -> None:
    state = meeting(note(1, "Puno", "takeaway"), note(2, "kept", "takeaway"))
    made = beyond(state, KNOWN, left_out=(1,))
    assert (made.lines, made.undecided) == ((2,), ())
    assert lines(made.document) == [("kept", ())]


@settings(deadline=None, max_examples=100)
@given(st.data())
def test_with_every_name_replaced_none_is_left_in_any_form(data: Any) -> None:
    # Somebody who is called Ask would stand in the step as well.
    others = any_names.filter(lambda name: "ask" not in name.casefold())
    people = tuple(data.draw(st.lists(others, min_size=1, max_size=4, unique_by=str.casefold)))
    said = data.draw(st.lists(st.sampled_from(people), min_size=1, max_size=4))
    state = meeting(
        note(1, " / ".join(said), "takeaway", speakers=people),
        note(2, f"ask {said[0]}", "step", owners=people),
        people=tuple(map(Person, people)),
        giver=people[0],
        chair="",
        keeper="",
    )
    choices = Choices()
    while undecided := beyond(state, Known(), choices).undecided:
        assert not {one.surface for one in undecided} & choices.replaced.keys()
        choices = Choices({**choices.replaced, **{one.surface: "X" for one in undecided}})
    document = beyond(state, Known(), choices).document
    assert document.takeaways[0].text == " / ".join("X" for _name in said)
    assert document.steps[0].text == "ask X"


def test_who_led_in_the_chairs_place_is_the_guest_facilitator() -> None:
    state = meeting(
        note(1, "go", "step", owners=("Fatou Sow", "Awa Ba")),
        people=(*map(Person, PEOPLE), Person("Fatou Sow", guest=True), Person("Awa Ba", guest=True)),
        led=("Fatou Sow",),
    )
    assert lines(beyond(state, KNOWN).document) == [("go", ("the guest facilitator", "a guest"))]


def test_who_chairs_next_is_known_though_she_was_not_there() -> None:
    state = meeting(note(1, "hodan prepares", "takeaway"), next_meeting=the_next(chair="Hodan Ali"))
    assert left(state) == ["hodan"]
