"""Opening a session: a new one, or one that was left, with what was found damaged put into sentences."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path

from msgspec import Struct

from facilitator import __version__
from facilitator.agenda.held import held
from facilitator.agenda.model import Agenda, Place
from facilitator.meeting.away import clock_when_left
from facilitator.meeting.clock import Clock, RehearsalClock
from facilitator.meeting.earlier import Earlier
from facilitator.meeting.meeting import DESK, Meeting
from facilitator.session import events as ev
from facilitator.session.codec import Misread, decode, encode, newer_format
from facilitator.session.evolve import evolve
from facilitator.session.purge import let_go, was_forgotten
from facilitator.session.state import State
from facilitator.store.draft import Draft
from facilitator.store.eventlog import LogReading, LogWriter, read_log, write_opening
from facilitator.store.letters import forget_letters
from facilitator.store.lines import seal
from facilitator.store.lock import SessionLock
from facilitator.store.machine import LastSeen, away_seconds
from facilitator.store.places import Kind, home_of, new_session_folder
from facilitator.store.search_file import forget_words
from facilitator.store.trouble import StoreError
from facilitator.words.dates import from_stamp, to_stamp, zone_of
from facilitator.words.language import gettext as _
from facilitator.words.language import ngettext
from facilitator.words.visible import visible


class CannotOpen(StoreError):  # noqa: N818 - told as a sentence
    """Why a session cannot be opened, in one or two sentences."""


class Wanted(Struct, frozen=True, kw_only=True):
    """What a new session is to be. `minutes` in minutes; `until` a UTC stamp; `zone` an IANA name."""

    agenda: Agenda
    people: tuple[str, ...] = ()
    chair: str = ""
    keeper: str = ""
    giver: str = ""
    givers: tuple[str, ...] = ()
    """Who gives each case, where more than one is named: the first one is `giver`."""
    title: str = ""
    minutes: float | None = None
    until: str = ""
    zone: str = "UTC"
    place: Place | None = None
    """Where the people are; None: as the agenda says."""
    cases: int = 0
    """How many cases or topics; 0: as the agenda says."""
    theme: str = ""
    question: str = ""
    """What the theme asks of everyone."""
    rehearsal: bool = False
    speed: float = 1.0
    mishaps: str = ""
    """The seed of what goes less smoothly in a rehearsal; empty: all goes smoothly."""

    def held(self) -> Agenda:
        """The agenda with all that was chosen for this meeting."""
        return held(self.agenda, place=self.place, cases=self.cases, theme=self.theme, question=self.question)


class Found(Struct, frozen=True):
    """A session as it lies on disk: its state, its lines, and what was damaged, in sentences."""

    state: State
    reading: LogReading
    reports: tuple[str, ...]
    newer: bool = False
    """It has a newer format and can only be read."""


def open_new(home: Path, wanted: Wanted, clock: Clock) -> Meeting:
    """A new session in a folder of its own, its first line on disk.

    Raises StoreError when the folder cannot be made or written.
    """
    if wanted.rehearsal:
        clock = RehearsalClock(wanted.speed, clock.wall(), clock)
    now = clock.wall()
    kind: Kind = "rehearsals" if wanted.rehearsal else "sessions"
    name = wanted.agenda.name or wanted.agenda.title
    folder = new_session_folder(home, kind, now.astimezone(zone_of(wanted.zone)), name)
    lock = SessionLock(folder)
    lock.acquire()
    opened = _opened(wanted, now, clock, _asked_before(home, wanted.agenda))
    payload = encode(opened)
    log = LogWriter(folder)
    log.append([seal(payload)])
    write_opening(folder, payload)
    lock.touch(clock.boot(), clock.seconds())
    return Meeting(folder, clock, evolve(None, opened), [payload], log, lock, home=home)


def _asked_before(home: Path, agenda: Agenda) -> tuple[str, ...]:
    """The questions of this agenda's banks that earlier sessions had; without banks nothing is read."""
    here = {question for bank in agenda.banks for question in bank.questions}
    return tuple(one for one in Earlier(home).questions() if one in here) if here else ()


