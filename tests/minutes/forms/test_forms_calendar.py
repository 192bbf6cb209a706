"""Steps and the next meeting, read by another calendar library (vobject) than the one that wrote them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
import vobject
from awkward_texts import AWKWARD_TEXT
from hypothesis import example, given, settings
from minutes_meetings import meeting, note, the_next

from facilitator.minutes.beyond.note import Known
from facilitator.minutes.beyond.note import note as beyond
from facilitator.minutes.document import Document, document
from facilitator.minutes.forms.calendar import NothingToEnter, to_calendar
from facilitator.session.state import State
from facilitator.words.visible import visible

LATER = "2026-11-21T20:02:30.123Z"


def read(state: State) -> Any:
    """The calendar of the pod's minutes, as `calendar_of` reads it."""
    return calendar_of(document(state))


def calendar_of(minutes: Document) -> Any:
    """The calendar; each line of the file is as long and as ended as RFC 5545 wants it."""
    data = to_calendar(minutes)
    assert data.endswith(b"END:VCALENDAR\r\n")
    assert data.count(b"\n") == data.count(b"\r\n")
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    calendar = vobject.readOne(data.decode("utf-8"))
    calendar.validate(raiseException=True)
    assert calendar.version.value == "2.0"
    return calendar


def todos(calendar: Any) -> list[Any]:
    return list(calendar.contents.get("vtodo", []))


def test_what_comes_of_a_rehearsal_says_so_in_the_calendar_and_nothing_else_does() -> None:
    lines = (note(1, "send it", "step", owners=("Ann Otieno",)),)
    for rehearsal in (True, False):
        calendar = read(meeting(*lines, next_meeting=the_next(), rehearsal=rehearsal))
        for entry in (*todos(calendar), calendar.vevent):
            assert ("This was practice" in entry.description.value) == rehearsal


def test_each_step_is_a_task_with_its_owners_and_its_day() -> None:
    state = meeting(
        note(1, "a takeaway", "takeaway"),
        note(2, "send it, with a; b", "step", owners=("Ann Otieno", "李娜"), due="2026-12-01"),
        note(3, "share it", "step"),
        note(4, "some day", "step", owners=("Ann Otieno",), due="in spring"),
        last_at=LATER,
    )
    first, some_day, share = todos(read(state))
    assert first.summary.value == "Ann Otieno, 李娜: send it, with a; b"
    assert (first.due.value, type(first.due.value)) == (date(2026, 12, 1), date)
    assert first.due.params["VALUE"] == ["DATE"]
    assert first.status.value == "NEEDS-ACTION"
    assert first.contents["class"][0].value == "PRIVATE"
    assert first.dtstamp.value == datetime(2026, 11, 21, 20, 2, 30, tzinfo=UTC)
    assert "InterVision, Saturday 21 November 2026" in first.description.value
    assert share.summary.value == "Unassigned: share it"
    assert "due" not in share.contents
    assert "due" not in some_day.contents
    assert "Due: in spring." in some_day.description.value


def test_a_second_import_doubles_nothing_and_no_other_session_has_the_same_ids() -> None:
    lines = (note(2, "send it", "step"), note(3, "share it", "step"))

    def ids(*captured: Any, **more: Any) -> list[str]:
        calendar = read(meeting(*captured, next_meeting=the_next(), **more))
        return [one.uid.value for one in (*todos(calendar), *calendar.contents["vevent"])]

    first = ids(*lines)
    assert len(set(first)) == 3
    changed = (note(2, "send it now", "step", due="2026-12-01"), lines[1])
    assert ids(*changed, version=1, title="Another") == first
    assert not set(ids(*lines, opened_at="2026-11-21T18:58:00.001Z")) & set(first)


