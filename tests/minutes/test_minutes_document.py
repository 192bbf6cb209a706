"""What the minutes say, in which order, and for whom."""

from __future__ import annotations

import immutables
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from minutes_meetings import AGENDA, PEOPLE, meeting, note, the_next
from msgspec.structs import replace

from facilitator.agenda.model import Planned, Stage
from facilitator.minutes.document import document
from facilitator.minutes.markdown import to_markdown
from facilitator.session import events as ev
from facilitator.session.evolve import fold
from facilitator.session.later import topic_stage
from facilitator.session.state import Person, State, Visit


def stages(state: State) -> list[tuple[str, str, list[int]]]:
    return [
        (group.stage, group.time, [line.number for line in group.notes]) for group in document(state).notes
    ]


def test_notes_stand_under_their_stage_in_the_order_of_the_meeting() -> None:
    state = meeting(
        note(3, "c", stage="clarify"),
        note(1, "a", stage=""),
        note(2, "b", stage="case"),
        note(4, "d", stage="case"),
    )
    assert stages(state) == [
        ("Before the meeting", "", [1]),
        ("Case told", "19:05", [2, 4]),
        ("Clarify", "19:17", [3]),
    ]


def test_a_stage_held_twice_has_one_heading_with_its_first_time() -> None:
    state = meeting(note(1, "a", stage="case"), note(2, "b", stage="clarify"), note(3, "c", stage="case"))
    again = replace(state, visits=(*state.visits, Visit("case", "2026-11-21T19:58:00.000Z", 60.0)))
    assert stages(again) == [("Case told", "19:05", [1, 3]), ("Clarify", "19:17", [2])]


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["", "case", "clarify", "power", "gone", "lost"]),
            st.sampled_from(["note", "note", "takeaway"]),
            st.sampled_from(["19:06", "19:07", "19:08"]),
        ),
        max_size=12,
    )
)
def test_lines_are_in_the_order_of_stages_then_of_when_they_were_said_then_of_numbers(
    drawn: list[tuple[str, str, str]],
) -> None:
    captured = [
        note(number, "x", kind=kind, stage=stage, at=f"2026-11-21T{time}:00.000Z")
        for number, (stage, kind, time) in enumerate(drawn, 1)
    ]
    order = ["", "arrive", "case", "clarify", "power", "takeaways"]
    # Two stages that nobody knows any more stand last, their lines as they were said.
    wanted = sorted(
        captured,
        key=lambda one: (order.index(one.stage) if one.stage in order else 9, one.at, one.number),
    )
    minutes = document(meeting(*captured))
    plain = [one for one in wanted if one.kind == "note"]
    assert [one.number for one in minutes.takeaways] == [one.number for one in wanted if one not in plain]
    by_stage = [(group.stage, [line.number for line in group.notes]) for group in minutes.notes]
    names = {"": "Before the meeting", "case": "Case told", "clarify": "Clarify", "power": "Power lens"}
    assert by_stage == [
        (names.get(stage, stage), [one.number for one in plain if one.stage == stage])
        for stage in dict.fromkeys(one.stage for one in plain)
    ]


@pytest.mark.parametrize("held", [True, False])
def test_an_inserted_silence_has_a_heading_only_with_notes(held: bool) -> None:
    silence = Stage(id="silence-1", name="Silence", kind="silence", minutes=3, say="Quiet.")
    captured = [note(1, "a"), note(2, "b", stage="silence-1")] if held else [note(1, "a")]
    state = meeting(*captured, inserted=immutables.Map({"silence-1": silence}))
    state = replace(state, visits=(*state.visits, Visit("silence-1", "2026-11-21T20:00:00.000Z", 180.0)))
    assert [name for name, _, _ in stages(state)] == (["Case told", "Silence"] if held else ["Case told"])


def test_lines_handed_in_later_stand_where_they_were_said_also_in_a_stage_that_was_not_held() -> None:
    state = meeting(
        note(1, "late", at="2026-11-21T19:10:00.000Z"),
        note(2, "handed in", at="2026-11-21T19:07:00.000Z"),
        note(3, "never held", stage="power"),
        note(4, "last", stage="takeaways"),
    )
    assert stages(state) == [
        ("Case told", "19:05", [2, 1]),
        ("Power lens", "", [3]),
        ("Takeaways and next steps", "19:50", [4]),
    ]


