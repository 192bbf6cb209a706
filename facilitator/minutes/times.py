"""The times in the minutes: every instant in a zone that is named, so that it reads the same everywhere."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

from facilitator.words.dates import clock_time, fixed_zone, from_stamp, long_date, zone_label, zone_of
from facilitator.words.language import gettext as _

_WRITTEN = re.compile(r"(?:UTC|GMT)? ?([+\-−])(\d{1,2})(?::?(\d{2}))?", re.IGNORECASE | re.ASCII)


def placed(stamp: str, zone: str) -> tuple[datetime, str]:
    """The instant in that zone, and how the zone is named beside it.

    The zone is an IANA name or written as an offset (`UTC+5:30`). A zone that this machine does not know is
    shown as UTC and called so.
    """
    written = _WRITTEN.fullmatch(zone)
    if written:
        sign, hours, minutes = written[1], int(written[2]), int(written[3] or 0)
        offset = (hours * 60 + minutes) * (1 if sign == "+" else -1)
        if abs(offset) < 24 * 60:
            moment = from_stamp(stamp).astimezone(fixed_zone(offset))
            shown = "+" if sign == "+" else "−"
            return moment, f"UTC{shown}{hours}" + (f":{minutes:02d}" if minutes else "")
    known = zone_of(zone)
    moment = from_stamp(stamp).astimezone(known)
    return moment, zone_label(moment, "UTC" if known is UTC else zone)


def meeting_span(opened_at: str, started_at: str, closed_at: str, zone: str) -> str:
    """When the meeting was: its date, start and end with the zone; both dates when it crossed midnight."""
    if not started_at:
        if not opened_at:
            return ""
        moment = placed(opened_at, zone)[0]
        return _("{date}, not begun yet").format(date=long_date(moment))
    start, start_label = placed(started_at, zone)
    if not closed_at:
        return _("{date}, from {start} ({zone}), still open").format(
            date=long_date(start), start=clock_time(start), zone=start_label
        )
    end, end_label = placed(closed_at, zone)
    values = {
        "date": long_date(start),
        "start": clock_time(start),
        "zone": start_label,
        "end_date": long_date(end),
        "end": clock_time(end),
        "end_zone": end_label,
    }
    same_day, same_zone = start.date() == end.date(), start_label == end_label
    if same_day and same_zone:
        return _("{date}, {start}–{end} ({zone})").format(**values)
    if same_day:
        return _("{date}, {start} ({zone}) – {end} ({end_zone})").format(**values)
    if same_zone:
        return _("{date}, {start} – {end_date}, {end} ({zone})").format(**values)
    return _("{date}, {start} ({zone}) – {end_date}, {end} ({end_zone})").format(**values)


def due_date(iso: str) -> str:
    """A due date as people read it; as it stands where it is no date."""
    day = due_day(iso)
    return long_date(day) if day else iso


def due_day(iso: str) -> date | None:
    """The day that a due date names; None where it is no date."""
    try:
        return date.fromisoformat(iso) if iso else None
    except ValueError:
        return None
