"""Open steps and the next meeting for a calendar (RFC 5545), through icalendar.

Ids come from the session's key and the line's number, so that a second import replaces the first. A due date
is a day without a time.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING

from facilitator import __version__
from facilitator.minutes.document import Document, Line, NextTime
from facilitator.store.trouble import StoreError
from facilitator.words.dates import from_stamp, zone_of
from facilitator.words.language import gettext as _
from facilitator.words.visible import visible

if TYPE_CHECKING:
    from icalendar import Calendar, Component


class NothingToEnter(StoreError):  # noqa: N818 - it names the situation, as the sentence does
    """Minutes with nothing that a calendar could hold."""


_UNSAID = timedelta(hours=1)
"""How long a meeting is entered for when nobody planned one."""


def to_calendar(document: Document) -> bytes:
    """The whole file: a VTODO for each step, a VEVENT for the next meeting with its time zone.

    Raises NothingToEnter where there is neither, since no calendar may be empty.
    """
    from icalendar import Calendar, Todo

    calendar = Calendar()
    calendar.add("prodid", f"-//facilitator//{__version__}//{document.language.upper()}")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", visible(document.format))
    for line in document.steps:
        todo = Todo()
        _identify(todo, document, str(line.number))
        _fill_step(todo, document, line)
        calendar.add_component(todo)
    if document.next_meeting and document.next_meeting.at:
        _add_meeting(calendar, document, document.next_meeting)
    if not calendar.subcomponents:
        raise NothingToEnter(
            _("There is no next step and no next meeting here, so there is nothing for a calendar.")
        )
    return bytes(calendar.to_ical())


def _identify(component: Component, document: Document, number: str) -> None:
    stamp = from_stamp(document.as_of) if document.as_of else datetime(1980, 1, 1, tzinfo=UTC)
    # Outside the pod nothing says which session it was: the day and what it says make the id then.
    said = f"{document.date} {document.steps} {document.next_meeting}"
    key = document.key or sha256(said.encode("utf-8", "replace")).hexdigest()[:32]
    component.add("uid", f"{key}-{number}@facilitator")
    component.add("dtstamp", stamp.astimezone(UTC).replace(microsecond=0))


def _fill_step(todo: Component, document: Document, line: Line) -> None:
    owners = ", ".join(line.owners) or _("Unassigned")
    mark = _("(pod only)") + " " if line.pod_only else ""
    todo.add("summary", mark + visible(f"{owners}: {line.text}"))
    said = [_("Next step from {meeting}.").format(meeting=_meeting(document))]
    if line.due_on:
        todo.add("due", date.fromisoformat(line.due_on))
    elif line.due:
        said.append(_("Due: {date}.").format(date=visible(line.due)))
    todo.add("description", " ".join((*said, *_practice(document))))
    todo.add("status", "COMPLETED" if line.done_at else "NEEDS-ACTION")
    if line.done_at:
        # The day on which it was done is not known; this is when the pod heard of it.
        todo.add("completed", from_stamp(line.done_at).astimezone(UTC).replace(microsecond=0))
    todo.add("class", "CONFIDENTIAL" if line.pod_only else "PRIVATE")


def _add_meeting(calendar: Calendar, document: Document, following: NextTime) -> None:
    from icalendar import Event

    zone = zone_of(following.zone)
    start = from_stamp(following.at).astimezone(zone)
    length = timedelta(minutes=round(following.seconds / 60)) if following.seconds else _UNSAID
    event = Event()
    _identify(event, document, "next")
    event.add("dtstart", start)
    # The end is an instant later, whatever the clocks do meanwhile.
    event.add("dtend", (start.astimezone(UTC) + length).astimezone(zone))
    event.add("summary", visible(document.format))
    said = [_("Next meeting, as set at {meeting}.").format(meeting=_meeting(document))]
    said.append(_("The end is a guess: as long as that meeting was planned."))
    said += [f"{role}: {visible(name)}" for role, name in following.roles]
    event.add("description", "\n".join((*said, *_practice(document))))
    event.add("class", "PRIVATE")
    calendar.add_component(event)
    # The zone is described for these days only: lists of every change since 1970 are misread by some.
    day = timedelta(days=1)
    calendar.add_missing_timezones(first_date=start.date() - day, last_date=start.date() + 2 * day)


def _practice(document: Document) -> tuple[str, ...]:
    """What keeps a practised step from being taken for a promise."""
    return (_("This was practice, not a real meeting."),) if document.rehearsal else ()


def _meeting(document: Document) -> str:
    return ", ".join(visible(part) for part in (document.format, document.date) if part)
