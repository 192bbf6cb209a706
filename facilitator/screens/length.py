"""How long a meeting is to take, as typed in the lobby: `60`, `1h`, `1h 30`, `until 20:30`. Pure."""

from __future__ import annotations

import re
import unicodedata
from datetime import datetime, timedelta

from msgspec import Struct

from facilitator.capture.durations import LONGEST, read_duration
from facilitator.capture.instants import next_time, read_time
from facilitator.session.refused import Refused
from facilitator.words.dates import from_stamp
from facilitator.words.language import gettext as _

_UNTIL = re.compile(r"(?:until|till|til)\s+(.*)", re.IGNORECASE | re.DOTALL)
_HOURS = re.compile(r"([0-9]{1,2})\s*(?:h|hours?)\s*(?:and\s+)?([0-9]{1,2})\s*(?:m|min|mins|minutes)?")


class Length(Struct, frozen=True):
    """A length in minutes, or an end as a UTC stamp; neither: the natural length of the agenda."""

    minutes: float | None = None
    until: str = ""


def read_length(text: str, zone: str, now: datetime) -> Length:
    """What was meant; `now` is UTC, a time of day is the next such time in the zone.

    Raises Refused for what is no length, is over ten hours, or could as well be a time of day.
    """
    words = " ".join(unicodedata.normalize("NFKC", text).split())
    until = _UNTIL.fullmatch(words)
    if until:
        stamp = next_time(until[1], zone, now)
        away = from_stamp(stamp) - now
        if away > timedelta(seconds=LONGEST):
            raise Refused(
                _("{time} is {hours} hours away. A meeting can take ten hours at most.").format(
                    time=until[1], hours=int(away.total_seconds() // 3600)
                )
            )
        return Length(until=stamp)
    if read_time(words) is not None:
        raise Refused(
            _("Is {words} a time of day? Write until {words}, or a number of minutes.").format(words=words)
        )
    hours = _HOURS.fullmatch(words.casefold())
    if hours:
        words = str(int(hours[1]) * 60 + int(hours[2]))
    if not words[:1].isdigit():
        raise Refused(_("Write minutes, such as 60, or 1h, or until 20:30."))
    return Length(minutes=read_duration(words) / 60)
