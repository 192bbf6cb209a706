"""What is missing before the minutes go, each with a sentence that says how to mend it."""

from __future__ import annotations

from minutes_meetings import AGENDA, PEOPLE, meeting, note, the_next

from facilitator.minutes.missing import missing
from facilitator.session import events as ev
from facilitator.session.evolve import fold
from facilitator.session.state import Person, State

COMPLETE = (
    note(1, "hello", speakers=PEOPLE),
    note(2, "dates", "takeaway"),
    note(3, "call", "step", owners=("李娜",), due="2026-12-01"),
)


def kinds(state: State) -> list[tuple[str, int | None]]:
    return [(gap.kind, gap.number) for gap in missing(state)]


def test_nothing_is_missing_from_complete_minutes() -> None:
    assert missing(meeting(*COMPLETE, read_back=True, next_meeting=the_next())) == ()


def test_everything_is_missing_from_an_empty_meeting() -> None:
    assert kinds(meeting()) == [("takeaway", None), ("attendance", None), ("next_meeting", None)]


def test_steps_without_owner_or_date_are_named_by_number_and_text() -> None:
    gaps = missing(meeting(*COMPLETE, note(7, "share\nit", "step"), read_back=True, next_meeting=the_next()))
    assert [(gap.kind, gap.number) for gap in gaps] == [("owner", 7), ("date", 7)]
    assert gaps[0].sentence == "Next step 7 has no owner: share␊it"
    assert gaps[1].sentence == "Next step 7 has no date: share␊it"


def test_what_was_not_read_back_is_missing_only_where_there_is_something_to_read() -> None:
    assert kinds(meeting(*COMPLETE, next_meeting=the_next())) == [("read_back", None)]
    assert ("read_back", None) not in kinds(meeting(COMPLETE[0], next_meeting=the_next()))


def test_attendance_is_unsure_for_those_whom_no_line_names() -> None:
    first = note(1, "hello", speakers=PEOPLE[2:3])
    state = meeting(first, *COMPLETE[1:], giver="", read_back=True, next_meeting=the_next())
    (gap,) = missing(state)
    assert gap.kind == "attendance"
    assert "no line names Ann Otieno, Annabel Otieno-Brandt." in gap.sentence
    assert "/away" in gap.sentence


def test_attendance_is_settled_by_marking_somebody_absent_even_if_they_came_later() -> None:
    events = (
        ev.SessionOpened(agenda=AGENDA, people=PEOPLE),
        ev.PersonLeft(name="李娜"),
        ev.PersonArrived(name="李娜"),
    )
    assert "attendance" in dict(kinds(fold(events[:1])))
    assert "attendance" not in dict(kinds(fold(events)))


def test_attendance_is_settled_once_somebody_is_marked_absent() -> None:
    people = (*(Person(name) for name in PEOPLE[:-1]), Person(PEOPLE[-1], here=False))
    assert "attendance" not in dict(kinds(meeting(people=people)))


def test_a_meeting_without_names_asks_for_them() -> None:
    (gap,) = [gap for gap in missing(meeting(people=())) if gap.kind == "attendance"]
    assert "/join" in gap.sentence
