"""What one look at the room says in words: the screen and the page show this and nothing more. Pure."""

from __future__ import annotations

import math

from msgspec import Struct

from facilitator.meeting.room.model import Room
from facilitator.meeting.room.watch import Seen
from facilitator.words.durations import clock, in_words, short_minutes
from facilitator.words.language import gettext as _
from facilitator.words.language import ngettext
from facilitator.words.visible import visible

CALL_BACK = 10.0
"""Seconds before the end of a silence from which seconds are shown; until then only whole minutes."""


class Face(Struct, frozen=True, kw_only=True):
    """The room in words, from the most important to the least. Empty ones are not shown."""

    name: str
    """The stage, or how the meeting stands."""
    clock: str = ""
    clock_note: str = ""
    turn: str = ""
    say: str = ""
    ask: tuple[str, ...] = ()
    about: str = ""
    agenda: str = ""
    place: str = ""
    """Which stage of how many; rehearsal."""
    notice: str = ""
    """What everybody should know beyond the stage: the chair has left, or no longer answers."""
    language: str = ""
    """Of the agenda's words."""
    own_name: bool = False
    """`name` is the program's own words, not the agenda's."""
    turns: bool = False
    """People speak one after another: the turn keeps its place also while nobody has it."""
    over: bool = False
    goes_on: bool = False
    """The meeting runs, as far as anybody can know."""
    quiet: bool = False
    """A silence: nothing may draw the eye."""


def face(seen: Seen) -> Face:
    """The words for one look."""
    room = seen.room
    if seen.standing == "unread":
        return Face(name=_("Nothing can be shown"), notice=visible(seen.why), own_name=True)
    if seen.standing == "over":
        return _over(room)
    if room is None:
        return Face(
            name=_("No meeting is open"),
            notice=_("As soon as the chair opens it, it is shown here."),
            own_name=True,
        )
    if seen.standing == "left":
        notice = _("The chair has left the meeting open. When it goes on, it is shown here.")
        return _plain(room, visible(room.stage) or visible(room.agenda), notice)
    if seen.standing == "gone":
        notice = _("The chair's program no longer answers. The time is not known here; please ask the chair.")
        return _plain(room, visible(room.stage) or visible(room.agenda), notice)
    if room.phase == "lobby":
        return _plain(room, _("We begin soon"), "")
    return _running(room, seen.t)


def _over(room: Room | None) -> Face:
    return Face(
        name=_("The meeting is over"),
        notice=_("Thank you."),
        agenda=visible(room.agenda) if room is not None else "",
        language=room.language if room is not None else "",
        own_name=True,
    )


def _plain(room: Room, name: str, notice: str) -> Face:
    own = name != visible(room.stage) and name != visible(room.agenda)
    return Face(
        name=name,
        notice=notice,
        agenda=visible(room.agenda),
        place=_place(room),
        language=room.language,
        own_name=own,
    )


def _place(room: Room) -> str:
    parts = []
    if room.count:
        parts.append(_("{number} of {count}").format(number=room.number, count=room.count))
    if room.rehearsal:
        parts.append(_("rehearsal"))
    return " · ".join(parts)


def _running(room: Room, t: float) -> Face:
    now = t if room.paused is None else room.paused
    left = (room.ends if room.ends is not None else now) - now
    quiet = room.kind == "silence"
    shown, note = _still(room, left) if quiet else _ticking(room, left)
    ended = quiet and left <= 0
    if room.paused is not None:
        note = _("The clock stands still.")
    say = room.say
    if quiet and left <= CALL_BACK and room.back:
        say = room.back
    elif not quiet and left <= 0 and room.vote > 0:
        length = in_words(room.vote)
        say = _("The time is up. Thumbs, please: up for {length} more, down to go on.").format(length=length)
    return Face(
        name=visible(room.stage),
        clock=shown,
        clock_note=note,
        turn=_("Now: {name}").format(name=visible(room.turn)) if room.turn else "",
        say=visible(say),
        ask=() if ended else tuple(visible(one) for one in (*room.groups, *room.ask)),
        about="" if ended else visible(room.about),
        agenda=visible(room.agenda),
        place=_place(room),
        language=room.language,
        turns=room.kind == "round",
        over=left <= 0 and not quiet,
        goes_on=True,
        quiet=quiet,
    )


def _ticking(room: Room, left: float) -> tuple[str, str]:
    """Down to zero, then up again; a person's turn is never said to be over, only the time."""
    of = short_minutes(room.length)
    if left > 0:
        return clock(left), _("left of {length}").format(length=of)
    return clock(int(-left)), _("over the {length}").format(length=of)


def _still(room: Room, left: float) -> tuple[str, str]:
    """Whole minutes, so that nothing ticks; the last seconds, so that people can come back; then nothing."""
    if left <= 0:
        return "", _("The silence is over.")
    if left <= CALL_BACK:
        seconds = math.ceil(left)
        return str(seconds), ngettext("second", "seconds", seconds)
    minutes = math.ceil(left / 60 - 1e-6)
    return str(minutes), ngettext("minute", "minutes", minutes)