def test_each_line_stands_once_in_its_section_with_its_stage() -> None:
    state = meeting(
        note(1, "who signs?", "question", stage="clarify"),
        note(2, "dates", "takeaway"),
        note(3, "call", "step", owners=("Ann Otieno",), due="2026-12-01"),
        note(4, "so be it", "decision"),
        note(5, "the budget", "later"),
    )
    minutes = document(state)
    assert [(line.number, line.stage) for line in minutes.questions] == [(1, "Clarify")]
    assert [line.number for line in minutes.takeaways] == [2]
    assert [(line.owners, line.due) for line in minutes.steps] == [
        (("Ann Otieno",), "Tuesday 1 December 2026")
    ]
    assert [line.number for line in minutes.decisions] == [4]
    assert [line.number for line in minutes.later] == [5]
    assert minutes.notes == ()


def test_a_topic_that_was_taken_up_stands_first_where_it_was_held_and_no_more_under_later() -> None:
    state = meeting(
        note(1, "the budget", "later", stage="clarify"),
        note(2, "the new board", "later", stage="clarify"),
        note(3, "said of facts", stage="clarify"),
        note(4, "said of the budget", stage="topic-1"),
        taken_up=immutables.Map({1: "topic-1"}),
        inserted=immutables.Map({"topic-1": topic_stage("topic-1", 300.0)}),
        visits=(
            Visit("clarify", "2026-11-21T19:05:00.000Z", 300.0),
            Visit("topic-1", "2026-11-21T19:10:00.000Z", 300.0),
        ),
    )
    minutes = document(state)
    assert [line.number for line in minutes.later] == [2]
    held = [(group.stage, [line.number for line in group.notes]) for group in minutes.notes]
    assert held == [("Clarify", [3]), ("A topic kept for later", [1, 4])]


def test_a_stage_that_was_put_off_and_not_held_is_kept_for_later() -> None:
    state = meeting(note(1, "the budget", "later"), put_off=immutables.Map({"power": 900.0}))
    assert [line.text for line in document(state).later] == ["the budget", "The stage Power lens"]
    assert "- The stage Power lens" in to_markdown(document(state))


def test_who_led_as_a_guest_is_named_so_also_after_handing_back() -> None:
    state = meeting(people=(Person(PEOPLE[0]), Person("Fatou", guest=True)), led=("Fatou",), lead="")
    present = [(person.name, person.roles) for person in document(state).present]
    assert present == [(PEOPLE[0], ("chair",)), ("Fatou", ("guest facilitator",))]


def test_steps_without_an_owner_stand_last() -> None:
    state = meeting(note(1, "a", "step"), note(2, "b", "step", owners=("李娜",)), note(3, "c", "step"))
    assert [line.number for line in document(state).steps] == [2, 1, 3]


def test_people_stand_with_their_roles_and_a_guest_is_called_so() -> None:
    state = meeting(
        people=(*(Person(name) for name in PEOPLE[:4]), Person("Fatou", guest=True)), keeper="Amina Diallo"
    )
    assert [(person.name, person.roles) for person in document(state).present] == [
        ("Amina Diallo", ("chair", "record keeper")),
        ("Bríd Ní Dhálaigh", ()),
        ("李娜", ()),
        ("Ann Otieno", ("case giver",)),
        ("Fatou", ("guest",)),
    ]


def stamped(*bare: ev.AnyEvent) -> State:
    """A session of these events, five minutes apart."""
    return fold(
        replace(event, id=str(i), cause=str(i), t=i * 300.0, at=f"2026-11-21T19:{i * 5:02d}:00.000Z")
        for i, event in enumerate(bare)
    )


OPENED = ev.SessionOpened(agenda=AGENDA, people=PEOPLE, zone="UTC")
STARTED = ev.MeetingStarted(plan=(Planned(id="case", seconds=480),), promised="2026-11-21T20:00:00.000Z")


def test_who_is_marked_away_and_never_came_is_absent() -> None:
    minutes = document(stamped(OPENED, STARTED, ev.PersonLeft(name="李娜")))
    assert minutes.absent == ("李娜",)
    assert "李娜" not in [person.name for person in minutes.present]


def test_who_came_late_is_present_and_who_left_early_is_present_too() -> None:
    minutes = document(
        stamped(
            OPENED,
            ev.PersonLeft(name="李娜"),
            STARTED,
            ev.PersonArrived(name="李娜"),
            ev.PersonLeft(name="Ann Otieno"),
        )
    )
    assert minutes.absent == ()
    assert {person.name: person.roles for person in minutes.present} == {
        **dict.fromkeys(PEOPLE, ()),
        "Ann Otieno": ("left before the end",),
    }


