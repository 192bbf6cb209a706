"""Times of day and dates of meetings as somebody types them, turned into instants (UTC stamps).

Where clocks change, a time of day can be missing or be there twice. The end of a meeting takes the next
instant after now that shows that time; a missing time counts as if the clocks had not yet gone forward. A
next meeting at a missing time is refused; of two it is the first.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from facilitator.capture.rearrange import the_day
from facilitator.session.refused import Refused
from facilitator.words.dates import long_date, to_stamp, zone_of
from facilitator.words.language import gettext as _

_TIME = re.compile(r"([0-9]{1,2})[:.]([0-9]{2})(?:\s*([ap])\.?m\.?)?", re.IGNORECASE)
_MEETING = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})[T\s]\s*(\S+(?:\s*[ap]\.?m\.?)?)(?:\s+(.+))?", re.IGNORECASE
)

_IN_WORDS = re.compile(r"(.*?\w)\.?,?\s+(?:at\s+)?([0-9]{1,2}[:.][0-9]{2}(?![0-9]).*)", re.IGNORECASE)


def read_time(text: str) -> time | None:
    """A time of day: 20:30, 8:30 pm; None for anything else."""
    match = _TIME.fullmatch(unicodedata.normalize("NFKC", text).strip())
    if not match:
        return None
    hour, minute = int(match[1]), int(match[2])
    if match[3]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if match[3].lower() == "p" else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def next_time(text: str, zone: str, now: datetime) -> str:
    """The next instant after now at which clocks in the zone show this time.

    Raises Refused for what is no time of day.
    """
    wanted = read_time(text)
    if wanted is None:
        raise Refused(_("{words} is not a time of day. Write it as 20:30.").format(words=text.strip()))
    there = zone_of(zone)
    today = now.astimezone(there).date()
    instants = [
        instant
        for more in (-1, 0, 1, 2)
        for instant in _instants(datetime.combine(today + timedelta(days=more), wanted, there))
    ]
    return to_stamp(min(instant for instant in instants if instant > now))


def _instants(wall: datetime) -> list[datetime]:
    """The instants at which clocks show this time: one, or two where they are set back."""
    first, second = (wall.replace(fold=fold).astimezone(UTC) for fold in (0, 1))
    return [first, second] if second > first else [first]


def read_meeting(text: str, zone: str, today: date | None = None) -> tuple[str, str]:
    """The instant and the zone of `2026-12-17 15:00 UTC`; without a zone it is that of the session.

    Given the day on which it is said (`today`), the date may be in words: `Thursday 17 December at 15:00`.
    Raises Refused, saying which word is wrong.
    """
    match = _MEETING.fullmatch(_dated(unicodedata.normalize("NFKC", text).strip(), today))
    if not match:
        raise Refused(_("Write the date, the time and the zone: /meet 2026-12-17 15:00 UTC."))
    day, moment = _date(match[1]), read_time(match[2])
    if day is None:
        raise Refused(_("There is no day {day}. Write it as 2026-12-17.").format(day=match[1]))
    if moment is None:
        raise Refused(_("{words} is not a time of day. Write it as 15:00.").format(words=match[2]))
    name, there = _zone(match[3].strip()) if match[3] else (zone, zone_of(zone))
    wall = datetime.combine(day, moment, there)
    try:
        instant = wall.astimezone(UTC)
    except OverflowError:
        raise Refused(_("There is no day {day}. Write it as 2026-12-17.").format(day=match[1])) from None
    if instant.astimezone(there).replace(tzinfo=None) != wall.replace(tzinfo=None):
        raise Refused(
            _(
                "There is no {time} on {day} in {zone}: the clocks go forward then. Choose another time."
            ).format(time=moment.strftime("%H:%M"), day=long_date(day), zone=name)
        )
    return to_stamp(instant), name


def _dated(text: str, today: date | None) -> str:
    """The text with a date in words written in figures, where a time of day follows it."""
    match = _IN_WORDS.fullmatch(text) if today is not None else None
    if match is None or today is None or _date(match[1]) is not None:
        return text
    day = the_day(match[1], today)
    return f"{day.isoformat()} {match[2]}"


def _date(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _zone(text: str) -> tuple[str, tzinfo]:
    """The zone of a name, written as the zone database writes it, whatever the case of the letters."""
    if text.casefold() in ("utc", "z"):
        return "UTC", UTC
    # Imported here because reading the list of zones takes longer than the rest of a command.
    from difflib import get_close_matches
    from zoneinfo import available_timezones

    known = {name.casefold(): name for name in sorted(available_timezones())}
    name = known.get(text.casefold().replace(" ", "_"))
    if name is not None:
        return name, zone_of(name)
    places = {folded.rpartition("/")[2]: folded for folded in known}
    wanted = text.casefold().rpartition("/")[2]
    near = get_close_matches(wanted, places, n=1, cutoff=0.7)
    if near:
        raise Refused(
            _("No time zone is called {zone}. Did you mean {nearest}?").format(
                zone=text, nearest=known[places[near[0]]]
            )
        )
    raise Refused(
        _("No time zone is called {zone}. Write UTC or a place such as Europe/Dublin.").format(zone=text)
    )
