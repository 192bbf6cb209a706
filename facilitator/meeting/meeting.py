"""A running session. `Meeting.submit(intent)` is the one way to act; views subscribe.

One thread owns a meeting: it decides and folds at once, and the writer makes it durable right behind.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from facilitator.meeting.chairs_ear import ChairsEar
from facilitator.meeting.clock import Clock, RehearsalClock
from facilitator.meeting.earlier import Earlier
from facilitator.meeting.room.board import Board, take_down
from facilitator.meeting.room.make import anchor_of
from facilitator.meeting.writer import Writer
from facilitator.minutes.render import render
from facilitator.pod.shelf import Shelf
from facilitator.session import events as ev
from facilitator.session import intents as it
from facilitator.session.codec import encode
from facilitator.session.decide import decide
from facilitator.session.evolve import events_of, evolve
from facilitator.session.purge import (
    compacted,
    log_without_case,
    log_without_notes,
    state_compacted,
    state_without_case,
    state_without_notes,
)
from facilitator.session.state import Moment, State
from facilitator.store.eventlog import LogWriter, write_opening
from facilitator.store.lock import SessionLock
from facilitator.store.trouble import StoreTrouble
from facilitator.words.dates import to_stamp

DESK = "desk"
"""Who wrote an event: the one desk that has the session open."""

SETTLE = 10.0
"""Seconds that a person waits at most for a rewrite of the log before being told that it goes on."""


class Outcome(Struct, frozen=True):
    """What came of an intent."""

    intent: it.Intent
    events: tuple[ev.AnyEvent, ...]
    touched: tuple[ev.AnyEvent, ...]
    """The events that were undone or redone, if that was the wish."""
    before: State
    state: State
    mark: int
    """The watermark at which all of it is kept."""


class Meeting:
    """One session, open for writing in its folder."""

    def __init__(
        self,
        folder: Path,
        clock: Clock,
        state: State,
        payloads: list[bytes],
        log: LogWriter,
        lock: SessionLock,
        draft: str = "",
        reports: tuple[str, ...] = (),
        home: Path | None = None,
    ) -> None:
        self.clock = clock
        self.state = state
        self.reports = reports
        self.drafted = draft
        """The line that was half typed when the session was last left."""
        self.home = home
        self.shelf = Shelf(home)
        """What the home folder lends: own decks, practices, contacts."""
        self.earlier = Earlier(home, folder)
        """Which cards earlier sessions had."""
        self.ear = ChairsEar()
        """What only the chair hears of; it is in no event and no file."""
        self.left_behind: tuple[Path, ...] = ()
        """Folders that the session lay in before; what it was then may still be there."""
        self._payloads = payloads
        self._lock = lock
        self._since = clock.seconds()
        self._base = state.last_t
        self._views: list[Callable[[Outcome], None]] = []
        self._kept_views: list[Callable[[], None]] = []
        self._captured_mark = 0
        self._board = Board()
        self._writer = Writer(folder, log, self._touch, self._kept_changed)
        if isinstance(clock, RehearsalClock):
            clock.when_moved(self._show_room)
        self._render()

    @property
    def folder(self) -> Path:
        """Where the session lies now."""
        return self._writer.folder

    @property
    def opening(self) -> bytes:
        """The first event as it stands in the log, which no other session shares."""
        return self._payloads[0]

    @property
    def kept(self) -> int:
        """The watermark: how many events of this opening are on disk."""
        return self._writer.kept

    @property
    def trouble(self) -> str:
        """Why the disk does not take what it is given; empty when all is well."""
        return self._writer.trouble

    @property
    def waiting(self) -> int:
        """How many events are held in memory only."""
        return self._writer.handed - self._writer.kept

    def moment(self) -> Moment:
        """Now, as the session sees it. Its own clock never goes back."""
        t = self._base + max(self.clock.seconds() - self._since, 0.0)
        return Moment(round(max(t, self.state.last_t), 3), self.clock.wall())

    def subscribe(self, view: Callable[[Outcome], None]) -> Callable[[], None]:
        """Call `view` in this thread after every intent that was carried out; returns how to stop that."""
        self._views.append(view)
        return lambda: self._views.remove(view)

    def subscribe_kept(self, view: Callable[[], None]) -> Callable[[], None]:
        """Call `view`, in the writer's thread, whenever the watermark or the trouble changed."""
        self._kept_views.append(view)
        return lambda: self._kept_views.remove(view)

    def submit(self, intent: it.Intent) -> Outcome:
        """Carry out an intent: decide, fold, hand over to the writer, tell the views.

        Raises Refused with a sentence when it makes no sense now; nothing has changed then.
        """
        now = self.moment()
        before = self.state
        events = self._stamped(decide(before, intent, now), intent, now)
        touched = self._touched(before, events)
        state = before
        for event in events:
            state = evolve(state, event)
        if any(isinstance(event, ev.Redone) for event in events):
            touched = tuple(
                one for e in events if isinstance(e, ev.Redone) for one in events_of(state, e.redone)
            )
        self.state = state
        payloads = [encode(event) for event in events]
        self._payloads += payloads
        mark = self._writer.append(payloads)
        self._let_go(events)
        self.ear.voices.follow(events)
        if any(isinstance(event, ev.NoteCaptured | ev.NoteEdited) for event in events):
            self._captured_mark = mark
        self._render()
        outcome = Outcome(intent, events, touched, before, self.state, mark)
        for view in list(self._views):
            view(outcome)
        return outcome

    def draft(self, text: str) -> None:
        """The line as it is being typed. An empty one replaces the last only once that is kept."""
        self._writer.draft(text, self._captured_mark)

    def wait_kept(self, mark: int, timeout: float = SETTLE) -> bool:
        """Wait (seconds) until everything up to `mark` is on disk; False when it is not."""
        return self._writer.wait_kept(mark, timeout)

    def settle(self, timeout: float = SETTLE) -> bool:
        """Wait (seconds) until log, minutes and draft on disk are as they should be; False when not."""
        return self._writer.flush(timeout)

    def is_kept(self, mark: int) -> bool:
        """Whether everything up to this watermark is on disk."""
        return self._writer.kept >= mark

    def leave(self) -> bool:
        """Stop writing and let go of the lock. The session stays as it is and can be resumed.

        False when something could not be written.
        """
        done = self._writer.stop()
        # Where this fails the last touch, some seconds ago, says when the session was left.
        with contextlib.suppress(StoreTrouble):
            self._touch()
        take_down(self.folder)
        self._lock.release()
        return done

    def move_to(self, folder: Path) -> None:
        """Keep the session in another folder from now on: all of it, from memory.

        Raises OSError or a store's trouble where that folder cannot take it; nothing has changed then.
        """
        lock = SessionLock(folder)
        lock.acquire()
        try:
            log = LogWriter(folder)
            write_opening(folder, self._payloads[0])
        except BaseException:
            lock.release()
            raise
        self._lock, old = lock, self._lock
        self.left_behind = (*(one for one in self.left_behind if one != folder), self.folder)
        self._board = Board()
        self._writer.move_to(folder, log)
        self._writer.rewrite(list(self._payloads))
        self._render()
        old.release()

    def _stamped(self, events: list[ev.AnyEvent], intent: it.Intent, now: Moment) -> tuple[ev.AnyEvent, ...]:
        cause = f"{type(intent).__name__.lower()}-{os.urandom(6).hex()}"
        at = to_stamp(now.at)
        return tuple(
            replace(event, id=f"{cause}.{place}", at=at, t=now.t, by=DESK, cause=cause)
            for place, event in enumerate(events, 1)
        )

    @staticmethod
    def _touched(state: State, events: tuple[ev.AnyEvent, ...]) -> tuple[ev.AnyEvent, ...]:
        return tuple(
            one for event in events if isinstance(event, ev.Undone) for one in events_of(state, event.undone)
        )

    def _let_go(self, events: tuple[ev.AnyEvent, ...]) -> None:
        """Words that strike and close take out leave memory and file alike."""
        for event in events:
            if isinstance(event, ev.NoteStruck):
                self._without((event.number,))
            elif isinstance(event, ev.NotesForgotten):
                self._without(event.numbers)
                if event.whole:
                    self._payloads = log_without_case(self._payloads)
                    self.state = state_without_case(self.state)
            elif isinstance(event, ev.MeetingClosed):
                self._payloads = compacted(self._payloads)
                self.state = state_compacted(self.state)
            else:
                continue
            self._writer.rewrite(list(self._payloads))
            self._writer.draft("")

    def _without(self, numbers: tuple[int, ...]) -> None:
        self._payloads = log_without_notes(self._payloads, numbers)
        self.state = state_without_notes(self.state, numbers)

    def _render(self) -> None:
        state = self.state
        self._show_room()
        self._writer.minutes(lambda: render(state))

    def _show_room(self) -> None:
        state, board = self.state, self._board
        anchor = anchor_of(self.clock, self.moment().t)
        self._writer.room(lambda: board.news(state, anchor))

    def _touch(self) -> None:
        over = self.state.phase == "closed"
        self._lock.touch(self.clock.boot(), self.clock.seconds(), over=over)

    def _kept_changed(self) -> None:
        for view in list(self._kept_views):
            view()