@pytest.mark.parametrize(
    ("when", "shift"), [("2026-10-24T18:00:00.000Z", 2), ("2026-10-25T19:00:00.000Z", 1)]
)
def test_the_next_meeting_is_an_event_in_its_zone_before_and_after_the_clocks_change(
    when: str, shift: int
) -> None:
    # Clocks in Berlin go back in the night between the two; both meetings begin at eight.
    following = the_next(when=when, zone="Europe/Berlin", chair="李娜")
    calendar = read(meeting(next_meeting=following, minutes=90.0))
    (event,) = calendar.contents["vevent"]
    assert event.dtstart.value.astimezone(UTC) == datetime.fromisoformat(when)
    assert event.dtstart.value.strftime("%H:%M") == "20:00"
    assert event.dtstart.value.utcoffset() == timedelta(hours=shift)
    assert event.dtstart.params["X-VOBJ-ORIGINAL-TZID"] == ["Europe/Berlin"]
    assert event.dtend.value.strftime("%H:%M") == "21:30"
    assert [one.tzid.value for one in calendar.contents["vtimezone"]] == ["Europe/Berlin"]
    assert event.summary.value == "InterVision"
    assert "Chair: 李娜" in event.description.value
    assert "guess" in event.description.value


def test_without_a_zone_of_its_own_the_next_meeting_is_in_utc() -> None:
    for zone in ("UTC", "UTC+5:30", "Nowhere/Here"):
        calendar = read(meeting(next_meeting=the_next(zone=zone)))
        (event,) = calendar.contents["vevent"]
        assert event.dtstart.value == datetime(2026, 12, 17, 15, 0, tzinfo=UTC)
        assert event.dtend.value - event.dtstart.value == timedelta(minutes=30)
        assert "vtimezone" not in calendar.contents


def test_a_next_meeting_without_a_time_is_no_event() -> None:
    calendar = read(meeting(note(1, "x", "step"), next_meeting=the_next(when="", chair="李娜")))
    assert "vevent" not in calendar.contents
    assert len(todos(calendar)) == 1


@pytest.mark.parametrize("captured", [(), (note(1, "x"), note(2, "y", "takeaway"))])
def test_without_steps_and_meeting_there_is_no_calendar_since_none_may_be_empty(captured: Any) -> None:
    with pytest.raises(NothingToEnter, match="nothing for a calendar"):
        to_calendar(document(meeting(*captured)))


def test_the_case_title_notes_and_takeaways_are_not_in_a_calendar() -> None:
    state = meeting(
        note(1, "the secret note"), note(2, "x", "step"), note(3, "kept", "takeaway"), title="The case"
    )
    text = to_calendar(document(state)).decode()
    assert not any(word in text for word in ("secret", "The case", "kept"))


def test_a_step_for_the_pod_only_is_marked_for_it_and_goes_nowhere_else() -> None:
    state = meeting(note(1, "between us", "step", pod_only=True), note(2, "open", "step"))
    first, second = todos(read(state))
    assert first.summary.value == "(pod only) Unassigned: between us"
    assert first.contents["class"][0].value == "CONFIDENTIAL"
    outside = calendar_of(beyond(state, Known()).document)
    assert [one.summary.value for one in todos(outside)] == ["Unassigned: open"]
    (todo,) = todos(outside)
    assert todo.uid.value not in {first.uid.value, second.uid.value}
    assert second.summary.value == "Unassigned: open"


@settings(max_examples=100, deadline=None)
@given(AWKWARD_TEXT, AWKWARD_TEXT.filter(bool))
@example("BEGIN:VEVENT\r\nX:1", "a\\nb;c,d:e\"f'g")
@example("", "\ufeff")
@example("\\", "\\,\\;\\n")
@example("x" * 300 + "é" * 300 + "李" * 300, "👩‍👩‍👧" * 60)
def test_whatever_was_typed_is_text_in_a_calendar(text: str, name: str) -> None:
    calendar = read(meeting(note(1, text, "step", owners=(name,)), next_meeting=the_next(giver=name)))
    (todo,) = todos(calendar)
    # The writing library takes a byte order mark away where a value begins; it means nothing there.
    assert todo.summary.value == visible(f"{name}: {text}").removeprefix("\ufeff")
    assert set(calendar.contents) == {"version", "prodid", "x-wr-calname", "vtodo", "vevent"}