def _opened(wanted: Wanted, now: datetime, clock: Clock, asked: tuple[str, ...]) -> ev.SessionOpened:
    cause = f"open-{os.urandom(6).hex()}"
    return ev.SessionOpened(
        id=f"{cause}.1",
        at=to_stamp(now),
        t=0.0,
        by=DESK,
        cause=cause,
        program=__version__,
        agenda=wanted.held(),
        people=wanted.people,
        chair=wanted.chair,
        keeper=wanted.keeper,
        giver=wanted.giver,
        givers=wanted.givers,
        title=wanted.title,
        zone=wanted.zone,
        minutes=wanted.minutes,
        until=wanted.until,
        asked=asked,
        rehearsal=wanted.rehearsal,
        speed=wanted.speed,
        mishaps=wanted.mishaps if wanted.rehearsal else "",
        boot=clock.boot(),
        clock=round(clock.seconds(), 3),
    )


def look(folder: Path) -> Found:
    """The session in a folder, only read.

    Raises StoreError (CannotOpen when it holds no session that can be told).
    """
    return _found(folder, read_log(folder))


def _found(folder: Path, reading: LogReading) -> Found:
    unread: list[int] = []
    state: State | None = None
    lines = _lines(reading)
    for number, payload in lines:
        try:
            event = decode(payload)
            if event is not None:
                state = evolve(state, event)
        except (Misread, ValueError, KeyError, IndexError):
            unread.append(number)
    if state is None:
        raise CannotOpen(
            _("{folder} holds no session that can be read: its opening makes no sense.").format(
                folder=visible(folder.name)
            )
        )
    reports = reading.sentences()
    if unread:
        reports.append(
            ngettext(
                "Line {numbers} of the log makes no sense to this version and is left out.",
                "Lines {numbers} of the log make no sense to this version and are left out.",
                len(unread),
            ).format(numbers=", ".join(map(str, unread)))
        )
    return Found(state, reading, tuple(reports), newer_format(lines[0][1]) is not None)


def _lines(reading: LogReading) -> list[tuple[int, bytes]]:
    """Every event with its line number; 0 for an opening that came from its copy."""
    return ([(0, reading.opening)] if reading.opening is not None else []) + reading.payloads


def resume(folder: Path, clock: Clock, home: Path | None = None) -> Meeting:
    """The session in a folder, open for writing again. `home` is told where the folder lies elsewhere.

    Raises StoreError: CannotOpen, AlreadyOpen for a second opener, or the disk's trouble.
    """
    lock = SessionLock(folder)
    seen = lock.last_seen()
    lock.acquire()
    try:
        return _resumed(folder, clock, lock, seen, home or home_of(folder))
    except BaseException:
        lock.release()
        raise


def _resumed(
    folder: Path, clock: Clock, lock: SessionLock, seen: LastSeen | None, home: Path | None
) -> Meeting:
    found = look(folder)
    if found.newer:
        raise CannotOpen(
            _(
                "{folder} was written by a newer version of facilitator. It can be read here "
                "(facilitator minutes), but not changed."
            ).format(folder=visible(folder.name))
        )
    state = found.state
    if state.rehearsal:
        clock = RehearsalClock(state.speed, max(clock.wall(), from_stamp(state.last_at)), clock)
        away = 0.0
    else:
        away = away_seconds(seen, clock.wall().timestamp(), clock.seconds(), clock.boot())
    log = LogWriter(folder, found.reading)
    lines = [payload for _number, payload in _lines(found.reading)]
    t = clock_when_left(state, lines, seen)
    state, payloads = let_go(state, lines)
    if payloads != lines:
        # A run that was killed right after a strike or a close still owes this.
        forget_letters(folder)
        forget_words(folder)
        log.rewrite([seal(payload) for payload in payloads])
        forget_words(folder)
        Draft(folder).empty()
    if was_forgotten(state):
        # The copy of the opening holds the title for as long as it is the old one.
        write_opening(folder, payloads[0])
    lock.touch(clock.boot(), clock.seconds())
    cause = f"resume-{os.urandom(6).hex()}"
    event = ev.SessionResumed(
        id=f"{cause}.1",
        at=to_stamp(clock.wall()),
        t=t,
        by=DESK,
        cause=cause,
        away=round(away, 3),
        boot=clock.boot(),
        clock=round(clock.seconds(), 3),
    )
    payload = encode(event)
    log.append([seal(payload)])
    payloads.append(payload)
    return Meeting(
        folder,
        clock,
        evolve(state, event),
        payloads,
        log,
        lock,
        draft=Draft(folder).read(),
        reports=found.reports,
        home=home,
    )
