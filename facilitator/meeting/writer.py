"""The writer: one thread that makes what happened durable, so that the disk never holds the keyboard.

It appends and fsyncs the log, keeps the draft and the minutes current, and touches the lock. *Kept* is a
watermark: the number of the last event whose fsync returned. When the disk is full or gone, events wait in
memory, are tried again, and `trouble` says so for as long as that lasts.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from pathlib import Path

from facilitator.meeting.made import minutes_bytes, room_bytes
from facilitator.meeting.room.model import ROOM
from facilitator.meeting.troubles import Troubles
from facilitator.store.atomic import sweep, write_whole
from facilitator.store.draft import Draft
from facilitator.store.eventlog import LogWriter
from facilitator.store.letters import forget_letters
from facilitator.store.lines import seal
from facilitator.store.places import MINUTES
from facilitator.store.search_file import forget_words
from facilitator.store.trouble import StoreError

DRAFT_EVERY = 0.2
"""Seconds; the draft is at most 0.25 s behind the keyboard (contract 1)."""

MINUTES_EVERY = 0.5
"""Seconds; the minutes are current within a second of the last event (contract 1)."""

TOUCH_EVERY = 5.0
"""Seconds between two touches of the lock (contract 1)."""

RETRY_EVERY = 2.0
"""Seconds between two tries at a disk that did not take what it was given."""


class Writer:
    """Everything that goes to the session's folder goes through here, in the order it was handed over."""

    def __init__(
        self,
        folder: Path,
        log: LogWriter,
        touch: Callable[[], None],
        changed: Callable[[], None],
        seconds: Callable[[], float] = time.monotonic,
    ) -> None:
        self.folder = folder
        self._log = log
        self._draft_file = Draft(folder)
        self._seconds = seconds
        self._touch = touch
        self._changed = changed
        self._wake = threading.Condition()
        self._waiting: list[bytes] = []
        self._handed = 0
        self._kept = 0
        self._troubles = Troubles(changed)
        self._passes_asked = self._passes_done = 0
        self._draft: str | None = None
        self._draft_after = 0
        self._minutes: Callable[[], str] | None = None
        self._room: Callable[[], bytes | None] | None = None
        self._room_due: bytes | None = None
        self._generation = 0
        self._rewriting: tuple[list[bytes], int] | None = None
        self._stopping = self._working = False
        self._next_draft = self._next_minutes = 0.0
        self._next_touch = seconds() + TOUCH_EVERY
        self._thread = threading.Thread(target=self._run, name="facilitator-writer", daemon=True)
        self._thread.start()

    @property
    def kept(self) -> int:
        """How many of the events handed over are on disk."""
        return self._kept

    @property
    def handed(self) -> int:
        """How many events were handed over."""
        return self._handed

    @property
    def trouble(self) -> str:
        """Why the disk does not take what it is given; empty when all is well."""
        return self._troubles.sentence

    def append(self, payloads: list[bytes]) -> int:
        """Hand over events; the watermark that says they are kept is returned."""
        with self._wake:
            self._waiting += [seal(payload) for payload in payloads]
            self._handed += len(payloads)
            self._wake.notify_all()
            return self._handed

    def draft(self, text: str, after: int = 0) -> None:
        """The line being typed. It replaces the draft only once the watermark has reached `after`."""
        with self._wake:
            waits = self._draft is not None
            self._draft = text
            self._draft_after = max(after, self._draft_after)
            # This is on the way of every key: a thread that has a draft to write already knows when.
            if not waits:
                self._wake.notify_all()

    def minutes(self, render: Callable[[], str]) -> None:
        """The minutes as they stand; `render` is called in the writer's thread, at most twice a second."""
        with self._wake:
            self._minutes = render
            self._wake.notify_all()

    def room(self, make: Callable[[], bytes | None]) -> None:
        """What the room is shown; `make` runs in the writer's thread and gives None where nothing is new.

        Trouble with it holds nobody up: it is no record of the meeting.
        """
        with self._wake:
            self._room = make
            self._wake.notify_all()

    def rewrite(self, payloads: list[bytes]) -> None:
        """Put these in the place of the whole log, everything handed over so far included.

        `flush` tells when that is done.
        """
        with self._wake:
            self._rewriting = ([seal(payload) for payload in payloads], self._handed)
            self._waiting.clear()
            self._generation += 1
            self._wake.notify_all()

    def move_to(self, folder: Path, log: LogWriter) -> None:
        """Go on in another folder; `rewrite` then puts everything there."""
        with self._wake:
            self.folder, self._log, self._draft_file = folder, log, Draft(folder)
            self._troubles.try_again()
            self._wake.notify_all()

    def flush(self, timeout: float) -> bool:
        """Wait (seconds) until all that was handed over is on disk; False when it is not.

        A disk in trouble is tried once more at once.
        """
        with self._wake:
            self._next_minutes = self._next_draft = 0.0
            self._troubles.try_again()
            self._passes_asked += 1
            mine = self._passes_asked
            self._wake.notify_all()
            self._wake.wait_for(lambda: self._idle() or self._tried_in_vain(mine), timeout)
            return self._idle()

    def wait_kept(self, mark: int, timeout: float) -> bool:
        """Wait (seconds) until the watermark has reached `mark`; False when it has not, or the log cannot."""
        with self._wake:
            self._wake.wait_for(lambda: self._kept >= mark or bool(self._troubles.of("log")), timeout)
            return self._kept >= mark

    def stop(self, timeout: float = 5.0) -> bool:
        """Write what can be written and end the thread; False when something is still only in memory."""
        done = self.flush(timeout)
        with self._wake:
            self._stopping = True
            self._wake.notify_all()
        self._thread.join(timeout)
        self._log.close()
        return done

    def _tried_in_vain(self, asked: int) -> bool:
        return self._passes_done >= asked and bool(self._troubles.sentence)

    def _idle(self) -> bool:
        nothing_waits = not self._waiting and self._rewriting is None and self._minutes is None
        room_done = (self._room is None and self._room_due is None) or self._troubles.waits("room")
        # While the thread works, what it took up is no longer waiting and not yet on the disk either.
        return nothing_waits and self._draft is None and room_done and not self._working

    def _run(self) -> None:
        while True:
            with self._wake:
                # Stopping may have been asked for while this thread was at work and heard no notice.
                if not self._stopping:
                    self._wake.wait(self._pause())
                if self._stopping:
                    return
                asked, self._working = self._passes_asked, True
            self._work()
            with self._wake:
                self._passes_done, self._working = asked, False
                self._wake.notify_all()

    def _pause(self) -> float:
        """How long to wait when nobody wakes the thread (seconds)."""
        now = self._seconds()
        due = [self._next_touch]
        if self._waiting or self._rewriting is not None:
            due.append(self._troubles.due("log", now))
        if self._minutes is not None:
            due.append(self._troubles.due("minutes", self._next_minutes))
        if self._draft is not None and self._kept >= self._draft_after:
            due.append(self._troubles.due("draft", self._next_draft))
        if self._room is not None or self._room_due is not None:
            due.append(self._troubles.due("room", now))
        return max(min(due) - now, 0.0)

    def _work(self) -> None:
        now = self._seconds()
        if now >= self._next_touch:
            self._next_touch = now + TOUCH_EVERY
            self._guarded("lock", self._touch)
        if now >= self._troubles.due("log", now):
            if self._rewriting is not None:
                self._guarded("log", self._do_rewrite)
            if self._waiting and self._rewriting is None:
                self._guarded("log", self._append)
        room_waits = self._room is not None or self._room_due is not None
        if room_waits and now >= self._troubles.due("room", now):
            self._guarded("room", self._do_room)
        if self._minutes is not None and now >= self._troubles.due("minutes", self._next_minutes):
            self._next_minutes = now + MINUTES_EVERY
            self._guarded("minutes", self._do_minutes)
        draft_may_go = self._draft is not None and self._kept >= self._draft_after
        if draft_may_go and now >= self._troubles.due("draft", self._next_draft):
            self._next_draft = now + DRAFT_EVERY
            self._guarded("draft", self._do_draft)

    def _guarded(self, job: str, act: Callable[[], None]) -> None:
        self._troubles.guard(job, act, lambda: self._seconds() + RETRY_EVERY)

    def _append(self) -> None:
        with self._wake:
            lines, generation, log = list(self._waiting), self._generation, self._log
        log.append(lines)
        with self._wake:
            # A rewrite that was asked for meanwhile holds these lines too and will say that they are kept.
            if self._generation == generation:
                del self._waiting[: len(lines)]
                self._kept += len(lines)
            self._wake.notify_all()
        self._changed()

    def _do_rewrite(self) -> None:
        with self._wake:
            job = self._rewriting
        if job is None:
            return
        lines, mark = job
        # Before the log, so that a run killed in between leaves no copy of what the log has let go; and
        # the index once more after it, since a search may have read the old log meanwhile.
        forget_letters(self.folder)
        forget_words(self.folder)
        self._log.rewrite(lines)
        sweep(self.folder)
        forget_words(self.folder)
        with self._wake:
            if self._rewriting is job:
                self._rewriting = None
                self._kept = mark
            self._wake.notify_all()
        self._changed()

    def _do_minutes(self) -> None:
        with self._wake:
            render, self._minutes = self._minutes, None
        if render is None:
            return
        try:
            write_whole(self.folder / MINUTES, minutes_bytes(render))
        except StoreError:
            with self._wake:
                self._minutes = self._minutes or render
            raise

    def _do_room(self) -> None:
        make, data = self._room, None
        try:
            data = room_bytes(make) if make is not None else None
        finally:
            with self._wake:
                # What could not be written stays due, also when the next look finds nothing new.
                self._room_due = data or self._room_due
                if self._room is make:
                    self._room = None
        if self._room_due is not None:
            write_whole(self.folder / ROOM, self._room_due, durable=False)
            self._room_due = None

    def _do_draft(self) -> None:
        with self._wake:
            text, self._draft = self._draft, None
        if text is None:
            return
        try:
            if text:
                self._draft_file.write(text)
            else:
                self._draft_file.empty()
        except StoreError:
            with self._wake:
                self._draft = text if self._draft is None else self._draft
            raise