def test_who_is_marked_away_only_after_the_close_was_absent() -> None:
    minutes = document(stamped(OPENED, STARTED, ev.MeetingClosed(), ev.PersonLeft(name="Ann Otieno")))
    assert minutes.absent == ("Ann Otieno",)


@pytest.mark.parametrize(
    ("changes", "span"),
    [
        ({}, "Saturday 21 November 2026, 19:00–20:02 (Africa/Dakar, UTC+0)"),
        ({"zone": "UTC"}, "Saturday 21 November 2026, 19:00–20:02 (UTC)"),
        ({"zone": "Asia/Kolkata"}, "Sunday 22 November 2026, 00:30–01:32 (Asia/Kolkata, UTC+5:30)"),
        ({"zone": "Moon/Base"}, "Saturday 21 November 2026, 19:00–20:02 (UTC)"),
        ({"zone": "UTC-3"}, "Saturday 21 November 2026, 16:00–17:02 (UTC−3)"),
        (
            {"zone": "Asia/Yangon"},
            "Sunday 22 November 2026, 01:30–02:32 (Asia/Yangon, UTC+6:30)",
        ),
        (
            {
                "zone": "Europe/Athens",
                "started_at": "2026-11-21T21:30:00.000Z",
                "closed_at": "2026-11-21T22:40:00.000Z",
            },
            "Saturday 21 November 2026, 23:30 – Sunday 22 November 2026, 00:40 (Europe/Athens, UTC+2)",
        ),
        (
            {
                "zone": "Europe/Dublin",
                "started_at": "2026-10-25T00:30:00.000Z",
                "closed_at": "2026-10-25T01:30:00.000Z",
            },
            "Sunday 25 October 2026, 01:30 (Europe/Dublin, UTC+1) – 01:30 (Europe/Dublin, UTC+0)",
        ),
        (
            {"closed_at": "", "phase": "running"},
            "Saturday 21 November 2026, from 19:00 (Africa/Dakar, UTC+0), still open",
        ),
        (
            {"started_at": "", "closed_at": "", "phase": "lobby", "visits": ()},
            "Saturday 21 November 2026, not begun yet",
        ),
    ],
)
def test_the_span_says_where_its_times_are(changes: dict[str, str], span: str) -> None:
    assert document(meeting(**changes)).span == span


def test_the_status_is_a_draft_until_it_is_final() -> None:
    assert document(meeting()).status == "Draft"
    assert document(meeting(version=2)).status == "Final, version 2"


def test_the_next_meeting_names_its_zone_and_roles() -> None:
    minutes = document(meeting(next_meeting=the_next(chair="李娜")))
    assert minutes.next_meeting is not None
    assert minutes.next_meeting.when == "Thursday 17 December 2026, 15:00 UTC"
    assert minutes.next_meeting.roles == (("Chair", "李娜"),)
    elsewhere = document(meeting(next_meeting=the_next(zone="Asia/Beirut"))).next_meeting
    assert elsewhere is not None
    assert elsewhere.when == "Thursday 17 December 2026, 17:00 (Asia/Beirut, UTC+2)"
    assert document(meeting()).next_meeting is None


def test_times_show_what_was_planned_added_and_taken() -> None:
    times = {row.stage: row for row in document(meeting(), timing=True).times}
    assert (times["Case told"].planned, times["Case told"].added, times["Case told"].taken) == (480, 120, 620)
    assert list(times) == ["Arrive", "Case told", "Clarify", "Takeaways and next steps"]
    assert document(meeting()).times == ()


def test_the_running_stage_has_no_time_yet_and_a_stage_held_twice_has_the_sum() -> None:
    state = meeting(phase="running", closed_at="")
    again = Visit("case", "2026-11-21T19:52:00.000Z", 30.0)
    running = Visit("clarify", "2026-11-21T19:55:00.000Z")
    times = document(replace(state, visits=(*state.visits, again, running)), timing=True).times
    assert {row.stage: row.taken for row in times} == {
        "Arrive": 320,
        "Case told": 650,
        "Takeaways and next steps": 300,
    }


def test_a_planned_stage_that_was_not_held_is_told_at_the_end() -> None:
    state = meeting()
    times = document(replace(state, visits=state.visits[:-1]), timing=True).times
    assert (times[-1].stage, times[-1].taken) == ("Takeaways and next steps", None)


def test_counts_of_case_notes_and_pod_only_lines() -> None:
    state = meeting(note(1, "a"), note(2, "b", pod_only=True), note(3, "c", "takeaway", pod_only=True))
    minutes = document(state)
    assert (minutes.case_notes, minutes.pod_only) == (1, 2)
